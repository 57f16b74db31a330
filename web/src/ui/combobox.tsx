/**
 * A field that finds one of many (ô tìm chọn): by typing, with or without tone marks, from a list that is here or one
 * that the server searches. Arrows walk, Enter takes, Escape closes.
 */
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { matching } from '../format/match.ts';
import { IconButton } from './button.tsx';
import { cx } from './cx.ts';
import { fieldStyles, useField } from './field.tsx';
import { Icon } from './icon.tsx';
import { usePlaced } from './placed.ts';
import styles from './popover.module.css';

export interface Option {
  readonly value: string;
  readonly label: string;
  /** A second, quieter line. */
  readonly hint?: string | undefined;
}

export interface ComboboxProps {
  readonly value: Option | null;
  readonly onChoose: (option: Option | null) => void;
  /** All options, or what finds them; the signal aborts when more is typed. */
  readonly options: readonly Option[] | ((typed: string, signal: AbortSignal) => Promise<readonly Option[]>);
  readonly placeholder?: string | undefined;
  /** What is said when nothing is found. */
  readonly none?: string | undefined;
  readonly id?: string | undefined;
  readonly disabled?: boolean | undefined;
  readonly 'aria-label'?: string | undefined;
}

/** A typist's pause before the server is asked, milliseconds. */
const PAUSE = 150;
const MOST = 200;

type Found = { readonly state: 'ready' | 'waiting' | 'failed'; readonly options: readonly Option[] };

function useFound(options: ComboboxProps['options'], typed: string, open: boolean): Found {
  const [remote, setRemote] = useState<Found>({ state: 'waiting', options: [] });
  const source = useRef(options);
  source.current = options;
  const asks = typeof options === 'function';
  useEffect(() => {
    const ask = source.current;
    if (!open || typeof ask !== 'function') return;
    const stop = new AbortController();
    setRemote((before) => ({ ...before, state: 'waiting' }));
    const timer = window.setTimeout(() => {
      ask(typed, stop.signal).then(
        (found) => !stop.signal.aborted && setRemote({ state: 'ready', options: found }),
        () => !stop.signal.aborted && setRemote({ state: 'failed', options: [] }),
      );
    }, PAUSE);
    return () => {
      window.clearTimeout(timer);
      stop.abort();
    };
  }, [typed, open]);
  if (asks) return remote;
  return { state: 'ready', options: matching(typed, options, (option) => `${option.label} ${option.hint ?? ''}`) };
}

export function Combobox({ value, onChoose, options, placeholder, none = 'Không tìm thấy', ...rest }: ComboboxProps) {
  const wiring = useField(rest);
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState<string | null>(null);
  const [open, setOpen] = useState(false);
  const [at, setAt] = useState(0);
  const found = useFound(options, typed ?? '', open);
  const shown = found.options.slice(0, MOST);
  const active = shown[Math.min(at, shown.length - 1)];
  usePlaced(frame, list, open, { wide: true });

  useEffect(() => {
    const element = list.current;
    if (!element) return;
    if (open) element.showPopover();
    else if (element.matches(':popover-open')) element.hidePopover();
  }, [open]);
  useEffect(() => {
    if (open) list.current?.children[at]?.scrollIntoView({ block: 'nearest' });
  }, [at, open]);

  const close = () => {
    setOpen(false);
    setTyped(null);
    setAt(0);
  };
  const take = (option: Option | null) => {
    onChoose(option);
    close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (!open) setOpen(true);
      else setAt((i) => Math.max(0, Math.min(shown.length - 1, i + (event.key === 'ArrowDown' ? 1 : -1))));
    } else if (event.key === 'Enter' && open) {
      event.preventDefault();
      if (active && found.state === 'ready') take(active);
    } else if (event.key === 'Escape' && open) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };

  return (
    <div ref={frame} className={cx(fieldStyles.control, fieldStyles.group)}>
      <input
        {...wiring}
        {...rest}
        ref={input}
        className={fieldStyles.bare}
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={open && active ? `${id}-${active.value}` : undefined}
        placeholder={placeholder}
        value={typed ?? value?.label ?? ''}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
          setOpen(true);
        }}
        onClick={() => setOpen(true)}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      {value && !rest.disabled ? (
        <IconButton
          small
          icon="close"
          label="Bỏ chọn"
          onClick={() => {
            take(null);
            input.current?.focus();
          }}
        />
      ) : (
        <Icon name="chevronDown" size={16} />
      )}
      <div
        ref={list}
        id={`${id}-list`}
        popover="manual"
        role="listbox"
        aria-label={rest['aria-label'] ?? 'Kết quả tìm'}
        className={cx(styles.sheet, styles.list)}
        onPointerDown={(event) => event.preventDefault()}
      >
        {shown.map((option, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field, as in every combobox.
          <div
            key={option.value}
            id={`${id}-${option.value}`}
            role="option"
            tabIndex={-1}
            aria-selected={option.value === value?.value}
            data-active={i === at}
            className={cx(styles.item, option.value === value?.value && styles.chosen)}
            onClick={() => take(option)}
            onPointerMove={() => setAt(i)}
          >
            <span>
              {option.label}
              {option.hint ? <span className={styles.hint}>{option.hint}</span> : null}
            </span>
          </div>
        ))}
        {shown.length === 0 ? (
          <div role="option" aria-selected="false" aria-disabled="true" tabIndex={-1} className={styles.none}>
            {found.state === 'waiting' ? 'Đang tìm…' : found.state === 'failed' ? 'Chưa tìm được, hãy thử lại' : none}
          </div>
        ) : null}
      </div>
    </div>
  );
}
