/** The programme of work month by month (chương trình theo tháng): sessions with what goes there, the rest, warnings. */
import { useQuery } from '@tanstack/react-query';
import { STAGE_WORDS } from '#delivery/deliverable-stage.ts';
import { APPRAISAL_DAYS, monthWords } from '#delivery/programme.ts';
import { type Answer, addressOf } from '../../api/client.ts';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { formatDay } from '../../format/date.ts';
import { formatCount } from '../../format/number.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { StandingBadge } from '../../ui/standing.tsx';
import { EmptyState, ErrorState, Notice } from '../../ui/states.tsx';
import { PRODUCT_WORDS } from '../plan/words.ts';
import styles from './deliverables.module.css';
import { StageBar } from './stage-bar.tsx';
import type { Deliverable } from './use-deliverables.ts';

type Item = Answer<'GET /deliverables/programme'>['unplanned'][number];

export interface ProgrammeProps {
  readonly planId: string;
  readonly onOpen: (id: string) => void;
  readonly onStage: (one: Deliverable) => void;
}

export function Programme({ planId, onOpen, onStage }: ProgrammeProps) {
  const { data, error, refetch } = useQuery(read('GET /deliverables/programme', { query: { plan: planId } }));
  if (error) return <ErrorState {...explain(error)} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  const { months, unplanned, warnings } = data;
  const list = (items: readonly Item[]) => <Items items={items} onOpen={onOpen} onStage={onStage} />;
  return (
    <div className={styles.months}>
      {warnings > 0 ? (
        <Notice tone="amber">
          {formatCount(warnings)} điểm cần lưu ý: hạn trước phiên họp, thẩm định hoặc trình muộn. Văn bản phải được thẩm
          định trước phiên họp ít nhất {APPRAISAL_DAYS} ngày.
        </Notice>
      ) : null}
      <div>
        <a
          href={addressOf('GET /deliverables/programme.xlsx', { query: { plan: planId } })}
          download
          className={buttonClass()}
        >
          <Icon name="download" />
          Xuất Excel chương trình
        </a>
      </div>
      {months.length === 0 ? (
        <EmptyState icon="calendar" title="Chưa xếp sản phẩm nào vào phiên họp">
          Mở một sản phẩm, chọn “Sửa” rồi chọn tháng và phiên họp sẽ trình.
        </EmptyState>
      ) : null}
      {months.map(({ month, sessions }) => (
        <section key={month} className={styles.month} aria-label={`Chương trình ${monthWords(month)}`}>
          <h2>{capital(monthWords(month))}</h2>
          {sessions.map(({ title, items }) => (
            <div key={title} className={styles.session}>
              <h3>{title === '' ? 'Chưa ghi tên phiên họp' : title}</h3>
              {list(items)}
            </div>
          ))}
        </section>
      ))}
      {unplanned.length > 0 ? (
        <section className={styles.month} aria-label="Chưa xếp phiên họp">
          <h2>Chưa xếp phiên họp ({formatCount(unplanned.length)})</h2>
          <div className={styles.session}>{list(unplanned)}</div>
        </section>
      ) : null}
    </div>
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function Items({
  items,
  onOpen,
  onStage,
}: {
  readonly items: readonly Item[];
  readonly onOpen: (id: string) => void;
  readonly onStage: (one: Deliverable) => void;
}) {
  return (
    <ul className={styles.items}>
      {items.map((one) => (
        <li key={one.id}>
          <div>
            <button type="button" className={styles.open} onClick={() => onOpen(one.id)}>
              {one.name}
            </button>
            <div className={styles.meta}>
              <span>{PRODUCT_WORDS[one.kind] ?? 'Khác'}</span>
              <span>{one.task.leads.map((lead) => lead.name).join('; ') || 'Chưa có cơ quan chủ trì'}</span>
              {one.dueOn ? <span>Hạn {formatDay(one.dueOn)}</span> : null}
              {one.symbol ? <span>Số {one.symbol}</span> : null}
            </div>
            <StandingBadge standing={one.standing} />
          </div>
          <StageBar of={one} />
          {one.mayEdit === 'none' ? (
            <span />
          ) : (
            <Button
              small
              aria-label={`Chuyển bước: ${one.name}, hiện nay ${STAGE_WORDS[one.stage]}`}
              onClick={() => onStage(one)}
            >
              Chuyển bước
            </Button>
          )}
          {one.warnings.length > 0 ? (
            <ul className={styles.warnings}>
              {one.warnings.map((warning) => (
                <li key={warning.vi}>
                  <Icon name="alert" size={16} />
                  {warning.vi}
                </li>
              ))}
            </ul>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
