/** What to look at before publishing (cần xem trước khi ban hành): each with its items in the review, ticked one by one. */
import { Link } from '@tanstack/react-router';
import { formatCount } from '../../format/number.ts';
import { Section } from '../../frame/page.tsx';
import { Checkbox } from '../../ui/choice.tsx';
import { Icon } from '../../ui/icon.tsx';
import type { Preview } from './page.tsx';
import styles from './publish.module.css';

type Warning = Preview['warnings'][number];

/** The view of the review that shows them, where there is one. */
const VIEWS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  undecided: { loc: 'open' },
  unseen: { loc: 'unseen' },
  unread: { loai: 'unread' },
  'text-errors': { loai: 'text-error' },
};

export interface WarningsProps {
  readonly id: string;
  readonly warnings: readonly Warning[];
  readonly seen: ReadonlySet<string>;
  readonly onSeen: (seen: ReadonlySet<string>) => void;
  /** The person tried to go on without having seen all. */
  readonly missing: boolean;
}

export function Warnings({ id, warnings, seen, onSeen, missing }: WarningsProps) {
  const tick = (code: string, on: boolean) => {
    const next = new Set(seen);
    if (on) next.add(code);
    else next.delete(code);
    onSeen(next);
  };
  const done = warnings.filter((one) => seen.has(one.code)).length;
  return (
    <Section
      title="Cần xem trước khi ban hành"
      actions={
        <span className={styles.quiet} role="status">
          Đã xem {formatCount(done)}/{formatCount(warnings.length)}
        </span>
      }
    >
      <ul className={styles.warnings}>
        {warnings.map((one) => (
          <li key={one.code} data-missing={missing && !seen.has(one.code)}>
            <div className={styles.warning}>
              <Icon name={seen.has(one.code) ? 'check' : 'alert'} />
              <p>{one.vi}</p>
              <Checkbox
                label="Tôi đã xem"
                aria-label={`Tôi đã xem: ${one.vi}`}
                checked={seen.has(one.code)}
                onChange={(event) => tick(one.code, event.target.checked)}
              />
            </div>
            <Items id={id} warning={one} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Items({ id, warning }: { readonly id: string; readonly warning: Warning }) {
  const view = VIEWS[warning.code];
  return (
    <details className={styles.items}>
      <summary>Xem {formatCount(warning.count)} mục</summary>
      <ol>
        {warning.items.map((item) => (
          <li key={item.id}>
            <Link to="/van-ban/$id/ra-soat" params={{ id }} search={{ muc: item.id } as never}>
              {item.quote || 'Mục này'}
            </Link>
          </li>
        ))}
      </ol>
      {warning.count > warning.items.length ? (
        <p className={styles.quiet}>Còn {formatCount(warning.count - warning.items.length)} mục nữa.</p>
      ) : null}
      {view ? (
        <p>
          <Link to="/van-ban/$id/ra-soat" params={{ id }} search={view as never}>
            Mở cả nhóm này trong rà soát
          </Link>
        </p>
      ) : null}
    </details>
  );
}
