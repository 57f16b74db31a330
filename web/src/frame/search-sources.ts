/** What the server finds (tìm kiếm chung): hits by kind, each with the page that it leads to. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { HitKind } from '#contract/search.ts';
import { read } from '../api/query.ts';
import type { IconName } from '../ui/icon.tsx';

export interface Hit {
  readonly id: string;
  readonly title: string;
  readonly hint?: string | undefined;
  readonly icon: IconName;
  /** The address of its page. */
  readonly to: string;
  /** Where the typed words stand in the title: start, end. */
  readonly marks?: readonly (readonly [number, number])[] | undefined;
}

export interface HitGroup {
  readonly title: string;
  readonly hits: readonly Hit[];
}

interface Kind {
  readonly title: string;
  readonly icon: IconName;
  readonly to: (id: string) => string;
}

/** Lists open the one that `mo` names. */
const KINDS: Readonly<Record<HitKind, Kind>> = {
  document: { title: 'Văn bản', icon: 'document', to: (id) => `/van-ban/${id}` },
  target: { title: 'Chỉ tiêu', icon: 'target', to: (id) => `/chi-tieu/${id}` },
  task: { title: 'Nhiệm vụ', icon: 'task', to: (id) => `/nhiem-vu?mo=${id}` },
  organisation: { title: 'Cơ quan, đơn vị', icon: 'tree', to: (id) => `/danh-muc?mo=${id}` },
  person: { title: 'Người dùng', icon: 'people', to: (id) => `/quan-tri/nguoi-dung?mo=${id}` },
  indicator: { title: 'Danh mục chỉ tiêu', icon: 'target', to: (id) => `/chi-tieu?chi_so=${id}` },
};

const EACH = 6;

export interface Found {
  readonly groups: readonly HitGroup[];
  readonly state: 'ready' | 'waiting' | 'failed';
}

/** What the server finds for `typed`; what was found before stays in sight until then. */
export function useFound(typed: string): Found {
  const q = typed.trim().normalize('NFC');
  const query = { q, limit: EACH, snippets: 'false' };
  const { data, isError, isPending } = useQuery({
    ...read('GET /search', { query }),
    enabled: q !== '',
    placeholderData: keepPreviousData,
  });
  if (q === '') return { groups: [], state: 'ready' };
  const groups = (data?.groups ?? []).map(({ kind, hits }) => ({
    title: KINDS[kind].title,
    hits: hits.map(({ id, title, hint, marks }) => ({
      id: `${kind}-${id}`,
      title,
      hint: hint ?? undefined,
      icon: KINDS[kind].icon,
      to: KINDS[kind].to(id),
      marks,
    })),
  }));
  return { groups, state: isError ? 'failed' : isPending ? 'waiting' : 'ready' };
}
