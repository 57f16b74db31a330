/** Which item is looked at, which are picked, what is filtered (vị trí đang xem): kept in the address, so that a link shows the same. */
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { Filter } from './items.ts';
import type { ReviewSearch } from './search.ts';

const route = getRouteApi('/khung/van-ban/$id/ra-soat');

export type Mode = { readonly what: 'edit' } | { readonly what: 'split'; readonly at: number | null };

/** A step from item to item is not worth a change of the address until the person rests. */
const REST = 250;

export function useCursor() {
  const search = route.useSearch() as ReviewSearch;
  const navigate = useNavigate();
  const [filter, setFilter] = useState<Filter>({
    tab: search.loai ?? 'all',
    state: search.loc ?? null,
    text: search.tim ?? '',
  });
  const [currentId, setCurrentId] = useState<string | null>(search.muc ?? null);
  const [mode, setMode] = useState<Mode | null>(search.sua && search.muc ? { what: 'edit' } : null);
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const editing = mode?.what === 'edit';

  useEffect(() => {
    const timer = window.setTimeout(() => {
      const next: ReviewSearch = {
        ...(filter.tab === 'all' ? {} : { loai: filter.tab }),
        ...(filter.state === null ? {} : { loc: filter.state }),
        ...(filter.text.trim() === '' ? {} : { tim: filter.text.trim() }),
        ...(currentId === null ? {} : { muc: currentId }),
        ...(editing ? { sua: true as const } : {}),
      };
      if (JSON.stringify(next) === JSON.stringify(search)) return;
      void navigate({ to: '.', search: next as never, replace: true, resetScroll: false });
    }, REST);
    return () => window.clearTimeout(timer);
  }, [filter, currentId, editing, navigate, search]);

  return {
    filter,
    setFilter,
    currentId,
    setCurrentId,
    mode,
    setMode,
    picked,
    setPicked,
  };
}
