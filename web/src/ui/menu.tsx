/**
 * Menus and small sheets (trình đơn) beside what opened them, in the browser's own top layer: they close on Escape and
 * on a click outside, and the focus returns.
 */
import {
  createContext,
  type KeyboardEvent,
  type ReactElement,
  type ReactNode,
  useContext,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { bare } from '#base/fold.ts';
import { cx } from './cx.ts';
import { Icon, type IconName } from './icon.tsx';
import { type Placement, usePlaced } from './placed.ts';
import styles from './popover.module.css';

interface TriggerProps {
  readonly popoverTarget: string;
  readonly 'aria-expanded': boolean;
  readonly 'aria-haspopup': 'menu' | 'dialog';
}

export interface PopoverProps {
  /** Renders the button; spread what it is given on it. */
  readonly trigger: (props: TriggerProps) => ReactElement;
  readonly label: string;
  readonly placement?: Placement;
  readonly className?: string | undefined;
  /** Rendered only while open; gets what closes it. */
  readonly children: (close: () => void) => ReactNode;
}

/** A sheet with anything in it: filters, a few settings. */
export function Popover({ trigger, label, placement, className, children }: PopoverProps) {
  const shell = useShell(placement);
  return (
    <>
      <span ref={shell.anchor} style={{ display: 'contents' }}>
        {trigger({ popoverTarget: shell.id, 'aria-expanded': shell.open, 'aria-haspopup': 'dialog' })}
      </span>
      <div {...shell.sheet} role="dialog" aria-label={label} className={cx(styles.sheet, className)}>
        {shell.open ? children(shell.close) : null}
      </div>
    </>
  );
}

function useShell(placement: Placement | undefined) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const ref = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  usePlaced(anchor, ref, open, placement);
  return {
    id,
    anchor,
    open,
    close: () => ref.current?.hidePopover(),
    sheet: {
      ref,
      id,
      popover: 'auto' as const,
      onToggle: (event: { readonly newState: string }) => setOpen(event.newState === 'open'),
    },
  };
}

const CloseMenu = createContext<() => void>(() => {});

export interface MenuProps {
  readonly trigger: (props: TriggerProps) => ReactElement;
  readonly label: string;
  readonly placement?: Placement;
  readonly children: ReactNode;
}

/** A list of acts. Arrows walk, a letter jumps, Home and End go to the ends. */
export function Menu({ trigger, label, placement, children }: MenuProps) {
  const shell = useShell(placement);
  useEffect(() => {
    if (shell.open) itemsOf(shell.sheet.ref.current)[0]?.focus();
  }, [shell.open, shell.sheet.ref]);
  return (
    <>
      <span ref={shell.anchor} style={{ display: 'contents' }}>
        {trigger({ popoverTarget: shell.id, 'aria-expanded': shell.open, 'aria-haspopup': 'menu' })}
      </span>
      <div
        {...shell.sheet}
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className={cx(styles.sheet, styles.list)}
        onKeyDown={walk}
      >
        <CloseMenu value={shell.close}>{shell.open ? children : null}</CloseMenu>
      </div>
    </>
  );
}

function itemsOf(menu: Element | null): HTMLElement[] {
  return [...(menu?.querySelectorAll<HTMLElement>('[role^="menuitem"]') ?? [])];
}

function walk(event: KeyboardEvent<HTMLElement>): void {
  const items = itemsOf(event.currentTarget);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const to = next(event.key, at, items);
  if (event.key === 'Tab') event.currentTarget.hidePopover();
  if (to === null) return;
  event.preventDefault();
  items[to]?.focus();
}

function next(key: string, at: number, items: readonly HTMLElement[]): number | null {
  const count = items.length;
  switch (key) {
    case 'ArrowDown':
      return (at + 1) % count;
    case 'ArrowUp':
      return (at - 1 + count) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default: {
      if (key.length !== 1 || key === ' ') return null;
      const wanted = bare(key);
      for (let step = 1; step <= count; step++) {
        const i = (at + step) % count;
        if (bare(items[i]?.textContent?.trim() ?? '').startsWith(wanted)) return i;
      }
      return null;
    }
  }
}

export interface MenuItemProps {
  readonly icon?: IconName | undefined;
  readonly danger?: boolean | undefined;
  readonly disabled?: boolean | undefined;
  /** Stands at the end: a key, a count. */
  readonly end?: ReactNode;
  /** A choice that is on or off. */
  readonly checked?: boolean | undefined;
  readonly onChoose: () => void;
  /** Stays open after the choice. */
  readonly stays?: boolean | undefined;
  readonly children: ReactNode;
}

export function MenuItem({ icon, danger, disabled, end, checked, onChoose, stays, children }: MenuItemProps) {
  const close = useContext(CloseMenu);
  const choose = () => {
    if (disabled) return;
    if (!stays) close();
    onChoose();
  };
  const looks = cx(styles.item, danger && styles.danger);
  const inside = (
    <>
      {icon ? <Icon name={icon} /> : null}
      <span>{children}</span>
      {end ? <span className={styles.end}>{end}</span> : null}
    </>
  );
  if (checked === undefined) {
    return (
      <button type="button" role="menuitem" tabIndex={-1} className={looks} aria-disabled={disabled} onClick={choose}>
        {inside}
      </button>
    );
  }
  return (
    <button
      type="button"
      role="menuitemcheckbox"
      aria-checked={checked}
      tabIndex={-1}
      className={looks}
      aria-disabled={disabled}
      onClick={choose}
    >
      {inside}
      {checked ? (
        <span className={end ? undefined : styles.end}>
          <Icon name="check" size={16} />
        </span>
      ) : null}
    </button>
  );
}

export function MenuRule() {
  return <hr className={styles.rule} />;
}

export function MenuTitle({ children }: { readonly children: ReactNode }) {
  return (
    <div role="presentation" className={styles.title}>
      {children}
    </div>
  );
}
