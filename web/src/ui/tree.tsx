/** A tree (cây): organisations, the parts of a document. Arrows walk, right opens, left closes, Enter chooses. */
import { type KeyboardEvent, type ReactNode, useState } from 'react';
import { cx } from './cx.ts';
import { Icon } from './icon.tsx';
import styles from './tree.module.css';
import { keyInTree, type TreeNode, visibleNodes } from './tree-model.ts';

export type { TreeNode } from './tree-model.ts';

export interface TreeProps {
  readonly label: string;
  readonly nodes: readonly TreeNode[];
  readonly chosen?: string | null | undefined;
  readonly onChoose: (id: string) => void;
  /** Open at first; the rest is closed. */
  readonly openAtFirst?: readonly string[] | undefined;
  /** What stands at the end of a line. */
  readonly end?: ((node: TreeNode) => ReactNode) | undefined;
}

export function Tree({ label, nodes, chosen, onChoose, openAtFirst = [], end }: TreeProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set(openAtFirst));
  const [at, setAt] = useState<string | null>(null);
  const lines = visibleNodes(nodes, open);
  const reachable = lines.some((line) => line.node.id === (at ?? chosen)) ? (at ?? chosen) : lines[0]?.node.id;

  const toggle = (id: string) => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const act = keyInTree(event.key, reachable ?? null, lines, open);
    if (!act) return;
    event.preventDefault();
    if (act.kind === 'choose') onChoose(act.id);
    if (act.kind === 'toggle') toggle(act.id);
    if (act.kind === 'go') {
      setAt(act.id);
      [...event.currentTarget.querySelectorAll<HTMLElement>('[data-id]')].find((e) => e.dataset.id === act.id)?.focus();
    }
  };

  return (
    <div role="tree" aria-label={label} className={styles.tree} onKeyDown={onKeyDown}>
      {lines.map(({ node, depth }) => {
        const branches = (node.children?.length ?? 0) > 0;
        return (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the tree hears the keys of all its lines.
          <div
            key={node.id}
            role="treeitem"
            data-id={node.id}
            aria-level={depth + 1}
            aria-expanded={branches ? open.has(node.id) : undefined}
            aria-selected={node.id === chosen}
            tabIndex={node.id === reachable ? 0 : -1}
            className={cx(styles.line)}
            style={{ paddingInlineStart: `${depth * 1.125 + 0.25}rem` }}
            onFocus={() => setAt(node.id)}
            onClick={() => onChoose(node.id)}
          >
            {branches ? (
              <span
                className={cx(styles.mark, open.has(node.id) && styles.open)}
                aria-hidden="true"
                onClick={(event) => {
                  event.stopPropagation();
                  toggle(node.id);
                }}
              >
                <Icon name="chevronRight" size={16} />
              </span>
            ) : (
              <span className={styles.mark} aria-hidden="true" />
            )}
            <span className={styles.label}>{node.label}</span>
            {end ? <span className={styles.end}>{end(node)}</span> : null}
          </div>
        );
      })}
    </div>
  );
}
