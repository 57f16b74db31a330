/** What can become of the selected words (thêm từ đoạn được chọn): a bar under the text. */
import { Button } from '../../ui/button.tsx';
import { ADDABLE, type AddableKind } from './fields.ts';
import styles from './review.module.css';
import { KIND_WORDS } from './words.ts';

export interface SelectionBarProps {
  readonly words: string;
  readonly onAdd: (kind: AddableKind) => void;
}

export function SelectionBar({ words, onAdd }: SelectionBarProps) {
  return (
    <div className={styles.selection} onPointerDown={(event) => event.preventDefault()}>
      <span className={styles.chosen}>“{words.replace(/\s+/g, ' ').trim()}”</span>
      <span className={styles.becomes}>
        Thêm <kbd>n</kbd>
        {ADDABLE.map((kind) => (
          <Button key={kind} small onClick={() => onAdd(kind)}>
            {KIND_WORDS[kind]}
          </Button>
        ))}
      </span>
    </div>
  );
}
