/**
 * Đơn vị đo và danh từ đếm được: what a number in a resolution counts or measures. One list a family; a unit that is
 * printed `trạm y tế, trường học` is coordinated only within a family, so a family holds things that stand side by
 * side. Phrases are separated by `|`. Spelling variants (tỷ/tỉ, bác sĩ/bác sỹ, hoá/hóa, m2/m²) are added by `units.ts`.
 *
 * Sources: đơn vị đo pháp định (NĐ 86/2012/NĐ-CP); đơn vị tính of the provincial statistical indicators
 * (QĐ 05/2023/QĐ-TTg); the units of the annotated documents; general administrative vocabulary.
 */

export type UnitKind = 'percent' | 'money' | 'physical' | 'time' | 'rank' | 'score' | 'count';

/** A list of units of one kind whose members may be coordinated. */
export interface UnitFamily {
  readonly name: string;
  readonly kind: UnitKind;
  readonly units: string;
}

/** Words that multiply: `nghìn tấn`, `vạn lao động`, `nghìn tỷ đồng`. */
export const SCALE_WORDS = 'chục|trăm|nghìn|ngàn|vạn|triệu|tỷ';

/** The scales that stand for money when nothing follows: `vốn đăng ký 15.300 tỷ.` */
export const MONEY_SCALES = 'nghìn tỷ|ngàn tỷ|triệu|tỷ';

/** Stand only after `/`: `giường bệnh/vạn dân`, `Gb/s`. */
export const ONLY_AFTER_SLASH = 'dân|s|h|giây|đầu người|đơn vị diện tích|trẻ đẻ sống|trẻ sinh ra sống|công|nhân khẩu';

/** Words that begin like a unit and are none: `100 tỷ đồng thời …`, `2 xã hội`. A number before them has no unit. */
export const NOT_UNITS =
  'xã hội|xã hội hóa|xã hội học|hộ chiếu|đồng ý|đồng tình|đồng thuận|đồng bộ|đồng đều|ngày càng|ngày nay|lần lượt|' +
  'điểm danh|bậc nhất|giờ đây|đường lối|người ta|con người|nhà nước|công an|công tác|công bố|công khai|cái gọi là|' +
  'quốc phòng|quốc hội|ban hành|đoàn kết|hội nhập|tổ chức lại|bộ phận|bản thân';

export const UNIT_FAMILIES: readonly UnitFamily[] = [
  {
    name: 'phần trăm',
    kind: 'percent',
    units: '%|‰|điểm %|% điểm|điểm phần trăm|phần trăm|phần nghìn|phần ngàn|điểm phần nghìn|điểm ‰',
  },
  {
    name: 'tiền',
    kind: 'money',
    units:
      'đồng|đồng Việt Nam|đ|VNĐ|VND|USD|đô la Mỹ|đô la|đô-la Mỹ|đô-la|đôla Mỹ|đôla|dollar|EUR|euro|yên Nhật|JPY|' +
      'nhân dân tệ|CNY|KRW|trđ|tr.đ|tr.đồng|tr đồng|tr.đg|ngđ|tr USD|tr.USD',
  },
  {
    name: 'diện tích',
    kind: 'physical',
    units:
      'ha|héc ta|hecta|héc-ta|m2|km2|cm2|mét vuông|ki lô mét vuông|kilômét vuông|mẫu|sào|công đất|lượt ha|' +
      'ha gieo trồng',
  },
  {
    name: 'chiều dài',
    kind: 'physical',
    units: 'km|m|cm|mm|dm|mét|ki lô mét|kilômét|kilomet|hải lý|mét dài|md|km đường',
  },
  {
    name: 'thể tích',
    kind: 'physical',
    units: 'm3|cm3|dm3|mét khối|lít|ml|hl|héc tô lít|khối|thùng',
  },
  {
    name: 'khối lượng',
    kind: 'physical',
    units:
      'tấn|tạ|yến|kg|kilôgam|kilogam|ki lô gam|gam|g|mg|cân|TEU|teus|tấn CO2|tấn CO2 tương đương|tín chỉ carbon|' +
      'tín chỉ các-bon|TOE',
  },
  {
    name: 'điện, năng lượng, dữ liệu',
    kind: 'physical',
    units:
      'W|kW|MW|GW|MWp|kWp|GWp|Wp|kWh|MWh|GWh|Wh|kV|kVA|MVA|triệu kWh|tỷ kWh|HP|CV|mã lực|Mbps|Gbps|Tbps|kbps|Mb|Gb|' +
      'Tb|PB|TFLOPS|rack|°C|độ C|dB|mg/l|lux|kcal',
  },
  {
    name: 'vận tải',
    kind: 'physical',
    units: 'tấn.km|tấn km|tấn-km|người.km|người km|hành khách.km|hành khách km|lượt khách.km|HK.km|lượt HK|DWT',
  },
  {
    name: 'thời gian',
    kind: 'time',
    units:
      'năm|tháng|ngày|ngày đêm|giờ|phút|tuần|quý|thế kỷ|thập kỷ|ngày làm việc|ngày công|giờ làm việc|năm học|' +
      'niên độ|tiết học|tiết|nhiệm kỳ|công lao động',
  },
  {
    name: 'thứ hạng',
    kind: 'rank',
    units: 'bậc|thứ bậc|hạng|vị trí xếp hạng|vị trí',
  },
  {
    name: 'điểm',
    kind: 'score',
    units: 'điểm',
  },
  {
    name: 'lần',
    kind: 'count',
    units: 'lần|lượt|đợt|cuộc|chuyến|phiên|kỳ|vòng|suất|ca|hiệp',
  },

  // ---- con người ---------------------------------------------------------------------------------------------------
  {
    name: 'người',
    kind: 'count',
    units:
      'người|người dân|người lao động|lao động|nhân khẩu|khẩu|nhân lực|nhân viên|công nhân|nông dân|cư dân|' +
      'đồng bào|đồng chí|cá nhân|hội viên|đoàn viên|đảng viên|quần chúng|cán bộ|công chức|viên chức|' +
      'cán bộ, công chức, viên chức|lãnh đạo|biên chế|chỉ tiêu biên chế|lượt người|lượt cán bộ|lượt lao động|' +
      'lượt đảng viên|chuyên gia|nhà khoa học|tiến sĩ|thạc sĩ|kỹ sư|cử nhân|nghệ nhân|vận động viên|' +
      'huấn luyện viên|trọng tài|tình nguyện viên|tuyên truyền viên|cộng tác viên|báo cáo viên|hòa giải viên|' +
      'hướng dẫn viên|người có uy tín|đối tượng|bị can|bị cáo|nạn nhân|phụ nữ|nam|nữ|thanh niên|trẻ em|trẻ|cháu|' +
      'thiếu niên|em|cử tri|đại biểu|ủy viên|thành viên|tân binh|công dân|chiến sĩ|dân quân|sĩ quan|liệt sĩ|' +
      'thương binh|ứng viên|thí sinh|doanh nhân|nhà đầu tư|xã viên|thuyền viên|ngư dân|tiểu thương|khách hàng|' +
      'tổ viên|chủ hộ|lượt học viên',
  },
  {
    name: 'y tế, con người',
    kind: 'count',
    units:
      'bác sĩ|dược sĩ|điều dưỡng|điều dưỡng viên|y sĩ|nữ hộ sinh|kỹ thuật viên|nhân viên y tế|bệnh nhân|ca bệnh|' +
      'ca mắc|ca tử vong|ca nhiễm|lượt bệnh nhân|lượt khám|lượt khám bệnh|lượt điều trị|mũi tiêm|liều|liều vắc xin|' +
      'liều vắc-xin|ca sinh|trẻ đẻ sống',
  },
  {
    name: 'giáo dục, con người',
    kind: 'count',
    units:
      'học sinh|sinh viên|học viên|giáo viên|giảng viên|nhà giáo|trẻ mầm non|trẻ mẫu giáo|cán bộ quản lý|' +
      'lượt học sinh|nghiên cứu sinh|học sinh, sinh viên',
  },
  {
    name: 'du khách',
    kind: 'count',
    units:
      'lượt khách|lượt du khách|khách|khách du lịch|du khách|khách quốc tế|hành khách|lượt hành khách|' +
      'lượt truy cập|lượt tải|lượt xem',
  },
  {
    name: 'hộ',
    kind: 'count',
    units:
      'hộ|hộ dân|hộ gia đình|hộ kinh doanh|hộ sản xuất|hộ sản xuất kinh doanh|gia đình|lượt hộ|thuê bao|tài khoản|' +
      'thẻ|sổ|thẻ bảo hiểm y tế|thẻ BHYT|sổ tiết kiệm',
  },

  // ---- địa bàn -----------------------------------------------------------------------------------------------------
  {
    name: 'đơn vị hành chính',
    kind: 'count',
    units:
      'tỉnh|thành phố|huyện|thị xã|quận|thị|xã|phường|thị trấn|đặc khu|thôn|làng|ấp|bản|buôn|bon|plei|sóc|khóm|' +
      'khu phố|khu dân cư|khu vực dân cư|xóm|tổ dân phố|tổ nhân dân|tổ dân cư|khối phố|đơn vị cấp huyện|' +
      'đơn vị cấp xã|đơn vị cấp tỉnh|đơn vị hành chính|đơn vị hành chính cấp xã|đơn vị hành chính cấp huyện|' +
      'địa phương|địa phương cấp huyện|địa bàn|vùng|khu vực|điểm dân cư|quốc gia|nước|nước và vùng lãnh thổ|' +
      'quốc gia và vùng lãnh thổ|vùng lãnh thổ|châu lục',
  },
  {
    name: 'đô thị',
    kind: 'count',
    units:
      'đô thị|khu đô thị|khu đô thị mới|khu nhà ở|căn hộ|căn|căn nhà|nhà|nhà ở|ngôi nhà|ngôi|nhà ở xã hội|phòng|' +
      'chung cư|tòa nhà|biệt thự|lô đất|lô|thửa đất|thửa|khu đất|mặt bằng|nền|khu tái định cư|khu ở',
  },

  // ---- tổ chức -----------------------------------------------------------------------------------------------------
  {
    name: 'tổ chức kinh tế',
    kind: 'count',
    units:
      'doanh nghiệp|công ty|tập đoàn|tổng công ty|hợp tác xã|HTX|DN|liên hiệp hợp tác xã|tổ hợp tác|quỹ tín dụng|' +
      'quỹ tín dụng nhân dân|ngân hàng|chi nhánh|văn phòng đại diện|phòng giao dịch|tổ chức|đơn vị|' +
      'đơn vị trực thuộc|đơn vị sự nghiệp|đơn vị sự nghiệp công lập|cơ sở|cơ sở sản xuất|cơ sở kinh doanh|' +
      'cơ sở sản xuất kinh doanh|cơ sở sản xuất, kinh doanh|cơ sở chế biến|cơ sở giết mổ|cơ sở chăn nuôi|' +
      'trang trại|gia trại|làng nghề|làng nghề truyền thống|cơ sở lưu trú|cơ sở lưu trú du lịch|tổ chức tín dụng|' +
      'tổ chức hành nghề|đại lý|nhà phân phối|điểm bán hàng|tổ tiết kiệm và vay vốn|nhà cung cấp|nghiệp đoàn|' +
      'chủ thể|chủ thể OCOP|startup',
  },
  {
    name: 'cơ quan, đoàn thể',
    kind: 'count',
    units:
      'cơ quan|cơ quan, đơn vị|sở|ban|ngành|sở, ban, ngành|bộ|bộ, ngành|phòng ban|đầu mối|cấp ủy|chi bộ|đảng bộ|' +
      'tổ chức đảng|tổ chức cơ sở đảng|chi đoàn|chi hội|hội quán|câu lạc bộ|công đoàn cơ sở|CĐCS|ban chỉ đạo|' +
      'hội đồng|tổ|đội|nhóm|đoàn|đoàn công tác|tổ công tác|tổ công nghệ số cộng đồng|trung đội|đại đội|tiểu đoàn|' +
      'tiểu đội|đồn|trạm|đồn biên phòng|chốt|hội|hiệp hội|liên đoàn',
  },

  // ---- kinh tế, hạ tầng --------------------------------------------------------------------------------------------
  {
    name: 'dự án, công trình',
    kind: 'count',
    units:
      'dự án|dự án thành phần|chương trình|đề án|đề tài|nhiệm vụ|công trình|hạng mục|gói thầu|hợp đồng|tiểu dự án|' +
      'đồ án|quy hoạch|phương án|kịch bản|mô hình|giải pháp|kế hoạch|hồ sơ dự án|nhóm dự án|sáng kiến|' +
      'nhiệm vụ khoa học và công nghệ|thỏa thuận|biên bản ghi nhớ|danh mục|phong trào|phần việc',
  },
  {
    name: 'khu, cụm',
    kind: 'count',
    units:
      'khu công nghiệp|cụm công nghiệp|KCN|CCN|khu kinh tế|khu|cụm|khu chế xuất|khu công nghệ cao|khu du lịch|' +
      'điểm du lịch|khu thương mại|khu thương mại - dịch vụ tổng hợp|khu dịch vụ|điểm công nghiệp|khu xử lý|' +
      'khu bảo tồn|vùng sản xuất|vùng trồng|mã số vùng trồng|chuỗi|chuỗi liên kết|chuỗi giá trị|chuỗi cung ứng|' +
      'cánh đồng|vùng chuyên canh|vùng nguyên liệu|vùng an toàn dịch bệnh|tuyến điểm|tour|tuyến du lịch',
  },
  {
    name: 'thương mại',
    kind: 'count',
    units:
      'chợ|siêu thị|trung tâm thương mại|trung tâm mua sắm|trung tâm bán buôn|cửa hàng|trung tâm logistics|' +
      'trung tâm|kho|kho hàng|kho hàng hóa|bến bãi|bến cảng|cảng|cảng biển|cảng cạn|cảng hàng không|bến|bến xe|bãi|' +
      'bãi đỗ xe|bến thủy nội địa|gian hàng|sạp|quầy|ki ốt|kiốt|hội chợ|sàn|sàn thương mại điện tử|sàn giao dịch|' +
      'sàn dữ liệu|khách sạn|nhà hàng|nhà nghỉ|homestay|buồng|buồng phòng|phòng lưu trú|phòng khách sạn|cửa khẩu|' +
      'lối mở|trạm xăng',
  },
  {
    name: 'hạ tầng',
    kind: 'count',
    units:
      'tuyến|tuyến đường|đường|tuyến cáp quang|tuyến cáp quang biển|tuyến xe buýt|cầu|cống|đập|hồ|hồ chứa|hồ đập|' +
      'hồ chứa nước|kênh|trạm bơm|trạm biến áp|trạm BTS|trạm phát sóng|trạm thu phát sóng|trạm sạc|trạm quan trắc|' +
      'nhà máy|nhà xưởng|nhà văn hóa|nút giao|hầm|cột|bến phà|làn xe|làn|điểm đen|bãi rác|bãi chôn lấp|lò đốt|' +
      'điểm sạt lở|điểm trường|giếng|mỏ|điểm mỏ|tổ máy|tua bin|turbine|trạm cấp nước|đoạn tuyến|đoạn|nhịp|tầng|' +
      'camera|thiết bị|máy|bộ máy tính|máy tính|chiếc|cái|hệ thống|dây chuyền|phương tiện|xe|xe ô tô|ô tô|xe máy|' +
      'mô tô|tàu|tàu cá|thuyền|toa|lồng|lồng bè|bè|đèn|trụ|bóng đèn|cột điện|đầu máy',
  },
  {
    name: 'y tế, giáo dục, văn hóa: cơ sở',
    kind: 'count',
    units:
      'trường|trường học|lớp|lớp học|lớp tập huấn|lớp đào tạo|lớp bồi dưỡng|nhóm lớp|phòng học|cơ sở giáo dục|' +
      'cơ sở đào tạo|cơ sở giáo dục nghề nghiệp|trung tâm học tập cộng đồng|bệnh viện|bệnh viện đa khoa|trạm y tế|' +
      'phòng khám|phòng khám đa khoa|trung tâm y tế|cơ sở y tế|cơ sở khám bệnh, chữa bệnh|nhà thuốc|quầy thuốc|' +
      'giường|giường bệnh|thư viện|bảo tàng|nhà hát|rạp|rạp chiếu phim|sân vận động|sân|sân thể thao|nhà thi đấu|' +
      'bể bơi|di tích|di sản|di sản văn hóa|bảo vật quốc gia|hiện vật|lễ hội|thiết chế|thiết chế văn hóa|' +
      'nhà sinh hoạt cộng đồng|trung tâm văn hóa|nhà thiếu nhi|cơ sở thờ tự|chùa|nhà thờ|đình|' +
      'cơ sở trợ giúp xã hội|cơ sở cai nghiện|cơ sở nghiên cứu',
  },

  // ---- sản phẩm, vật nuôi ------------------------------------------------------------------------------------------
  {
    name: 'sản phẩm',
    kind: 'count',
    units:
      'sản phẩm|mặt hàng|nhãn hiệu|thương hiệu|chỉ dẫn địa lý|sáng chế|văn bằng|văn bằng bảo hộ|đơn đăng ký|' +
      'bằng sáng chế|giải pháp hữu ích|kiểu dáng công nghiệp|chứng chỉ|chứng nhận|giấy chứng nhận|giấy phép|' +
      'giấy phép lao động|tiêu chuẩn|quy chuẩn|giống|loài|loại|lô hàng|tem|bao|gói|chai|hộp|cuốn|quyển|đầu sách|' +
      'bản sách|tờ|trang|tác phẩm|tác phẩm báo chí|chương trình nghệ thuật|buổi|buổi biểu diễn|vở|vở diễn|bài|' +
      'tin, bài|tin bài|bài viết|phóng sự|kênh truyền hình|tờ báo|bài báo|sổ tay|tờ rơi|pa nô|băng rôn|huy chương|' +
      'HCV|giải|giải thưởng|cúp|kỷ lục|huân chương|bằng khen|cờ thi đua',
  },
  {
    name: 'vật nuôi, cây',
    kind: 'count',
    units:
      'con|đầu con|đầu gia súc|con giống|cây|cây xanh|cây giống|cây phân tán|gốc|đàn|tổ ong|tổ yến|bụi|bầu|cành|' +
      'cây trồng|vật nuôi|ổ dịch|ổ|ao|bông',
  },

  // ---- việc nhà nước -----------------------------------------------------------------------------------------------
  {
    name: 'văn bản, thủ tục',
    kind: 'count',
    units:
      'văn bản|nghị quyết|quyết định|chỉ thị|luật|nghị định|thông tư|công văn|tờ trình|báo cáo|thông báo|hồ sơ|' +
      'thủ tục|thủ tục hành chính|TTHC|dịch vụ|dịch vụ công|dịch vụ công trực tuyến|kiến nghị|ý kiến|phản ánh|' +
      'khiếu nại|tố cáo|đơn|đơn thư|đơn khiếu nại|lượt công dân|câu hỏi|chất vấn|kết luận|chuyên đề|điều|khoản|mục|' +
      'quy định|quy chế|quy trình|biểu mẫu|bản đồ|tài liệu|phiếu|lá phiếu|chữ ký số|chứng thư số',
  },
  {
    name: 'chỉ tiêu',
    kind: 'count',
    units:
      'chỉ tiêu|tiêu chí|chỉ số|mục tiêu|nội dung|nhóm giải pháp|nhóm nhiệm vụ|chỉ số thành phần|nhóm chỉ tiêu|' +
      'lĩnh vực|khâu đột phá|trụ cột|tiêu chí thành phần|đột phá|trọng tâm|ngành nghề|nghề|ngành hàng|trình độ',
  },
  {
    name: 'số hóa',
    kind: 'count',
    units:
      'cơ sở dữ liệu|CSDL|bộ dữ liệu|tập dữ liệu|trường dữ liệu|bản ghi|trung tâm dữ liệu|nền tảng|nền tảng số|' +
      'ứng dụng|phần mềm|cổng|trang thông tin điện tử|website|tên miền|định danh|tài khoản định danh|giao dịch|' +
      'điểm phát wifi|điểm cầu|hệ thống thông tin|máy chủ|điểm truy cập|lượt giao dịch|mã định danh',
  },
  {
    name: 'hoạt động',
    kind: 'count',
    units:
      'hội nghị|hội thảo|cuộc họp|cuộc thi|cuộc kiểm tra|cuộc thanh tra|cuộc giám sát|đợt kiểm tra|sự kiện|' +
      'hoạt động|kỳ họp|phiên họp|chương trình truyền hình|giải thể thao|lễ|diễn đàn|hội thi|hội diễn|đề thi|' +
      'buổi tuyên truyền|buổi tập huấn|cuộc tiếp xúc',
  },
  {
    name: 'vụ việc',
    kind: 'count',
    units:
      'vụ|vụ việc|vụ án|trường hợp|lượt trường hợp|tin báo|vi phạm|hành vi|điểm nóng|tụ điểm|băng nhóm|' +
      'điểm phức tạp|khẩu súng|viên đạn|quả bom|việc|việc làm|chỗ làm việc|vị trí việc làm|cơn bão|trận lũ|trận|' +
      'cơn|lượt phương tiện',
  },
  {
    name: 'kinh phí',
    kind: 'count',
    units: 'nguồn vốn|món vay|khoản vay|phần|phần quà|suất quà|suất học bổng|mức|nguồn',
  },
];
