/** What is known of a task beside its sentence: who leads and who accepted, who does it, until when and why so. */
import { formatPeriod } from '#delivery/period.ts';
import { formatDay } from '../../format/date.ts';
import { formatInstant } from '../../format/instant.ts';
import { formatPercent } from '../../format/number.ts';
import { Tag } from '../../ui/badge.tsx';
import { Missing } from '../targets/columns.tsx';
import styles from './task.module.css';
import { deadlineStory, type TaskAnswer } from './words.ts';

export function Agencies({ data }: { readonly data: TaskAnswer }) {
  const { life } = data;
  const accepted = new Set(life.acceptedIds);
  const assigned = life.state !== 'draft';
  return (
    <dl className={styles.facts}>
      <div>
        <dt>Chủ trì</dt>
        <dd>
          {life.leads.length === 0 ? <Missing why="Chưa có cơ quan chủ trì" /> : null}
          <ul className={styles.plain}>
            {life.leads.map((one) => (
              <li key={one.name}>
                {one.name}{' '}
                {one.organisationId !== null && accepted.has(one.organisationId) ? (
                  <Tag tone="green">Đã tiếp nhận</Tag>
                ) : assigned ? (
                  <Tag tone="amber">Chờ tiếp nhận</Tag>
                ) : (
                  <Tag>Chưa giao</Tag>
                )}
              </li>
            ))}
          </ul>
        </dd>
      </div>
      <div>
        <dt>Phối hợp</dt>
        <dd>
          {life.supports.length === 0 ? (
            <Missing why="Không có cơ quan phối hợp" />
          ) : (
            life.supports.map((one) => one.name).join('; ')
          )}
        </dd>
      </div>
      <div>
        <dt>Người thực hiện</dt>
        <dd>
          {life.post ? (
            <>
              {life.post.holder ?? 'Chưa có người giữ chức danh'}{' '}
              <span className={styles.quiet}>{life.post.title}</span>
            </>
          ) : (
            <Missing why="Cơ quan chủ trì chưa phân công người thực hiện" />
          )}
        </dd>
      </div>
      <div>
        <dt>Tiến độ</dt>
        <dd>{life.progress === null ? <Missing why="Chưa có số liệu tiến độ" /> : formatPercent(life.progress)}</dd>
      </div>
      {life.period ? (
        <div>
          <dt>Kỳ</dt>
          <dd>{formatPeriod(life.period)}</dd>
        </div>
      ) : null}
      {life.groupTitle || life.section ? (
        <div>
          <dt>Phần của văn bản</dt>
          <dd>{sectionWords(life.section, life.groupTitle)}</dd>
        </div>
      ) : null}
    </dl>
  );
}

/** `III. NHIỆM VỤ`; a path that the title does not begin with stands before it. */
function sectionWords(section: string, title: string | null): string {
  const last = section.split('.').at(-1) ?? '';
  if (title === null || title === '') return `Mục ${section}`;
  return section === '' || (section === last && title.startsWith(last)) ? title : `Mục ${section}: ${title}`;
}

export function Deadline({ data }: { readonly data: TaskAnswer }) {
  const { life, task, acts } = data;
  const story = deadlineStory(acts);
  return (
    <>
      <p className={styles.deadline}>{life.dueOn === null ? 'Không có thời hạn' : formatDay(life.dueOn)}</p>
      <ol className={styles.history}>
        <li>
          <p>
            {life.printedDueOn === null
              ? 'Văn bản không ghi thời hạn'
              : life.origin === 'document'
                ? `Theo văn bản: ${formatDay(life.printedDueOn)}`
                : `Thời hạn ban đầu: ${formatDay(life.printedDueOn)}`}
          </p>
          {life.origin === 'document' && task?.dueQuote ? <p className={styles.quiet}>“{task.dueQuote}”</p> : null}
        </li>
        {story.map((one) => (
          <li key={one.id}>
            <p>
              <Tag tone={one.tone}>{one.words}</Tag>
            </p>
            {one.why ? <p className={styles.said}>{one.why}</p> : null}
            <p className={styles.quiet}>{[formatInstant(one.at), one.by].filter(Boolean).join(' · ')}</p>
          </li>
        ))}
        {life.askedDueOn ? (
          <li>
            <p>
              <Tag tone="amber">Đang chờ trả lời đề nghị gia hạn đến {formatDay(life.askedDueOn)}</Tag>
            </p>
          </li>
        ) : null}
      </ol>
    </>
  );
}
