/** What the log says of each kind of event (nhật ký), as a person reads it: one short sentence without its subject's id. */
import type { Json } from '#base/canonical.ts';
import { formatDate, isDate } from '#base/date.ts';

/** What a sentence is made of. */
export interface ToldEvent {
  readonly kind: string;
  readonly title: string | null;
  readonly before: Json;
  readonly after: Json;
}

type Fields = Readonly<Record<string, Json>>;
type Sentence = string | ((after: Fields, before: Fields, title: string) => string);

const text = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const day = (value: Json | undefined): string => (isDate(text(value)) ? formatDate(text(value)) : '');
const list = (value: Json | undefined): string =>
  Array.isArray(value) ? value.map(text).filter(Boolean).join(', ') : '';
const count = (value: Json | undefined): number => (Array.isArray(value) ? value.length : 0);
const about =
  (words: string): Sentence =>
  (_after, _before, title) =>
    title ? `${words} “${title}”` : words;
/** Stages of a deliverable, as `#delivery/deliverable-stage.ts` words them. */
const STEPS: Readonly<Record<string, string>> = {
  planned: 'Chưa dự thảo',
  drafted: 'Dự thảo',
  appraised: 'Thẩm định',
  submitted: 'Trình',
  issued: 'Ban hành',
};
/** The newest of a list of names or bodies above. */
const last = (value: Json | undefined): Fields => {
  const one = Array.isArray(value) ? value.at(-1) : null;
  return one && typeof one === 'object' && !Array.isArray(one) ? (one as Fields) : {};
};

export const EVENT_WORDS: Readonly<Record<string, Sentence>> = {
  'account.locked': 'Tạm khóa đăng nhập vì nhập sai nhiều lần',
  'account.unlocked': about('Mở khóa đăng nhập cho'),
  'allocation.ended': about('Bỏ phân bổ chỉ tiêu'),
  'allocation.made': (after, _before, title) =>
    `Phân bổ chỉ tiêu “${title}” cho ${Number(after.parts ?? 0)} ${after.dimension === 'period' ? 'kỳ' : 'đơn vị'}`,
  'allocation.restored': about('Khôi phục phân bổ chỉ tiêu'),
  'calendar.made': about('Tạo lịch hạn'),
  'calendar.revoked': about('Thu hồi lịch hạn'),
  'case.added': about('Thêm vụ việc'),
  'case.closed': about('Kết thúc vụ việc'),
  'case.edited': about('Sửa thông tin vụ việc'),
  'case.noted': about('Ghi diễn biến vụ việc'),
  'case.reopened': about('Mở lại vụ việc'),
  'case.resumed': about('Tiếp tục giải quyết vụ việc'),
  'case.steps-set': about('Sửa lộ trình vụ việc'),
  'case.suspended': about('Tạm dừng vụ việc'),
  'case.task-made': about('Lập nhiệm vụ từ vụ việc'),
  'case.task-tied': about('Gắn nhiệm vụ với vụ việc'),
  'case.task-untied': about('Bỏ gắn nhiệm vụ với vụ việc'),
  'case.undone': about('Hoàn tác việc đối với vụ việc'),
  'citation.confirmed': about('Xác nhận viện dẫn'),
  'citation.refused': about('Bỏ liên kết viện dẫn'),
  'citation.reopened': about('Xem lại viện dẫn'),
  'deliverable.added': about('Thêm sản phẩm'),
  'deliverable.changed': about('Sửa sản phẩm'),
  'deliverable.ended': about('Bỏ sản phẩm'),
  'deliverable.staged': (after, _before, title) =>
    `Chuyển sản phẩm${title ? ` “${title}”` : ''} sang bước “${STEPS[text(after.stage)] ?? ''}”`,
  'deliverable.undone': about('Hoàn tác thay đổi của sản phẩm'),
  'directive.changed': about('Sửa ý kiến chỉ đạo'),
  'directive.given': about('Ý kiến chỉ đạo:'),
  'directive.undone': about('Hoàn tác ý kiến chỉ đạo'),
  'directive.withdrawn': about('Thu hồi ý kiến chỉ đạo'),
  'distribution.acknowledged': about('Xác nhận đã nhận, đã quán triệt'),
  'distribution.opened': about('Mở xem văn bản được gửi'),
  'distribution.recalled': about('Thu hồi việc gửi'),
  'distribution.reminded': about('Nhắc xác nhận'),
  'document.annex-imported': about('Nhập phụ lục Excel'),
  'document.corrected': about('Sửa thông tin văn bản'),
  'document.deleted': about('Xóa văn bản'),
  'document.distributed': (after, _before, title) => `Gửi văn bản “${title}” đến ${count(after.organisations)} cơ quan`,
  'document.read': about('Đọc xong văn bản'),
  'document.reading-asked': about('Yêu cầu đọc lại văn bản'),
  'document.refused': about('Không đọc được tệp'),
  'document.restored': about('Khôi phục văn bản'),
  'document.uploaded': about('Tải lên văn bản'),
  'event.exported': 'Xuất nhật ký ra tệp',
  'evidence.added': (after, _before, title) => `Đính kèm minh chứng “${text(after.evidence)}” cho “${title}”`,
  'evidence.removed': (after, _before, title) => `Gỡ minh chứng “${text(after.evidence)}” của “${title}”`,
  'evidence.restored': (after, _before, title) => `Khôi phục minh chứng “${text(after.evidence)}” của “${title}”`,
  'handover.made': about('Lập danh sách bàn giao chức danh'),
  'handover.received': about('Xác nhận đã nhận bàn giao chức danh'),
  'indicator.edited': about('Sửa chỉ tiêu trong danh mục'),
  'indicator.proposed': about('Đề xuất chỉ tiêu mới'),
  'inspection.added': about('Thêm vào kế hoạch thanh tra, kiểm tra:'),
  'inspection.cancelled': about('Hủy cuộc thanh tra, kiểm tra'),
  'inspection.clash-accepted': about('Chấp nhận trùng lặp của'),
  'inspection.clash-reopened': about('Bỏ chấp nhận trùng lặp của'),
  'inspection.edited': about('Sửa kế hoạch thanh tra, kiểm tra'),
  'inspection.finished': about('Kết thúc cuộc thanh tra, kiểm tra'),
  'inspection.restored': about('Đưa lại vào kế hoạch thanh tra, kiểm tra'),
  'inspection.started': about('Bắt đầu cuộc thanh tra, kiểm tra'),
  'inspection.undone': about('Hoàn tác việc đối với cuộc thanh tra, kiểm tra'),
  'oidc.linked': about('Liên kết tài khoản đăng nhập tập trung của'),
  'organisation.corrected': about('Sửa loại, mã của'),
  'organisation.ended': (after, _before, title) => `Kết thúc hoạt động “${title}” từ ${day(after.validTo)}`,
  'organisation.founded': about('Thêm cơ quan'),
  'organisation.gave-over': (after, _before, title) => `“${title}” chuyển giao cho ${list(after.successors)}`,
  'organisation.imported': (after) => `Nhập danh sách cơ quan từ Excel: ${Number(after.changed ?? 0)} thay đổi`,
  'organisation.listed': about('Cập nhật từ danh sách Excel:'),
  'organisation.merged': (after) =>
    `Sáp nhập ${list(after.predecessors)} thành ${list(after.successors)} từ ${day(after.on)}`,
  'organisation.moved': about('Chuyển cơ quan chủ quản của'),
  'organisation.name-corrected': about('Đính chính tên của'),
  'organisation.renamed': (after, _before, title) => {
    const name = last(after.names);
    return `Đổi tên “${title}” thành “${text(name.name)}” từ ${day(name.from)}`;
  },
  'organisation.reopened': about('Mở lại'),
  'organisation.split': (after) =>
    `Chia, tách ${list(after.predecessors)} thành ${list(after.successors)} từ ${day(after.on)}`,
  'organisation.took-over': (after, _before, title) => `“${title}” tiếp nhận từ ${list(after.predecessors)}`,
  'organisation.undone': about('Hoàn tác thay đổi của'),
  'password.changed': about('Đổi mật khẩu của'),
  'password.first-set': about('Đặt mật khẩu lần đầu cho'),
  'password.link-given': about('Cấp liên kết đặt mật khẩu cho'),
  'password.refused': 'Mật khẩu hiện tại không đúng',
  'password.reset': about('Đặt lại mật khẩu của'),
  'password.reset-sent': about('Gửi thư đặt lại mật khẩu cho'),
  'person.added': about('Thêm người dùng'),
  'person.anonymised': 'Xóa dữ liệu cá nhân của một người dùng',
  'person.changed': about('Sửa thông tin người dùng'),
  'person.data-exported': about('Xuất dữ liệu cá nhân của'),
  'person.disabled': about('Ngừng cho sử dụng:'),
  'person.enabled': about('Cho sử dụng lại:'),
  'person.unlocked': about('Mở khóa đăng nhập cho'),
  'plan.agency-plan-due-set': (after, _before, title) =>
    `Hạn ban hành kế hoạch hành động của các cơ quan${title ? ` (${title})` : ''}: ${day(after.dueOn) || 'không đặt'}`,
  'plan.agency-plan-import-undone': about('Hoàn tác việc nhập phần việc từ'),
  'plan.agency-plan-imported': (after, _before, title) => `Nhập ${count(after.parts)} phần việc từ “${title}”`,
  'plan.agency-plan-reminded': (after) => `Đôn đốc ban hành kế hoạch hành động: ${list(after.organisations)}`,
  'plan.agency-plan-written': about('Ghi kế hoạch hành động của'),
  'plan.compared': about('So văn bản sửa đổi với'),
  'plan.diff-applied': about('Áp dụng các thay đổi vào'),
  'plan.diff-decided': about('Quyết định từng thay đổi của'),
  'plan.diff-discarded': about('Bỏ các thay đổi đối với'),
  'plan.published': about('Ban hành kế hoạch'),
  'plan.restored': about('Khôi phục kế hoạch'),
  'plan.withdrawn': about('Thu hồi kế hoạch'),
  'post.added': about('Lập chức danh'),
  'post.appointed': about('Giao giữ chức danh'),
  'post.changed': about('Sửa chức danh'),
  'post.ended': about('Kết thúc chức danh'),
  'post.relieved': about('Thôi giữ chức danh'),
  'province.made': about('Lập tỉnh'),
  'review.added': 'Rà soát: thêm mục',
  'review.decided': (_after, before) => `Rà soát: quyết định ${Math.max(1, Object.keys(before).length)} mục`,
  'review.edited': 'Rà soát: sửa mục',
  'review.merged': 'Rà soát: gộp mục',
  'review.reread': 'Rà soát: chuyển các quyết định sang lần đọc mới',
  'review.split': 'Rà soát: tách mục',
  'review.undone': 'Rà soát: hoàn tác',
  'session.begun': about('Đăng nhập:'),
  'session.ended': 'Đăng xuất',
  'session.others-ended': 'Kết thúc các phiên đăng nhập khác',
  'session.post-chosen': (after) => `Chuyển sang chức danh “${text(after.title)}”`,
  'session.refused': 'Đăng nhập không thành công',
  'setting.calendar-changed': 'Đổi ngày nghỉ, ngày làm bù',
  'setting.oidc-changed': 'Đổi cài đặt đăng nhập tập trung',
  'setting.province-named': about('Đổi tên hiển thị thành'),
  'setting.sign-in-changed': 'Đổi quy định đăng nhập',
  'target.edited': about('Sửa chỉ tiêu'),
  'task.accepted': about('Tiếp nhận nhiệm vụ'),
  'task.assigned': about('Giao nhiệm vụ'),
  'task.cancelled': about('Hủy nhiệm vụ'),
  'task.doer-named': about('Phân công người thực hiện nhiệm vụ'),
  'task.due-set': (after, _before, title) => `Đặt thời hạn ${day(after.dueOn)} cho nhiệm vụ “${title}”`,
  'task.extension-asked': (after, _before, title) => `Xin gia hạn đến ${day(after.askedDueOn)}: “${title}”`,
  'task.extension-granted': (after, _before, title) => `Đồng ý gia hạn đến ${day(after.dueOn)}: “${title}”`,
  'task.extension-refused': about('Không đồng ý gia hạn nhiệm vụ'),
  'task.part-changed': about('Sửa phần việc'),
  'task.parts-added': (after, _before, title) => `Phân rã nhiệm vụ “${title}” thành ${count(after.parts)} phần việc`,
  'task.parts-removed': (_after, before, title) => `Bỏ ${count(before.parts)} phần việc: “${title}”`,
  'task.reassigned': about('Giao lại nhiệm vụ'),
  'task.reminded': about('Đôn đốc nhiệm vụ'),
  'task.reported': about('Báo cáo hoàn thành nhiệm vụ'),
  'task.resumed': about('Tiếp tục thực hiện nhiệm vụ'),
  'task.returned': about('Trả lại nhiệm vụ'),
  'task.suspended': about('Tạm dừng nhiệm vụ'),
  'task.undone': about('Hoàn tác việc đối với nhiệm vụ'),
  'task.updated': about('Cập nhật tiến độ nhiệm vụ'),
  'task.verified': about('Xác nhận hoàn thành nhiệm vụ'),
  'token.made': about('Cấp mã truy cập'),
  'token.revoked': about('Thu hồi mã truy cập'),
  'totp.recovery-renewed': about('Cấp lại mã dự phòng cho'),
  'totp.recovery-used': 'Đăng nhập bằng mã dự phòng',
  'totp.refused': 'Mã xác thực không đúng',
  'totp.removed': about('Gỡ mã xác thực của'),
  'totp.set-up': about('Thiết lập mã xác thực cho'),
  'totp.turned-off': about('Tắt mã xác thực của'),
  'view.changed': about('Sửa khung nhìn'),
  'view.removed': about('Xóa khung nhìn'),
  'view.saved': about('Lưu khung nhìn'),
  'webhook.added': about('Thêm webhook'),
  'webhook.changed': about('Sửa webhook'),
  'webhook.paused': about('Tự tạm dừng webhook gửi không được:'),
  'webhook.removed': about('Gỡ webhook'),
  'webhook.resent': about('Gửi lại tin của webhook'),
  'webhook.secret-renewed': about('Đổi khóa ký của webhook'),
};

/** The parts of the log, as a filter names them: the first word of a kind. */
export const EVENT_AREAS: Readonly<Record<string, string>> = {
  document: 'Văn bản',
  citation: 'Viện dẫn',
  deliverable: 'Sản phẩm',
  directive: 'Ý kiến chỉ đạo',
  distribution: 'Gửi văn bản',
  review: 'Rà soát',
  plan: 'Kế hoạch',
  target: 'Chỉ tiêu',
  allocation: 'Phân bổ chỉ tiêu',
  task: 'Nhiệm vụ',
  evidence: 'Minh chứng',
  case: 'Vụ việc tồn đọng',
  inspection: 'Thanh tra, kiểm tra',
  indicator: 'Danh mục chỉ tiêu',
  organisation: 'Cơ quan',
  person: 'Người dùng',
  post: 'Chức danh',
  handover: 'Bàn giao',
  session: 'Đăng nhập',
  password: 'Mật khẩu',
  totp: 'Mã xác thực',
  oidc: 'Đăng nhập tập trung',
  account: 'Tạm khóa đăng nhập',
  setting: 'Cài đặt',
  token: 'Mã truy cập',
  webhook: 'Webhook',
  calendar: 'Lịch hạn',
  province: 'Tỉnh',
  event: 'Nhật ký',
  view: 'Khung nhìn đã lưu',
};

/** `Đổi tên “Sở A” thành “Sở B” từ 01/03/2025`. A kind of a newer program is named as it is kept. */
export function sentenceOf({ kind, title, before, after }: ToldEvent): string {
  const words = EVENT_WORDS[kind];
  if (words === undefined) return title ? `${kind}: ${title}` : kind;
  if (typeof words === 'string') return words;
  return words(fieldsOf(after), fieldsOf(before), title ?? '');
}

function fieldsOf(value: Json): Fields {
  return value !== null && typeof value === 'object' ? (value as Fields) : {};
}
