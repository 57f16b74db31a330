/** Order words: how an administrative text tells somebody to do something (mệnh lệnh, nhiệm vụ). */
import { fold } from '#base/fold.ts';

/**
 * Verbs that open an order, by their first one or two syllables. `Xây dựng` opens one, though inside a sentence it
 * is mostly a noun (`Sở Xây dựng`, `nông thôn mới`): only the head of a sentence counts.
 */
const VERBS = `
áp dụng; ban hành; bàn giao; bảo đảm; bảo tồn; bảo vệ; báo cáo; bám sát; biên soạn; biểu dương; bố trí; bổ sung; bổ cứu; bồi dưỡng; cải cách; cải
thiện; cải tạo; cân đối; cập nhật; căn cứ; cắt giảm; chấn chỉnh; chấp hành; chỉ đạo; chỉnh lý; chỉnh trang; cho ý kiến; chú trọng; chú ý; chủ
động; chủ trì; chuẩn bị; chuẩn hóa; chuyển; chuyển đổi; chuyển dịch; chăm lo; chống; coi trọng; cụ thể hóa; củng cố; cung cấp; công bố; công khai; công
nhận; cơ cấu lại; dành; di dời; duy trì; dự báo; đa dạng; đa dạng hóa; đánh giá; đào tạo; đảm bảo; đấu tranh; đấu giá; đầu tư; đẩy mạnh; đẩy nhanh; đẩy lùi; đề
cao; đề nghị; đề xuất; điều chỉnh; điều hành; điều tra; định hướng; định kỳ; đôn đốc; đổi mới; đơn giản hóa; đưa; động viên; đăng ký; đăng tải; đáp ứng; đặt hàng; đặc biệt; đồng thời; đối với; đúc
kết; gắn; gắn kết; ghi nhận; giám sát; giải quyết; giảm; giao; giáo dục; giữ gìn; giữ vững; góp phần; giới thiệu; hạn chế; hình thành; hiện đại hóa; hoàn
thành; hoàn thiện; hoàn chỉnh; hỗ trợ; hợp tác; huy động; huấn luyện; hướng dẫn; hướng tới; kết hợp; kết nối; khai thác; khảo sát; khẩn trương; khắc
phục; khen thưởng; khôi phục; khởi công; khởi động; khơi dậy; khơi thông; khuyến khích; kiểm kê; kiểm soát; kiểm tra; kiểm điểm; kiên quyết; kiên trì; kiện toàn; kiến nghị; kịp thời; kêu gọi; kéo dài; khoanh
vùng; lãnh đạo; lập; liên kết; liên thông; lấy; làm rõ; làm tốt; làm việc; lồng ghép; lựa chọn; lưu ý; mở rộng; mở; mua sắm; nâng; nâng cao; nâng cấp; nắm; nắm bắt; nắm
chắc; nắm vững; ngăn chặn; ngăn ngừa; nghiêm cấm; nghiêm túc; nghiên cứu; nhân rộng; nhận diện; nỗ lực; nuôi dưỡng; ổn định; ổn định; phát động; phát hiện; phát hành; phát huy; phát
triển; phân bổ; phân cấp; phân công; phân định; phân loại; phân luồng; phân tích; phấn đấu; phê duyệt; phòng; phòng chống; phòng, chống; phòng ngừa; phổ biến; phổ cập; phối hợp; phục hồi; phục
vụ; phủ sóng; quan tâm; quán triệt; quản lý; quảng bá; quy hoạch; quy định; quyết liệt; quyết tâm; quyết toán; ra soát; rà soát; rút ngắn; sắp xếp; sẵn sàng; siết chặt; soát xét; sơ kết; sớm; số hóa; sử
dụng; sửa chữa; sửa đổi; tái cơ cấu; tận dụng; tăng; tăng cường; tăng tốc; tập huấn; tập trung; tạo; tạo điều kiện; tạo lập; tạo môi trường; tạo thuận lợi; tham gia; tham mưu; thanh tra; tháo
gỡ; thành lập; thẩm định; theo dõi; theo chức năng; thi công; thí điểm; thiết kế; thiết lập; thông minh hóa; thông tin; thông báo; thu hồi; thu hút; thu thập; thu gom; thúc đẩy; thực hành; thực hiện; thường
xuyên; tích cực; tích hợp; tiến hành; tiếp cận; tiếp nhận; tiếp thu; tiếp tục; tiêu thụ; tìm; tìm kiếm; tính toán; tổ chức; tổng hợp; tổng kết; tôn tạo; trang bị; tranh thủ; tránh; trấn áp; trên cơ sở; triển
khai; triệt để; trình; trực tiếp; truyền thông; trùng tu; trợ giúp; tuân thủ; tuần tra; tuyên truyền; tuyệt đối; từng bước; tự chủ; ủng hộ; ứng dụng; ứng phó; ưu tiên; vận dụng; vận động; vận hành; xác định; xã hội
hóa; xây dựng; xem xét; xét; xét duyệt; xóa; xóa bỏ; xuất khẩu; xúc tiến; xử lý; yêu cầu; ươm tạo; vinh danh; xếp hạng; tư vấn; tự động hóa; tăng thu; tiết kiệm; thắt chặt; gìn giữ; nhanh chóng; bồi thường; cấp; chi trả; cử; ký kết; mời gọi; lắp đặt; quy tụ; giao nhiệm vụ; theo sát; bãi bỏ; thay thế; hủy bỏ; hạ thấp; kiềm chế; kìm hãm; tháo dỡ; rải; trồng; nuôi; chế biến; sản xuất; tái lập; tôn vinh; thăm; phản ánh; tận thu; bảo trì; bảo dưỡng; bảo quản; bảo hộ; bình ổn; chọn; chia sẻ; dự phòng; giúp; gửi; hạ; họp; khoán; khống chế; làm; lan tỏa; phá; phản bác; rèn luyện; soạn thảo; thống kê; thống nhất; tiêm; tiếp xúc; trao; tuyển; tuyển dụng; tuyển chọn; ưu đãi; vay; xin; cho phép; chịu trách nhiệm; lưu giữ; công tác; mỗi; xử phạt; khen; cam kết; tự rà soát; hằng năm; hàng năm; hàng tháng; hằng tháng; hàng quý; hằng quý; trước mắt; trong đó
`;

/** Words that open a sentence but order nothing by themselves. */
const NOT_ALONE = new Set([
  'công tác',
  'trong đó',
  'đối với',
  'trên cơ sở',
  'căn cứ',
  'mỗi',
  'đồng thời',
  'đặc biệt',
  'trước mắt',
  'kéo dài',
]);

const FIRST = new Map<string, Set<string>>();
for (const raw of VERBS.replace(/\n/g, ' ').split(';')) {
  const verb = fold(raw.trim().replace(/\s+/g, ' '));
  if (verb.length === 0 || NOT_ALONE.has(verb)) continue;
  const space = verb.indexOf(' ');
  const head = space < 0 ? verb : verb.slice(0, space);
  // Two syllables tell; `thông minh hóa` is known by `thông minh`.
  const tail = space < 0 ? '' : (verb.slice(space + 1).split(' ')[0] as string);
  const tails = FIRST.get(head) ?? new Set();
  tails.add(tail);
  FIRST.set(head, tails);
}

/** Words that link an order to what stands before: `Đồng thời, từng bước chuẩn bị …`. */
const LINKS =
  /^["“(\s]*(?:đồng thời|bên cạnh đó|ngoài ra|trước mắt|đặc biệt|cùng với đó|song song với đó|mặt khác|theo đó|từ đó|trên cơ sở đó|hằng năm|hàng năm|định kỳ hằng năm|định kỳ)[,:]?\s+/iu;
const HEAD = /^["“(*\s]*(\p{L}+),?\s+(\p{L}+)/u;

/** True when the words open with an order: `Tăng cường kiểm tra …`; not `Công tác kiểm tra …`, `Tỷ lệ …`. */
export function isOrder(text: string): boolean {
  const head = (text.length > 90 ? text.slice(0, 90) : text).replace(LINKS, '');
  const found = HEAD.exec(head);
  if (!found) return false;
  const tails = FIRST.get(fold(found[1] as string));
  if (!tails) return false;
  return tails.has('') || tails.has(fold(found[2] as string));
}

/** `Dữ liệu là yếu tố sản xuất …`: says what a thing is, and orders nothing. */
const DEFINES =
  /^[^.;:]{3,140}(?<!nhất|đặc biệt|gọi|tức|coi|xem|lấy|như|chủ yếu|trước hết|trọng tâm)\s(?:là|không chỉ là|chính là)\s(?:một|những|các|yếu tố|trụ cột|động lực|nền tảng|nhiệm vụ|định hướng|quá trình|điều kiện|lực đẩy|đòn bẩy|cơ sở|tiền đề|khâu|nguồn|hình thức|chìa khóa|chiến lược|cơ hội|xu thế|yêu cầu|mục tiêu|trung tâm|khâu đột phá|bước|triển khai|hình thành)/iu;
/** `Căn cứ chức năng, nhiệm vụ được giao, xây dựng kế hoạch …`: the order comes after the grounds. */
const GROUNDS =
  /^(?:căn cứ|trên cơ sở|theo|để|nhằm|trong quá trình|từ nay|thời gian tới|trong thời gian tới|năm \d{4})\s?/i;
const CONDITION = /^(?:trường hợp|nếu|khi|trong trường hợp|về nguyên tắc)\s/i;

/** True when a sentence of the text opens with an order, or says that something must be done. */
export function hasOrder(text: string): boolean {
  const defines = DEFINES.test(text.slice(0, 220)) || /^[^.;:]{3,60} là:/i.test(text.slice(0, 80));
  if (!defines && isOrder(text)) return true;
  if (GROUNDS.test(text)) {
    const head = text.slice(0, 320);
    for (let at = head.indexOf(', '); at >= 0; at = head.indexOf(', ', at + 2)) {
      if (isOrder(text.slice(at + 2, at + 80))) return true;
    }
  }
  const starts = /[.!?…]["”)]?\s+/g;
  while (starts.exec(text) !== null) {
    const sentence = text.slice(starts.lastIndex, starts.lastIndex + 220);
    if (isOrder(sentence) && !DEFINES.test(sentence)) return true;
  }
  if (defines || CONDITION.test(text)) return false;
  return /(?:^|\s)(?:phải|chủ trì|có trách nhiệm|chịu trách nhiệm|yêu cầu|đề nghị|khuyến khích)(?:\s|,)/u.test(
    text.slice(0, 2000),
  );
}
