/**
 * Words of which the names of bodies are made. Everything is written folded (lower case, old-style tone marks) and
 * without the level: `tỉnh`, `thành phố`, `cấp xã` … come from {@link LEVELS}. A comma in a phrase also stands for a dash.
 */
const list = (text: string): readonly string[] =>
  text
    .split('|')
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '');

/** The same, and every name also as it is printed when its commas are forgotten: `văn hóa thể thao và du lịch`. */
const names = (text: string): readonly string[] =>
  list(text).flatMap((phrase) => (phrase.includes(',') ? [phrase, phrase.replaceAll(',', '')] : [phrase]));

/** Fields also with a dash for the last `và`: `Kế hoạch - Đầu tư`, `Nông nghiệp - Phát triển nông thôn`. */
const withDashes = (phrases: readonly string[]): readonly string[] => [
  ...new Set(phrases.flatMap((phrase) => [phrase, phrase.replace(/ và (?!.* và )/, ', ')])),
];

/** Fields (ngành, lĩnh vực) after Sở, Bộ, Cục, Chi cục, Ngành, Phòng: `Sở` + `Kế hoạch và Đầu tư`. */
export const FIELDS = withDashes(
  names(`
  kế hoạch và đầu tư | kế hoạch đầu tư | tài chính | tài chính, kế hoạch | xây dựng | giao thông vận tải | giao thông, vận tải
  | giao thông công chính | tài nguyên và môi trường | tài nguyên môi trường | nông nghiệp và phát triển nông thôn
  | nông nghiệp phát triển nông thôn | nông nghiệp và môi trường | nông nghiệp | công thương | công nghiệp | thương mại
  | thương mại và du lịch | thương mại, du lịch | du lịch | văn hóa, thể thao và du lịch | văn hóa, thể thao, du lịch
  | văn hóa và thể thao | văn hóa, thông tin | văn hóa và thông tin | văn hóa thông tin | văn hóa, xã hội | thể dục thể thao
  | thể dục, thể thao | thông tin và truyền thông | thông tin, truyền thông | bưu chính, viễn thông | khoa học và công nghệ
  | khoa học công nghệ | khoa học, công nghệ và môi trường | giáo dục và đào tạo | giáo dục đào tạo | y tế | nội vụ | ngoại vụ
  | tư pháp | lao động, thương binh và xã hội | lao động, thương binh xã hội | lao động, thương binh, xã hội
  | dân tộc và tôn giáo | dân tộc, tôn giáo | dân tộc | tôn giáo | quy hoạch, kiến trúc | quy hoạch và kiến trúc | thủy sản
  | ngoại giao | quốc phòng | công an | tài nguyên | môi trường | thuế | hải quan | thống kê | kiểm lâm | thủy lợi | thú y
  | chăn nuôi và thú y | trồng trọt và bảo vệ thực vật | bảo vệ thực vật | phát triển nông thôn | quản lý thị trường
  | thi hành án dân sự | dự trữ nhà nước | an toàn thực phẩm | tiêu chuẩn đo lường chất lượng | đăng kiểm | hàng hải
  | hàng không | đường bộ | đường sắt | đường thủy nội địa | ngân hàng | kho bạc | điện lực | kinh tế | kinh tế, hạ tầng
  | kinh tế, hạ tầng và đô thị | quản lý đô thị | giáo dục | quân sự | biên phòng | văn hóa | kế hoạch | tổ chức | tuyên giáo
  | dân vận | nội chính | kiểm tra | thanh tra | bảo hiểm xã hội | tôn giáo, dân tộc | khoa học, công nghệ | nông nghiệp và ptnt | tài nguyên và mt | kế hoạch và đt
  | văn hóa, tt và dl | văn hóa, tt&dl | lao động, tb và xh | lao động, tb&xh | giáo dục và đt | giáo dục, đào tạo | khoa học và cn
`),
);

/** Heads that take a field. With a comma or another plain noun after them they are generic: `các sở, ban, ngành`. */
export const FIELD_HEADS = list('sở | bộ | cục | chi cục | tổng cục | vụ | phòng | ngành | cơ quan | lực lượng');

/** Names that are whole without a level. */
export const BODIES = names(`
  ủy ban nhân dân | ubnd | hội đồng nhân dân | hđnd | hđnd và ubnd | hđnd, ubnd | thường trực hội đồng nhân dân | thường trực hđnd
  | ủy ban mặt trận tổ quốc việt nam | ủy ban mặt trận tổ quốc | ủy ban mttq việt nam | ủy ban mttq | ubmttq việt nam | ubmttq
  | ubmttqvn | mặt trận tổ quốc việt nam | mặt trận tổ quốc | mttq việt nam | mttq | mặt trận | ban thường trực ủy ban mặt trận tổ quốc việt nam
  | ban thường trực ủy ban mttq việt nam | đoàn đại biểu quốc hội | đoàn đbqh | văn phòng đoàn đại biểu quốc hội và hội đồng nhân dân
  | văn phòng đoàn đbqh và hđnd | văn phòng ủy ban nhân dân | văn phòng ubnd | văn phòng hội đồng nhân dân | văn phòng hđnd
  | văn phòng hđnd và ubnd | văn phòng hđnd, ubnd | văn phòng hội đồng nhân dân và ủy ban nhân dân | văn phòng đảng ủy | văn phòng cấp ủy
  | văn phòng chính phủ | văn phòng quốc hội | văn phòng chủ tịch nước | văn phòng trung ương đảng
  | công an | công an nhân dân | bộ chỉ huy quân sự | bchqs | bộ chqs | ban chỉ huy quân sự | bộ tư lệnh | bộ chỉ huy bộ đội biên phòng
  | ban chỉ huy bộ đội biên phòng | ban chỉ huy phòng thủ khu vực | bộ chỉ huy bđbp | bộ đội biên phòng | cảnh sát biển | hải quan | thuế
  | cảnh sát phòng cháy và chữa cháy | thanh tra | thanh tra nhà nước | kiểm toán nhà nước | tòa án nhân dân | tand | viện kiểm sát nhân dân | vksnd
  | tòa án | viện kiểm sát | cơ quan thi hành án dân sự | thi hành án dân sự | kho bạc nhà nước | bảo hiểm xã hội | bhxh | ngân hàng nhà nước | nhnn
  | ngân hàng nhà nước việt nam | ngân hàng nhà nước chi nhánh | ngân hàng nhà nước việt nam chi nhánh | ngân hàng nhà nước việt nam, chi nhánh
  | chi nhánh ngân hàng nhà nước | chi nhánh ngân hàng nhà nước việt nam | ngân hàng chính sách xã hội | chi nhánh ngân hàng chính sách xã hội
  | ngân hàng chính sách xã hội chi nhánh | quỹ đầu tư phát triển | quỹ bảo vệ môi trường | cục thống kê | chi cục thống kê | thống kê
  | bưu điện | điện lực | công ty điện lực | viễn thông | liên đoàn lao động | lđlđ | hội nông dân | hội liên hiệp phụ nữ | hội lhpn
  | hội phụ nữ | hội cựu chiến binh | hội ccb | đoàn thanh niên | đoàn thanh niên cộng sản hồ chí minh | đoàn tncs hồ chí minh | đoàn tncs
  | hội liên hiệp thanh niên | hội chữ thập đỏ | hội khuyến học | hội người cao tuổi | hội nhà báo | hội luật gia | hội doanh nghiệp
  | liên minh hợp tác xã | liên minh htx | liên hiệp các hội khoa học và kỹ thuật | hiệp hội doanh nghiệp | hội văn học nghệ thuật
  | tỉnh đoàn | thành đoàn | huyện đoàn | đoàn khối các cơ quan và doanh nghiệp | tỉnh ủy | thành ủy | huyện ủy | thị ủy | quận ủy
  | đảng ủy | đảng ủy khối | đảng ủy khối doanh nghiệp | đảng ủy khối các cơ quan | đảng ủy khối cơ quan và doanh nghiệp | đảng ủy quân sự | đảng ủy công an | đảng ủy bộ đội biên phòng | đảng ủy chính phủ | đảng ủy các cơ quan đảng | đảng ủy khối các cơ quan và doanh nghiệp | đảng đoàn | đảng bộ | đảng bộ các cơ quan đảng | ban chấp hành đảng bộ | ban thường vụ | btv | thường trực | ban tổ chức | ban tuyên giáo | ban tuyên giáo và dân vận | ban dân vận
  | ban nội chính | ban kinh tế | ủy ban kiểm tra | ban cán sự đảng | ban cán sự | trường chính trị | báo | báo và phát thanh, truyền hình
  | báo và đài phát thanh, truyền hình | báo và đài phát thanh và truyền hình | đài phát thanh và truyền hình | đài phát thanh, truyền hình | đài pt-th
  | đài ptth | đài truyền hình | đài phát thanh | cơ quan báo chí | thông tấn xã việt nam | vtv | vov | ttxvn | đài truyền hình việt nam
  | đài tiếng nói việt nam | ban dân tộc | ban tôn giáo | ban quản lý khu kinh tế | ban quản lý các khu kinh tế | ban quản lý khu công nghiệp
  | ban quản lý các khu công nghiệp | ban quản lý các kcn | ban quản lý khu kinh tế và các khu công nghiệp | ban quản lý các khu công nghiệp và chế xuất
  | ban quản lý các khu công nghiệp, khu kinh tế | ban quản lý khu kinh tế, khu công nghiệp | ban quản lý các khu kinh tế, khu công nghiệp
  | ban quản lý khu công nghệ cao | ban quản lý dự án | ban quản lý dự án đầu tư xây dựng | ban an toàn giao thông | ban atgt | ban pháp chế
  | ban kinh tế, ngân sách | ban kinh tế và ngân sách | ban văn hóa, xã hội | ban chỉ đạo | ban chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn
  | ban chỉ huy phòng thủ dân sự | ban đại diện cha mẹ học sinh | ban đổi mới và phát triển doanh nghiệp | hội đồng phối hợp phổ biến, giáo dục pháp luật
  | ban xây dựng nông thôn mới | văn phòng điều phối | văn phòng điều phối nông thôn mới | văn phòng điều phối xây dựng nông thôn mới
  | văn phòng điều phối chương trình | văn phòng điều phối chương trình xây dựng nông thôn mới
  | văn phòng điều phối chương trình mục tiêu quốc gia xây dựng nông thôn mới
  | văn phòng điều phối thực hiện chương trình mục tiêu quốc gia xây dựng nông thôn mới
  | trung tâm phục vụ hành chính công | trung tâm xúc tiến đầu tư | trung tâm phát triển quỹ đất | trung tâm y tế | trung tâm kiểm soát bệnh tật
  | trung tâm chính trị | trung tâm dịch vụ tổng hợp | trung tâm cung ứng dịch vụ sự nghiệp công | trung tâm dịch vụ sự nghiệp công | trung tâm dịch vụ nông nghiệp | trạm y tế | bch quân sự | bch bộ đội biên phòng | bch bđbp | trung tâm giáo dục nghề nghiệp | trung tâm khuyến nông | trung tâm xúc tiến đầu tư, thương mại và du lịch
  | trung tâm hỗ trợ phát triển doanh nghiệp và xúc tiến đầu tư | trung tâm dịch vụ việc làm | trung tâm văn hóa | chính phủ | thủ tướng chính phủ
  | thanh tra chính phủ | ban tuyên giáo trung ương | quốc hội | liên đoàn thương mại và công nghiệp việt nam | phòng thương mại và công nghiệp việt nam
  | vcci | cổng thông tin điện tử | bảo hiểm xã hội việt nam | tổng liên đoàn lao động việt nam | trung ương | nhà nước
`);

/** Names of {@link BODIES} that name a body only with a level, place or proper name behind them (`Thanh tra tỉnh`, not `Thanh tra`). */
export const NEEDS_LEVEL = new Set(
  list(`thanh tra | báo | thuế | hải quan | viễn thông | thống kê | điện lực | thường trực | ban kinh tế | cơ quan báo chí | trung ương
    | nhà nước | bưu điện | đoàn thanh niên | đài truyền hình | đài phát thanh | tòa án | viện kiểm sát | trung tâm văn hóa | trung tâm y tế
    | văn phòng điều phối | ban tổ chức | ban dân tộc | thi hành án dân sự | hội doanh nghiệp | mặt trận`),
);

/** Heads that need a capital letter behind them to begin a name: `Trung tâm Công nghệ …`, not `Trung tâm thương mại`. */
export const FREE_HEADS = list(`
  ban | ban chỉ đạo | ban quản lý | ban chỉ huy | ban điều hành | ban cán sự đảng | ban thường vụ | ban chấp hành | ban thường trực
  | cục | chi cục | tổng cục | vụ | viện | học viện | trường | trường đại học | trường cao đẳng | đại học | trung tâm | văn phòng | phòng
  | hội | hiệp hội | liên hiệp | liên đoàn | liên minh | đoàn | tổng công ty | công ty | công ty cổ phần | công ty tnhh | tập đoàn
  | ngân hàng | kho bạc | đài | tạp chí | báo | hội đồng | ủy ban | đảng đoàn | đảng bộ | đảng ủy | chi nhánh | tổ công tác | tổ | bệnh viện | quỹ | thanh tra
  | sở | bộ | thường trực | cơ quan thường trực | bưu điện | xí nghiệp | hợp tác xã | vườn quốc gia | hạt | chi nhánh ngân hàng | tổng liên đoàn
`);

/** Offices held by a person; the body follows, with or without `của`. */
export const OFFICES = list(`
  giám đốc | phó giám đốc | tổng giám đốc | thủ trưởng | chủ tịch | phó chủ tịch | phó chủ tịch thường trực | bí thư | phó bí thư | bộ trưởng
  | chánh văn phòng | chánh thanh tra | chánh án | viện trưởng | trưởng ban | trưởng phòng | cục trưởng | chi cục trưởng | tổng cục trưởng
  | hiệu trưởng | chỉ huy trưởng | tư lệnh | trưởng | người đứng đầu | đại biểu | các đại biểu | tổ đại biểu | các tổ đại biểu | lãnh đạo
  | tập thể lãnh đạo | đồng chí | các đồng chí | các đồng chí lãnh đạo | thành viên | cán bộ, công chức, viên chức | thống đốc | tổng thanh tra | chủ nhiệm | đầu mối | ủy viên | ủy viên ban thường vụ | phó trưởng ban | phó thủ trưởng | phó thủ tướng | phó thủ tướng thường trực | thứ trưởng | phó chánh văn phòng | phó cục trưởng | phó chi cục trưởng | phó chủ nhiệm | kế toán trưởng | tổng biên tập
`);

/** Words that open a plural: `các sở`, `mỗi ngành`. */
export const DETERMINERS = list(
  'các | mỗi | từng | những | tất cả các | toàn thể các | một số | toàn bộ các | cả | hai | ba | 02 | 03',
);

/** Nouns of authority: groups of these are one group (`các sở, ngành, các địa phương`). */
export const AUTHORITY_NOUNS = list(`
  sở | ban | ngành | bộ | cấp | cấp ủy | cấp ủy đảng | cấp ủy, chính quyền | đảng ủy | chính quyền | chính quyền địa phương | sở ngành | ban ngành | sở ban ngành
  | bộ ngành | ban bộ ngành | bộ ban ngành | cơ quan | cơ quan ngang bộ | cơ quan thuộc chính phủ | cơ quan trung ương | đơn vị | đơn vị sự nghiệp | địa phương
  | đoàn thể | hội đoàn thể | hội | tổ chức đảng | tổ chức | cá nhân | lĩnh vực | đoàn | đảng bộ | chi bộ | chi, đảng bộ | chi bộ, đảng bộ | đảng bộ, chi bộ | tổ chức cơ sở đảng | phòng | phòng ban | mặt trận
  | huyện | huyện thị | xã | phường | thị xã | thị trấn | thành phố | thành | thị | quận | tỉnh | tỉnh thành | đặc khu | thôn | bản
  | chủ đầu tư | ban quản lý | ban quản lý dự án | chủ rừng | khu vực | vùng | cụm | thủ đô | tổ dân phố | khu phố | khu dân cư
`);

/** Nouns of {@link AUTHORITY_NOUNS} that are territory; without a determiner they name a place, not a body. */
export const TERRITORY = new Set(
  list(
    'huyện | huyện thị | xã | phường | thị xã | thị trấn | thành phố | thành | thị | quận | tỉnh | tỉnh thành | đặc khu | thôn | bản | khu vực | vùng | cụm | thủ đô | tổ dân phố | khu phố | khu dân cư',
  ),
);

/** Nouns that begin a group of their own beside others, and take any words that describe them. */
export const GROUP_NOUNS = list(`
  tổ chức chính trị, xã hội | tổ chức chính trị xã hội | tổ chức ct, xh | tổ chức chính trị, xã hội, nghề nghiệp | tổ chức đoàn thể | đoàn thể chính trị, xã hội
  | đoàn thể nhân dân | tổ chức thành viên | tổ chức xã hội | tổ chức hội | tổ chức xã hội, nghề nghiệp | tổ chức tín dụng | tổ chức kinh tế | tổ chức quốc tế | tổ chức công đoàn
  | cơ quan báo chí | cơ quan thông tin đại chúng | cơ quan truyền thông | cơ quan thông tấn, báo chí | cơ quan thông tấn và báo chí | cơ quan thông tin, báo chí
  | cơ quan báo chí, truyền thông | cơ quan báo chí và truyền thông | cơ quan truyền thông, báo chí | cơ quan thông tin, truyền thông | cơ quan thông tin và truyền thông
  | cơ quan thông tin, truyền thông, báo chí | cơ quan thông tin, tuyên truyền | cơ quan thông tin, báo chí, truyền thông | cơ quan báo, đài | cơ quan báo chí, xuất bản | cơ quan tư pháp | cơ quan tham mưu | cơ quan tham mưu, giúp việc | cơ quan chuyên trách tham mưu, giúp việc | cơ quan thông tấn | ban đảng | ban xây dựng đảng
  | đoàn công tác | doanh nghiệp | hợp tác xã | htx | hộ kinh doanh | hiệp hội | hội, hiệp hội | tập đoàn | tổng công ty | công ty | ngân hàng
  | ngân hàng thương mại | trường | trường học | trường đại học | trường cao đẳng | cao đẳng | trung cấp | viện | viện nghiên cứu | viện trường | bệnh viện | cơ sở giáo dục | cơ sở đào tạo
  | cơ sở y tế | cơ sở khám, chữa bệnh | cơ sở khám bệnh, chữa bệnh | cơ sở khám chữa bệnh | cơ sở đào tạo | cơ sở sản xuất | cơ sở kinh doanh | cơ sở giáo dục nghề nghiệp | cơ sở dạy nghề | nhà trường | nhà đầu tư | nhà mạng
  | lực lượng | lực lượng vũ trang | lực lượng chức năng | hội quần chúng | ban quản lý khu công nghiệp | đảng bộ trực thuộc | đảng bộ trực thuộc tỉnh ủy
  | huyện ủy | thành ủy | thị ủy | quận ủy | ban của hội đồng nhân dân | ban hội đồng nhân dân | ban hđnd | ban của hđnd | ủy ban của quốc hội | đoàn đại biểu quốc hội | đoàn đbqh | đảng đoàn | ban cán sự đảng | đài phát thanh
  | trung tâm | nông, lâm trường | đồn biên phòng | tiểu ban | tổ công tác | tổ chuyên gia
`);

/** Levels behind a name. `%` stands for a proper name or number that may follow. */
export const LEVELS = list(`
  tỉnh | thành phố | tp | huyện | quận | thị xã | thị trấn | xã | phường | đặc khu | việt nam | trung ương | nhà nước | tối cao
  | cấp tỉnh | cấp huyện | cấp xã | cấp thành phố | cấp cơ sở | các cấp | hai cấp | 02 cấp | 2 cấp | cấp trên | cơ sở | cùng cấp | khu vực | vùng | chi nhánh | chi nhánh tỉnh
  | tỉnh ủy | thành ủy | huyện ủy | thị ủy | quận ủy | đảng ủy | chính phủ | đảng | thuộc tỉnh | địa phương
`);

/** What may describe a group of bodies and ends it. */
export const DESCRIPTIONS = list(`
  liên quan | có liên quan | liên quan khác | chức năng | chức năng có liên quan | chức năng liên quan | chuyên môn | trực thuộc | trực thuộc tỉnh
  | trực thuộc trung ương | trực thuộc tw | trực thuộc tỉnh ủy | thuộc tỉnh | thuộc chính phủ | thuộc thành phố | thuộc huyện | thuộc sở | thuộc bộ | thuộc ngành | thuộc ubnd tỉnh | thuộc ubnd huyện | thuộc ủy ban nhân dân tỉnh | thuộc phạm vi quản lý | thuộc quyền quản lý | trực thuộc sở | trực thuộc ubnd tỉnh | thuộc, trực thuộc | trên địa bàn | đóng trên địa bàn | hoạt động trên địa bàn
  | trong tỉnh | trong toàn tỉnh | toàn tỉnh | trong thành phố | trong hệ thống chính trị | trong cả nước | trên cả nước | cả nước | trên phạm vi cả nước | trong toàn quốc | toàn quốc | toàn thành phố | trong toàn thành phố | trong huyện | trong toàn huyện | ven biển | biên giới | miền núi | vùng cao | khác | ngang bộ | đảng | nhà nước | chính quyền | có thẩm quyền | đoàn thể | cấp dưới | hữu quan | nêu trên
  | ở trung ương và địa phương | từ tỉnh đến cơ sở | từ tỉnh đến xã | có điều kiện | trong vùng | lân cận | giáp ranh | sau đại học
`);

/** Beginnings that look like a body and are none (`Ban hành`, `Bộ tiêu chí`, `Hội nghị`): two words, folded. */
export const LOOKALIKES = new Set(
  list(`
  ban hành | ban đầu | ban bố | ban ngày | bộ tiêu | bộ chỉ số | bộ máy | bộ phận | bộ thủ | bộ luật | bộ câu | bộ công cụ | bộ quy | bộ dữ | bộ nhận | bộ số | bộ sưu | bộ mặt | bộ hồ | bộ đề
  | hội nghị | hội nhập | hội thảo | hội chợ | hội thi | hội tụ | hội diễn | hội đàm | đoàn kết | đoàn viên | báo cáo | báo chí | báo động | trường hợp | cấp phép | cấp nước | cấp độ
  | cấp giấy | cấp bách | cấp kinh | cấp phát | cấp học | cấp thiết | cấp ủy viên | phòng chống | phòng ngừa | phòng thủ | phòng cháy | phòng học | phòng khám | phòng thí | cục bộ
  | viện trợ | viện dẫn | viện phí | đài tưởng | thị trường | xã hội | vụ việc | vụ án | vụ đông | vụ xuân | vụ hè | vụ mùa | vụ lúa | tổ chức lại | tổ hợp | đơn giá | đơn thư | đơn vị hành
  | ngành nghề | ngành hàng | vùng trồng | vùng nguyên | vùng sản | vùng lõm | vùng sâu | tỉnh lộ | huyện lộ | bản đồ | bản sắc | bản thân | bản quyền | thành lập | thành phần | thành công
  | thành tựu | thành tích | lực lượng lao | lực lượng sản | quỹ đất | quỹ nhà | địa phương hóa | khu vực i | khu vực nông | khu vực dịch | khu vực công | khu vực tư | khu vực kinh
  | hạt nhân | hạt giống | đại học số | cơ quan điện | sở hữu | sở thích | sở tại | tập đoàn hóa | hội viên | hội trường | hội đồng thẩm | cụm công | cụm từ | vùng đồng | vùng dân | vùng biên | ba công | ba khâu | hai là | ba là | ba chương | từng bước
  | cả nước | cả hệ | cả năm | những tháng | những năm | đoàn thể dục | cơ sở dữ | cơ sở hạ | cơ sở vật | cơ sở pháp | cấp cứu | thuế thu | thuế giá | thuế suất | thuế xuất | thuế nhà | thuế tài | thuế chuyển | thuế bảo
  | công an ninh trật | trung ương đảng khóa | quận trung | ngân hàng dữ | ngân hàng đề
  `),
);

/** Nouns of groups that take no free description. */
export const CLOSED = new Set(
  list(
    'sở | ban | bộ | cấp | địa phương | sở ngành | ban ngành | sở ban ngành | bộ ngành | bộ ban ngành | ban bộ ngành | lĩnh vực | cấp ủy | chính quyền | mặt trận | đoàn | hội',
  ),
);

/** Nouns that make a group only with a determiner or beside another noun. */
export const LONELY = new Set(
  list(
    'sở | ban | bộ | cấp | hội | đoàn | phòng | mặt trận | đảng ủy | cao đẳng | trung cấp | lĩnh vực | cá nhân | tổ chức | chi bộ | phòng ban | trường | viện | trung tâm | ngân hàng | công ty | địa phương',
  ),
);

/** Nouns that, without a determiner, make a group only when something describes them. */
export const NEEDS_DESCRIPTION = new Set(list('ngành | đoàn thể | ban quản lý | đơn vị | cơ quan | lực lượng'));

/** Words behind `tổ chức` that show it to be a noun. */
export const AFTER_ORGANISATION = new Set([
  ...list(
    'liên | có | chính | xã | đoàn | thành | hội | kinh | tín | quốc | phi | khác | đảng | cơ | nghề | tôn | hoạt | khoa | cá | trong | trên | trực | sự | công | và',
  ),
  ...',-;.:)(',
]);

/** Words behind which a verb describes: `hoạt động khai thác`. */
export const ACTIVITY = new Set(list('động | doanh | vụ | làm'));

/** Territory words of one syllable that are seldom territory. */
export const AMBIGUOUS_TERRITORY = new Set(list('bản | vùng | cụm | thị'));

/** Bodies whose purpose is printed before their level: `Ban Chỉ đạo phòng, chống dịch Covid-19 tỉnh`. */
export const PURPOSED = new Set(
  list('ban chỉ đạo | ban quản lý dự án | ban quản lý dự án đầu tư xây dựng | văn phòng điều phối'),
);
