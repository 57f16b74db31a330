/**
 * What a document says, kind by kind. Field names and meanings follow the annotation guidelines of the project
 * (`docs/annotation.md`). Every `span` and `valueSpan` here points into the *text as given*, in UTF-16 units.
 */
import type { Span } from '#base/span.ts';

/** How sure the rule that fired is: `high` stands, `check` a person should look, `guess` a person must look. */
export type Confidence = 'high' | 'check' | 'guess';

/** Confidence by field name; a field that is not listed is `high`. */
export type FieldConfidence = Readonly<Record<string, Confidence>>;

/** The header and the foot of the document (thể thức văn bản, NĐ 30/2020 Phụ lục I; HD 36-HD/VPTW). */
export interface DocumentHeader {
  /** Loại văn bản as printed: `Nghị quyết`, `Chương trình`, `Kế hoạch` …; null if it can't be told. */
  readonly type: string | null;
  /** Số, ký hiệu, e.g. `01-NQ/TU`; null if missing or blank. */
  readonly symbol: string | null;
  /** Cơ quan ban hành, the full name. */
  readonly issuer: string | null;
  /** Tỉnh, thành phố, the bare name (`Hưng Yên`). */
  readonly province: string | null;
  /** Địa danh before the date. */
  readonly place: string | null;
  /** Ngày ban hành, ISO; null when blank or missing. */
  readonly date: string | null;
  /** Trích yếu, one line. */
  readonly title: string | null;
  /** Năm kế hoạch: the (last) year that the plan is for. */
  readonly planYear: number | null;
  /** Người ký. */
  readonly signer: string | null;
  /** Chức vụ người ký. */
  readonly signerTitle: string | null;
  /** Bản sao lục: the certified-copy block at the foot, when there is one. */
  readonly certifiedCopy: CertifiedCopy | null;
  /** Where each field was read, for those that stand in the text. */
  readonly spans: Readonly<Partial<Record<DocumentField, Span>>>;
  readonly confidence: FieldConfidence;
}

export type DocumentField =
  | 'type'
  | 'symbol'
  | 'issuer'
  | 'province'
  | 'place'
  | 'date'
  | 'title'
  | 'planYear'
  | 'signer'
  | 'signerTitle';

/** Sao lục: the mark by which a lower body passes a document on. Its number is not the document's. */
export interface CertifiedCopy {
  readonly span: Span;
  readonly kind: string;
  readonly symbol: string | null;
  readonly issuer: string | null;
  readonly place: string | null;
  readonly date: string | null;
  readonly signer: string | null;
}

export type Measure = 'level' | 'increase' | 'decrease';
export type Comparator = '=' | '>' | '>=' | '<' | '<=' | '~' | 'range';

/** A number that is committed to (chỉ tiêu) or reported (kết quả). */
export interface Measurement {
  /** From the indicator (or verb) to the unit; always holds `valueSpan`. */
  readonly span: Span;
  /** The number as printed. */
  readonly valueSpan: Span;
  /** The exact substring at `span`. */
  readonly quote: string;
  /** The number as printed, e.g. `31.000`, `7,5`, `0,5-0,6`. */
  readonly value: string;
  /** Its value; for a range the lower bound. */
  readonly number: number;
  /** Upper bound of a range. */
  readonly numberMax?: number;
  /** The exact value as a plain decimal with the printed precision, e.g. `13593.9`, `7.50`. */
  readonly decimal: string;
  readonly decimalMax?: string;
  /** As printed, without a scale change; null if none. */
  readonly unit: string | null;
  /** The full noun phrase, completed from its parent where it can't stand alone. */
  readonly indicator: string;
  readonly measure: Measure;
  readonly comparator: Comparator;
  readonly year: number | null;
  /** Index in the same list of the measurement it is a part of. */
  readonly parent: number | null;
  /** True for `lũy kế`. */
  readonly cumulative?: true;
  /** Agencies named for it (chủ trì), from a table's column. */
  readonly lead: readonly AgencyMention[];
  /** Labels of the headings above it, joined: `II.2`. */
  readonly section: string;
  /** Indicator of the catalogue that it matches. */
  readonly match: IndicatorMatch | null;
  /** Footnotes hung on it. */
  readonly notes: readonly Span[];
  readonly confidence: FieldConfidence;
}

/** An indicator of the catalogue found for a name. */
export interface IndicatorMatch {
  /** Our code. */
  readonly code: string;
  /** Name in the catalogue. */
  readonly name: string;
  /** Official code (QĐ 05/2023/QĐ-TTg) or null. */
  readonly officialCode: string | null;
  readonly confidence: Confidence;
}

/** A body or a group of bodies named in the text. */
export interface AgencyMention {
  /** Full name as printed, after undoing text errors. */
  readonly name: string;
  readonly span: Span | null;
  /** Catalogue code, when it is a known agency; null for groups (`các sở, ban, ngành`). */
  readonly code: string | null;
  /** The current successor, when the agency no longer exists under this name; else null. */
  readonly successor: {
    readonly code: string;
    readonly name: string;
    readonly since: string;
    readonly basis: string;
  } | null;
  /** True when taken over from the heading above. */
  readonly inherited: boolean;
  readonly confidence: Confidence;
}

/** Thời hạn: a phrase and the last day that still meets it. */
export interface Deadline {
  readonly span: Span;
  readonly quote: string;
  /** ISO date. */
  readonly due: string;
  readonly confidence: Confidence;
}

/** Sản phẩm: what the task is to bring forth. */
export interface Product {
  readonly span: Span;
  readonly quote: string;
  readonly kind: ProductKind;
}

export type ProductKind =
  | 'resolution' // nghị quyết
  | 'decision' // quyết định
  | 'scheme' // đề án
  | 'plan' // kế hoạch
  | 'programme' // chương trình
  | 'regulation' // quy định, quy chế
  | 'planning' // quy hoạch
  | 'policy' // chính sách, cơ chế
  | 'project' // dự án
  | 'report' // báo cáo
  | 'database' // cơ sở dữ liệu, nền tảng
  | 'criteria' // bộ tiêu chí
  | 'other';

/** Nhiệm vụ: one smallest block that tells somebody to do something. */
export interface Task {
  /** The whole block after its marker. */
  readonly span: Span;
  readonly quote: string;
  /** Marker path of the headings above it: `III.1.2`. */
  readonly section: string;
  /** The block's own marker: `-`, `1.3`, `a)`; null for a plain paragraph. */
  readonly label: string | null;
  /** Cơ quan chủ trì. In the JSON contract: names. */
  readonly lead: readonly AgencyMention[];
  /** Cơ quan phối hợp. */
  readonly support: readonly AgencyMention[];
  readonly deadlines: readonly Deadline[];
  readonly products: readonly Product[];
  /** Spans of the footnotes hung on it. */
  readonly notes: readonly Span[];
  readonly confidence: FieldConfidence;
}

/** Viện dẫn: another document named with a number or a date. */
export interface Citation {
  readonly span: Span;
  readonly quote: string;
  readonly type: string;
  readonly symbol: string | null;
  readonly date: string | null;
  readonly issuer: string | null;
  readonly confidence: FieldConfidence;
}

export type Cadence = 'monthly' | 'quarterly' | 'half-yearly' | 'nine-monthly' | 'yearly' | 'once';

/** Chế độ báo cáo: a duty to report to someone by a time. */
export interface ReportingDuty {
  readonly span: Span;
  readonly quote: string;
  readonly cadence: Cadence;
  /** `day 20`, `11-20` or an ISO date; null when the text names none. */
  readonly due: string | null;
  readonly from: string | null;
  readonly to: string | null;
  readonly confidence: FieldConfidence;
}
