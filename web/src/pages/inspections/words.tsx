/** Words and tones of inspections. */
import { INSPECTION_STATE_WORDS, type InspectionKind, type InspectionState } from '#delivery/inspection.ts';
import { Tag, type Tone } from '../../ui/badge.tsx';

const TONES: Readonly<Record<InspectionState, Tone>> = {
  planned: 'neutral',
  'under-way': 'brand',
  done: 'green',
  cancelled: 'neutral',
};

export function StateTag({ state }: { readonly state: InspectionState }) {
  return <Tag tone={TONES[state]}>{INSPECTION_STATE_WORDS[state]}</Tag>;
}

/** In the cells of the calendar. */
export const KIND_LETTERS: Readonly<Record<InspectionKind, string>> = {
  inspection: 'TTr',
  check: 'KTr',
  audit: 'KT',
  supervision: 'GS',
};
