/** How far a deliverable has come (tiến độ sản phẩm): its steps in a row, each with its day. */
import { dayOfStage, STAGE_WORDS, STAGES, type Stage, type StageFacts } from '#delivery/deliverable-stage.ts';
import { formatDay } from '../../format/date.ts';
import styles from './deliverables.module.css';

type Steps = Omit<StageFacts, 'documentId'>;

export function StageBar({ of, days }: { readonly of: Steps; readonly days?: boolean }) {
  const at = STAGES.indexOf(of.stage);
  const facts: StageFacts = { ...of, documentId: null };
  return (
    <ol className={styles.steps} aria-label={`Tiến độ: ${STAGE_WORDS[of.stage]}`}>
      {STAGES.slice(1).map((stage, i) => {
        const day = dayOfStage(facts, stage);
        const state = i + 1 > at ? 'ahead' : day === null ? 'skipped' : 'done';
        return (
          <li key={stage} data-state={state} data-now={stage === of.stage || undefined} title={tell(stage, state, day)}>
            <span className={styles.word}>{STAGE_WORDS[stage]}</span>
            {days ? <span className={styles.on}>{day === null ? '—' : formatDay(day)}</span> : null}
            <span className="sr-only">{tell(stage, state, day)}</span>
          </li>
        );
      })}
    </ol>
  );
}

function tell(stage: Stage, state: 'ahead' | 'skipped' | 'done', day: string | null): string {
  if (state === 'done' && day !== null) return `${STAGE_WORDS[stage]} ngày ${formatDay(day)}`;
  return state === 'skipped' ? `${STAGE_WORDS[stage]}: đã bỏ qua` : `${STAGE_WORDS[stage]}: chưa đến`;
}
