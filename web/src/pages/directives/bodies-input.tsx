/** Several bodies (cơ quan chủ trì, phối hợp): found by typing, each with a way to take it away. */

import { IconButton } from '../../ui/button.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { Field } from '../../ui/field.tsx';
import plan from '../plan/plan.module.css';
import styles from './directives.module.css';
import { findActive } from './use-directives.ts';

export interface Body {
  readonly id: string;
  readonly name: string;
}

export interface BodiesInputProps {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly value: readonly Body[];
  readonly onValue: (value: readonly Body[]) => void;
}

export function BodiesInput({ label, hint, value, onValue }: BodiesInputProps) {
  return (
    <div className={styles.bodies}>
      <Field label={label} hint={hint}>
        <Combobox
          value={null}
          options={findActive}
          placeholder="Tìm cơ quan để thêm"
          none="Không có cơ quan này"
          onChoose={(option) => {
            if (option && !value.some((one) => one.id === option.value))
              onValue([...value, { id: option.value, name: option.label }]);
          }}
        />
      </Field>
      {value.length > 0 ? (
        <ul className={styles.chosen} aria-label={`${label} đã chọn`}>
          {value.map((one) => (
            <li key={one.id} className={plan.chip}>
              {one.name}
              <IconButton
                small
                icon="close"
                label={`Bỏ ${one.name}`}
                onClick={() => onValue(value.filter((other) => other.id !== one.id))}
              />
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
