/** The chain of documents (Chuỗi văn bản): what carries out what, what is missing, what does not agree. */
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { Page } from '../../frame/page.tsx';
import { Button } from '../../ui/button.tsx';
import { Segments } from '../../ui/choice.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState, Notice } from '../../ui/states.tsx';
import { Findings } from '../document/findings.tsx';
import styles from './chain.module.css';
import { Graph } from './graph.tsx';
import { ChainList, Missing } from './lists.tsx';
import type { ChainSearch } from './search.ts';

const route = getRouteApi('/khung/van-ban/chuoi');
const VIEWS = [
  { value: '', label: 'Sơ đồ' },
  { value: 'danh-sach', label: 'Danh sách' },
  { value: 'con-thieu', label: 'Còn thiếu' },
  { value: 'doi-chieu', label: 'Đối chiếu' },
];

export default function ChainPage() {
  const search = route.useSearch() as ChainSearch;
  const navigate = useNavigate();
  const choices = useQuery(read('GET /documents/choices'));
  const years = choices.data?.years ?? [];
  const year = search.nam ?? years[0];
  const change = (to: ChainSearch) => void navigate({ to: '/van-ban/chuoi', search: to as never, replace: true });
  const view = search.xem ?? '';
  const ready = search.quanh !== undefined || year !== undefined;
  return (
    <Page
      title="Chuỗi văn bản"
      about="Văn bản nào triển khai văn bản nào, còn thiếu văn bản nào, số liệu có khớp nhau không."
      wide
    >
      <div className={styles.bar}>
        <Segments
          label="Xem"
          choices={VIEWS}
          value={view}
          onChoose={(xem) => {
            const { xem: _, ...rest } = search;
            change(xem === '' ? rest : { ...rest, xem: xem as NonNullable<ChainSearch['xem']> });
          }}
        />
        {search.quanh ? (
          <Button icon="close" kind="quiet" onClick={() => change(search.xem ? { xem: search.xem } : {})}>
            Xem cả năm
          </Button>
        ) : (
          <Field label="Năm kế hoạch" hideLabel>
            <Select
              value={year === undefined ? '' : String(year)}
              choices={[...new Set([...(year === undefined ? [] : [year]), ...years])]
                .sort((a, b) => b - a)
                .map((one) => ({ value: String(one), label: `Năm kế hoạch ${one}` }))}
              onChoose={(value) => change({ ...search, nam: Number(value) })}
            />
          </Field>
        )}
      </div>
      {!choices.data && !search.quanh ? <Skeleton lines={6} /> : null}
      {choices.data && !ready ? (
        <EmptyState icon="chain" title="Chưa có văn bản nào có năm kế hoạch">
          <p>Tải nghị quyết, chương trình, kế hoạch vào thư viện để thấy chuỗi văn bản.</p>
        </EmptyState>
      ) : null}
      {ready && (view === '' || view === 'danh-sach') ? (
        <Drawn year={year} around={search.quanh} list={view === 'danh-sach'} />
      ) : null}
      {view === 'con-thieu' ? <Missing year={year} /> : null}
      {ready && view === 'doi-chieu' ? (
        <Findings query={search.quanh ? { document: search.quanh } : { year: year as number }} />
      ) : null}
    </Page>
  );
}

function Drawn({
  year,
  around,
  list,
}: {
  readonly year: number | undefined;
  readonly around: string | undefined;
  readonly list: boolean;
}) {
  const chain = useQuery(
    read('GET /documents/chain', { query: around ? { around } : year === undefined ? {} : { year } }),
  );
  if (chain.isError) return <ErrorState {...explain(chain.error)} onRetry={() => void chain.refetch()} />;
  if (!chain.data) return <Skeleton lines={8} />;
  if (chain.data.nodes.length === 0) {
    return (
      <EmptyState icon="chain" title={`Chưa có văn bản nào của năm kế hoạch ${year}`}>
        <p>Chọn năm khác, hoặc sửa năm kế hoạch của văn bản trong thư viện.</p>
      </EmptyState>
    );
  }
  return (
    <>
      {chain.data.cut ? <Notice>Chuỗi quá dài nên chỉ hiện một phần. Hãy xem quanh một văn bản.</Notice> : null}
      {list ? null : (
        <p className={styles.legend}>
          <span className={styles.keyImplements}>Triển khai</span> <span className={styles.keyCites}>Viện dẫn</span>{' '}
          <span className={styles.keyCopies}>Bản sao</span>
        </p>
      )}
      {list ? <ChainList chain={chain.data} /> : <Graph chain={chain.data} middle={around ?? null} />}
    </>
  );
}
