/**
 * A question or a form over the page (hộp thoại) and a sheet from the side (ngăn kéo): the browser's own dialog, which
 * keeps the focus inside, closes on Escape and gives the focus back.
 */
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { Button, ButtonRow, IconButton } from './button.tsx';
import { cx } from './cx.ts';
import styles from './dialog.module.css';

export interface DialogProps {
  readonly open: boolean;
  /** Asked to close by Escape, by the cross, by a click outside. */
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** The buttons, the main one last. */
  readonly actions?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large' | undefined;
  /** A click outside does not close it: something typed would be lost. */
  readonly holds?: boolean | undefined;
}

export function Dialog(props: DialogProps) {
  return <Sheet {...props} look={cx(styles.dialog, styles[props.size ?? 'medium'])} />;
}

/** From the right, the whole height; from below on a phone. */
export function Drawer(props: DialogProps) {
  return <Sheet {...props} look={cx(styles.drawer, props.size === 'large' && styles.wide)} />;
}

/** The focus begins where the work does: in the first field, else at the title, never on the cross. */
function begin(dialog: HTMLDialogElement): void {
  const field = dialog.querySelector<HTMLElement>(
    'input:not([type="hidden"]):enabled, textarea:enabled, select:enabled',
  );
  (field ?? dialog.querySelector('h2'))?.focus();
}

function Sheet({ open, onClose, title, children, actions, holds, look }: DialogProps & { readonly look: string }) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    if (open && !element.open) {
      element.showModal();
      begin(element);
    }
    if (!open && element.open) element.close();
  }, [open]);

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the key of this click, and the browser handles it.
    <dialog
      ref={dialog}
      aria-labelledby={id}
      className={cx(styles.sheet, look)}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current && !holds) onClose();
      }}
    >
      {open ? (
        <div className={styles.inside}>
          <div className={styles.head}>
            <h2 id={id} tabIndex={-1}>
              {title}
            </h2>
            <IconButton icon="close" label="Đóng" onClick={onClose} />
          </div>
          <div className={styles.body}>{children}</div>
          {actions ? (
            <div className={styles.foot}>
              <ButtonRow end>{actions}</ButtonRow>
            </div>
          ) : null}
        </div>
      ) : null}
    </dialog>
  );
}

export interface ConfirmProps {
  readonly open: boolean;
  readonly title: string;
  readonly children: ReactNode;
  /** The act in words: `Ban hành kế hoạch`, not "OK". */
  readonly act: string;
  readonly danger?: boolean | undefined;
  readonly busy?: boolean | undefined;
  readonly onAct: () => void;
  readonly onClose: () => void;
}

/** One question with its act, for what cannot be undone. */
export function Confirm({ open, title, children, act, danger, busy, onAct, onClose }: ConfirmProps) {
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={title}
      size="small"
      actions={
        <>
          <Button onClick={onClose}>Thôi</Button>
          <Button kind={danger ? 'danger' : 'main'} busy={busy} onClick={onAct}>
            {act}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  );
}
