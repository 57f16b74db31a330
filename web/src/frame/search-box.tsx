/**
 * The search over everything (tìm kiếm chung), opened by `/`: parts of the application at once, and whatever sources
 * are given, by typing with or without tone marks.
 */
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useId, useState } from 'react';
import { matching } from '../format/match.ts';
import { cx } from '../ui/cx.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { useKeys } from '../ui/keys.ts';
import type { placesFor } from './places.ts';
import search from './search-box.module.css';
import { type Hit, useFound } from './search-sources.ts';
import styles from './top-bar.module.css';

type Places = ReturnType<typeof placesFor>;

export function SearchBox({ places }: { readonly places: Places }) {
  const [open, setOpen] = useState(false);
  useKeys('Chung', [{ key: '/', words: 'Tìm kiếm', act: () => setOpen(true) }]);
  return (
    <>
      <button type="button" className={styles.search} aria-label="Tìm kiếm" onClick={() => setOpen(true)}>
        <Icon name="search" />
        <span>Tìm kiếm</span>
        <kbd>/</kbd>
      </button>
      <Dialog open={open} onClose={() => setOpen(false)} title="Tìm kiếm">
        <Search places={places} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function placesAsHits(places: Places): Hit[] {
  return places.flatMap((place) => {
    const parts = (place.parts ?? []).map((part) => ({ ...part, to: part.path, hint: place.label, icon: place.icon }));
    const own = place.parts ? [] : [{ label: place.label, to: place.to, hint: undefined, icon: place.icon }];
    return [...own, ...parts].map(({ label, to, hint, icon }) => ({ id: to, title: label, hint, icon, to }));
  });
}

/** A text with the typed words in it made to stand out. */
function Marked({ text, marks }: { readonly text: string; readonly marks: NonNullable<Hit['marks']> }) {
  const cuts = [0, ...marks.flat(), text.length];
  return (
    <span>
      {cuts.slice(0, -1).map((start, i) => {
        const part = text.slice(start, cuts[i + 1]);
        return i % 2 === 1 ? <b key={start}>{part}</b> : part;
      })}
    </span>
  );
}

function Search({ places, onClose }: { readonly places: Places; readonly onClose: () => void }) {
  const id = useId();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const found = useFound(typed);
  const own = matching(typed, placesAsHits(places), (hit) => `${hit.title} ${hit.hint ?? ''}`);
  const groups = [{ title: 'Các mục', hits: own }, ...found.groups].filter((group) => group.hits.length > 0);
  const hits = groups.flatMap((group) => group.hits);
  const active = hits[Math.min(at, hits.length - 1)];

  const go = (hit: Hit) => {
    onClose();
    void navigate({ href: hit.to });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter' && active) go(active);
    else return;
    event.preventDefault();
  };

  return (
    <div className={search.search}>
      <input
        className={search.input}
        role="combobox"
        aria-label="Tìm kiếm"
        aria-expanded={hits.length > 0}
        aria-controls={`${id}-list`}
        aria-activedescendant={active ? `${id}-${hits.indexOf(active)}` : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder="Gõ có dấu hoặc không dấu"
        value={typed}
        onChange={(event) => {
          setTyped(event.target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={`${id}-list`} role="listbox" aria-label="Kết quả" className={search.list}>
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options of a list, not of fields.
          <div key={group.title} role="group" aria-label={group.title}>
            <div className={search.title} role="presentation">
              {group.title}
            </div>
            {group.hits.map((hit) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field above.
              <div
                key={hit.id}
                id={`${id}-${hits.indexOf(hit)}`}
                role="option"
                tabIndex={-1}
                aria-selected={hit === active}
                className={cx(search.hit, hit === active && search.active)}
                onClick={() => go(hit)}
                onPointerMove={() => setAt(hits.indexOf(hit))}
              >
                <Icon name={hit.icon} />
                <Marked text={hit.title} marks={hit.marks ?? []} />
                {hit.hint ? <span className={search.hint}>{hit.hint}</span> : null}
              </div>
            ))}
          </div>
        ))}
      </div>
      {hits.length === 0 ? (
        <p className={search.none} role="status">
          {found.state === 'waiting'
            ? 'Đang tìm…'
            : found.state === 'failed'
              ? 'Chưa tìm được, hãy thử lại.'
              : `Không tìm thấy “${typed}”.`}
        </p>
      ) : null}
    </div>
  );
}
