/** The numbers of an agency, each a link to the tasks that it counts. */
import { Link } from '@tanstack/react-router';
import { formatCount } from '../../format/number.ts';
import styles from './action-plan.module.css';
import { ofAgency } from './links.ts';
import type { AgencyPlan } from './shared.ts';

interface NumberProps {
  readonly planId: string;
  readonly item: AgencyPlan;
  readonly which: 'total' | 'accepted' | 'brokenDown' | 'withPerson' | 'done' | 'overdue';
}

const FILTERS: Readonly<Record<NumberProps['which'], Readonly<Record<string, string>>>> = {
  total: {},
  accepted: { accepted: 'yes' },
  brokenDown: { parts: 'with' },
  withPerson: { person: 'with' },
  done: { standing: 'done-on-time,done-late' },
  overdue: { standing: 'overdue' },
};

const WORDS: Readonly<Record<NumberProps['which'], string>> = {
  total: 'nhiệm vụ chủ trì',
  accepted: 'nhiệm vụ đã tiếp nhận',
  brokenDown: 'nhiệm vụ đã phân rã',
  withPerson: 'nhiệm vụ đã có người thực hiện',
  done: 'nhiệm vụ đã hoàn thành',
  overdue: 'nhiệm vụ quá hạn',
};

export function TaskNumber({ planId, item, which }: NumberProps) {
  const count = item.tasks[which];
  return (
    <Link
      {...ofAgency(planId, item.organisation.id, FILTERS[which])}
      className={which === 'overdue' && count > 0 ? styles.late : styles.number}
      aria-label={`${count} ${WORDS[which]} của ${item.organisation.name}`}
    >
      {formatCount(count)}
    </Link>
  );
}
