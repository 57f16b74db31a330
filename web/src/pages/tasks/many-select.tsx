/** A field from which several may be chosen (chọn nhiều): ticks in a menu, the choice in words on the button. */
import { useField } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Menu, MenuItem } from '../../ui/menu.tsx';
import { toggled } from './search.ts';
import styles from './tasks.module.css';

export interface ManySelectProps {
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  /** `a,b`. */
  readonly value: string | undefined;
  readonly onValue: (value: string | undefined) => void;
}

export function ManySelect({ label, choices, value, onValue }: ManySelectProps) {
  const { id } = useField({});
  const chosen = value ? value.split(',') : [];
  const names = choices.filter((one) => chosen.includes(one.value)).map((one) => one.label);
  const words = names.length === 0 ? 'Tất cả' : names.length === 1 ? (names[0] as string) : `${names.length} mục`;
  return (
    <Menu
      label={label}
      trigger={(props) => (
        <button {...props} id={id} type="button" className={styles.multi} aria-label={`${label}: ${words}`}>
          <span>{words}</span>
          <Icon name="chevronDown" size={16} />
        </button>
      )}
    >
      {choices.map((one) => (
        <MenuItem
          key={one.value}
          checked={chosen.includes(one.value)}
          stays
          onChoose={() => onValue(toggled(value, one.value))}
        >
          {one.label}
        </MenuItem>
      ))}
    </Menu>
  );
}
