/** A place to drop files on or to choose them (thả tệp), several at once. */
import { type DragEvent, useId, useRef, useState } from 'react';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import styles from './file-drop.module.css';
import { Icon } from './icon.tsx';

export interface FileDropProps {
  readonly label: string;
  /** What may be dropped, in words: `Word, PDF, bản chụp; tối đa 50 MB mỗi tệp`. */
  readonly hint: string;
  /** As the `accept` of a file input. */
  readonly accept?: string | undefined;
  readonly one?: boolean | undefined;
  readonly onFiles: (files: readonly File[]) => void;
}

export function FileDrop({ label, hint, accept, one, onFiles }: FileDropProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (list: FileList | null) => {
    const files = [...(list ?? [])];
    if (files.length > 0) onFiles(one ? files.slice(0, 1) : files);
    if (input.current) input.current.value = '';
  };
  const onDrag = (event: DragEvent) => {
    if (![...event.dataTransfer.types].includes('Files')) return;
    event.preventDefault();
    setOver(event.type !== 'dragleave');
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first.
    <div
      className={cx(styles.drop, over && styles.over)}
      onDragEnter={onDrag}
      onDragOver={onDrag}
      onDragLeave={onDrag}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <Icon name="upload" size={24} />
      <p>
        <strong>{label}</strong>
      </p>
      <p id={id} className={styles.hint}>
        {hint}
      </p>
      <Button aria-describedby={id} onClick={() => input.current?.click()}>
        {one ? 'Chọn tệp' : 'Chọn các tệp'}
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        multiple={!one}
        aria-label={label}
        onChange={(event) => take(event.target.files)}
      />
    </div>
  );
}
