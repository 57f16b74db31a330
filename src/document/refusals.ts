/** Why a file is not opened, in the sentences that do not belong to one format. */
import { type FileRefusal, fileRefusal } from './model.ts';

export function tooLarge(bytes: number): FileRefusal {
  const size = Number((bytes / 1024 / 1024).toFixed(2));
  return fileRefusal(
    'too-large',
    `tệp lớn hơn ${decimal(size)} MB; hãy tách nhỏ hoặc nới giới hạn dung lượng`,
    `the file is over ${size} MB; split it or raise the limit of size`,
  );
}

export function tooManyPages(pages: number, most: number): FileRefusal {
  return fileRefusal(
    'too-many-pages',
    `tệp có ${pages} trang, nhiều hơn giới hạn ${most} trang; hãy chọn một khoảng trang hoặc nới giới hạn`,
    `the file has ${pages} pages, over the limit of ${most}; choose a range of pages or raise the limit`,
  );
}

export function tooLong(seconds: number): FileRefusal {
  return fileRefusal(
    'too-long',
    `đọc tệp quá ${decimal(seconds)} giây nên đã dừng; hãy chia nhỏ tệp hoặc nới giới hạn thời gian`,
    `reading the file took over ${seconds} seconds and was stopped; split the file or raise the limit of time`,
  );
}

export function tooMuchMemory(megabytes: number): FileRefusal {
  return fileRefusal(
    'too-much-memory',
    `đọc tệp cần quá ${decimal(megabytes)} MB bộ nhớ nên đã dừng; hãy chia nhỏ tệp hoặc nới giới hạn bộ nhớ`,
    `reading the file needed over ${megabytes} MB of memory and was stopped; split the file or raise the limit of memory`,
  );
}

export function noSuchPage(asked: number, pages: number): FileRefusal {
  return fileRefusal(
    'no-such-page',
    `tệp chỉ có ${pages} trang, không có trang ${asked}; hãy chọn lại trang`,
    `the file has ${pages} pages and no page ${asked}; choose other pages`,
  );
}

export const EMPTY = fileRefusal(
  'empty',
  'tệp rỗng; hãy kiểm tra rồi gửi lại tệp có nội dung',
  'the file is empty; send one that holds something',
);

export const NO_TEXT = fileRefusal(
  'no-text',
  'tệp không có chữ nào đọc được; hãy kiểm tra lại nội dung tệp',
  'the file holds no text that can be read; check what is in it',
);

export const NO_TEXT_WITHOUT_OCR = fileRefusal(
  'no-text',
  'các trang chỉ là ảnh quét, không có lớp chữ; hãy cho phép nhận dạng chữ (OCR) rồi thử lại',
  'the pages are pictures without text; allow recognition of characters (OCR) and try again',
);

export const CANCELLED = fileRefusal('cancelled', 'đã dừng đọc tệp theo yêu cầu', 'reading was stopped as asked');

export const CRASHED = fileRefusal(
  'crashed',
  'chương trình gặp lỗi khi đọc tệp này nên đã bỏ qua; tệp có thể bị hỏng, hãy mở rồi lưu thành tệp mới và thử lại',
  'the program failed on this file and left it; the file may be damaged, so open it, save it anew and try again',
);

/** Neither the server's fault nor the file's: the machine has no room for a worker. */
export const NO_WORKER = fileRefusal(
  'crashed',
  'máy không mở được tiến trình đọc tệp; hãy kiểm tra thư mục tạm và bộ nhớ của máy rồi thử lại',
  'the machine could not start a process to read the file; check its temporary folder and memory and try again',
);

export const ENCRYPTED = fileRefusal(
  'encrypted',
  'tệp được đặt mật khẩu; hãy bỏ mật khẩu rồi thử lại',
  'the file is protected by a password; remove it and try again',
);

export const DAMAGED = fileRefusal(
  'damaged',
  'tệp bị hỏng hoặc thiếu dữ liệu; hãy mở lại bằng chương trình đã tạo ra nó và lưu thành tệp mới',
  'the file is damaged or incomplete; open it in the program that made it and save it anew',
);

function decimal(value: number): string {
  return String(value).replace('.', ',');
}
