/** Ticks, circles and switches (đánh dấu, chọn một, bật tắt): native inputs with their words beside them. */
import { type ComponentProps, type ReactNode, useId } from 'react';
import styles from './choice.module.css';
import { cx } from './cx.ts';

interface MarkProps extends Omit<ComponentProps<'input'>, 'type' | 'children'> {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** The words are heard but not seen: a tick in a row of a table. */
  readonly hideLabel?: boolean | undefined;
}

interface CheckboxProps extends MarkProps {
  /** Some but not all of what it stands for. */
  readonly mixed?: boolean | undefined;
}

export function Checkbox({ mixed = false, ...rest }: CheckboxProps) {
  return (
    <Marked
      {...rest}
      type="checkbox"
      look={styles.checkbox}
      ref={(input) => {
        if (input) input.indeterminate = mixed;
      }}
    />
  );
}

export function Switch(props: MarkProps) {
  return <Marked {...props} type="checkbox" role="switch" look={styles.switch} />;
}

function Marked({
  label,
  hint,
  hideLabel,
  look,
  className,
  ...rest
}: MarkProps & { type: string; look?: string | undefined }) {
  const id = useId();
  return (
    <div className={cx(styles.mark, className)}>
      <label className={styles.line}>
        <input {...rest} className={look} aria-describedby={hint ? id : undefined} />
        <span className={hideLabel ? 'sr-only' : undefined}>{label}</span>
      </label>
      {hint ? (
        <p id={id} className={styles.hint}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}

export interface RadioChoice {
  readonly value: string;
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly disabled?: boolean | undefined;
}

export interface RadiosProps {
  readonly label: string;
  readonly choices: readonly RadioChoice[];
  readonly value: string | null;
  readonly onChoose: (value: string) => void;
  readonly inline?: boolean | undefined;
  readonly hideLabel?: boolean | undefined;
}

/** One of a few, all in sight. */
export function Radios({ label, choices, value, onChoose, inline, hideLabel }: RadiosProps) {
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={hideLabel ? 'sr-only' : styles.legend}>{label}</legend>
      <div className={cx(styles.choices, inline && styles.inline)}>
        {choices.map((choice) => (
          <Marked
            key={choice.value}
            type="radio"
            name={name}
            look={styles.radio}
            label={choice.label}
            hint={choice.hint}
            disabled={choice.disabled}
            checked={choice.value === value}
            onChange={() => onChoose(choice.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** The same as a bar of short words: kinds of a view, the theme. */
export function Segments({ label, choices, value, onChoose, hideLabel = true }: RadiosProps) {
  const name = useId();
  return (
    <fieldset className={styles.group}>
      <legend className={hideLabel ? 'sr-only' : styles.legend}>{label}</legend>
      <div className={styles.segments}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.segment}>
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={choice.value === value}
              disabled={choice.disabled}
              onChange={() => onChoose(choice.value)}
            />
            <span>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
