/** One directive: who gave it when, its words, its sentence in the notice, how its task stands. */
import { Link } from '@tanstack/react-router';
import { formatDay } from '../../format/date.ts';
import { Tag } from '../../ui/badge.tsx';
import { StandingBadge } from '../../ui/standing.tsx';
import plan from '../plan/plan.module.css';
import { SourceLink } from '../plan/sentence.tsx';
import styles from './directives.module.css';
import { type Directive, KIND_WORDS } from './use-directives.ts';

export function DirectiveCard({ of, task = true }: { readonly of: Directive; readonly task?: boolean }) {
  const same = of.source !== null && of.source.quote.replace(/\s+/g, ' ').trim() === of.text.trim();
  return (
    <article className={styles.card}>
      <div className={styles.meta}>
        <Tag tone="brand">{KIND_WORDS[of.kind]}</Tag>
        <span>{of.givenBy}</span>
        <span>ngày {formatDay(of.givenOn)}</span>
        {of.withdrawnAt ? <Tag tone="amber">Đã thu hồi</Tag> : null}
      </div>
      <p className={plan.prose}>{of.text}</p>
      {of.withdrawnReason ? <p className={plan.quote}>Lý do thu hồi: {of.withdrawnReason}</p> : null}
      {of.source ? (
        <p className={plan.quote}>
          {same ? null : <>“{of.source.quote}” </>}
          <SourceLink source={of.source} />
        </p>
      ) : null}
      {task && of.task ? (
        <div className={styles.head}>
          <Link to="/nhiem-vu/$id" params={{ id: of.task.id }}>
            Mở nhiệm vụ
          </Link>
          <span className={styles.meta}>
            <span>{of.task.leads.map((one) => one.name).join('; ') || 'Chưa giao cơ quan chủ trì'}</span>
            {of.task.dueOn ? <span>Hạn {formatDay(of.task.dueOn)}</span> : null}
            <StandingBadge standing={of.task.standing} />
          </span>
        </div>
      ) : null}
    </article>
  );
}
