/** What else waits (việc khác): documents, reviews, plans to compare; of the registers what is late or near. */
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { read } from '../../api/query.ts';
import { useMe } from '../../api/session.ts';
import { formatDay } from '../../format/date.ts';
import { formatCount } from '../../format/number.ts';
import { Section } from '../../frame/page.tsx';
import { usePlan } from '../../frame/plan.ts';
import { useOverview, waitingOf } from '../../frame/waiting.ts';
import type { WorkScope } from '../../words/work.ts';
import styles from './my-work.module.css';

interface Other {
  readonly id: string;
  readonly words: string;
  readonly to: string;
  readonly search: Readonly<Record<string, string>>;
}

export function Others({ scope }: { readonly scope: WorkScope }) {
  const me = useMe();
  const { data } = useOverview();
  const registers = useRegisters(scope, me.post?.organisation.id);
  const plans = useActionPlans(scope);
  // What is no task waits for the post, whatever tasks are looked at; it is told where the post looks first.
  const first = data !== undefined && (data.work === null || data.work.scope === scope);
  const waiting = first ? waitingOf({ ...data, work: null }, me.rights) : [];
  const others: Other[] = [...waiting.map((one) => ({ search: {}, ...one })), ...registers, ...plans] as Other[];
  if (others.length === 0) return null;
  return (
    <Section title="Việc khác chờ bạn">
      <ul className={styles.others}>
        {others.map((one) => (
          <li key={one.id}>
            <Link to={one.to} search={one.search as never}>
              {one.words}
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Deliverables and long-standing cases of the organisation; the Office sees those of the province. */
function useRegisters(scope: WorkScope, organisation: string | undefined): Other[] {
  const { plan } = usePlan();
  const of = scope === 'organisation' ? organisation : undefined;
  const on = scope === 'office' || of !== undefined;
  const products = useQuery({
    ...read('GET /deliverables/counts', { query: { plan: plan?.id ?? '', ...(of ? { lead: of } : {}) } }),
    enabled: on && plan !== null,
  });
  const cases = useQuery({ ...read('GET /cases/facets', { query: of ? { organisation: of } : {} }), enabled: on });
  if (!on) return [];
  const body: Record<string, string> = of ? { co_quan: of } : {};
  const told = (['overdue', 'due-soon'] as const).flatMap((standing) => {
    const words = standing === 'overdue' ? 'quá hạn' : 'sắp đến hạn';
    const search = { ...body, tt: standing };
    return [
      {
        id: `product-${standing}`,
        count: products.data?.standings[standing] ?? 0,
        words: `sản phẩm ${words}`,
        to: '/nhiem-vu/san-pham',
        search: { ...search, ...(plan ? { ke_hoach: plan.id } : {}) },
      },
      {
        id: `case-${standing}`,
        count: cases.data?.counts[standing] ?? 0,
        words: `vụ việc tồn đọng ${words}`,
        to: '/nhiem-vu/vu-viec',
        search,
      },
    ];
  });
  return told
    .filter(({ count }) => count > 0)
    .map(({ count, words, ...rest }) => ({ ...rest, words: `${formatCount(count)} ${words}` }));
}

/** The action plan that the organisation owes; for the Office, how many owe theirs. */
function useActionPlans(scope: WorkScope): Other[] {
  const { plan } = usePlan();
  const { data } = useQuery({
    ...read('GET /plans/:id/action-plans', { params: { id: plan?.id ?? '' } }),
    enabled: plan !== null && scope !== 'post',
  });
  if (!plan || !data || scope === 'post') return [];
  const link = { id: 'action-plan', to: '/nhiem-vu/ke-hoach-hanh-dong', search: { ke_hoach: plan.id } };
  if (scope === 'office') {
    const late = data.items.filter((one) => one.state === 'late').length;
    const words = `${formatCount(late)} cơ quan quá hạn ban hành kế hoạch hành động`;
    return late > 0 ? [{ ...link, words }] : [];
  }
  const own = data.items.find((one) => one.own && one.issuedOn === null && one.dueOn !== null);
  if (!own?.dueOn) return [];
  const when = own.state === 'late' ? `đã quá hạn ${formatDay(own.dueOn)}` : `hạn ${formatDay(own.dueOn)}`;
  return [{ ...link, words: `Ban hành kế hoạch hành động, ${when}` }];
}
