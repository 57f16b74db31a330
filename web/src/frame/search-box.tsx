/**
 * The search over everything (tìm kiếm chung), opened by `/`: parts of the application at once, and whatever sources
 * are given, by typing with or without tone marks.
 */
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useId, useState } from 'react';
import { matching } from '../format/match.ts';
import { cx } from '../ui/cx.ts';
import { Dialog } from '../ui/dialog.tsx';
import { Icon } from '../ui/icon.tsx';
import { useKeys } from '../ui/keys.ts';
import type { placesFor } from './places.ts';
import search from './search-box.module.css';
import { type Hit, SOURCES } from './search-sources.ts';
import styles from './top-bar.module.css';

interface Group {
  readonly title: string;
  readonly hits: readonly Hit[];
}

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

function useGroups(typed: string, places: Places): readonly Group[] {
  const [found, setFound] = useState<readonly Group[]>([]);
  useEffect(() => {
    if (typed.trim() === '') {
      setFound([]);
      return;
    }
    const stop = new AbortController();
    for (const source of SOURCES) {
      source.find(typed, stop.signal).then(
        (hits) => {
          if (stop.signal.aborted) return;
          setFound((before) => [...before.filter((one) => one.title !== source.title), { title: source.title, hits }]);
        },
        () => {},
      );
    }
    return () => stop.abort();
  }, [typed]);
  const inOrder = SOURCES.flatMap((source) => found.filter((group) => group.title === source.title));
  const own = matching(typed, placesAsHits(places), (hit) => `${hit.title} ${hit.hint ?? ''}`);
  return [{ title: 'Các mục', hits: own }, ...inOrder].filter((group) => group.hits.length > 0);
}

function Search({ places, onClose }: { readonly places: Places; readonly onClose: () => void }) {
  const id = useId();
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const groups = useGroups(typed, places);
  const hits = groups.flatMap((group) => group.hits);
  const active = hits[Math.min(at, hits.length - 1)];

  const go = (hit: Hit) => {
    onClose();
    void navigate({ to: hit.to });
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
                <span>{hit.title}</span>
                {hit.hint ? <span className={search.hint}>{hit.hint}</span> : null}
              </div>
            ))}
          </div>
        ))}
      </div>
      {hits.length === 0 ? (
        <p className={search.none} role="status">
          Không tìm thấy “{typed}”.
        </p>
      ) : null}
    </div>
  );
}
