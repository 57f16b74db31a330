/** Words for organisations: their kinds, how long something held, how one came from another. */
import { ORGANISATION_KIND_NAMES, ORGANISATION_KINDS, type OrganisationKind } from '#plan/organisation.ts';
import { formatDay } from '../../format/date.ts';

export const KIND_CHOICES = ORGANISATION_KINDS.map((value) => ({ value, label: ORGANISATION_KIND_NAMES[value] }));

export function kindWord(kind: string): string {
  return ORGANISATION_KIND_NAMES[kind as OrganisationKind] ?? ORGANISATION_KIND_NAMES.other;
}

/** `từ 01/03/2025`, `đến trước 01/03/2025`; `to` is the first day on which it no longer held. */
export function heldWords(from: string | null, to: string | null): string {
  const until = to === null ? '' : `đến trước ${formatDay(to)}`;
  if (from === null) return until === '' ? 'từ trước đến nay' : until;
  return until === '' ? `từ ${formatDay(from)}` : `từ ${formatDay(from)}, ${until}`;
}

export const LINEAGE_WORDS: Readonly<Record<string, string>> = {
  merged: 'Hợp nhất, sáp nhập',
  split: 'Chia, tách',
  renamed: 'Đổi tên',
  transferred: 'Chuyển giao',
};
