/**
 * The letters of the system (mẫu thư), worded as an office writes. Each function gives subject, text and HTML; recipient
 * and key are added by whoever sends. Links carry what lets somebody in: such a letter goes to the address of that one
 * person and into no log.
 */
import { type Letter, type Part, writeInstant, writeLetter } from './letter-form.ts';

/** Which system writes, and to whom. */
export interface Between {
  /** Họ và tên. */
  readonly name: string;
  /** Tên đăng nhập. */
  readonly login: string;
  /** Whose system it is: `Văn phòng Ủy ban nhân dân tỉnh Hà Tĩnh`. */
  readonly office: string;
}

/** Đặt lại mật khẩu: a link that is good once, for half an hour if nothing else is said. */
export function passwordReset(between: Between, ask: { link: string; askedAt: Date; minutes?: number }): Letter {
  return toPerson(between, 'Đặt lại mật khẩu hệ thống Bám Sát', [
    say(
      `Hệ thống Bám Sát nhận được yêu cầu đặt lại mật khẩu của tài khoản ${between.login} lúc ${writeInstant(ask.askedAt)}.`,
    ),
    link('Để đặt mật khẩu mới, đề nghị Ông/Bà mở liên kết sau', ask.link),
    say(
      `Liên kết có hiệu lực trong ${ask.minutes ?? 30} phút và chỉ dùng được một lần. Đề nghị không chuyển tiếp thư này.`,
    ),
    say(
      'Nếu không gửi yêu cầu trên, Ông/Bà không cần làm gì: mật khẩu hiện tại vẫn giữ nguyên. Nếu nhận được thư này nhiều lần, đề nghị báo quản trị hệ thống.',
    ),
  ]);
}

/** Mời sử dụng: an account was made; the first password is set by the person, none is written in the letter. */
export function invitation(
  between: Between,
  account: { link: string; post: string; organisation: string; expiresAt: Date },
): Letter {
  return toPerson(between, 'Tài khoản sử dụng hệ thống Bám Sát', [
    say(`${between.office} đã cấp cho Ông/Bà tài khoản sử dụng hệ thống Bám Sát như sau.`),
    facts([
      ['Tên đăng nhập', between.login],
      ['Chức danh', account.post],
      ['Cơ quan, đơn vị', account.organisation],
    ]),
    link('Để đặt mật khẩu và đăng nhập lần đầu, đề nghị Ông/Bà mở liên kết sau', account.link),
    say(
      `Liên kết có hiệu lực đến ${writeInstant(account.expiresAt)} và chỉ dùng được một lần. Đề nghị không chuyển tiếp thư này.`,
    ),
  ]);
}

/** Đăng nhập từ thiết bị mới. `device` as `deviceLabel` says it; `address` is the network address. */
export function newSignIn(
  between: Between,
  signIn: { at: Date; device: string; address: string; sessionsLink: string },
): Letter {
  return toPerson(between, 'Đăng nhập hệ thống Bám Sát từ thiết bị mới', [
    say(`Tài khoản ${between.login} vừa đăng nhập hệ thống Bám Sát từ một thiết bị chưa từng sử dụng.`),
    facts([
      ['Thời gian', writeInstant(signIn.at)],
      ['Thiết bị', signIn.device],
      ['Địa chỉ mạng', signIn.address],
    ]),
    say('Nếu đây là Ông/Bà, không cần làm gì thêm.'),
    link(
      'Nếu không phải, đề nghị Ông/Bà kết thúc phiên đăng nhập này, đổi mật khẩu và báo ngay quản trị hệ thống',
      signIn.sessionsLink,
    ),
  ]);
}

/** Văn bản đến, sent by distribution (nơi nhận, quán triệt). */
export interface Distributed {
  /** Number, kind and date as cited: `Nghị quyết số 18-NQ/TU ngày 05/02/2021`. */
  readonly document: string;
  /** Trích yếu; null when the document has none. */
  readonly about: string | null;
  readonly from: string;
  readonly link: string;
  /** Until when it is to be acknowledged; null when nobody said. */
  readonly acknowledgeBy: Date | null;
  /** What the sender added; null for nothing. */
  readonly note: string | null;
}

/** To a person or to an organisation (`to`: `Ông/Bà …`, `Sở Tài chính`). */
export function documentDistributed(to: string, office: string, sent: Distributed): Letter {
  const until = sent.acknowledgeBy === null ? '' : ` trước ${writeInstant(sent.acknowledgeBy)}`;
  return writeLetter({
    subject: `Văn bản mới: ${sent.document}`,
    to,
    office,
    parts: [
      say(`${sent.from} gửi văn bản để nghiên cứu, quán triệt và tổ chức thực hiện.`),
      facts([
        ['Văn bản', sent.document],
        ...optional('Trích yếu', sent.about),
        ...optional('Ý kiến kèm theo', sent.note),
      ]),
      link(`Đề nghị mở xem và xác nhận đã nhận văn bản${until} tại liên kết sau`, sent.link),
    ],
  });
}

function toPerson({ name, office }: Between, subject: string, parts: readonly Part[]): Letter {
  return writeLetter({ subject, to: `Ông/Bà ${name}`, office, parts });
}

function say(text: string): Part {
  return { kind: 'paragraph', text };
}

function link(label: string, url: string): Part {
  return { kind: 'link', label, url };
}

function facts(rows: readonly (readonly [string, string])[]): Part {
  return { kind: 'facts', rows };
}

function optional(what: string, which: string | null): (readonly [string, string])[] {
  return which === null || which.trim() === '' ? [] : [[what, which]];
}
