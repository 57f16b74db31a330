/** A task on a card (thẻ nhiệm vụ): what, until when, who, what holds it up, and the next step. */
import { Link } from '@tanstack/react-router';
import { ACT_WORDS, type Act } from '#delivery/act.ts';
import { explain } from '../../api/problem.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { StandingShape } from '../../ui/standing.tsx';
import { toast } from '../../ui/toast.tsx';
import { useAct } from '../task/use-acts.ts';
import styles from './my-work.module.css';
import { dueWords, heldWords, type WorkItem } from './words.ts';

/** Acts that need nothing to be written or looked at: done on the spot. */
const AT_ONCE: ReadonlySet<Act> = new Set(['accept', 'remind']);

/** Where the next step is taken on the task's page: what is looked at there before it is done. */
const OPEN_WORDS: Readonly<Partial<Record<Act, string>>> = {
  verify: 'Xem, xác nhận hoàn thành',
  'grant-extension': 'Trả lời đề nghị gia hạn',
};

export interface TaskCardProps {
  readonly item: Omit<WorkItem, 'next' | 'whole'> & Partial<Pick<WorkItem, 'whole'>>;
  readonly next?: Act | null | undefined;
  readonly today: string;
  /** The organisation whose page it is: it needs no mention on each card. */
  readonly own?: string | undefined;
  readonly onDone?: (() => void) | undefined;
}

export function TaskCard({ item, next = null, today, own, onDone }: TaskCardProps) {
  const leads = item.leads
    .filter((one) => own === undefined || one.organisationId !== own)
    .map((one) => one.name)
    .join('; ');
  const who = [leads, item.post?.holder ?? item.post?.title].filter(Boolean).join(' · ');
  return (
    <article className={styles.card}>
      <Link to="/nhiem-vu/$id" params={{ id: item.id }} className={styles.text}>
        {item.text}
      </Link>
      {item.whole ? <p className={styles.whole}>Thuộc nhiệm vụ: {item.whole}</p> : null}
      <p className={styles.due} data-standing={item.standing}>
        <StandingShape standing={item.standing} /> {dueWords(item, today)}
      </p>
      {who ? <p className={styles.quiet}>{who}</p> : null}
      {heldWords(item).map((words) => (
        <p key={words} className={styles.held}>
          {words}
        </p>
      ))}
      {next ? <NextStep item={item} next={next} onDone={onDone} /> : null}
    </article>
  );
}

function NextStep({
  item,
  next,
  onDone,
}: {
  readonly item: TaskCardProps['item'];
  readonly next: Act;
  readonly onDone: (() => void) | undefined;
}) {
  const act = useAct(() => onDone?.());
  const words = (AT_ONCE.has(next) ? undefined : OPEN_WORDS[next]) ?? ACT_WORDS[next];
  const label = `${words}: ${item.text.slice(0, 80)}`;
  const take = () =>
    act.mutate(
      { params: { id: item.id }, body: { act: next, version: item.version } },
      {
        // Somebody was quicker, or it may not be done any more: what is true now is asked for.
        onError: (error) => {
          toast({ text: explain(error).message, wrong: true });
          onDone?.();
        },
      },
    );
  return (
    <div className={styles.step}>
      {AT_ONCE.has(next) ? (
        <Button small aria-label={label} busy={act.isPending} onClick={take}>
          {words}
        </Button>
      ) : (
        <Link to="/nhiem-vu/$id" params={{ id: item.id }} className={buttonClass('plain', true)} aria-label={label}>
          {words}
        </Link>
      )}
    </div>
  );
}
