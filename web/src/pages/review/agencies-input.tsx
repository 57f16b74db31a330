/** Bodies of an item (cơ quan chủ trì, phối hợp) as chips: those of this document are found by typing, others typed in. */
import { useRef } from 'react';
import type { NamedAgency } from '#plan/review.ts';
import { matching } from '../../format/match.ts';
import { IconButton } from '../../ui/button.tsx';
import { Combobox, type Option } from '../../ui/combobox.tsx';
import styles from './form.module.css';

export interface AgenciesInputProps {
  readonly label: string;
  readonly value: readonly NamedAgency[];
  readonly onValue: (value: readonly NamedAgency[]) => void;
  /** Every body that the document names, each once. */
  readonly known: readonly NamedAgency[];
}

const TYPED = 'typed:';

export function AgenciesInput({ label, value, onValue, known }: AgenciesInputProps) {
  const frame = useRef<HTMLDivElement>(null);
  const find = async (typed: string): Promise<readonly Option[]> => {
    const free = known.filter((one) => !value.some((mine) => mine.name === one.name));
    const found = matching(typed, free, (one) => `${one.name} ${one.successor?.name ?? ''}`).map((one) => ({
      value: one.name,
      label: one.name,
      hint: one.successor ? `nay là ${one.successor.name}` : undefined,
    }));
    const name = typed.trim();
    const isNew = name !== '' && !known.some((one) => one.name.toLowerCase() === name.toLowerCase());
    return isNew ? [...found, { value: TYPED + name, label: `Thêm “${name}”` }] : found;
  };
  const add = (option: Option | null) => {
    if (!option) return;
    const name = option.value.startsWith(TYPED) ? option.value.slice(TYPED.length) : option.value;
    const one = known.find((agency) => agency.name === name) ?? { name, code: null, successor: null, sureness: 'high' };
    onValue([...value, { ...one, sureness: 'high' }]);
  };
  return (
    <div ref={frame} className={styles.agencies}>
      {value.length > 0 ? (
        <ul className={styles.chips} aria-label={label}>
          {value.map((one) => (
            <li key={one.name} className={styles.chip}>
              <span>
                {one.name}
                {one.successor ? <span className={styles.became}> nay là {one.successor.name}</span> : null}
              </span>
              <IconButton
                small
                icon="close"
                label={`Bỏ ${one.name}`}
                onClick={() => {
                  onValue(value.filter((other) => other !== one));
                  frame.current?.querySelector('input')?.focus();
                }}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <Combobox value={null} onChoose={add} options={find} placeholder="Gõ tên cơ quan để thêm" none="Gõ tên cơ quan" />
    </div>
  );
}
