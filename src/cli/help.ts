/** What `--help` says: Vietnamese first, English below. */
import { exhaustive } from '#base/exhaustive.ts';
import { USUAL_LIMITS } from '#document/model.ts';

const MEGABYTES = USUAL_LIMITS.bytes / 1024 / 1024;

const ALL = `Bám Sát – đọc nghị quyết, chương trình, kế hoạch của tỉnh thành bảng theo dõi.

Cách dùng
  bamsat read TỆP…        đọc Word, PDF, bản chụp, tệp văn bản: chỉ tiêu, kết quả, nhiệm vụ, cơ quan, thời hạn, viện dẫn
  bamsat read --help      mọi tùy chọn của lệnh read
  bamsat serve            chạy máy chủ; bamsat serve --help: mọi lệnh chăm sóc máy chủ và dữ liệu
  bamsat --version        số phiên bản

Thử ngay
  bamsat read samples/*.txt
  bamsat read samples/*.txt --format xlsx --out out
  bamsat read nghi-quyet.pdf --format md

Bám Sát reads a Vietnamese province's resolutions into a tracking table.

Usage
  bamsat read FILE…       read documents (Word, PDF, scans, text): targets, results, tasks, agencies, deadlines, citations
  bamsat read --help      all options of read
  bamsat serve            run the server; bamsat serve --help: all commands for the server and its data
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

const SERVER = `bamsat – các lệnh chạy máy chủ và chăm sóc dữ liệu (cấu hình: docs/operate.md)

  serve                                   chạy máy chủ cùng giao diện, đến khi được bảo dừng
  migrate [--list]                        nâng cấp cơ sở dữ liệu; --list: chỉ xem sẽ nâng cấp những gì
  backup TỆP [--province TỈNH]            sao lưu tất cả hoặc một tỉnh vào một tệp; máy chủ vẫn chạy được
  restore TỆP [--check]                   khôi phục vào cơ sở dữ liệu trống; --check: chỉ kiểm tra tệp
  user list --province TỈNH               người dùng và trạng thái đăng nhập
  user add TÊN --province TỈNH --name HỌ-TÊN [--role VAI-TRÒ] [--email THƯ]
  user reset TÊN --province TỈNH          mật khẩu mới, bỏ mã xác thực, mở khóa
  user unlock TÊN --province TỈNH         mở khóa sau nhiều lần sai mật khẩu
  import document TỆP… --province TỈNH    đưa văn bản vào thư viện để máy chủ đọc
  import organisations TỆP.xlsx --province TỈNH [--on NGÀY] [--apply]   xem danh sách cơ quan sẽ đổi gì; --apply: nhập
  export plan --province TỈNH [--plan MÃ] [--format xlsx|json] [--out TỆP]
  export log --province TỈNH [--out TỆP]  nhật ký sự kiện, để bamsat verify-log kiểm tra
  verify-log [TỆP] [--province TỈNH]      kiểm tra nhật ký: tệp đã xuất, hoặc cơ sở dữ liệu; --expect MÃ: mã cuối đã ghi lại
  doctor                                  kiểm tra máy, cấu hình, cơ sở dữ liệu, sao lưu

  --config TỆP                            tệp cấu hình JSON, với mọi lệnh trên
  TỈNH là tên ngắn như ha-tinh. VAI-TRÒ: admin (mặc định), office, leader, agency-lead, officer, supervisor.
  Mã kết thúc: 0 xong · 1 không làm được · 2 dùng sai lệnh hoặc cấu hình sai

bamsat – commands that run the server and care for its data (settings: docs/operate.md)

  serve                                   the server with its pages, until it is told to stop
  migrate [--list]                        bring the database to the newest schema; --list: only say what would run
  backup FILE [--province NAME]           everything, or one province, into one file; a server may be at work
  restore FILE [--check]                  into an empty database; --check: only look whether the file is whole
  user list|add|reset|unlock              people and their sign-in, where no administrator can help any more
  import document FILE… --province NAME   put documents into the library, for the server to read
  import organisations FILE.xlsx --province NAME [--on DAY] [--apply]   what a list would change; --apply: change it
  export plan|log --province NAME         a plan as Excel or JSON; the log of events for bamsat verify-log
  verify-log [FILE] [--province PROVINCE] check the log of events: an export, or the database; --expect HASH: its noted end
  doctor                                  look at the machine, the settings and the database
  --config FILE                           a JSON file of settings, with all of them
  Exit codes: 0 done · 1 not possible · 2 wrong use or wrong settings
`;

export function helpText(topic: 'all' | 'read' | 'server'): string {
  switch (topic) {
    case 'all':
      return ALL;
    case 'read':
      return READ;
    case 'server':
      return SERVER;
    default:
      return exhaustive(topic);
  }
}
