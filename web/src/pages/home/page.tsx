/** The first page (Tổng quan): one sentence in which every number is a link, what waits for me, and the way on. */
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { explain } from '../../api/problem.ts';
import { useMay, useMe } from '../../api/session.ts';
import { Page, Section } from '../../frame/page.tsx';
import { placesFor } from '../../frame/places.ts';
import { usePlan } from '../../frame/plan.ts';
import { useOverview, waitingOf } from '../../frame/waiting.ts';
import { buttonClass } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { PROVINCE_KIND_WORDS } from '../../words/words.ts';
import { HandoverBanner } from '../handover/banner.tsx';
import { Standing } from '../standing/standing.tsx';
import styles from './home.module.css';
import { firstTab, type HomeTab } from './search.ts';
import { Sentence } from './sentence.tsx';

export default function HomePage() {
  const me = useMe();
  const province = `${PROVINCE_KIND_WORDS[me.province.kind]} ${me.province.name}`;
  const about = me.post
    ? `${me.post.title}, ${me.post.organisation.name}`
    : `Bạn chưa giữ chức danh nào ở ${province}. Hãy liên hệ người quản trị hệ thống.`;
  return (
    <Page title="Tổng quan" about={about}>
      <HandoverBanner />
      <Halves />
    </Page>
  );
}

/** What is mine to do, and where all stands; which comes first depends on the post. */
function Halves() {
  const me = useMe();
  const may = useMay();
  const { xem = firstTab(me.post?.role), co_quan } = useSearch({ from: '/khung/' });
  const navigate = useNavigate({ from: '/' });
  const first = (
    <div className={styles.stack}>
      <PlanStanding />
      <Waiting />
      <Places />
    </div>
  );
  if (!may('plan.read')) return first;
  return (
    <Tabs
      label="Tổng quan"
      chosen={xem}
      tabs={TABS}
      onChoose={(id) => void navigate({ search: { xem: id } as never, replace: true })}
    >
      {xem === 'thuc-hien' ? (
        <Standing
          organisation={co_quan}
          onOrganisation={(id) => void navigate({ search: { xem, co_quan: id } as never })}
        />
      ) : (
        first
      )}
    </Tabs>
  );
}

const TABS = [
  { id: 'tong-quan', label: 'Kế hoạch và việc chờ' },
  { id: 'thuc-hien', label: 'Tình hình thực hiện' },
] as const satisfies readonly { readonly id: HomeTab; readonly label: string }[];

function PlanStanding() {
  const may = useMay();
  const overview = useOverview();
  const { plan, pending } = usePlan();
  if (!may('plan.read')) return null;
  if (overview.error) return <ErrorState {...explain(overview.error)} onRetry={() => overview.refetch()} />;
  if (!overview.data || pending) return <Skeleton lines={2} />;
  if (plan) return <Sentence plan={plan} overview={overview.data} />;
  return <NoPlan />;
}

/** Before the first plan: the one next step, for who may take it. */
function NoPlan() {
  const may = useMay();
  const { data } = useOverview();
  const read = data?.documents?.all ?? 0;
  return (
    <Section title="Chưa có kế hoạch nào được ban hành">
      {may('document.upload') ? (
        <EmptyState
          title={read === 0 ? 'Bắt đầu từ nghị quyết của tỉnh' : 'Rà soát văn bản để ban hành kế hoạch'}
          actions={
            <Link to="/van-ban" className={buttonClass('main')}>
              {read === 0 ? 'Tải văn bản lên' : 'Mở thư viện văn bản'}
            </Link>
          }
        >
          {read === 0
            ? 'Tải nghị quyết lên, Bám Sát đọc ra chỉ tiêu, nhiệm vụ; bạn rà soát rồi ban hành kế hoạch.'
            : 'Mở văn bản đã đọc xong, xem các mục cần kiểm tra, rồi chọn Ban hành kế hoạch.'}
        </EmptyState>
      ) : (
        <EmptyState icon="target" title="Chỉ tiêu và nhiệm vụ sẽ hiện ở đây">
          Văn phòng đọc và rà soát nghị quyết, sau đó ban hành kế hoạch.
        </EmptyState>
      )}
    </Section>
  );
}

function Waiting() {
  const me = useMe();
  const { data } = useOverview();
  const waiting = data ? waitingOf(data, me.rights) : [];
  if (waiting.length === 0) return null;
  return (
    <Section title="Việc chờ tôi">
      <ul className={styles.waiting}>
        {waiting.map((one) => (
          <li key={one.id}>
            <Link to={one.to} search={(one.search ?? {}) as never}>
              {one.words}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** What each part is for, in the words of who works in it. */
const STEPS: Readonly<Record<string, string>> = {
  '/viec-cua-toi': 'Việc quá hạn, bị trả lại, chờ tiếp nhận, chờ xác nhận',
  '/van-ban': 'Nghị quyết, chương trình, kế hoạch của tỉnh; đọc và rà soát',
  '/chi-tieu': 'Theo thứ tự của nghị quyết, kèm câu văn gốc',
  '/nhiem-vu': 'Cơ quan chủ trì, phối hợp, thời hạn, sản phẩm',
  '/danh-muc': 'Cơ quan, đơn vị, chức danh qua các thời kỳ',
  '/quan-tri': 'Người dùng, nhật ký thay đổi, cài đặt',
};

function Places() {
  const me = useMe();
  const places = placesFor(me.rights).filter((place) => place.path !== '/');
  return (
    <ul className={styles.places}>
      {places.map((place) => (
        <li key={place.path}>
          <Link to={place.to} className={styles.place}>
            <Icon name={place.icon} size={22} />
            <span>
              <strong>{place.label}</strong>
              <span>{STEPS[place.path]}</span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
