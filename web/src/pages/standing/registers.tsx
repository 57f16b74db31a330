/** What of the registers is late (sổ theo dõi): deliverables, long-standing cases, directives of the leader, action plans. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { NOT_TAKEN_UP_WORDS, type NotTakenUp } from '#delivery/action-plan.ts';
import type { Answer } from '../../api/client.ts';
import { read } from '../../api/query.ts';
import { useMay, useMe } from '../../api/session.ts';
import { formatDay } from '../../format/date.ts';
import { formatUntil } from '../../format/instant.ts';
import { formatCount } from '../../format/number.ts';
import { Section } from '../../frame/page.tsx';
import { usePlan } from '../../frame/plan.ts';
import { StandingBadge } from '../../ui/standing.tsx';
import { GiveDirective } from '../directives/give-directive.tsx';
import { PRODUCT_WORDS } from '../plan/words.ts';
import styles from './standing.module.css';

/** Entries of a register that are shown before it is opened. */
const SHOW = 4;

interface Asked {
  readonly organisation: string | undefined;
  readonly today: string;
}

export function Registers({ organisation, today }: Asked) {
  const { plan } = usePlan();
  return (
    <>
      <Directives organisation={organisation} />
      {plan ? <Deliverables planId={plan.id} organisation={organisation} today={today} /> : null}
      <Cases organisation={organisation} today={today} />
      {plan && organisation === undefined ? <ActionPlans planId={plan.id} /> : null}
    </>
  );
}

/** A section with its count as the way to the whole list. */
function Register({
  title,
  count,
  unit,
  to,
  search,
  actions,
  children,
}: {
  readonly title: string;
  readonly count: number;
  readonly unit: string;
  readonly to: string;
  readonly search: Readonly<Record<string, string>>;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <Section
      title={title}
      actions={
        <>
          {count > 0 ? (
            <Link to={to} search={search as never} className={styles.all}>
              {formatCount(count)} {unit}
            </Link>
          ) : null}
          {actions}
        </>
      }
    >
      <div className={styles.rows}>{children}</div>
    </Section>
  );
}

function Deliverables({ planId, organisation, today }: Asked & { readonly planId: string }) {
  const filter = { plan: planId, ...(organisation === undefined ? {} : { lead: organisation }) };
  const counts = useQuery(read('GET /deliverables/counts', { query: filter }));
  const late = counts.data?.standings.overdue ?? 0;
  const list = useQuery({
    ...read('GET /deliverables', { query: { ...filter, standing: 'overdue', limit: SHOW } as never }),
    enabled: late > 0,
  });
  if (late === 0) return null;
  return (
    <Register
      title="Sản phẩm quá hạn"
      count={late}
      unit="sản phẩm"
      to="/nhiem-vu/san-pham"
      search={{ ke_hoach: planId, tt: 'overdue', ...(organisation === undefined ? {} : { co_quan: organisation }) }}
    >
      {(list.data?.items ?? []).map((one) => (
        <div key={one.id} className={styles.row}>
          <Link to="/nhiem-vu/$id" params={{ id: one.task.id }}>
            {one.name}
          </Link>
          <p className={styles.late}>
            {one.dueOn === null ? null : sayUntil(one.dueOn, today)}
            {one.sessionTitle ? `; ${one.sessionTitle}` : null}
          </p>
          <p className={styles.quiet}>
            {[PRODUCT_WORDS[one.kind] ?? 'Khác', ...one.task.leads.map((lead) => lead.name)].join(' · ')}
          </p>
        </div>
      ))}
    </Register>
  );
}

function Cases({ organisation, today }: Asked) {
  const filter = organisation === undefined ? {} : { organisation };
  const facets = useQuery(read('GET /cases/facets', { query: filter }));
  const late = facets.data?.counts.overdue ?? 0;
  const list = useQuery({
    ...read('GET /cases', { query: { ...filter, standing: 'overdue', limit: SHOW } as never }),
    enabled: late > 0,
  });
  if (late === 0) return null;
  return (
    <Register
      title="Vụ việc tồn đọng quá hạn"
      count={late}
      unit="vụ việc"
      to="/nhiem-vu/vu-viec"
      search={{ tt: 'overdue', ...(organisation === undefined ? {} : { co_quan: organisation }) }}
    >
      {(list.data?.items ?? []).map((one) => (
        <div key={one.id} className={styles.row}>
          <Link to="/nhiem-vu/vu-viec/$id" params={{ id: one.id }}>
            {one.title}
          </Link>
          <p className={styles.late}>{one.dueOn === null ? null : sayUntil(one.dueOn, today)}</p>
          <p className={styles.quiet}>
            {[one.organisation.name, one.post?.holder ?? one.responsible].filter(Boolean).join(' · ')}
          </p>
        </div>
      ))}
    </Register>
  );
}

type Directive = Answer<'GET /directives'>['items'][number];

/** Open ones first, the longest late of them in front; of those, whose day is near. */
function byHurt(a: Directive, b: Directive): number {
  const rank = ({ task }: Directive) =>
    task === null ? 3 : task.standing === 'overdue' ? 0 : task.standing === 'due-soon' ? 1 : task.doneOn ? 4 : 2;
  return rank(a) - rank(b) || (a.task?.dueOn ?? '9999').localeCompare(b.task?.dueOn ?? '9999');
}

/** Of a leader their own, of the Office those of all leaders. */
function Directives({ organisation }: { readonly organisation: string | undefined }) {
  const me = useMe();
  const may = useMay();
  const own = me.post?.role === 'leader';
  const query = {
    limit: 200,
    ...(own && me.post ? { post: me.post.id } : {}),
    ...(organisation ? { organisation } : {}),
  };
  const { data } = useQuery(read('GET /directives', { query: query as never }));
  const all = data?.items ?? [];
  if (all.length === 0 && !may('directive.give')) return null;
  return (
    <Register
      title={own ? 'Ý kiến chỉ đạo của tôi' : 'Ý kiến chỉ đạo'}
      count={all.length}
      unit="ý kiến"
      to="/nhiem-vu/chi-dao"
      search={own && all[0] ? { lanh_dao: all[0].givenBy } : {}}
      actions={<GiveDirective small />}
    >
      {[...all]
        .sort(byHurt)
        .slice(0, SHOW)
        .map((one) => (
          <div key={one.id} className={styles.row}>
            {one.task ? (
              <Link to="/nhiem-vu/$id" params={{ id: one.task.id }}>
                {one.text}
              </Link>
            ) : (
              <p>{one.text}</p>
            )}
            <p>{one.task ? <StandingBadge standing={one.task.standing} /> : null}</p>
            <p className={styles.quiet}>
              {[
                own ? null : one.givenBy,
                `ngày ${formatDay(one.givenOn)}`,
                one.task?.leads.map((lead) => lead.name).join('; '),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          </div>
        ))}
      {all.length === 0 ? <p className={styles.quiet}>Chưa có ý kiến chỉ đạo nào đang theo dõi.</p> : null}
    </Register>
  );
}

/** Agencies that owe their action plan, and what nobody has taken up. */
function ActionPlans({ planId }: { readonly planId: string }) {
  const plans = useQuery(read('GET /plans/:id/action-plans', { params: { id: planId } }));
  const open = useQuery(read('GET /plans/:id/not-taken-up', { params: { id: planId }, query: {} as never }));
  const late = (plans.data?.items ?? []).filter((one) => one.state === 'late');
  const counts = Object.entries(open.data?.counts ?? {}).filter(([, count]) => count > 0);
  if (late.length === 0 && counts.length === 0) return null;
  const path = '/nhiem-vu/ke-hoach-hanh-dong';
  return (
    <Section title="Kế hoạch hành động, phần chưa ai nhận">
      <ul className={styles.rows}>
        {late.length > 0 ? (
          <li>
            <Link to={path} search={{ ke_hoach: planId, tt: 'late' } as never}>
              {formatCount(late.length)} cơ quan quá hạn ban hành kế hoạch hành động
            </Link>
            <p className={styles.quiet}>{namesOf(late)}</p>
          </li>
        ) : null}
        {counts.length > 0 ? (
          <li>
            <p>Chưa ai nhận:</p>
            <ul className={styles.reasons}>
              {counts.map(([reason, count]) => (
                <li key={reason}>
                  <Link to={path} search={{ ke_hoach: planId, the: 'chua-nhan', vi: reason } as never}>
                    {formatCount(count)} {NOT_TAKEN_UP_WORDS[reason as NotTakenUp].toLowerCase()}
                  </Link>
                </li>
              ))}
            </ul>
          </li>
        ) : null}
      </ul>
    </Section>
  );
}

const NAMED = 5;

/** `Sở A; Sở B; … và 17 cơ quan khác`. */
function namesOf(late: readonly { readonly organisation: { readonly name: string } }[]): string {
  const names = late.slice(0, NAMED).map((one) => one.organisation.name);
  const rest = late.length - names.length;
  return `${names.join('; ')}${rest > 0 ? ` và ${formatCount(rest)} cơ quan khác` : ''}`;
}

function sayUntil(dueOn: string, today: string): string {
  const until = formatUntil(dueOn, today);
  return `${until.charAt(0).toUpperCase()}${until.slice(1)}, hạn ${formatDay(dueOn)}`;
}
