/** Files that were given to the library: how far each is, where it leads, why it was not taken. */
import { Link } from '@tanstack/react-router';
import { formatBytes } from '../../format/number.ts';
import { Button } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Progress } from '../../ui/progress.tsx';
import styles from './documents.module.css';
import type { Upload } from './use-uploads.ts';

export function UploadList({
  list,
  onStop,
  onClear,
}: {
  readonly list: readonly Upload[];
  readonly onStop: (key: number) => void;
  readonly onClear: () => void;
}) {
  if (list.length === 0) return null;
  const busy = list.some((one) => ['queued', 'sending', 'reading'].includes(one.stage));
  return (
    <section className={styles.uploads} aria-label="Các tệp vừa tải lên">
      <ul>
        {list.map((one) => (
          <li key={one.key} className={styles.upload}>
            <Line one={one} onStop={() => onStop(one.key)} />
          </li>
        ))}
      </ul>
      {busy ? null : (
        <Button small kind="quiet" onClick={onClear}>
          Ẩn danh sách này
        </Button>
      )}
    </section>
  );
}

function Line({ one, onStop }: { readonly one: Upload; readonly onStop: () => void }) {
  const name = one.documentId ? (
    <Link to="/van-ban/$id" params={{ id: one.documentId }}>
      {one.name}
    </Link>
  ) : (
    one.name
  );
  switch (one.stage) {
    case 'sending':
      return <Progress label={`${one.name} · ${one.words}`} share={one.share} onCancel={onStop} />;
    case 'queued':
      return (
        <Progress
          label={`${one.name} (${formatBytes(one.size)})`}
          share={0}
          words={one.words ?? ''}
          onCancel={onStop}
        />
      );
    case 'reading':
      return <Progress label={one.name} share={one.share} words={one.words ?? ''} />;
    default:
      return (
        <p className={styles.outcome} role="status">
          <Icon name={one.stage === 'read' ? 'check' : one.stage === 'already' ? 'info' : 'alert'} />
          <span>
            {name}
            {one.stage === 'read' ? ' – đã đọc xong' : one.words ? ` – ${one.words}` : ''}
          </span>
        </p>
      );
  }
}
