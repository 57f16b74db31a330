/** The history of a task (lịch sử), the newest first: acts with what they told, evidence, what was taken back. */
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ACT_WORDS, type Act } from '#delivery/act.ts';
import { read } from '../../api/query.ts';
import { formatInstant } from '../../format/instant.ts';
import { Tag } from '../../ui/badge.tsx';
import { Button } from '../../ui/button.tsx';
import styles from './task.module.css';
import { useUndo } from './use-acts.ts';
import { type ActEntry, actDetails, type TaskAnswer } from './words.ts';

interface Entry {
  readonly key: string;
  readonly at: string;
  readonly words: string;
  readonly details: string | null;
  readonly text: string | null;
  readonly by: string;
  readonly undone: boolean;
  readonly act: ActEntry | null;
}

const by = (...parts: (string | null)[]) => parts.filter(Boolean).join(' · ');

export function History({ data }: { readonly data: TaskAnswer }) {
  const { life, acts, mayUndo } = data;
  const evidence = useQuery(read('GET /evidence', { query: { subjectType: 'task', subjectId: life.id } }));
  const undo = useUndo();
  const [busy, setBusy] = useState(false);
  const last = acts.find((one) => !one.undone && one.act !== 'remind');
  const entries: Entry[] = [
    ...acts.map((one) => ({
      key: one.id,
      at: one.at,
      words: ACT_WORDS[one.act as Act] ?? one.act,
      details: actDetails(one),
      text: one.text,
      by: by(one.person, one.post, one.organisation),
      undone: one.undone,
      act: one,
    })),
    ...(evidence.data?.items ?? []).flatMap((one) => {
      const entry = { details: null, text: null, undone: false, act: null };
      const added = {
        ...entry,
        key: one.id,
        at: one.addedAt,
        words: `Đính kèm minh chứng “${one.name}”`,
        by: by(one.person, one.post, one.organisation),
      };
      if (one.removedAt === null) return [added];
      return [
        added,
        { ...entry, key: `${one.id}-gone`, at: one.removedAt, words: `Gỡ minh chứng “${one.name}”`, by: '' },
      ];
    }),
  ].sort((a, b) => b.at.localeCompare(a.at));
  if (entries.length === 0) return <p className={styles.quiet}>Chưa có việc nào được ghi.</p>;
  return (
    <ol className={styles.history}>
      {entries.map((one) => (
        <li key={one.key}>
          <p>
            {one.undone ? (
              <>
                <del>{one.words}</del> <Tag>Đã hoàn tác</Tag>
              </>
            ) : (
              <strong>{one.words}</strong>
            )}
            {one.details ? <span className={one.undone ? styles.struck : undefined}> – {one.details}</span> : null}
          </p>
          {one.text ? <p className={one.undone ? styles.struck : styles.said}>{one.text}</p> : null}
          <p className={styles.quiet}>{by(formatInstant(one.at), one.by)}</p>
          {mayUndo && one.act === last && last ? (
            <div>
              <Button
                small
                kind="quiet"
                icon="undo"
                busy={busy}
                onClick={async () => {
                  setBusy(true);
                  await undo(life.id, life.version);
                  setBusy(false);
                }}
              >
                Hoàn tác
              </Button>
            </div>
          ) : null}
        </li>
      ))}
    </ol>
  );
}

/** What was told of how it goes, the newest first. */
export function Progresses({ acts }: { readonly acts: readonly ActEntry[] }) {
  const told = acts.filter((one) => !one.undone && one.act === 'update');
  if (told.length === 0) return <p className={styles.quiet}>Chưa có cập nhật tiến độ nào.</p>;
  return (
    <ol className={styles.history}>
      {told.map((one) => (
        <li key={one.id}>
          <p>
            {one.progress ? <Tag tone="brand">{one.progress.replace('.', ',')}%</Tag> : null} {one.text}
          </p>
          <p className={styles.quiet}>{by(formatInstant(one.at), one.person, one.organisation)}</p>
        </li>
      ))}
    </ol>
  );
}
