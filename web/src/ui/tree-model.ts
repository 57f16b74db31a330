/** The lines of a tree that are in sight, and what a key does among them. */

export interface TreeNode {
  readonly id: string;
  readonly label: string;
  readonly children?: readonly TreeNode[] | undefined;
}

export interface TreeLine {
  readonly node: TreeNode;
  readonly depth: number;
  readonly parent: string | null;
}

/** Every node whose parents are all open, top to bottom. */
export function visibleNodes(nodes: readonly TreeNode[], open: ReadonlySet<string>): TreeLine[] {
  const lines: TreeLine[] = [];
  const walk = (list: readonly TreeNode[], depth: number, parent: string | null) => {
    for (const node of list) {
      lines.push({ node, depth, parent });
      if (node.children && open.has(node.id)) walk(node.children, depth + 1, node.id);
    }
  };
  walk(nodes, 0, null);
  return lines;
}

export interface TreeAct {
  readonly kind: 'go' | 'toggle' | 'choose';
  readonly id: string;
}

/** Null when the key is not one of a tree. */
export function keyInTree(
  key: string,
  at: string | null,
  lines: readonly TreeLine[],
  open: ReadonlySet<string>,
): TreeAct | null {
  const i = lines.findIndex((line) => line.node.id === at);
  const line = lines[i];
  if (!line) return null;
  const go = (to: number): TreeAct | null => {
    const target = lines[Math.max(0, Math.min(lines.length - 1, to))];
    return target ? { kind: 'go', id: target.node.id } : null;
  };
  const { id, children } = line.node;
  const branches = (children?.length ?? 0) > 0;
  switch (key) {
    case 'ArrowDown':
      return go(i + 1);
    case 'ArrowUp':
      return go(i - 1);
    case 'Home':
      return go(0);
    case 'End':
      return go(lines.length - 1);
    case 'ArrowRight':
      if (!branches) return null;
      return open.has(id) ? go(i + 1) : { kind: 'toggle', id };
    case 'ArrowLeft':
      if (branches && open.has(id)) return { kind: 'toggle', id };
      return line.parent === null ? null : { kind: 'go', id: line.parent };
    case 'Enter':
    case ' ':
      return { kind: 'choose', id };
    default:
      return null;
  }
}
