/** `bamsat doctor`: looks at the machine, the settings and the database; a line each, and how it ended as the exit code. */
import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Config, SETTINGS } from '#server/config.ts';
import { locateDatabase } from '#server/locate.ts';
import { statePages } from '#server/pages.ts';
import { examine } from '#store/examine.ts';
import { complain, print } from './output.ts';
import { refusalLine } from './refusal.ts';
import { quietLog, settingsOf } from './settings.ts';

export interface DoctorOrder {
  readonly kind: 'doctor';
  readonly config: string | null;
}

/** `bad` makes the exit code 1, `note` is worth knowing. */
interface Finding {
  readonly state: 'good' | 'note' | 'bad';
  readonly text: string;
}

const good = (text: string): Finding => ({ state: 'good', text });
const note = (text: string): Finding => ({ state: 'note', text });
const bad = (text: string): Finding => ({ state: 'bad', text });

const SIGNS = { good: '✓', note: '!', bad: '✗' } as const;
const GIGABYTE = 1024 ** 3;

export async function runDoctor(order: DoctorOrder, version: string): Promise<number> {
  let worst = 0;
  const tell = async (findings: Iterable<Finding>) => {
    for (const { state, text } of findings) {
      if (state === 'bad') worst = 1;
      await print(`${SIGNS[state]} ${text}\n`);
    }
  };
  await tell(lookAtMachine(version));
  const config = settingsOf(order.config);
  if (!config.ok) {
    complain(refusalLine(config.error));
    return 2;
  }
  await tell(lookAtSettings(config.value));
  await tell(lookAtFolder(config.value.data));
  const located = await locateDatabase(config.value, quietLog);
  if (!located.ok) {
    await tell([bad(`Cơ sở dữ liệu: ${located.error.vi}`)]);
    return 1;
  }
  try {
    await tell([good(located.value.beside ? 'Máy chủ: đang chạy' : 'Máy chủ: không chạy trên dữ liệu này')]);
    await tell(await lookAtDatabase(located.value.url));
  } finally {
    await located.value.close();
  }
  return worst;
}

function* lookAtMachine(version: string): Generator<Finding> {
  yield good(`Bám Sát ${version}, Node ${process.versions.node}, ${process.platform} ${process.arch}`);
  const { state } = statePages();
  if (state === 'current') yield good('Giao diện: đã dựng');
  else yield note(state === 'stale' ? 'Giao diện: cũ, sẽ dựng lại khi chạy' : 'Giao diện: chưa có, sẽ dựng khi chạy');
  const year = new Date().getFullYear();
  if (year < 2025 || year > 2100) yield bad(`Đồng hồ máy: năm ${year}`);
}

function* lookAtSettings(config: Config): Generator<Finding> {
  const set = SETTINGS.filter(({ variable }) => process.env[variable] !== undefined).map(({ variable }) => variable);
  yield good(`Cấu hình: ${set.length === 0 ? 'mặc định' : set.join(', ')}`);
  const local = /^https?:\/\/(?:127\.|localhost|\[::1\])/.test(config.publicUrl);
  if (!local && config.publicUrl.startsWith('http:'))
    yield note('BAMSAT_PUBLIC_URL là http://: mật khẩu và phiên đi qua mạng không mã hóa');
  if (config.host !== '127.0.0.1' && !config.trustProxy && config.publicUrl.startsWith('https:'))
    yield note(
      'Địa chỉ công khai là https:// nhưng BAMSAT_TRUST_PROXY chưa bật: mọi người dùng chung một địa chỉ mạng',
    );
  yield config.mailUrl === null
    ? note('Thư: chưa cấu hình, không gửi được liên kết đặt mật khẩu')
    : good('Thư: đã cấu hình');
}

function* lookAtFolder(data: string): Generator<Finding> {
  let folder = resolve(data);
  const missing = !existsSync(folder);
  while (!existsSync(folder)) folder = dirname(folder);
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    yield bad(`Thư mục dữ liệu ${data}: không đủ quyền ghi`);
    return;
  }
  if (!missing && process.platform !== 'win32' && (statSync(folder).mode & 0o077) !== 0)
    yield note(`Thư mục dữ liệu ${data}: tài khoản khác vào được (nên chmod 700)`);
  else yield good(`Thư mục dữ liệu ${data}: ${missing ? 'chưa có, sẽ tạo khi chạy' : 'ghi được'}`);
  const disk = statfsSync(folder);
  const free = disk.bavail * disk.bsize;
  const text = `Đĩa: còn ${(free / GIGABYTE).toFixed(1).replace('.', ',')} GB`;
  yield free < GIGABYTE / 4 ? bad(text) : free < 4 * GIGABYTE ? note(text) : good(text);
}

async function lookAtDatabase(url: string): Promise<Finding[]> {
  const examined = await examine(url, () => new Date());
  if (!examined.ok) return [bad(`Cơ sở dữ liệu: ${examined.error.vi}`)];
  const it = examined.value;
  const size = `${(it.bytes / 1024 / 1024).toFixed(0)} MB`;
  const major = Math.floor(it.version / 10_000);
  const findings = [
    (major < 15 ? bad : good)(`PostgreSQL ${major}.${it.version % 10_000}, ${it.encoding}, ${size}`),
    it.encoding === 'UTF8' ? null : bad('Bảng mã của cơ sở dữ liệu phải là UTF8'),
    it.hasVietnamese ? null : bad('PostgreSQL thiếu ICU: không xếp được theo thứ tự tiếng Việt (vi-VN-x-icu)'),
    it.pendingMigrations.length === 0
      ? good('Lược đồ: mới nhất')
      : note(`Lược đồ: còn ${it.pendingMigrations.length} bước nâng cấp, sẽ chạy khi khởi động`),
  ];
  if (it.pendingMigrations.length > 0) return findings.filter((one) => one !== null);
  const { missingExtensions: missing, openTables: open } = it;
  findings.push(
    missing.length === 0 ? good('Phần mở rộng: đủ') : bad(`Thiếu phần mở rộng: ${missing.join(', ')}`),
    open.length === 0 && it.wallHolds
      ? good('Ngăn cách giữa các tỉnh: đang bật ở mọi bảng')
      : bad(`Ngăn cách giữa các tỉnh KHÔNG đủ: ${open.join(', ') || 'đọc được dòng của tỉnh khác'}`),
    Math.abs(it.clockAhead) <= 2000
      ? good('Đồng hồ: khớp với cơ sở dữ liệu')
      : bad(`Đồng hồ cơ sở dữ liệu lệch ${Math.round(it.clockAhead / 1000)} giây`),
    good(`Dữ liệu: ${it.provinces} tỉnh, ${it.documents} văn bản, ${it.events} sự kiện`),
    it.brokenChains.length === 0
      ? good('Nhật ký: chuỗi liền mạch')
      : bad(`Nhật ký BỊ ĐỨT: ${it.brokenChains.map(({ province, seq }) => `${province} ở sự kiện ${seq}`).join('; ')}`),
  );
  return findings.filter((one) => one !== null);
}
