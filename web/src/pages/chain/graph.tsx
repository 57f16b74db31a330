/** The chain as a drawing: boxes in rows, lines from what carries out to what decides. Each box is a link. */
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { Answer } from '../../api/client.ts';
import { formatDay } from '../../format/date.ts';
import { cx } from '../../ui/cx.ts';
import { shortName, titleOf } from '../documents/words.ts';
import styles from './chain.module.css';
import { placeNodes } from './layout.ts';
import { EDGE_WORDS } from './words.ts';

export type Chain = Answer<'GET /documents/chain'>;
type Node = Chain['nodes'][number];

const BOX = { width: 240, height: 64 };
const GAP = { x: 28, y: 72 };
const ROOM = 16;
/** Letters of a line that fit into a box. */
const FITS = 23;

export function Graph({ chain, middle }: { readonly chain: Chain; readonly middle: string | null }) {
  const navigate = useNavigate();
  const [over, setOver] = useState<string | null>(null);
  const svg = useRef<SVGSVGElement>(null);
  const { boxes, width, height } = useMemo(() => draw(chain), [chain]);
  const open = (id: string) => void navigate({ to: '/van-ban/$id', params: { id } });
  const walk = (event: KeyboardEvent, id: string) => {
    if (event.key === 'Enter') open(id);
    const step = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const here = boxes.get(id);
    if (!step || !here) return;
    event.preventDefault();
    const next = nearest(boxes, here, step[0] as number, step[1] as number);
    if (next) svg.current?.querySelector<SVGElement>(`[data-id="${next}"]`)?.focus();
  };
  const lit = (from: string, to: string) => over === from || over === to;
  return (
    <section className={styles.canvas} aria-label="Sơ đồ chuỗi văn bản">
      <svg ref={svg} width={width} height={height} viewBox={`0 0 ${width} ${height}`}>
        <title>Sơ đồ chuỗi văn bản</title>
        <defs>
          <marker id="den" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0 8 4 0 8z" className={styles.arrow} />
          </marker>
        </defs>
        {chain.edges.map((edge) => {
          const [from, to] = [boxes.get(edge.from), boxes.get(edge.to)];
          if (!from || !to) return null;
          return (
            <path
              key={`${edge.from} ${edge.to} ${edge.kind}`}
              d={lineBetween(from, to)}
              markerEnd="url(#den)"
              className={cx(styles.line, styles[edge.kind], lit(edge.from, edge.to) && styles.lit)}
            >
              <title>{EDGE_WORDS[edge.kind]}</title>
            </path>
          );
        })}
        {chain.nodes.map((node) => {
          const box = boxes.get(node.id);
          if (!box) return null;
          return (
            // biome-ignore lint/a11y/useSemanticElements: a link of HTML can't stand in a drawing.
            <g
              key={node.id}
              data-id={node.id}
              role="link"
              tabIndex={0}
              aria-description={heard(node, chain)}
              transform={`translate(${box.x} ${box.y})`}
              className={cx(styles.node, node.id === middle && styles.middle)}
              onClick={() => open(node.id)}
              onKeyDown={(event) => walk(event, node.id)}
              onPointerEnter={() => setOver(node.id)}
              onPointerLeave={() => setOver(null)}
              onFocus={() => setOver(node.id)}
              onBlur={() => setOver(null)}
            >
              <title>{titleOf(node)}</title>
              <rect width={BOX.width} height={BOX.height} rx="8" />
              <text x="12" y="25" className={styles.name}>
                {cut(shortName(node))}
              </text>
              <text x="12" y="47" className={styles.date}>
                {cut([node.issuedOn && formatDay(node.issuedOn), node.issuer].filter(Boolean).join(' · ') || '—', 31)}
              </text>
            </g>
          );
        })}
      </svg>
    </section>
  );
}

interface Box {
  readonly x: number;
  readonly y: number;
}

function draw(chain: Chain): { boxes: Map<string, Box>; width: number; height: number } {
  const placed = placeNodes(chain.nodes, chain.edges);
  const rows = Math.max(0, ...placed.map(({ row }) => row)) + 1;
  const counts = Array.from({ length: rows }, (_, row) => placed.filter((one) => one.row === row).length);
  const across = (count: number) => count * BOX.width + Math.max(0, count - 1) * GAP.x;
  const inside = Math.max(...counts.map(across), BOX.width);
  const boxes = new Map<string, Box>();
  for (const { id, row, column } of placed) {
    const left = (inside - across(counts[row] as number)) / 2;
    boxes.set(id, {
      x: ROOM + left + column * (BOX.width + GAP.x),
      y: ROOM + row * (BOX.height + GAP.y),
    });
  }
  return {
    boxes,
    width: inside + 2 * ROOM,
    height: rows * BOX.height + (rows - 1) * GAP.y + 2 * ROOM,
  };
}

/** From the upper edge of who cites to the lower edge of what is cited; beside one another it bows. */
function lineBetween(from: Box, to: Box): string {
  const middle = BOX.width / 2;
  if (from.y === to.y) {
    const side = from.x < to.x;
    const [x1, x2] = side ? [from.x + BOX.width, to.x] : [from.x, to.x + BOX.width];
    const y = from.y + BOX.height / 2;
    return `M${x1} ${y} C${x1} ${y - 40} ${x2} ${y - 40} ${x2} ${y}`;
  }
  const up = from.y > to.y;
  const [y1, y2] = up ? [from.y, to.y + BOX.height] : [from.y + BOX.height, to.y];
  const half = (y1 + y2) / 2;
  return `M${from.x + middle} ${y1} C${from.x + middle} ${half} ${to.x + middle} ${half} ${to.x + middle} ${y2}`;
}

/** The box that lies next in a direction. */
function nearest(boxes: ReadonlyMap<string, Box>, here: Box, dx: number, dy: number): string | null {
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const [id, box] of boxes) {
    const along = (box.x - here.x) * dx + (box.y - here.y) * dy;
    if (along <= 0) continue;
    const aside = Math.abs((box.x - here.x) * dy) + Math.abs((box.y - here.y) * dx);
    const far = along + 3 * aside;
    if (far < least) {
      least = far;
      best = id;
    }
  }
  return best;
}

function cut(text: string, most = FITS): string {
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}

/** What those hear who cannot see the lines. */
function heard(node: Node, chain: Chain): string {
  const names = new Map(chain.nodes.map((one) => [one.id, shortName(one)]));
  const leads = chain.edges
    .filter((edge) => edge.from === node.id)
    .map((edge) => `${EDGE_WORDS[edge.kind].toLowerCase()} ${names.get(edge.to)}`);
  return [titleOf(node), ...leads].join('; ');
}
