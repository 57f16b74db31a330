/** Vietnamese words (từ ngữ) for what the server names by code, exactly as the offices write them. */
import type { LightColour } from '../ui/badge.tsx';
import type { MarkKind } from '../ui/mark.tsx';

/** Kinds of marked stretches of a document. */
export const MARK_WORDS: Readonly<Record<MarkKind, string>> = {
  target: 'Chỉ tiêu',
  task: 'Nhiệm vụ',
  result: 'Kết quả',
  citation: 'Viện dẫn',
  deadline: 'Thời hạn',
  agency: 'Cơ quan',
  unread: 'Chưa đọc được',
};

/** What a light says when nothing more exact is known. */
export const LIGHT_WORDS: Readonly<Record<LightColour, string>> = {
  green: 'Đúng tiến độ',
  amber: 'Cần chú ý',
  red: 'Nguy cơ không đạt',
  grey: 'Chưa có số liệu',
};

/** Kinds of provinces before their names: `tỉnh Hà Tĩnh`, `thành phố Huế`. */
export const PROVINCE_KIND_WORDS = { province: 'tỉnh', city: 'thành phố' } as const;

/** How a session began. */
export const SIGN_IN_WORDS: Readonly<Record<string, string>> = {
  password: 'Mật khẩu',
  'password+totp': 'Mật khẩu và mã xác thực',
  'password+recovery': 'Mật khẩu và mã dự phòng',
  oidc: 'Đăng nhập tập trung',
};
