/** What `--help` says: Vietnamese first, English below. */
import { exhaustive } from '#base/exhaustive.ts';
import { USUAL_LIMITS } from '#document/model.ts';

const MEGABYTES = USUAL_LIMITS.bytes / 1024 / 1024;

const ALL = `Bám Sát – đọc nghị quyết, chương trình, kế hoạch của tỉnh thành bảng theo dõi.

Cách dùng
  bamsat read TỆP…        đọc Word, PDF, bản chụp, tệp văn bản: chỉ tiêu, kết quả, nhiệm vụ, cơ quan, thời hạn, viện dẫn
  bamsat read --help      mọi tùy chọn của lệnh read
  bamsat --version        số phiên bản

Thử ngay
  bamsat read samples/*.txt
  bamsat read samples/*.txt --format xlsx --out out
  bamsat read nghi-quyet.pdf --format md

Bám Sát reads a Vietnamese province's resolutions into a tracking table.

Usage
  bamsat read FILE…       read documents (Word, PDF, scans, text): targets, results, tasks, agencies, deadlines, citations
  bamsat read --help      all options of read
  bamsat --version        the version
`;

const READ = `bamsat read TỆP… – đọc văn bản: Word, PDF, bản chụp (scan), tệp văn bản

  TỆP                     một hay nhiều tệp, nhận theo nội dung; “-” là đầu vào chuẩn
                          .docx .doc .odt .rtf · .pdf (có chữ hoặc bản chụp) · .png .jpg .tif
                          .txt .md .html (UTF-8, UTF-16, Windows-1258, TCVN3, VNI)
  --pages TRANG           chỉ đọc các trang này của PDF hoặc ảnh: 3, 1-5, 7-
  --ocr CÁCH              auto   nhận dạng chữ ở trang không có chữ (mặc định)
                          always nhận dạng mọi trang, kể cả trang có chữ
                          never  không nhận dạng

  --format DẠNG, -f       table  bảng trên màn hình (mặc định)
                          xlsx   bảng tính Excel
                          md     báo cáo Markdown
                          json   dữ liệu cho máy, theo docs/reading.schema.json
                          akn    Akoma Ntoso 1.0
                          text   chữ lấy ra từ tệp, đúng như các vị trí trong json đếm
  --json, --text          như --format json, --format text
  --out THƯ-MỤC, -o       ghi mỗi văn bản thành một tệp trong thư mục này
  --unread                thêm những con số và lời giao việc chưa đọc được (table, md)
  --crops                 cùng --out: ghi ảnh cắt của các con số nhận dạng chưa chắc vào TÊN.crops/
  --year NĂM              năm kế hoạch, khi văn bản không ghi rõ

  --max-mb SỐ             cỡ tệp lớn nhất, mặc định ${MEGABYTES} MB
  --max-pages SỐ          số trang nhiều nhất, mặc định ${USUAL_LIMITS.pages}
  --max-memory SỐ         bộ nhớ nhiều nhất để mở một tệp, mặc định ${USUAL_LIMITS.megabytes} MB
  --timeout GIÂY          thời gian lâu nhất cho một tệp, mặc định ${USUAL_LIMITS.seconds} giây

  Mã kết thúc: 0 đọc được hết · 1 có tệp không đọc được, các tệp khác vẫn đọc · 2 dùng sai lệnh · 130 dừng bằng Ctrl-C
  Dấu “?” bên một giá trị: cần kiểm tra lại với bản gốc. “tr. 5” là trang của tệp, “d. 12” là dòng của chữ do --text in ra.
  Bề rộng bảng theo màn hình hoặc biến COLUMNS; đặt NO_COLOR=1 để không dùng màu.

bamsat read FILE… – read documents: Word, PDF, scans, text files

  FILE                    one or more files, told by their content; “-” is standard input
                          .docx .doc .odt .rtf · .pdf (text or scanned) · .png .jpg .tif
                          .txt .md .html (UTF-8, UTF-16, Windows-1258, TCVN3, VNI)
  --pages PAGES           read only these pages of a PDF or picture: 3, 1-5, 7-
  --ocr MODE              auto (recognise pages without text; default), always (every page), never
  --format FORMAT, -f     table (default), xlsx, md, json (see docs/reading.schema.json), akn (Akoma Ntoso 1.0),
                          text (the text of the file, just as the positions in json count it)
  --json, --text          the same as --format json, --format text
  --out DIR, -o           write one file a document into this folder
  --unread                also list numbers and orders that could not be read (table, md)
  --crops                 with --out: write pictures of the numbers that recognition is not sure of into NAME.crops/
  --year N                the plan's year, when the document does not say it
  --max-mb N              largest file, ${MEGABYTES} MB unless told otherwise
  --max-pages N           most pages, ${USUAL_LIMITS.pages} unless told otherwise
  --max-memory N          most memory to open a file, ${USUAL_LIMITS.megabytes} MB unless told otherwise
  --timeout SECONDS       longest time for one file, ${USUAL_LIMITS.seconds} s unless told otherwise

  Exit codes: 0 all read · 1 some file unreadable, the rest done · 2 wrong use · 130 stopped by Ctrl-C
  A “?” beside a value: compare it with the original. “tr. 5” is a page of the file, “d. 12” a line of what --text prints.
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
