/** The lines of an agency's document, each with the task that it is matched to: confirmed, moved to another, left out. */
import { formatPeriod } from '#delivery/period.ts';
import type { Answer } from '../../api/client.ts';
import { formatDay } from '../../format/date.ts';
import { Tag, type Tone } from '../../ui/badge.tsx';
import { Button, ButtonRow } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { Combobox, type Option } from '../../ui/combobox.tsx';
import styles from './action-plan.module.css';

type Preview = Answer<'POST /plans/:id/action-plans/:organisation/import'>;
type Row = Preview['rows'][number];

export interface Choice {
  readonly taken: boolean;
  readonly taskId: string | null;
}

/** What is proposed: every part that was matched and is not there yet. */
export function choicesOf({ rows }: Preview): Map<string, Choice> {
  return new Map(
    rows.map((row) => [row.key, { taken: !row.isWhole && !row.there && row.taskId !== null, taskId: row.taskId }]),
  );
}

const short = (text: string) => (text.length > 110 ? `${text.slice(0, 107)}…` : text);

function wordsOf(row: Row, choice: Choice): { readonly words: string; readonly tone: Tone } {
  if (row.isWhole) return { words: 'Chính là nhiệm vụ', tone: 'neutral' };
  if (row.there) return { words: 'Đã có phần việc này', tone: 'neutral' };
  if (choice.taskId === null) return { words: 'Chưa khớp', tone: 'amber' };
  const match = row.matches.find((one) => one.taskId === choice.taskId);
  if (!match) return { words: 'Tự chọn', tone: 'brand' };
  return { words: `Khớp ${Math.round(match.score * 100)}%`, tone: match.score >= 0.75 ? 'green' : 'amber' };
}

export function ImportRows({
  preview,
  choices,
  onChoices,
}: {
  readonly preview: Preview;
  readonly choices: ReadonlyMap<string, Choice>;
  readonly onChoices: (choices: ReadonlyMap<string, Choice>) => void;
}) {
  const set = (key: string, change: Partial<Choice>) => {
    const now = choices.get(key) ?? { taken: false, taskId: null };
    onChoices(new Map(choices).set(key, { ...now, ...change }));
  };
  const rows = preview.rows.filter((row) => !row.isWhole);
  const wholes = preview.rows.length - rows.length;
  const unmatched = rows.filter((row) => choices.get(row.key)?.taskId === null).length;
  const options = (row: Row): Option[] => {
    const first = row.matches.map((match) => match.taskId);
    const rest = preview.tasks.filter((task) => !first.includes(task.id));
    return [
      ...row.matches.map((match) => ({
        value: match.taskId,
        label: short(match.text),
        hint: `Giống ${Math.round(match.score * 100)}%`,
      })),
      ...rest.map((task) => ({ value: task.id, label: short(task.text) })),
    ];
  };
  return (
    <>
      <p role="status">
        {rows.length} phần việc trong văn bản; {unmatched} chưa khớp.
        {wholes > 0 ? ` ${wholes} dòng chỉ nêu lại nhiệm vụ nên không nhập.` : ''}
      </p>
      <ButtonRow>
        <Button small onClick={() => onChoices(choicesOf(preview))}>
          Chọn theo đề xuất
        </Button>
        <Button
          small
          onClick={() => onChoices(new Map([...choices].map(([key, choice]) => [key, { ...choice, taken: false }])))}
        >
          Bỏ chọn tất cả
        </Button>
      </ButtonRow>
      <ul className={styles.rows}>
        {rows.map((row) => {
          const choice = choices.get(row.key) ?? { taken: false, taskId: null };
          const { words, tone } = wordsOf(row, choice);
          const all = options(row);
          const who = row.responsible.organisationId || row.responsible.postId;
          return (
            <li key={row.key} className={styles.row}>
              <div className={styles.rowHead}>
                <Checkbox
                  label={row.text}
                  checked={choice.taken}
                  onChange={(event) => set(row.key, { taken: event.target.checked })}
                />
                <Tag tone={tone}>{words}</Tag>
              </div>
              <p className={styles.quiet}>
                {[
                  row.period ? formatPeriod(row.period) : '',
                  row.dueOn ? `hạn ${formatDay(row.dueOn)}` : '',
                  row.responsible.words
                    ? who
                      ? row.responsible.words
                      : `${row.responsible.words} (không thấy trong danh mục; sẽ ghi cơ quan tự thực hiện)`
                    : '',
                ]
                  .filter(Boolean)
                  .join(' · ') || 'Không ghi thời gian, người thực hiện'}
              </p>
              <Combobox
                aria-label={`Nhiệm vụ của phần việc ${row.text}`}
                value={all.find((one) => one.value === choice.taskId) ?? null}
                options={all}
                placeholder="Chưa khớp: chọn nhiệm vụ"
                onChoose={(option) => set(row.key, { taskId: option?.value ?? null, taken: option !== null })}
              />
            </li>
          );
        })}
      </ul>
    </>
  );
}
