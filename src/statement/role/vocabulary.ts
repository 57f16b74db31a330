/** Words that mark who leads and who supports, and words at which the name of a body ends. Folded. */
const list = (text: string): readonly string[] =>
  text
    .split('|')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');

/** Verbs of an order that are never part of a name. */
export const ORDER_VERBS = list(`
  chủ trì | phối hợp | tham mưu | triển khai | thực hiện | theo dõi | đôn đốc | chỉ đạo | lãnh đạo | báo cáo | tổng hợp | rà soát | nghiên cứu | đề xuất
  | ban hành | trình | hướng dẫn | hoàn thành | hoàn thiện | hoàn chỉnh | đẩy mạnh | đẩy nhanh | nâng cao | tăng cường | duy trì | củng cố | kiện toàn | phát huy
  | quán triệt | tuyên truyền | phổ biến | vận động | bố trí | cân đối | phân bổ | xác định | xử lý | giải quyết | lập | thành lập | tiến hành | chuẩn bị | cập nhật
  | công bố | công khai | cung cấp | tiếp nhận | thẩm định | phê duyệt | quyết định | cụ thể hóa | thể chế hóa | lồng ghép | huy động | tạo điều kiện | tạo | mở rộng | mở thêm | mở
  | bảo đảm | đảm bảo | bám sát | nắm | nắm chắc | nắm bắt | chấp hành | chấn chỉnh | gửi | đăng ký | đăng tải | ký kết | ký | đánh giá | sơ kết | tổng kết | kiểm điểm | phân công | giao | phân cấp
  | yêu cầu | đề nghị | kiến nghị | thống nhất | chấp thuận | giám sát | thanh tra | kiểm tra | thu hồi | thu | cấp | cho | đưa | gắn | lấy | xem xét | cử | bổ sung | điều chỉnh | sửa đổi
  | định kỳ | khuyến khích | khắc phục | ngăn chặn | phòng ngừa | phát hiện | đấu tranh | tháo gỡ | thúc đẩy | giữ vững | ổn định | thông qua | thông báo | thông tin | tham gia | đóng góp | đề ra | đề cao
  | nêu cao | nêu gương | coi | làm | làm tốt | làm rõ | làm việc | chịu | tập huấn | bồi dưỡng | tuyển dụng | sắp xếp | bàn giao | quy định | áp dụng | ứng dụng | vận hành | kết nối | tích hợp | số hóa | phát động
  | phát triển | đầu tư | hỗ trợ | xây dựng | quản lý | bảo vệ | khai thác | thu hút | xúc tiến | quảng bá | đào tạo | phục vụ | kiểm soát | tiếp cận | mua | mua sắm | đấu thầu | quyết toán | giải ngân | thanh toán | là | gồm | hành động | truyền thông | lắp đặt | thông suốt | xác minh | vào cuộc | ra quân | phát hành | biên soạn | in ấn
  | nhận thức | nỗ lực | quyết tâm | phấn đấu | dành | đi đầu | tiên phong | ưu tiên | dẫn dắt | đồng hành | chú trọng | quan tâm | chăm lo | cam kết | thường trực | thi hành | hạn chế | cải thiện | cải cách | đổi mới | ủng hộ | điều hành | đặt | giảm | giảm thiểu | rút ngắn | chuyển | chuyển đổi | tổ chức thực hiện | tổ chức triển khai | tổ chức
  | dự báo | tính toán | phân tích | khảo sát | thống kê | điều tra | lựa chọn | sử dụng | phân loại | mở các | nhân rộng | biểu dương | khen thưởng | đăng | phát sóng | nghiêm cấm | chống | khống chế | khoanh vùng | trao đổi | chia sẻ | tiết kiệm | chi | thu gom | trồng | di dời | cưỡng chế | bồi thường | giải phóng
`);

/** Verbs that names may hold behind a capital (`Xúc tiến đầu tư`, `Hỗ trợ phát triển doanh nghiệp`). */
export const NAME_VERBS = new Set(
  list(
    'phát triển | đầu tư | hỗ trợ | xây dựng | quản lý | bảo vệ | khai thác | xúc tiến | đào tạo | phục vụ | kiểm soát | nghiên cứu | kiểm tra | thanh tra | ứng dụng | thông tin | truyền thông | chuyển đổi | bồi dưỡng | thẩm định | quảng bá | thống kê | giải phóng | điều hành | thu | cấp | phân tích | tuyển dụng | tư vấn | công bố | tiết kiệm | hành động | chống | phòng ngừa | tập huấn | đấu thầu | đăng ký | thực hiện | tổ chức | vận động | kết nối | là | tạo | chi',
  ),
);

/** Adverbs and helping verbs before the verb of an order. */
export const HELPERS = list(`
  cần | phải | nên | tiếp tục | chủ động | tích cực | khẩn trương | tập trung | thường xuyên | kịp thời | nghiêm túc | trực tiếp | sớm | nhanh chóng | tăng cường | kiên quyết | quyết liệt
  | có trách nhiệm | chịu trách nhiệm | có nhiệm vụ | có kế hoạch | có giải pháp | có biện pháp | có phương án | có văn bản | theo chức năng | theo nhiệm vụ | theo thẩm quyền | theo lĩnh vực | theo phạm vi | theo phân công | theo sự phân công | căn cứ | trên cơ sở | tùy theo | theo quy định
  | không | không được | chưa | đồng loạt | đồng thời | cùng | định kỳ | hằng năm | hàng năm | hằng quý | hàng quý | hằng tháng | hàng tháng | từng bước | lên | thống nhất | đặc biệt | trước mắt | trước hết | ngay | cùng nhau | rà soát | nhất là | trong phạm vi | trong quá trình | trong điều kiện | trong thời gian | trong năm | có phương pháp
`);

/** Helpers that show the sentence's main verb even far behind its subject. */
export const MAIN_MARKS = list(`
  phải | cần | có trách nhiệm | chịu trách nhiệm | chủ trì | chủ động | khẩn trương | tiếp tục | tập trung | nghiêm túc | theo chức năng | căn cứ | thường xuyên | tích cực
`);

/** Words that restrict the subject before them (`các địa phương được … xác định …`). */
export const RESTRICTERS = new Set(list('được | có | thuộc | chưa | do | ở | tại | đạt | nằm | là | nơi'));

/** Restricters that say where or what the bodies are, behind which any verb of duty begins the order (`các huyện có đường biên giới | tăng cường`). */
export const PLACERS = new Set(list('có | thuộc | ở | tại | nằm | nơi'));

/** Verbs of duty that say nothing about a body by themselves. */
export const DUTY_VERBS = list(
  `tăng cường | đẩy mạnh | rà soát | chỉ đạo | báo cáo | bố trí | quan tâm | phối hợp | khẩn trương | xây dựng kế hoạch | xây dựng phương án | tổ chức thực hiện | tổ chức triển khai`,
);

/** The rest of the people named behind a list of bodies: they share the verb, and are no body. */
export const RETINUE = list(
  `và cả nước | và cả hệ thống chính trị | và toàn hệ thống chính trị | và nhân dân | và toàn thể nhân dân | và các tầng lớp nhân dân | và toàn dân | và người dân | và toàn xã hội | và cộng đồng | và cử tri`,
);

/** How several persons are addressed before their offices: `Các ông (bà): Chánh Văn phòng …`. */
export const ADDRESSES = list(
  `các ông (bà) | các ông, bà | các ông | các bà | ông (bà) | ông, bà | ông | bà | các ông (các bà) | các ông và các bà | các đồng chí`,
);

/** Words that cannot be the verb of an order. */
export const NOT_VERBS = new Set(
  list(
    'và | hoặc | của | tại | ở | về | với | cho | từ | đến | trên | dưới | như | do | để | nhằm | bằng | giữa | đối | số | đã | sẽ | này | đó | khác | một | hai | ba | ngoài | trong | ra | là_ | hay | cũng | mà | thì | vào | qua | sau | trước | so | gồm | bao | khi | nếu | nói | trở | bị | đang | đóng',
  ),
);

/** Words at which the description of a group ends. */
export const BREAKS = new Set(
  list(
    'để | nhằm | trong | về | từ | tại | khi | theo | với | cho | của | do | đã | đang | sẽ | được | bị | đối | trên | dưới | vào | bằng | bởi | gồm | qua | nếu | như | mà | thì | cùng | và | hoặc | này | đó | ở | thuộc | có | không | chưa | phải | cần | nên | là | lên | hay | trước | sau | ngay',
  ),
);

/** Verbs that give an order to the body behind them. */
export const COMMANDS = list(`
  giao | giao cho | giao nhiệm vụ cho | giao trách nhiệm cho | phân công | phân công nhiệm vụ cho | ủy quyền cho | ủy quyền | thống nhất giao | đồng ý giao
`);

/** Verbs that ask the body behind them; under a heading that names a lead it is that lead who asks. */
export const REQUESTS = list(`
  đề nghị | kính đề nghị | trân trọng đề nghị | yêu cầu | khuyến khích | mời | huy động | đề nghị đồng chí | chỉ thị
`);

/** Openings of an adverbial; the subject follows behind a comma. */
export const OPENINGS = list(`
  căn cứ | trên cơ sở | trong quá trình | trong thời gian | trong năm | theo | định kỳ | hằng năm | hàng năm | hằng quý | hàng quý | hằng tháng | hàng tháng | để | nhằm | từ | khi | sau khi
  | trong trường hợp | trong phạm vi | trong tháng | trong quý | đối với | bên cạnh | cùng với | ngay sau | thực hiện | nếu | với | tùy theo | bước sang | trước ngày | chậm nhất | đến | tiếp tục thực hiện | quá trình | do | tại | trước | vào | ngay từ | song song
`);

/** Nouns before `phối hợp` that make it a noun. */
export const COORDINATION_NOUNS = new Set(
  list(
    'sự | chế | trình | quả | đồng | bản | kết | mối | tinh | dung | việc | kế | mức | lực | hướng | nguyên | thần | được | tính | tác | cường_',
  ),
);

/** Manner words between `phối hợp` and the partner. */
export const MANNERS = list(`
  chặt chẽ | đồng bộ | hiệu quả | có hiệu quả | thường xuyên | kịp thời | nhịp nhàng | tốt | chủ động | liên tục | trực tiếp | đầy đủ | nghiêm túc | tích cực | hoạt động | công tác | thực hiện tốt | hơn nữa | cùng | quyết liệt | hài hòa | linh hoạt | sâu sát | toàn diện | khẩn trương | nhanh chóng | mật thiết | ăn ý | có trách nhiệm | cụ thể | mạnh mẽ | hữu hiệu | thực chất
  | , trao đổi thông tin | , trao đổi | , liên kết | , hợp tác | , thống nhất | , chia sẻ thông tin | và hợp tác | , hỗ trợ | , làm việc | , tham gia | , hiệp đồng | , chia sẻ
`);

/** Labels of a printed role: `Cơ quan chủ trì: …`. */
export const LEAD_LABELS = list(`
  chủ trì | cơ quan chủ trì | đơn vị chủ trì | sở chủ trì | cơ quan, đơn vị chủ trì | cơ quan thực hiện | đơn vị thực hiện | đơn vị đầu mối | cơ quan đầu mối | trách nhiệm thực hiện | phân công thực hiện | đơn vị chịu trách nhiệm
  | cơ quan chịu trách nhiệm | cơ quan chủ trì thực hiện | đơn vị chủ trì thực hiện | cơ quan tham mưu | đơn vị tham mưu | cơ quan chủ trì tham mưu | đơn vị chủ trì tham mưu | cơ quan, đơn vị thực hiện | cơ quan thường trực | phân công | trách nhiệm | đơn vị chủ trì, tham mưu | cơ quan chủ trì, tham mưu | chủ trì thực hiện
`);
export const SUPPORT_LABELS = list(`
  phối hợp | cơ quan phối hợp | đơn vị phối hợp | cơ quan, đơn vị phối hợp | cơ quan phối hợp thực hiện | đơn vị phối hợp thực hiện | phối hợp thực hiện | cơ quan, đơn vị phối hợp thực hiện | sở phối hợp
`);

/** Headings that are about the body behind them. */
export const DUTY_HEADINGS = list(`
  trách nhiệm của | nhiệm vụ của | trách nhiệm, quyền hạn của | đối với | về phía | trách nhiệm | phân công trách nhiệm cho | nhiệm vụ cụ thể của | trách nhiệm cụ thể của
`);

/** Words that link a sentence to the one before; the subject follows at once. */
export const LINKS = list(
  `ngoài ra | đồng thời | trước mắt | riêng | vì vậy | do đó | bên cạnh đó | trước hết | đồng thời với đó | hằng năm | hàng năm | hằng quý | hàng quý | hằng tháng | hàng tháng | khi cần thiết | trong đó | cùng với đó | thời gian tới | trong thời gian tới | trong thời gian còn lại | từ nay đến cuối năm | mặt khác`,
);

/** Verbs by which a body decides or thanks and orders nothing. */
export const DECISIONS = list(
  `thống nhất | nhất trí | đồng ý | thông qua | tán thành | biểu dương | ghi nhận | hoan nghênh | đánh giá cao | quyết nghị | quyết định | ban hành | cơ bản tán thành | cơ bản nhất trí | cơ bản thống nhất | cơ bản đồng ý | nhất trí cao | thống nhất cao | kêu gọi đồng bào | kêu gọi toàn thể | kêu gọi nhân dân | kêu gọi cử tri | kêu gọi cán bộ | kêu gọi mọi | kêu gọi các tầng lớp | kêu gọi toàn dân`,
);

/** What a body in a table cell may be told to do; anything else behind a group says which bodies are meant. */
export const CELL_VERBS = list(
  `chủ trì | phối hợp | thực hiện | hướng dẫn | tổng hợp | tham mưu | triển khai | theo dõi | đôn đốc | báo cáo | chịu trách nhiệm | có trách nhiệm | tổ chức thực hiện | căn cứ | theo chức năng | cung cấp thông tin | cung cấp số liệu | xây dựng | rà soát | là cơ quan | là đơn vị`,
);
