/**
 * Two-syllable words and set phrases of Vietnamese administrative writing, in their right spelling: what a slip of the
 * scanner or the typist is measured against. A pair of printed syllables that has the same letters without marks as one
 * of these, but other marks, is suspected (`thể trận` → `thế trận`). `!` marks a phrase that is also recognised when both syllables are
 * misprinted (`Phân đầu`); for the others one of the two must be right.
 *
 * From general knowledge of the language; no sentence of any document. Separated by `|`.
 */
export const COLLOCATIONS = [
  // phấn đấu, thi đua, chỉ đạo
  'phấn đấu!|thi đua|chỉ đạo|lãnh đạo|quán triệt|triển khai|thực hiện|tổ chức|quyết liệt|đồng bộ|hiệu quả|kịp thời|kiên quyết|kiên trì|nghiêm túc|' +
    'nghiêm minh|khẩn trương|chủ động|tích cực|sáng tạo|linh hoạt|thường xuyên|liên tục|quyết tâm|nỗ lực|cố gắng|phát huy|tăng cường|đẩy mạnh|đẩy nhanh|' +
    'đẩy lùi|đẩy lùi|nâng cao|nâng cấp|mở rộng|tập trung|tiếp tục|chú trọng|coi trọng|quan tâm|ưu tiên|khuyến khích|tạo điều|thúc đẩy|xúc tiến|' +
    'vận động|tuyên truyền|phổ biến|giáo dục|hướng dẫn|đôn đốc|kiểm tra|giám sát|thanh tra|kiểm soát|kiểm toán|đánh giá|sơ kết|tổng kết|rà soát|' +
    'khảo sát|thẩm định|thẩm tra|phê duyệt|ban hành|xem xét|điều chỉnh|bổ sung|sửa đổi|thay thế|bãi bỏ|hủy bỏ|tham mưu|đề xuất|kiến nghị|đề nghị|' +
    'trình duyệt|chủ trì|phối hợp|phân công|phân cấp|phân quyền|ủy quyền|giao nhiệm|chịu trách|trách nhiệm|nhiệm vụ|giải pháp|biện pháp|mục tiêu|' +
    'chỉ tiêu|kế hoạch|chương trình|đề án|dự án|phương án|chiến lược|quy hoạch|nghị quyết|chỉ thị|kết luận|quyết định|thông báo|báo cáo|tờ trình|' +
    'công văn|văn bản|quy định|quy chế|quy trình|quy chuẩn|tiêu chuẩn|tiêu chí|định mức|định hướng|phương hướng|nguyên tắc|quan điểm|chủ trương|đường lối|' +
    'chính sách|cơ chế|pháp luật|pháp lý|luật pháp|nghị định|thông tư|hiến pháp|hiệu lực|thi hành|chấp hành|tuân thủ|vi phạm|xử lý|xử phạt|kỷ luật|kỷ cương',
  // kinh tế, ngân sách
  'kinh tế|xã hội|tăng trưởng|phát triển|bền vững|cơ cấu|tái cơ|chuyển dịch|chuyển đổi|công nghiệp|nông nghiệp|lâm nghiệp|thủy sản|ngư nghiệp|dịch vụ|thương mại!|' +
    'du lịch|xây dựng|sản xuất|kinh doanh|chế biến|chế tạo|tiêu thụ|tiêu dùng|xuất khẩu|nhập khẩu|kim ngạch|bán lẻ|bán buôn|hàng hóa|sản phẩm|sản lượng|' +
    'năng suất|chất lượng|giá trị|gia tăng|cạnh tranh|thị trường|doanh nghiệp|doanh thu|doanh nhân|hợp tác|liên kết|liên doanh|hội nhập|quốc tế|đầu tư|' +
    'thu hút|nhà đầu|vốn đầu|nguồn vốn|nguồn lực|huy động|giải ngân|ngân sách|thu chi|dự toán|quyết toán|thanh toán|thất thu|nợ đọng|nợ xấu|tín dụng|ngân hàng|' +
    'dư nợ|lãi suất|lạm phát|bảo hiểm|chứng khoán|cổ phần|tài chính|tài sản|tài nguyên|khoáng sản|đất đai|mặt bằng|giải phóng|bồi thường|tái định|định cư|' +
    'hỗ trợ|đền bù|tháo gỡ|vướng mắc|khó khăn|thuận lợi|tiềm năng|lợi thế|thế mạnh|mũi nhọn|trọng điểm|trọng tâm|đột phá|then chốt|động lực|nền tảng|' +
    'phục hồi|khôi phục|khắc phục|ổn định|duy trì|giữ vững|củng cố|kiện toàn|hoàn thiện|hoàn thành|tiến độ|tốc độ|quy mô|hiện đại|tiên tiến|thông minh|' +
    'khu công|khởi nghiệp|khởi công|khởi tố|hạ tầng|kết cấu|giao thông|vận tải|thủy lợi|đê điều|điện lực|năng lượng|viễn thông|bưu chính|cấp nước|thoát nước|' +
    'đô thị|nông thôn|kiểu mẫu|chỉnh trang|kiến trúc|quy hoạch|cảnh quan|chiếu sáng|xây lắp|đấu thầu|đấu giá|gói thầu|nghiệm thu|bàn giao|vận hành|khai thác',
  // nông nghiệp, môi trường
  'trồng trọt|chăn nuôi|nuôi trồng|đánh bắt|vật nuôi|gia súc|gia cầm|giống cây|thâm canh|chuyên canh|luân canh|tưới tiêu|canh tác|thu hoạch|mùa vụ|' +
    'gieo trồng|gieo cấy|trang trại|hợp tác|dịch bệnh|dịch tả|phòng chống|phòng ngừa|phòng trừ|tiêm phòng|tiêm chủng|vắc xin|thú y|kiểm dịch|an toàn|thực phẩm|' +
    'vệ sinh|môi trường|ô nhiễm|chất thải|nước thải|rác thải|thu gom|tái chế|khí thải|phát thải|sinh thái|sinh học|đa dạng|bảo tồn|bảo vệ|che phủ|rừng trồng|' +
    'trồng rừng|phá rừng|cháy rừng|lâm sản|kiểm lâm|thiên tai|lũ lụt|bão lũ|hạn hán|sạt lở|xâm nhập|ngập úng|biến đổi|khí hậu|thích ứng|ứng phó|cứu hộ|cứu nạn|' +
    'tìm kiếm!|khí tượng|thủy văn|quan trắc|cảnh báo|dự báo|tài nguyên|nguồn nước|nước sạch|hợp vệ|đơn vị|diện tích|khung giá',
  // văn hóa, giáo dục, y tế, an sinh
  'văn hóa|thể thao|thể dục|gia đình|thiếu nhi|thanh niên|phụ nữ|trẻ em|cao tuổi|khuyết tật|dân tộc|thiểu số|tôn giáo|tín ngưỡng|di sản|di tích|lịch sử|bảo tàng|' +
    'thư viện|lễ hội|nghệ thuật|biểu diễn|báo chí|truyền hình|phát thanh|truyền thông|thông tin|giáo viên|học sinh|sinh viên|nhà trường|trường học|mầm non|mẫu giáo|' +
    'tiểu học|trung học|phổ thông|cao đẳng|đại học|đào tạo|bồi dưỡng|tập huấn|dạy nghề|học nghề|nhân lực|nhân tài|khoa học|công nghệ|kỹ thuật|nghiên cứu|ứng dụng|' +
    'chuyển giao|đổi mới|sáng chế|sáng kiến|trí tuệ|nhân tạo|dữ liệu|nền tảng|phần mềm|trực tuyến|điện tử|chữ ký|hồ sơ|thủ tục|hành chính|cải cách|liên thông|' +
    'y tế|bệnh viện|bệnh nhân|khám bệnh|chữa bệnh|điều trị|bác sĩ|y sĩ|điều dưỡng|dược phẩm|sức khỏe|dinh dưỡng|dân số|sinh đẻ|thấp còi|an sinh|phúc lợi|chính sách|' +
    'người nghèo|hộ nghèo|cận nghèo|giảm nghèo|thoát nghèo|tái nghèo|việc làm|lao động|thất nghiệp|tiền lương|thu nhập|đời sống|vật chất|tinh thần|trợ giúp|' +
    'trợ cấp|cứu trợ|từ thiện|nhân đạo|thương binh|liệt sĩ|đền ơn|đáp nghĩa|bình đẳng|hạnh phúc|ấm no|văn minh|lành mạnh|mê tín|dị đoan|hủ tục|tệ nạn|ma túy|mại dâm|cờ bạc',
  // xây dựng Đảng, chính quyền, đoàn thể
  'đảng viên|đảng bộ|chi bộ|cấp ủy|tỉnh ủy|huyện ủy|thành ủy|đảng ủy|ủy viên|ủy ban|nhân dân|hội đồng|đại biểu|cử tri|quốc hội|chính phủ|trung ương|' +
    'ban chấp|chấp hành|thường vụ|thường trực|bí thư|chủ tịch|phó chủ|giám đốc|thủ trưởng|cán bộ|công chức|viên chức|biên chế|tinh giản|sắp xếp|sáp nhập|bộ máy|tổ chức|' +
    'luân chuyển|bổ nhiệm|đề bạt|điều động|quy hoạch|đánh giá|phân loại|kết nạp|sinh hoạt|phê bình|tự phê|nêu gương|gương mẫu|suy thoái|tự diễn|diễn biến|tự chuyển|' +
    'chuyển hóa|tham nhũng|lãng phí|tiêu cực|quan liêu|cục bộ|bè phái|lợi ích|mất đoàn|đoàn kết|thống nhất|đồng thuận|dân chủ|tập trung|tập thể|cá nhân|đứng đầu|' +
    'trong sạch|vững mạnh|toàn diện|tư tưởng|chính trị|đạo đức|tác phong|phong cách|lối sống|bản lĩnh|phẩm chất|năng lực|trình độ|uy tín|cần kiệm|liêm chính|' +
    'mặt trận!|tổ quốc|đoàn thể|công đoàn|nông dân|cựu chiến|chiến binh|hội viên|đoàn viên|quần chúng|phong trào|cuộc vận|khối đại|đại đoàn|dân vận|giám sát|phản biện|' +
    'tôn vinh|khen thưởng|biểu dương|điển hình|tiên tiến|nhân rộng|kỷ niệm|đại hội|hội nghị|nhiệm kỳ|bầu cử|ứng cử|hiệp thương|chất vấn|giải trình|thảo luận|biểu quyết|' +
    'khiếu nại|tố cáo|phản ánh!|đơn thư|tiếp dân|tiếp công|hòa giải|giải quyết|dứt điểm|bức xúc|nổi cộm|phức tạp|kéo dài|tồn đọng|chồng chéo!|trùng lặp|bất cập|hạn chế|' +
    'yếu kém|tồn tại|khuyết điểm|nguyên nhân|khách quan|chủ quan|bài học|kinh nghiệm|thành tựu|thành tích|kết quả|ý nghĩa|nghĩa vụ|quyền lợi|sổ tay!|tài liệu|sổ sách',
  // quốc phòng, an ninh
  'quốc phòng|an ninh|trật tự|thế trận!|trận địa|lực lượng|vũ trang|quân đội|quân sự|công an|biên phòng|dân quân|dự bị|động viên|tuyển quân|nhập ngũ|huấn luyện|' +
    'diễn tập|sẵn sàng|chiến đấu|phòng thủ|tiềm lực|tuần tra|chủ quyền|biên giới|lãnh thổ|hải đảo|biển đảo|toàn vẹn|độc lập|thống nhất|đối ngoại|ngoại giao|hữu nghị|' +
    'thù địch|phản động|chống phá|âm mưu|thủ đoạn|lôi kéo!|kích động|xúi giục|lợi dụng|móc nối!|câu kết|cấu kết|nhen nhóm!|trấn áp|đấu tranh|ngăn chặn|kiềm chế!|kìm chế|triệt phá|' +
    'tội phạm|tố giác|điều tra|truy tố|xét xử|thi hành|khởi tố|phòng cháy|chữa cháy|tai nạn|va chạm|đảm bảo|bảo đảm|nảy sinh!|phát sinh|tiềm ẩn|điểm nóng|gây rối|biểu tình|' +
    'vượt biên|buôn lậu|gian lận|hàng giả|ma túy|tín dụng|đòi nợ|tội ác|an toàn|bí mật|bảo mật|nắm chắc|tình hình|giữ gìn|cảnh giác|bất ngờ|xung đột|tranh chấp',
  // rừng, đất, vấn đề
  'giá rừng|vệ rừng|đất rừng|chủ rừng|loại rừng|rừng phòng|rừng đặc|rừng tự|rừng sản|trồng rừng|vấn đề|chuyên đề|đề tài|tiền đề|đề cập|đề cương|đề thi|' +
    'số liệu|số hóa|đặc thù|đặc sản|đặc trưng|đặc điểm|đặc khu|thể hiện|thể chế|thể lệ|cụ thể|thế giới|lợi thế|ưu thế|' +
    'tay nghề|bàn tay|chế độ|chế tài|thể thức|mặt trái|mặt hàng|mặt khác|bề mặt|mật độ|bảo mật|kéo theo|sớm hoàn|' +
    'thành phần|góp phần|cổ phần|phần việc|phân bổ|phân bón|phân tích|phân khu|phân phối|kiểm lâm|kiểm tra|kiểm đếm|kiểm kê|kiểm định',
  // những cặp giữ cho các cặp bên cạnh khỏi bị nghi oan
  'độ tuổi|công tác|phục vụ|tài trợ|điều phối|phạm vi|hệ thống|làm chủ|phân khúc|kết hợp|thí nghiệm|thử nghiệm|định hình|định danh|cơ sở|cơ quan|' +
    'sở hữu|trụ sở|điều lệ|điều tiết|thống kê|quan trọng|trọng trách|chế định|sinh sống|học tập|tập quán|tập đoàn|ngành hàng|hàng đầu|đầu mối|' +
    'trình diễn|tự động|tự nhiên|nhận thức|ý thức|kiến thức|kiến tạo|tạo lập|thiết lập|thành lập|lập kế|kế thừa|thừa kế|phân định|' +
    'giới thiệu|giới hạn|hạn mức|bao phủ|phủ sóng|phủ kín|phủ xanh|xanh sạch|làm việc|làm ăn|làm giàu|làm rõ|làm tốt|tốt nghiệp|nghiệp vụ|vụ việc|' +
    'việc thực|thực tế|thực tiễn|thực thi|thực trạng|thực hành|hành vi|hành động|hành lang|hành trình|công cụ|công ty|công việc|công nghệ',
  // từ nối, trạng từ, từ thường gặp
  'để sớm|sớm đưa|bảo đảm|phù hợp|cụ thể|chi tiết|chặt chẽ|rõ ràng|rõ rệt|rõ nét|mạnh mẽ|sâu sắc|sâu rộng|rộng rãi|rộng khắp|thiết thực|hợp lý|đúng đắn|đúng hạn|đầy đủ|minh bạch|' +
    'công khai|công bằng|nghiêm trọng|đặc biệt|chủ yếu|cơ bản|trực tiếp|gián tiếp|toàn bộ|toàn tỉnh|toàn dân|toàn quốc|địa phương|địa bàn|khu vực|vùng sâu|biên chế|lĩnh vực|' +
    'ngành nghề|loại hình|hình thức|nội dung|phương pháp|phương thức|phương tiện|điều kiện|cơ hội|thách thức|nguy cơ|rủi ro|ảnh hưởng|tác động|kịch bản|nhu cầu|yêu cầu|' +
    'đáp ứng|bối cảnh|xu hướng|xu thế|tầm nhìn|giai đoạn|thời kỳ|thời gian|thời hạn|thời điểm|hàng năm|hàng tháng|hàng quý|định kỳ|đột xuất|trước mắt|lâu dài|' +
    'thời gian|đồng thời|bên cạnh|bao gồm|liên quan|tương ứng|tương đương|bình quân|trung bình|tối thiểu|tối đa|khoảng cách|tỷ lệ|tỷ trọng|' +
    'tỷ đồng|triệu đồng|nghìn tỷ|thành phố|thị xã|thị trấn|cấp huyện|cấp xã|khu phố|khu dân|dân cư|cộng đồng|người dân|đồng bào|chiến sĩ|đồng chí|lợi ích|' +
    'niềm tin|lòng dân|tầng lớp|giai cấp|công nhân|trí thức|tuổi trẻ|thế hệ|truyền thống|bản sắc|khát vọng|ý chí|tự lực|tự cường|tự chủ|tự nguyện|xã hội|hóa đơn|chứng từ|chứng chỉ|' +
    'giấy phép|chứng nhận|đăng ký|cấp phép|thu hồi|gia hạn|chuyển nhượng|sử dụng|sở hữu|quản lý|quản trị|điều hành|phối hợp|tham gia|đóng góp|hưởng ứng|ủng hộ|chia sẻ|' +
    'giúp đỡ|chăm lo|chăm sóc|giao lưu|trao đổi|ký kết|thỏa thuận|cam kết|bảo trợ|đỡ đầu|kết nối|quảng bá|thương hiệu|chỉ dẫn|xuất xứ|truy xuất|nguồn gốc|tem nhãn|mã số|' +
    'lắp đặt|trang bị|thiết bị|máy móc|vật tư|nguyên liệu|vật liệu|nhiên liệu|xăng dầu|công trình|hạng mục|khởi sắc|chuyển biến|tiến bộ|tiến triển|khả quan|vượt bậc|nhảy vọt|đột biến|' +
    'suy giảm|sụt giảm|đình trệ|đứt gãy|gián đoạn|trì trệ|chậm trễ|né tránh|đùn đẩy|trông chờ|ỷ lại|thờ ơ|vô cảm|nhũng nhiễu|phiền hà|sách nhiễu|dôi dư|lồng ghép|đơn giản|' +
    'cắt giảm|tiết kiệm|chi phí|kinh phí|học phí|lệ phí|thuế quan|hải quan|cửa khẩu|kho bãi|bến bãi|hậu cần|chuỗi giá|cung ứng|cung cấp|phân phối|lưu thông|tồn kho|dự trữ|bình ổn',
]
  .join('|')
  .split('|');

/**
 * Ordinary pairs of syllables that are right as they stand although their letters without marks are those of a
 * collocation: `lịch sự` is not a slip of `lịch sử`, `chu kỳ` none of `chữ ký`.
 */
export const ALSO_RIGHT =
  'trong đó|do đó|vì vậy|có thể|không thể|đạt được|cùng với|cùng nhau|một phần|này để|nhằm để|tạo đà|sợ sai|bị động|độ bao|bộ chính|có công|con số|chữ số|bắt đầu|phần lớn|nhiều hơn|rất nhiều|nhiều năm|từ xa|ngoài ra|tuy nhiên|hiện nay|vừa qua|con người|đầu tiên|sớm nhất|cho vay|cho thuê|nhà ở|vị thế|chủ đề|hành khách|khách hàng|thức ăn|mối quan|ý kiến|quan hệ|hệ quả|mức độ|đầu năm|cây trồng|mức sống|tự vệ|trình tự|một cửa|thực chất|khách du|số lượng|tổ dân|' +
  'tự dòng|có phần|bị đóng|đặt được|vì thế|cơ số|một của|có bản|tráo đổi|trong đồ|đầu từ|đầu mới|số sai|chủ để|để cập|có thẻ|cỡ phần|công tắc|đầu nằm|trình từ|tự về|tự chữ|cứng với|cũng với|phần động|phần định|hành vì|sang chế|cây trong|hiển thị|cập nhật|đồ thị|ghi chú|nhận dạng|ký tự|ký hiệu|thuộc tính|phông chữ|đầu vào|đầu ra|địa chỉ|xác định|yêu câu|để tạo|đợt đầu|lần đầu|để điều|trình đổ|cơ cấu|đổi mọi|phân lớn|một phân|phần bổ|bổ sung|bì thư|xác thực|chứng thực|gợi ý|bố trí|chia thành|điều kiển|số kết|hiệu quá|quá trình|quá mức|tiền lượng|độ bão|phần ảnh|hình ảnh|ảnh hưởng|tự nguyện|thứ tự|thứ hai|thứ ba|thứ nhất|thao tác|tham số|đối số|dẫn đầu|trong lòng|trong công|trong cả|ghi nhận|chú trong|giá cả|gia công|thế nào|như thế|vì nó|không có|để lại|để cho|đề ra|sau đó|từ đó|tại đó|khi đó|tình thế|có nhiều|còn nhiều|' +
  'chu kỳ|tri thức|phân bố|cơ thể|lịch sự|thành niên|công nhận|cộng tác|chi tiêu|chủ quản|dân cử|thị trưởng|để xuất|để an|để bắt|để nghỉ|tin dùng|bị thu|' +
  'trong rừng|rừng trong|hai đảo|trước mặt|mà số|hàng giá|thiết bị|phần công|truyền thông|truyền thống|đồng chỉ|thành phổ|hằng năm|' +
  'hằng tháng|hằng quý|báo về|còn người|của khẩu|cả nhân|công đoạn|sư đoàn|đồ thị|cơ quan|quân quản|có hội|tới phạm|dư án|thu chỉ|' +
  'đại dịch|từ chủ|tại sản|đầu tự|thú y|thu hộ|giao dục|đặc khu|khoảng sản|thế hiện|động thời|mở rộng|thương vụ|có cấu|' +
  'tăng lớp|khi phát|chính trang|chỉnh trang|biến động|biên độ|biến đổi|công thương|vốn dầu|mới gia|hợp đồng|học phần|tài vụ|' +
  'nhận dân|trị giá|giá trị|tuyên quân|tuyến quân|giả định|kỳ họp|phương thức|tiền đồ|tiên độ|thanh phố|tổng số|hơn nữa|hàng quỹ|' +
  'tự lập|thương vong|đó là|mặt trần|đối tượng|biến chế|chính quyền|giao viên|hội viện|đảng viện|nước thái|thị xã|kế hoạch|hội trường';

/** Pairs that are ordinary except before certain words: `phần đầu của năm`, but `Phần đầu đạt …` is `Phấn đấu`. */
export const ONLY_BEFORE: readonly (readonly [pair: string, before: string])[] = [
  ['phần đầu', 'năm đến đạt hoàn có tăng giảm thu trong giữ duy để phát'],
];
