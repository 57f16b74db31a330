/** Figures by a rule (đề xuất): evenly, by weights, the same for all; what was there can be had back. */
import { useState } from 'react';
import type { Division, Whole } from '#delivery/allocation.ts';
import { joiningOf } from '#delivery/allocation.ts';
import { type Method, methodsFor, proposeParts, remainderWords } from '#delivery/allocation-propose.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/choice.tsx';
import { toast } from '../../../ui/toast.tsx';
import styles from './allocation.module.css';
import type { GridRow } from './grid.tsx';

function wordsOf(method: Method, { rule, course }: Division): string {
  if (method === 'even') return rule === 'seasonal' && course === 'last' ? 'Tăng, giảm đều' : 'Chia đều';
  if (method === 'same') return 'Như nhau';
  if (rule === 'share') return 'Quy về 100%';
  return rule === 'seasonal' ? 'Theo mùa vụ' : 'Theo trọng số';
}

export function Proposals({
  whole,
  division,
  rows,
  start,
  onRows,
  onProblem,
}: {
  readonly whole: Whole;
  readonly division: Division;
  readonly rows: readonly GridRow[];
  readonly start: string | null;
  readonly onRows: (rows: readonly GridRow[]) => void;
  readonly onProblem: (words: string | null) => void;
}) {
  const [missing, setMissing] = useState(false);
  const joining = joiningOf(division);
  const some = joining === 'each' || joining === 'mean' || (joining === 'sum' && division.rule !== 'share');
  const propose = (method: Method) => {
    const found = proposeParts(whole, division, rows, { method, only: some && missing ? 'missing' : 'all', start });
    if (!found.ok) return onProblem(found.error.vi);
    onProblem(null);
    onRows(rows.map((row, i) => ({ ...row, ...found.value.parts[i] })));
    const shares = division.rule === 'share';
    const remainder = remainderWords(
      found.value.extra,
      rows.map((row) => row.name),
      shares ? 2 : division.places,
      shares ? '%' : whole.unit,
    );
    toast({
      text: `Đã điền số đề xuất: ${wordsOf(method, division).toLowerCase()}.${remainder ? ` ${remainder}` : ''}`,
      undo: () => onRows(rows),
    });
  };
  return (
    <>
      {methodsFor(division).map((method) => (
        <Button key={method} disabled={rows.length === 0} onClick={() => propose(method)}>
          {wordsOf(method, division)}
        </Button>
      ))}
      {some ? (
        <Checkbox
          className={styles.only}
          label="Giữ các số đã có"
          checked={missing}
          onChange={(event) => setMissing(event.target.checked)}
        />
      ) : null}
    </>
  );
}
