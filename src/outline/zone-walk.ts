/** The zone of each block, walked from the first to the last: what its heading says, else what the part above is about. */
import type { Marker } from './marker.ts';
import { isOrder } from './order.ts';
import { type Zone, zoneOfHeading, zoneOfLeadIn } from './zone.ts';

type Role = 'heading' | 'lead-in' | 'block' | 'note';

/** What stands above a block. */
interface Above {
  readonly zone: Zone;
  readonly rank: number;
  readonly parent: Above | null;
}

/** Longest text that is still a title; a longer one that ends with a colon is a sentence. */
const TITLE_LENGTH = 120;
/** Order words that are nouns in a heading which says what was done: `Tổ chức thực hiện`, `Báo cáo kết quả …`. */
const REPORTS =
  /^(?:tổ chức|triển khai|(?:(?:thống nhất|thông qua|tán thành|nhất trí)(?: với)? )?(?:các )?(?:báo cáo|đánh giá|kết quả)(?: (?:chung|về))? (?:kết quả|tình hình|việc|thực hiện))/i;
/** In a report, `Nhiệm vụ theo Nghị quyết …` still tells what was done; these look ahead. */
const AHEAD = /giải pháp|phương hướng|tới|kiến nghị|đề xuất/i;
/** `Ghi nhận, đánh giá cao kết quả đạt được …`: acknowledges what was done, unless it goes on to an order. */
const PRAISE = /^(?:ghi nhận|biểu dương|đánh giá cao|hoan nghênh|cơ bản ghi nhận)[,\s]/i;
const BIDS = /yêu cầu|đề nghị|giao |phải |cần |tiếp tục|nhiệm vụ của/i;

/** One walk over a document. */
export class ZoneWalk {
  /** A directive (chỉ thị) orders also how the past is to be assessed. */
  directive = false;
  /** A report (báo cáo) tells what was done unless a heading says otherwise. */
  report = false;
  /** Zone of the part that the walk is in when no heading says otherwise. */
  fallback: Zone = 'tasks';

  /** A line of the header tells what kind of document it is. */
  header(text: string): void {
    if (/^chỉ thị(?=\s|$)/i.test(text)) this.directive = true;
    if (/^(?:dự thảo\s+)?báo cáo(?=\s|$)/i.test(text)) {
      this.report = true;
      this.fallback = 'results';
    }
  }

  /** The zone of a block of the body. */
  of(role: Role, marker: Marker | null, rest: string, parent: Above | null): Zone {
    const inherited = parent?.zone ?? this.fallback;
    if (role !== 'heading' && role !== 'lead-in')
      return inherited === 'tasks' && PRAISE.test(rest) && !BIDS.test(rest) ? 'results' : inherited;
    if (marker?.kind === 'dash' || marker?.kind === 'plus') return inherited;
    if (role === 'lead-in' && (rest.length > TITLE_LENGTH || (marker !== null && /yêu cầu|giao|đề nghị/i.test(rest)))) {
      const announced = zoneOfLeadIn(rest);
      if (announced !== null || marker === null) return announced ?? inherited;
    }
    const named = zoneOfHeading(rest);
    // "Tiếp tục thực hiện … mục tiêu kép" orders, whatever else it names.
    const hint = named && named.at > 0 && isOrder(rest) && !REPORTS.test(rest) ? null : named;
    const top = !parent || (parent.parent === null && !parent.zone) || (marker !== null && marker.rank <= 6);
    if (top) {
      // A directive orders how the past is to be assessed and how goals are to be set.
      const ordered =
        this.directive &&
        hint !== null &&
        /^(?:về )?(?:việc |công tác )?(?:xây dựng|tổ chức|đánh giá|nội dung)/i.test(rest);
      const zone = ordered ? 'tasks' : (hint?.zone ?? this.#topDefault(marker, rest, parent));
      if (!parent || parent.rank < 1) this.fallback = zone === 'targets' ? 'tasks' : zone;
      return zone;
    }
    // Under a part that already has its subject, only a heading that opens with the word changes it.
    if (hint && hint.at <= 22 && hint.zone !== inherited) {
      if (inherited === 'tasks' && (hint.zone === 'context' || hint.at > 8)) return inherited;
      if (this.report && inherited === 'results' && hint.zone === 'tasks' && !AHEAD.test(rest)) return inherited;
      if (inherited === 'results' && (hint.zone === 'context' || hint.at > 8)) return inherited;
      if (inherited === 'tasks' && hint.zone === 'results' && (isOrder(rest) || this.directive)) return inherited;
      if (inherited === 'tasks' && /^(?:về |công tác )?(?:xây dựng|tổ chức|nội dung)\s/i.test(rest)) return inherited;
      return hint.zone;
    }
    return inherited;
  }

  #topDefault(marker: Marker | null, rest: string, parent: Above | null): Zone {
    if (
      marker?.kind === 'article' &&
      /^(?:thông qua|tán thành|thống nhất|phê chuẩn|phê duyệt|quyết nghị|nhất trí|phân bổ|(?:giao|quyết định) (?:dự toán|chỉ tiêu|kế hoạch))/i.test(
        rest,
      )
    )
      return 'targets';
    if (isOrder(rest) && !this.report) return 'tasks';
    return parent?.zone ?? this.fallback;
  }
}
