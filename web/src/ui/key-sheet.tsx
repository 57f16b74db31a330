/** The sheet of keys (bảng phím tắt) that `?` opens: every key that works on this page, by part. */
import { useState } from 'react';
import { Dialog } from './dialog.tsx';
import styles from './key-sheet.module.css';
import { type KeyGroup, useKeyGroups, useKeys } from './keys.ts';

const NAMES: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Enter: 'Enter',
  Escape: 'Esc',
  ' ': 'Phím cách',
};

export function KeySheet() {
  const [open, setOpen] = useState(false);
  useKeys('Chung', [{ key: '?', words: 'Mở bảng phím tắt', act: () => setOpen(true) }]);
  const groups = useKeyGroups();
  return (
    <Dialog open={open} onClose={() => setOpen(false)} title="Phím tắt">
      <KeyTable groups={groups} />
    </Dialog>
  );
}

export function KeyTable({ groups }: { readonly groups: readonly KeyGroup[] }) {
  const titles = [...new Set(groups.map((group) => group.title))];
  return (
    <div className={styles.groups}>
      {titles.map((title) => (
        <section key={title}>
          <h3>{title}</h3>
          <dl className={styles.keys}>
            {groups
              .filter((group) => group.title === title)
              .flatMap((group) => group.keys)
              .map((one) => (
                <div key={one.key}>
                  <dt>
                    <kbd>{NAMES[one.key] ?? one.key}</kbd>
                  </dt>
                  <dd>{one.words}</dd>
                </div>
              ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
