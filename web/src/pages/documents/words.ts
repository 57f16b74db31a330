/** Words of the library for what the server names by code. */
import type { Answer } from '../../api/client.ts';
import type { Tone } from '../../ui/badge.tsx';

export type DocumentRow = Answer<'GET /documents'>['items'][number];

export const STATE_WORDS: Readonly<Record<DocumentRow['state'], { readonly word: string; readonly tone: Tone }>> = {
  waiting: { word: 'Chờ đọc', tone: 'neutral' },
  reading: { word: 'Đang đọc', tone: 'brand' },
  read: { word: 'Đã đọc', tone: 'green' },
  refused: { word: 'Không đọc được', tone: 'red' },
};

export const REVIEW_WORDS: Readonly<
  Record<DocumentRow['reviewState'], { readonly word: string; readonly tone: Tone }>
> = {
  none: { word: 'Chưa rà soát', tone: 'neutral' },
  open: { word: 'Đang rà soát', tone: 'amber' },
  published: { word: 'Đã ban hành kế hoạch', tone: 'green' },
};

/** What people call it: its title, else the name of its file. */
export function titleOf(row: { readonly title: string | null; readonly fileName: string }): string {
  return row.title ?? row.fileName;
}

/** `Nghị quyết 01-NQ/TU`, else its title. */
export function shortName(row: {
  readonly type: string | null;
  readonly symbol: string | null;
  readonly title: string | null;
  readonly fileName: string;
}): string {
  const name = [row.type, row.symbol].filter(Boolean).join(' ');
  return row.symbol === null ? titleOf(row) : name;
}

const STAGES = { text: 'Đang mở tệp', ocr: 'Đang nhận dạng chữ', read: 'Đang đọc nội dung' } as const;

export function progressWords(progress: NonNullable<DocumentRow['progress']>): string {
  const { stage, done, total } = progress;
  return total > 1 ? `${STAGES[stage]}: trang ${done}/${total}` : STAGES[stage];
}

export function isProgress(value: unknown): value is { id: string } & NonNullable<DocumentRow['progress']> {
  const found = value as { id?: unknown; stage?: unknown; done?: unknown; total?: unknown } | null;
  return typeof found?.id === 'string' && typeof found.stage === 'string' && found.stage in STAGES;
}
