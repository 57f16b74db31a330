/** What a person should know about a file that flows, one sentence each. */

import type { Issue } from '#base/issue.ts';

function warning(code: string, message: string, messageEn: string, severity: Issue['severity'] = 'warning'): Issue {
  return { severity, code, span: null, message, messageEn };
}

export const HIDDEN_TEXT = warning(
  'hidden-text',
  'Tệp có chữ ẩn; phần chữ ẩn không được đọc.',
  'The file holds hidden text; it was left out.',
);

export const TRACKED_CHANGES = warning(
  'tracked-changes',
  'Tệp còn dấu vết sửa đổi (track changes); các sửa đổi được đọc như đã chấp nhận.',
  'The file holds tracked changes; they were read as accepted.',
);

export const MACROS = warning(
  'macros',
  'Tệp có macro; macro không được chạy.',
  'The file holds macros; they were not run.',
);

export const EMBEDDED_OBJECTS = warning(
  'embedded-objects',
  'Tệp có đối tượng nhúng; các đối tượng đó không được mở.',
  'The file holds embedded objects; they were not opened.',
);

export const PAGE_FRAME = warning(
  'page-frame-left-out',
  'Khung của trang web (menu, chân trang) không được đọc.',
  'The frame of the web page (menus, footer) was left out.',
  'info',
);

export const CONTENTS = warning(
  'contents-left-out',
  'Mục lục tự động của văn bản không được đọc (các đề mục đã có trong nội dung).',
  'The generated table of contents is not read (its headings stand in the text).',
  'info',
);

export const LIST_LABELS_LOST = warning(
  'list-labels-lost',
  'Số thứ tự tự động của danh sách không đọc được hết; hãy lưu tệp thành .docx rồi đọc lại.',
  'Automatic numbers of lists could not all be read; save the file as .docx and read it again.',
);

export const TRUNCATED = warning(
  'file-truncated',
  'Tệp bị hỏng một phần; phần đọc được có thể thiếu.',
  'The file is partly damaged; what was read may be incomplete.',
);
