/**
 * A field (ô nhập) with its label, its hint and what is wrong with it, tied together for those who hear the page.
 * The controls inside take their id and descriptions from here, so that no page has to wire them.
 */
import { type ComponentProps, createContext, type ReactNode, useContext, useId } from 'react';
import { cx } from './cx.ts';
import styles from './field.module.css';
import { Icon } from './icon.tsx';

interface Wiring {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
  readonly required: boolean;
}

const FieldContext = createContext<Wiring | null>(null);

export interface FieldProps {
  readonly label: string;
  readonly hint?: ReactNode;
  /** One sentence that says what to do. */
  readonly error?: string | null | undefined;
  readonly required?: boolean | undefined;
  /** The label is heard but not seen: in bars of filters. */
  readonly hideLabel?: boolean | undefined;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

export function Field({ label, hint, error, required = false, hideLabel, className, children }: FieldProps) {
  const id = useId();
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter((part) => part !== '').join(' ');
  return (
    <div className={cx(styles.field, className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : styles.label}>
        {label}
        {required ? (
          <span className={styles.required} aria-hidden="true">
            {' '}
            *
          </span>
        ) : null}
      </label>
      <FieldContext value={{ id, describedBy: described || undefined, invalid: Boolean(error), required }}>
        {children}
      </FieldContext>
      {hint ? (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={`${id}-error`} className={styles.error}>
          <Icon name="alert" size={16} />
          {error}
        </p>
      ) : null}
    </div>
  );
}

/** What a control puts on its native element: from the field around it, unless the page says otherwise. */
export function useField(own: { readonly id?: string | undefined; readonly 'aria-describedby'?: string | undefined }) {
  const field = useContext(FieldContext);
  return {
    id: own.id ?? field?.id,
    'aria-describedby': own['aria-describedby'] ?? field?.describedBy,
    'aria-invalid': field?.invalid || undefined,
    required: field?.required || undefined,
  };
}

export interface TextInputProps extends ComponentProps<'input'> {
  /** Stands before the text, inside the frame. */
  readonly before?: ReactNode;
  readonly after?: ReactNode;
}

export function TextInput({ before, after, className, ...rest }: TextInputProps) {
  const wiring = useField(rest);
  if (!before && !after) return <input {...wiring} {...rest} className={cx(styles.control, className)} />;
  return (
    <div className={cx(styles.control, styles.group, className)}>
      {before}
      <input {...wiring} {...rest} className={styles.bare} />
      {after}
    </div>
  );
}

export function TextArea({ className, rows = 3, ...rest }: ComponentProps<'textarea'>) {
  const wiring = useField(rest);
  return <textarea {...wiring} {...rest} rows={rows} className={cx(styles.control, styles.area, className)} />;
}

export interface Choice {
  readonly value: string;
  readonly label: string;
  readonly disabled?: boolean | undefined;
}

export interface SelectProps extends Omit<ComponentProps<'select'>, 'children' | 'onChange'> {
  readonly choices: readonly Choice[];
  /** What the empty choice says: `Tất cả`, `Chọn…`; without it there is none. */
  readonly empty?: string | undefined;
  readonly onChoose?: (value: string) => void;
}

export function Select({ choices, empty, onChoose, className, ...rest }: SelectProps) {
  const wiring = useField(rest);
  return (
    <div className={cx(styles.select, className)}>
      <select
        {...wiring}
        {...rest}
        className={styles.control}
        onChange={onChoose ? (event) => onChoose(event.target.value) : undefined}
      >
        {empty === undefined ? null : <option value="">{empty}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.disabled}>
            {choice.label}
          </option>
        ))}
      </select>
      <Icon name="chevronDown" size={16} className={styles.arrow} />
    </div>
  );
}

export { styles as fieldStyles };
