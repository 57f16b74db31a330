/** What of the resolution nobody has taken up (chưa ai nhận): by part of the document, each with its sentence and the reason. */
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { NOT_TAKEN_UP, NOT_TAKEN_UP_WORDS, type NotTakenUp } from '#delivery/action-plan.ts';
import { explain } from '../../api/problem.ts';
import { read } from '../../api/query.ts';
import { formatDay } from '../../format/date.ts';
import { formatCount } from '../../format/number.ts';
import { Section } from '../../frame/page.tsx';
import { Tag, type Tone } from '../../ui/badge.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { EmptyState, ErrorState, Notice } from '../../ui/states.tsx';
import styles from './action-plan.module.css';
import { ofReason } from './links.ts';
import { DAYS } from './search.ts';

const TONES: Readonly<Record<NotTakenUp, Tone>> = {
  'no-lead': 'red',
  'not-assigned': 'amber',
  'not-accepted': 'red',
  'not-broken-down': 'amber',
  'target-no-lead': 'red',
  'target-not-allocated': 'amber',
};

export function Gaps({ planId }: { readonly planId: string }) {
  const { sau = '7', vi } = useSearch({ from: '/khung/nhiem-vu/ke-hoach-hanh-dong' });
  const navigate = useNavigate({ from: '/nhiem-vu/ke-hoach-hanh-dong' });
  const { data, error, refetch } = useQuery(
    read('GET /plans/:id/not-taken-up', { params: { id: planId }, query: { days: Number(sau) } }),
  );
  if (error) return <ErrorState {...explain(error)} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  const set = (change: { sau?: string | undefined; vi?: NotTakenUp | undefined }) =>
    void navigate({ search: (before) => ({ ...before, ...change }) as never, replace: true });
  const groups = data.groups
    .map((group) => ({ ...group, items: group.items.filter((item) => vi === undefined || item.reason === vi) }))
    .filter((group) => group.items.length > 0);
  const all = NOT_TAKEN_UP.reduce((sum, reason) => sum + data.counts[reason], 0);
  return (
    <div className={styles.stack}>
      <ul className={styles.reasons} aria-label="Vì sao chưa ai nhận">
        {NOT_TAKEN_UP.map((reason) => {
          const to = ofReason(planId, reason, data.assignedTo);
          const count = data.counts[reason];
          return (
            <li key={reason} className={styles.reason}>
              {to ? (
                <Link {...to} className={count > 0 ? styles.big : styles.none}>
                  {formatCount(count)}
                </Link>
              ) : (
                <Link
                  to="/chi-tieu"
                  search={
                    { ke_hoach: planId, ...(reason === 'target-no-lead' ? { lead: 'none' } : { pb: 'none' }) } as never
                  }
                  className={count > 0 ? styles.big : styles.none}
                >
                  {formatCount(count)}
                </Link>
              )}
              <span>{NOT_TAKEN_UP_WORDS[reason]}</span>
            </li>
          );
        })}
      </ul>
      <div className={styles.filters}>
        <Field label="Quá hạn tiếp nhận sau">
          <Select
            value={sau}
            choices={DAYS.map((days) => ({ value: days, label: `${days} ngày` }))}
            onChoose={(value) => set({ sau: value === '7' ? undefined : value })}
          />
        </Field>
        <Field label="Chỉ xem">
          <Select
            value={vi ?? ''}
            empty="Mọi lý do"
            choices={NOT_TAKEN_UP.map((reason) => ({ value: reason, label: NOT_TAKEN_UP_WORDS[reason] }))}
            onChoose={(value) => set({ vi: NOT_TAKEN_UP.find((one) => one === value) })}
          />
        </Field>
      </div>
      {all === 0 ? (
        <EmptyState icon="check" title="Mọi phần của nghị quyết đều đã có người nhận" />
      ) : groups.length === 0 ? (
        <EmptyState icon="check" title="Không còn mục nào vì lý do này" />
      ) : null}
      {groups.map((group) => (
        <Section
          key={`${group.section}${group.title}${group.items[0]?.id}`}
          title={group.title || group.section || 'Các phần khác'}
        >
          <ul className={styles.sentences}>
            {[...Map.groupBy(group.items, (one) => one.id).values()].map(
              ([item, ...more]) =>
                item && (
                  <li key={item.id} className={styles.sentence}>
                    <div>
                      <Link to={item.subject === 'task' ? '/nhiem-vu/$id' : '/chi-tieu/$id'} params={{ id: item.id }}>
                        {item.text}
                      </Link>
                      <p className={styles.quiet}>
                        {[
                          item.leads.map((lead) => lead.name).join(', '),
                          item.dueOn ? `hạn ${formatDay(item.dueOn)}` : '',
                        ]
                          .filter(Boolean)
                          .join(' · ')}
                      </p>
                    </div>
                    <span className={styles.tags}>
                      {[item, ...more].map(({ reason }) => (
                        <Tag key={reason} tone={TONES[reason]}>
                          {NOT_TAKEN_UP_WORDS[reason]}
                        </Tag>
                      ))}
                    </span>
                  </li>
                ),
            )}
          </ul>
        </Section>
      ))}
      {data.more ? <Notice>Chỉ liệt kê những mục đầu tiên; bấm vào các số ở trên để xem đủ.</Notice> : null}
    </div>
  );
}
