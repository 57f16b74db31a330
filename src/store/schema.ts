/** Rows of the database. Generated from the migrations by `npm run sync`; not to be edited. */
import type { ColumnType, Generated } from 'kysely';

/** Read as ISO text in UTC, written as a Date or ISO text. */
export type Timestamp = ColumnType<string, Date | string, Date | string>;
export type Timestamps = ColumnType<string[], readonly (Date | string)[], readonly (Date | string)[]>;
export type TimestampWithDefault = ColumnType<string, Date | string | undefined, Date | string>;
export type TimestampsWithDefault = ColumnType<string[], readonly (Date | string)[] | undefined, readonly (Date | string)[]>;
/** Read as a value, written as JSON text. */
// biome-ignore lint/suspicious/noExplicitAny: its shape is checked where it is used.
export type JsonColumn = ColumnType<any, string | null, string | null>;

export interface ActionPlanRow {
  province_id: number;
  id: string;
  plan_id: string;
  organisation_id: string;
  due_on: string | null;
  symbol: string | null;
  issued_on: string | null;
  document_id: string | null;
  note: string | null;
  version: Generated<number>;
  created_at: Timestamp;
  reminded_at: Timestamp | null;
}

export interface AllocationRow {
  province_id: number;
  id: string;
  target_id: string;
  target_ordinal: number;
  parent_part_id: string | null;
  dimension: string;
  rule: string;
  whole: string;
  note: string | null;
  created_by: string | null;
  created_at: Timestamp;
  ended_at: Timestamp | null;
  version: Generated<number>;
  course: Generated<string>;
  places: Generated<number>;
}

export interface AllocationPartRow {
  province_id: number;
  id: string;
  allocation_id: string;
  ordinal: number;
  organisation_id: string | null;
  period: string | null;
  value: string | null;
  weight: string | null;
}

export interface BacklogCaseRow {
  province_id: number;
  id: string;
  plan_id: string | null;
  task_id: string | null;
  title: string;
  summary: Generated<string>;
  field: string | null;
  place: string | null;
  organisation_id: string;
  post_id: string | null;
  responsible: string | null;
  arose_on: string | null;
  due_on: string | null;
  state: Generated<string>;
  closed_on: string | null;
  result: string | null;
  version: Generated<number>;
  created_at: Timestamp;
}

export interface BacklogNoteRow {
  province_id: number;
  id: string;
  case_id: string;
  at: Timestamp;
  person_id: string | null;
  post_id: string | null;
  text: string;
}

export interface BacklogStepRow {
  province_id: number;
  id: string;
  case_id: string;
  ordinal: number;
  text: string;
  due_on: string | null;
  done_on: string | null;
  result: string | null;
}

export interface BlobRow {
  province_id: number;
  sha256: string;
  size: number;
  created_at: TimestampWithDefault;
}

export interface BlobChunkRow {
  province_id: number;
  sha256: string;
  ordinal: number;
  bytes: Buffer;
}

export interface CalendarFeedRow {
  province_id: number;
  id: string;
  token_hash: string;
  name: string;
  person_id: string;
  post_id: string;
  scope: string;
  created_at: Timestamp;
  used_at: Timestamp | null;
  revoked_at: Timestamp | null;
}

export interface CitationLinkRow {
  province_id: number;
  id: string;
  document_id: string;
  span_start: number;
  span_end: number;
  quote: string;
  type: string;
  symbol: string | null;
  symbol_key: string | null;
  cited_on: string | null;
  issuer: string | null;
  cited_id: string | null;
  state: Generated<string>;
  version: Generated<number>;
}

export interface DeliverableRow {
  province_id: number;
  id: string;
  plan_id: string;
  task_id: string;
  kind: string;
  name: string;
  due_on: string | null;
  span_start: number | null;
  span_end: number | null;
  ended_on: string | null;
  stage: Generated<string>;
  drafted_on: string | null;
  appraised_on: string | null;
  submitted_on: string | null;
  issued_on: string | null;
  symbol: string | null;
  document_id: string | null;
  session_month: string | null;
  session_title: string | null;
  note: string | null;
  version: Generated<number>;
}

export interface DigestRow {
  province_id: number;
  id: string;
  post_id: string;
  day: string;
  person_id: string | null;
  made_at: Timestamp;
  sent_at: Timestamp | null;
  skipped: string | null;
  body: JsonColumn | null;
}

export interface DirectiveRow {
  province_id: number;
  id: string;
  plan_id: string;
  kind: string;
  given_on: string;
  post_id: string | null;
  given_by: string;
  text: string;
  subject_type: string | null;
  subject_id: string | null;
  document_id: string | null;
  item_id: string | null;
  span_start: number | null;
  span_end: number | null;
  quote: string | null;
  task_id: string | null;
  withdrawn_at: Timestamp | null;
  version: Generated<number>;
  created_at: Timestamp;
  withdrawn_reason: string | null;
}

export interface DistributionRow {
  province_id: number;
  id: string;
  document_id: string;
  organisation_id: string;
  note: string | null;
  sent_by: string | null;
  sent_at: Timestamp;
  opened_by: string | null;
  opened_at: Timestamp | null;
  acknowledged_by: string | null;
  acknowledged_at: Timestamp | null;
  recalled_at: Timestamp | null;
  version: Generated<number>;
  reminders: Generated<number>;
  reminded_at: Timestamp | null;
}

export interface DocumentRow {
  province_id: number;
  id: string;
  sha256: string | null;
  file_name: string;
  format: string | null;
  state: string;
  refusal: JsonColumn | null;
  progress: JsonColumn | null;
  type: string | null;
  symbol: string | null;
  issued_on: string | null;
  issuer: string | null;
  title: string | null;
  plan_year: number | null;
  review_state: Generated<string>;
  pages: number | null;
  uploaded_by: string | null;
  uploaded_at: Timestamp;
  version: Generated<number>;
  deleted_at: Timestamp | null;
  symbol_key: string | null;
  corrected: Generated<JsonColumn>;
  reader: string | null;
}

export interface DocumentSearchRow {
  province_id: number;
  document_id: string;
  sort_on: string;
  head: string;
  body: string;
  bare: string;
}

export interface DocumentTextRow {
  province_id: number;
  document_id: string;
  text: string;
  layout: JsonColumn;
}

export interface EventRow {
  province_id: number;
  seq: number;
  id: string;
  at: Timestamp;
  person_id: string | null;
  post_id: string | null;
  kind: string;
  subject_type: string;
  subject_id: string;
  body: string;
  hash: string;
}

export interface EventChainRow {
  province_id: number;
  seq: number;
  hash: string;
}

export interface EvidenceRow {
  province_id: number;
  id: string;
  subject_type: string;
  subject_id: string;
  kind: string;
  name: string;
  sha256: string | null;
  size: number | null;
  media_type: string | null;
  url: string | null;
  document_id: string | null;
  added_at: Timestamp;
  person_id: string | null;
  post_id: string | null;
  organisation_id: string | null;
  removed_at: Timestamp | null;
}

export interface HandoverRow {
  province_id: number;
  id: string;
  post_id: string;
  from_person_id: string | null;
  to_person_id: string | null;
  on_day: string;
  body: JsonColumn;
  made_at: Timestamp;
  received_at: Timestamp | null;
}

export interface IdempotencyRow {
  province_id: number;
  key: string;
  request_hash: string;
  status: number;
  response: JsonColumn | null;
  created_at: Timestamp;
}

export interface IndicatorRow {
  province_id: number;
  id: string;
  code: string;
  name: string;
  unit: string | null;
  kind: string | null;
  direction: string | null;
  state: string;
  synonyms: Generated<string[]>;
  version: Generated<number>;
  created_at: Timestamp;
}

export interface InspectionRow {
  province_id: number;
  id: string;
  plan_id: string | null;
  year: number;
  kind: string;
  organisation_id: string;
  subject_id: string | null;
  subject_name: string;
  subject_key: string;
  content: string;
  from_month: string;
  to_month: string;
  state: Generated<string>;
  decision: string | null;
  document_id: string | null;
  note: string | null;
  version: Generated<number>;
  created_at: Timestamp;
}

export interface InspectionClashRow {
  province_id: number;
  first_id: string;
  second_id: string;
  facts: string;
  reason: string;
  person_id: string | null;
  post_id: string | null;
  at: Timestamp;
}

export interface KnownDeviceRow {
  province_id: number;
  person_id: string;
  device_hash: string;
  first_at: Timestamp;
  last_at: Timestamp;
}

export interface LockOutRow {
  province_id: number;
  login_hash: string;
  failures: TimestampsWithDefault;
  locked_until: Timestamp | null;
  lock_count: Generated<number>;
  tried_at: Timestamp;
}

export interface MachineTokenRow {
  province_id: number;
  id: string;
  name: string;
  token_hash: string;
  scopes: string[];
  created_by: string;
  created_at: Timestamp;
  expires_at: Timestamp | null;
  used_at: Timestamp | null;
  revoked_at: Timestamp | null;
}

export interface NoticeRow {
  province_id: number;
  id: string;
  post_id: string;
  at: Timestamp;
  kind: string;
  subject_type: string;
  subject_id: string | null;
  title: string;
  text: Generated<string>;
  link: string;
  key: string;
  read_at: Timestamp | null;
  read_by: string | null;
  digest_id: string | null;
}

export interface NoticeSettingRow {
  province_id: number;
  person_id: string;
  value: JsonColumn;
  version: Generated<number>;
}

export interface OidcFlowRow {
  province_id: number;
  state_hash: string;
  nonce: string;
  code_verifier: string;
  return_to: string;
  expires_at: Timestamp;
}

export interface OrganisationRow {
  province_id: number;
  id: string;
  code: string | null;
  kind: string;
  valid_from: string | null;
  valid_to: string | null;
  position: Generated<number>;
  version: Generated<number>;
  created_at: TimestampWithDefault;
  basis: string | null;
  ended_basis: string | null;
}

export interface OrganisationLineageRow {
  province_id: number;
  id: string;
  predecessor_id: string;
  successor_id: string;
  kind: string;
  effective_on: string;
  basis: string;
  ordinal: Generated<number>;
}

export interface OrganisationNameRow {
  province_id: number;
  organisation_id: string;
  ordinal: number;
  name: string;
  short_name: string | null;
  valid_from: string | null;
  valid_to: string | null;
  basis: string | null;
}

export interface OrganisationParentRow {
  province_id: number;
  organisation_id: string;
  ordinal: number;
  parent_id: string;
  valid_from: string | null;
  valid_to: string | null;
}

export interface PasswordResetRow {
  province_id: number;
  id: string;
  token_hash: string;
  person_id: string;
  purpose: string;
  created_at: Timestamp;
  expires_at: Timestamp;
  used_at: Timestamp | null;
}

export interface PersonRow {
  province_id: number;
  id: string;
  full_name: string;
  login: string;
  email: string | null;
  password_hash: string | null;
  must_change_password: Generated<boolean>;
  totp_secret: string | null;
  totp_last_step: number | null;
  recovery_codes: Generated<string[]>;
  oidc_subject: string | null;
  state: Generated<string>;
  version: Generated<number>;
  created_at: TimestampWithDefault;
  totp_pending: string | null;
  folded: Generated<string>;
  anonymised_at: Timestamp | null;
}

export interface PlanRow {
  province_id: number;
  id: string;
  title: string;
  year_from: number;
  year_to: number;
  state: string;
  version: Generated<number>;
  created_at: Timestamp;
  action_plan_due_on: string | null;
}

export interface PlanDiffRow {
  province_id: number;
  id: string;
  plan_id: string;
  document_id: string;
  reading_id: string;
  state: Generated<string>;
  effective_on: string;
  created_by: string | null;
  created_at: Timestamp;
  closed_at: Timestamp | null;
  version: Generated<number>;
  role: Generated<string>;
  unchanged: Generated<number>;
}

export interface PlanDiffItemRow {
  province_id: number;
  diff_id: string;
  id: string;
  position: number;
  subject: string;
  change: string;
  subject_id: string | null;
  item_id: string | null;
  before: JsonColumn | null;
  after: JsonColumn | null;
  fields: Generated<string[]>;
  decision: Generated<string>;
  decided_by: string | null;
  decided_at: Timestamp | null;
  version: Generated<number>;
  made_id: string | null;
  made_ordinal: number | null;
}

export interface PlanSourceRow {
  province_id: number;
  plan_id: string;
  ordinal: number;
  document_id: string;
  reading_id: string;
  reader: string;
  role: string;
  effective_on: string;
  published_at: Timestamp;
  published_by: string | null;
}

export interface PostRow {
  province_id: number;
  id: string;
  organisation_id: string;
  title: string;
  role: string;
  valid_from: string | null;
  valid_to: string | null;
  version: Generated<number>;
}

export interface PostHolderRow {
  province_id: number;
  id: string;
  post_id: string;
  person_id: string;
  valid_from: string;
  valid_to: string | null;
  version: Generated<number>;
}

export interface ProvinceRow {
  province_id: Generated<number>;
  slug: string;
  code: string;
  name: string;
  kind: string;
  created_at: TimestampWithDefault;
}

export interface ReadingRow {
  province_id: number;
  id: string;
  document_id: string;
  reader: string;
  created_at: Timestamp;
  body: JsonColumn;
  superseded_at: Timestamp | null;
}

export interface ReportingRegimeRow {
  province_id: number;
  id: string;
  plan_id: string;
  cadence: string;
  due: string | null;
  reporter: string | null;
  recipient: string | null;
  document_id: string;
  span_start: number;
  span_end: number;
  quote: string;
  state: Generated<string>;
}

export interface ReviewItemRow {
  province_id: number;
  document_id: string;
  id: string;
  kind: string;
  position: number;
  parent_id: string | null;
  original: JsonColumn | null;
  edited: JsonColumn | null;
  decision: Generated<string>;
  origin: Generated<string>;
  made_from: Generated<string[]>;
  retired: string | null;
  span_start: number;
  span_end: number;
  doubtful: Generated<boolean>;
  seen_by: string | null;
  seen_at: Timestamp | null;
  decided_by: string | null;
  decided_at: Timestamp | null;
  version: Generated<number>;
}

export interface SavedViewRow {
  province_id: number;
  id: string;
  page: string;
  name: string;
  search: string;
  person_id: string;
  shared: Generated<boolean>;
  created_at: Timestamp;
  version: Generated<number>;
}

export interface SchemaMigrationRow {
  name: string;
  hash: string;
  at: TimestampWithDefault;
}

export interface SessionRow {
  province_id: number;
  id: string;
  token_hash: string;
  person_id: string;
  post_id: string | null;
  created_at: Timestamp;
  seen_at: Timestamp;
  expires_at: Timestamp;
  ended_at: Timestamp | null;
  device: string | null;
  address: string | null;
  method: string;
}

export interface SettingRow {
  province_id: number;
  key: string;
  value: JsonColumn;
  version: Generated<number>;
}

export interface TargetRow {
  province_id: number;
  id: string;
  plan_id: string;
  parent_id: string | null;
  position: number;
  indicator_id: string | null;
  created_at: Timestamp;
}

export interface TargetLeadRow {
  province_id: number;
  target_id: string;
  ordinal: number;
  organisation_id: string | null;
  name: string;
}

export interface TargetVersionRow {
  province_id: number;
  target_id: string;
  ordinal: number;
  valid_from: string;
  valid_to: string | null;
  name: string;
  section: string;
  group_title: string | null;
  year: number | null;
  measure: string;
  comparator: string;
  value: string;
  value_max: string | null;
  unit: string | null;
  cumulative: Generated<boolean>;
  document_id: string;
  item_id: string;
  span_start: number;
  span_end: number;
  quote: string;
  recorded_at: Timestamp;
}

export interface TaskRow {
  province_id: number;
  id: string;
  plan_id: string;
  parent_id: string | null;
  position: number;
  created_at: Timestamp;
  origin: Generated<string>;
}

export interface TaskActRow {
  province_id: number;
  id: string;
  task_id: string;
  seq: number;
  act: string;
  at: Timestamp;
  person_id: string | null;
  post_id: string | null;
  organisation_id: string | null;
  text: string | null;
  due_on: string | null;
  progress: string | null;
  before: JsonColumn;
  after: JsonColumn;
  undone_at: Timestamp | null;
  undone_by: string | null;
}

export interface TaskAgencyRow {
  province_id: number;
  task_id: string;
  version_ordinal: number;
  ordinal: number;
  role: string;
  organisation_id: string | null;
  name: string;
}

export interface TaskLifeRow {
  province_id: number;
  task_id: string;
  plan_id: string;
  parent_id: string | null;
  origin: string;
  position: number;
  text: string;
  section: Generated<string>;
  label: string | null;
  group_title: string | null;
  period: string | null;
  products: Generated<string[]>;
  words: string;
  state: Generated<string>;
  state_since: Timestamp;
  printed_due_on: string | null;
  due_on: string | null;
  lead_ids: Generated<string[]>;
  support_ids: Generated<string[]>;
  accepted_ids: Generated<string[]>;
  assigner_id: string | null;
  post_id: string | null;
  progress: string | null;
  result: string | null;
  reported_on: string | null;
  done_on: string | null;
  returned_on: string | null;
  return_reason: string | null;
  asked_due_on: string | null;
  asked_reason: string | null;
  paused_state: string | null;
  told_at: Timestamp | null;
  gone_on: string | null;
  acts: Generated<number>;
  version: Generated<number>;
  source_document_id: string | null;
  source_start: number | null;
  source_end: number | null;
  source_quote: string | null;
}

export interface TaskVersionRow {
  province_id: number;
  task_id: string;
  ordinal: number;
  valid_from: string;
  valid_to: string | null;
  text: string;
  section: string;
  label: string | null;
  group_title: string | null;
  due_on: string | null;
  due_quote: string | null;
  document_id: string;
  item_id: string;
  span_start: number;
  span_end: number;
  quote: string;
  recorded_at: Timestamp;
}

export interface WebhookRow {
  province_id: number;
  id: string;
  name: string;
  url: string;
  secret: string;
  kinds: string[];
  active: Generated<boolean>;
  told_seq: number;
  created_by: string | null;
  created_at: Timestamp;
  removed_at: Timestamp | null;
  version: Generated<number>;
  failing_since: Timestamp | null;
  paused_at: Timestamp | null;
}

export interface WebhookDeliveryRow {
  province_id: number;
  id: string;
  webhook_id: string;
  event_seq: number;
  kind: string;
  body: string;
  state: Generated<string>;
  attempts: Generated<number>;
  status: number | null;
  error: string | null;
  created_at: Timestamp;
  tried_at: Timestamp | null;
  delivered_at: Timestamp | null;
  next_at: Timestamp | null;
}

export interface DB {
  action_plan: ActionPlanRow;
  allocation: AllocationRow;
  allocation_part: AllocationPartRow;
  backlog_case: BacklogCaseRow;
  backlog_note: BacklogNoteRow;
  backlog_step: BacklogStepRow;
  blob: BlobRow;
  blob_chunk: BlobChunkRow;
  calendar_feed: CalendarFeedRow;
  citation_link: CitationLinkRow;
  deliverable: DeliverableRow;
  digest: DigestRow;
  directive: DirectiveRow;
  distribution: DistributionRow;
  document: DocumentRow;
  document_search: DocumentSearchRow;
  document_text: DocumentTextRow;
  event: EventRow;
  event_chain: EventChainRow;
  evidence: EvidenceRow;
  handover: HandoverRow;
  idempotency: IdempotencyRow;
  indicator: IndicatorRow;
  inspection: InspectionRow;
  inspection_clash: InspectionClashRow;
  known_device: KnownDeviceRow;
  lock_out: LockOutRow;
  machine_token: MachineTokenRow;
  notice: NoticeRow;
  notice_setting: NoticeSettingRow;
  oidc_flow: OidcFlowRow;
  organisation: OrganisationRow;
  organisation_lineage: OrganisationLineageRow;
  organisation_name: OrganisationNameRow;
  organisation_parent: OrganisationParentRow;
  password_reset: PasswordResetRow;
  person: PersonRow;
  plan: PlanRow;
  plan_diff: PlanDiffRow;
  plan_diff_item: PlanDiffItemRow;
  plan_source: PlanSourceRow;
  post: PostRow;
  post_holder: PostHolderRow;
  province: ProvinceRow;
  reading: ReadingRow;
  reporting_regime: ReportingRegimeRow;
  review_item: ReviewItemRow;
  saved_view: SavedViewRow;
  schema_migration: SchemaMigrationRow;
  session: SessionRow;
  setting: SettingRow;
  target: TargetRow;
  target_lead: TargetLeadRow;
  target_version: TargetVersionRow;
  task: TaskRow;
  task_act: TaskActRow;
  task_agency: TaskAgencyRow;
  task_life: TaskLifeRow;
  task_version: TaskVersionRow;
  webhook: WebhookRow;
  webhook_delivery: WebhookDeliveryRow;
}
