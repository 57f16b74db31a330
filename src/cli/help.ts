/** What `--help` says: Vietnamese first, English below. */
import { exhaustive } from '#base/exhaustive.ts';

const ALL = `Bám Sát – đọc nghị quyết, chương trình, kế hoạch của tỉnh thành bảng theo dõi.

Cách dùng
  bamsat read TỆP…        đọc văn bản: chỉ tiêu, kết quả, nhiệm vụ, cơ quan, thời hạn, viện dẫn
  bamsat read --help      mọi tùy chọn của lệnh read
  bamsat --version        số phiên bản

Thử ngay
  bamsat read samples/*.txt
  bamsat read samples/*.txt --format xlsx --out out

Bám Sát reads a Vietnamese province's resolutions into a tracking table.

Usage
  bamsat read FILE…       read documents: targets, results, tasks, agencies, deadlines, citations
  bamsat read --help      all options of read
  bamsat --version        the version
`;

const READ = `bamsat read TỆP… – đọc văn bản (tệp văn bản thuần, UTF-8 hoặc UTF-16)

  TỆP                     một hay nhiều tệp; “-” là đầu vào chuẩn
  --format DẠNG, -f       table  bảng trên màn hình (mặc định)
                          xlsx   bảng tính Excel
                          md     báo cáo Markdown
                          json   dữ liệu cho máy, theo docs/reading.schema.json
                          akn    Akoma Ntoso 1.0
  --json                  như --format json
  --out THƯ-MỤC, -o       ghi mỗi văn bản thành một tệp trong thư mục này
  --unread                thêm những con số và lời giao việc chưa đọc được (table, md)
  --year NĂM              năm kế hoạch, khi văn bản không ghi rõ
  --max-mb SỐ             cỡ tệp lớn nhất, mặc định 50 MB

  Mã kết thúc: 0 đọc được hết · 1 có tệp không đọc được, các tệp khác vẫn đọc · 2 dùng sai lệnh
  Bề rộng bảng theo màn hình hoặc biến COLUMNS; đặt NO_COLOR=1 để không dùng màu.

bamsat read FILE… – read documents (plain text, UTF-8 or UTF-16)

  FILE                    one or more files; “-” is standard input
  --format FORMAT, -f     table (default), xlsx, md, json (see docs/reading.schema.json), akn (Akoma Ntoso 1.0)
  --json                  the same as --format json
  --out DIR, -o           write one file a document into this folder
  --unread                also list numbers and orders that could not be read (table, md)
  --year N                the plan's year, when the document does not say it
  --max-mb N              largest file, 50 MB unless told otherwise

  Exit codes: 0 all read · 1 some file unreadable, the rest done · 2 wrong use
  Width follows the terminal or COLUMNS; NO_COLOR=1 turns colours off.
`;

export function helpText(topic: 'all' | 'read'): string {
  switch (topic) {
    case 'all':
      return ALL;
    case 'read':
      return READ;
    default:
      return exhaustive(topic);
  }
}
