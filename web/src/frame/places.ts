/**
 * The parts of the application (các mục) in the order of the rail, and the right that shows each. A part stands here
 * when its page exists. Pages under a part are found by its path.
 */
import type { Right } from '#plan/rights.ts';
import type { IconName } from '../ui/icon.tsx';

export interface Place {
  readonly path: string;
  readonly label: string;
  readonly icon: IconName;
  /** Any one of these; absent: everybody. */
  readonly rights?: readonly Right[] | undefined;
  /** Where it leads when it has no page of its own: the first of these that the person may see. */
  readonly parts?: readonly Part[] | undefined;
}

export interface Part {
  readonly path: string;
  readonly label: string;
  readonly rights?: readonly Right[] | undefined;
}

/** Its place shows how much waits. */
export const MY_WORK = '/viec-cua-toi';

export const PLACES: readonly Place[] = [
  { path: '/', label: 'Tổng quan', icon: 'home' },
  { path: MY_WORK, label: 'Việc của tôi', icon: 'list', rights: ['task.act'] },
  {
    path: '/van-ban',
    label: 'Văn bản',
    icon: 'document',
    rights: ['document.read'],
    parts: [
      { path: '/van-ban', label: 'Thư viện' },
      { path: '/van-ban/chuoi', label: 'Chuỗi văn bản' },
    ],
  },
  {
    path: '/chi-tieu',
    label: 'Chỉ tiêu',
    icon: 'target',
    rights: ['plan.read'],
    parts: [
      { path: '/chi-tieu', label: 'Chỉ tiêu' },
      { path: '/chi-tieu/so-sanh', label: 'So sánh kế hoạch' },
    ],
  },
  {
    path: '/nhiem-vu',
    label: 'Nhiệm vụ',
    icon: 'task',
    rights: ['plan.read'],
    parts: [
      { path: '/nhiem-vu', label: 'Nhiệm vụ' },
      { path: '/nhiem-vu/ke-hoach-hanh-dong', label: 'Kế hoạch hành động' },
      { path: '/nhiem-vu/san-pham', label: 'Sản phẩm' },
      { path: '/nhiem-vu/chi-dao', label: 'Ý kiến chỉ đạo' },
      { path: '/nhiem-vu/vu-viec', label: 'Vụ việc tồn đọng' },
      { path: '/nhiem-vu/thanh-tra', label: 'Thanh tra, kiểm tra' },
    ],
  },
  {
    path: '/danh-muc',
    label: 'Danh mục',
    icon: 'tree',
    rights: ['organisation.read'],
    parts: [
      { path: '/danh-muc', label: 'Cơ quan, đơn vị' },
      { path: '/danh-muc/chi-tieu', label: 'Chỉ tiêu thống kê' },
    ],
  },
  {
    path: '/quan-tri',
    label: 'Quản trị',
    icon: 'settings',
    parts: [
      { path: '/quan-tri/nguoi-dung', label: 'Người dùng', rights: ['person.read'] },
      { path: '/quan-tri/nhat-ky', label: 'Nhật ký', rights: ['event.read'] },
      { path: '/quan-tri/cai-dat', label: 'Cài đặt', rights: ['setting.edit', 'token.edit'] },
    ],
  },
];

function may(rights: readonly Right[] | undefined, held: readonly Right[]): boolean {
  return rights === undefined || rights.some((right) => held.includes(right));
}

/** What a person with these rights sees, each with the address that it leads to. */
export function placesFor(
  held: readonly Right[],
  places: readonly Place[] = PLACES,
): (Place & { readonly to: string })[] {
  return places.flatMap((place) => {
    const parts = place.parts?.filter((part) => may(part.rights, held));
    const to = parts ? parts[0]?.path : place.path;
    return to !== undefined && may(place.rights, held) ? [{ ...place, to, ...(parts ? { parts } : {}) }] : [];
  });
}

/** The place that an address belongs to: the longest path that begins it. */
export function placeOf<P extends { readonly path: string }>(address: string, places: readonly P[]): P | undefined {
  return places
    .filter(({ path }) => address === path || (path !== '/' && address.startsWith(`${path}/`)))
    .sort((a, b) => b.path.length - a.path.length)[0];
}

/** The five of a phone's bar: all when they fit, else four and `Thêm` for the rest. */
export function forPhone<P>(places: readonly P[]): { readonly bar: readonly P[]; readonly rest: readonly P[] } {
  return places.length <= 5 ? { bar: places, rest: [] } : { bar: places.slice(0, 4), rest: places.slice(4) };
}
