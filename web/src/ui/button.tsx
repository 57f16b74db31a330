/** Buttons (nút): what a person does, in words. An icon alone always carries its name for those who hear the page. */
import type { ComponentProps, ReactNode } from 'react';
import styles from './button.module.css';
import { cx } from './cx.ts';
import { Icon, type IconName } from './icon.tsx';
import { Hint } from './tooltip.tsx';

export type ButtonKind = 'main' | 'plain' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'type'> {
  /** `main` once on a view, `danger` for what destroys, `quiet` in rows and bars. */
  readonly kind?: ButtonKind | undefined;
  readonly small?: boolean | undefined;
  readonly icon?: IconName | undefined;
  /** Working: the button keeps its width and focus and does nothing more. */
  readonly busy?: boolean | undefined;
  readonly type?: 'button' | 'submit' | undefined;
}

export function Button({
  kind = 'plain',
  small,
  icon,
  busy,
  type = 'button',
  className,
  onClick,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={cx(styles.button, styles[kind], small && styles.small, className)}
      aria-busy={busy || undefined}
      aria-disabled={busy || rest['aria-disabled']}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon ? <Icon name={icon} size={small ? 16 : 18} /> : null}
      {children}
      {busy ? <span className={styles.busy} aria-hidden="true" /> : null}
    </button>
  );
}

export interface IconButtonProps extends Omit<ButtonProps, 'children' | 'icon' | 'aria-label'> {
  readonly icon: IconName;
  /** What it does, in words; read aloud and shown on hover. */
  readonly label: string;
  /** A key that does the same, shown with the label. */
  readonly keys?: string | undefined;
}

export function IconButton({ icon, label, keys, kind = 'quiet', small, className, ...rest }: IconButtonProps) {
  return (
    <Hint text={keys ? `${label} (${keys})` : label} names={false}>
      <Button {...rest} kind={kind} small={small} className={cx(styles.square, className)} aria-label={label}>
        <Icon name={icon} size={small ? 16 : 18} />
      </Button>
    </Hint>
  );
}

/** Buttons that belong together, side by side; they wrap on a phone. */
export function ButtonRow({ children, end }: { readonly children: ReactNode; readonly end?: boolean }) {
  return <div className={cx(styles.row, end && styles.end)}>{children}</div>;
}

/** The looks of a button for an element that is none, such as a link. */
export function buttonClass(kind: ButtonKind = 'plain', small = false): string {
  return cx(styles.button, styles[kind], small && styles.small);
}
