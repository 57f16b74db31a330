/**
 * The words of indicators' names: phrases that mean one thing, and how much a word weighs when two names are compared.
 * One concept a line: `TOKEN = phrase ; phrase`. A token with `!` *tells indicators apart*: two names match only when
 * they hold the same such tokens, so `Tỷ lệ hộ nghèo` never matches `Mức giảm tỷ lệ hộ nghèo` or `Tỷ lệ hộ cận nghèo`.
 * Two tokens before `=` stand for a phrase that means both.
 */

export const INDICATOR_CONCEPTS = `
RATE = tỷ lệ ; tỉ lệ ; tỷ trọng ; tỉ trọng ; tỷ suất ; tỉ suất ; tỷ số ; độ ; mức ; mức độ ; tỷ lệ phần trăm
GROWTH! = tốc độ tăng trưởng ; tốc độ tăng ; tăng trưởng ; mức tăng ; tốc độ phát triển ; tăng
DROP! = mức giảm ; giảm ; tốc độ giảm
NATURAL! = tăng dân số tự nhiên ; phát triển dân số tự nhiên ; tăng tự nhiên dân số ; tăng dân số ; phát triển dân số ; gia tăng dân số tự nhiên
GRDP! = grdp ; gdp ; tổng sản phẩm ; tổng sản phẩm trên địa bàn ; tổng sản phẩm trên địa bàn tỉnh ; tổng sản phẩm xã hội ; tổng sản phẩm nội địa
PERHEAD! = bình quân đầu người ; bình quân trên đầu người ; đầu người ; bình quân mỗi người
PERHEAD! GRDP! = grdp người ; tổng sản phẩm người
DIGITAL! = kinh tế số
DIGITALISED! = chuyển đổi số
AGRI! = nông lâm nghiệp và thủy sản ; nông lâm nghiệp thủy sản ; nông lâm thủy sản ; nông lâm ngư nghiệp ; nông lâm ngư ; nông nghiệp thủy sản ; nông nghiệp lâm nghiệp thủy sản ; nông nghiệp lâm nghiệp và thủy sản ; nông nghiệp và thủy sản ; nông lâm nghiệp ; nông nghiệp ; nông nghiệp và nông thôn
INDUSTRY! BUILD! = công nghiệp và xây dựng ; công nghiệp xây dựng
INDUSTRY! = công nghiệp
BUILD! = ngành xây dựng
MANUFACTURE! = công nghiệp chế biến chế tạo ; chế biến chế tạo ; công nghiệp chế biến ; công nghiệp chế biến và chế tạo
IZONE! = khu công nghiệp ; kcn ; khu cụm công nghiệp ; khu công nghiệp khu chế xuất ; khu kinh tế khu công nghiệp ; khu công nghiệp cụm công nghiệp
ICLUSTER! = cụm công nghiệp ; ccn
SERVICES! = thương mại dịch vụ ; dịch vụ thương mại ; thương mại và dịch vụ ; dịch vụ ; ngành thương mại ; dịch vụ du lịch
RETAIL! = tổng mức bán lẻ ; bán lẻ ; tổng mức lưu chuyển hàng hóa bán lẻ ; mức lưu chuyển hàng hóa bán lẻ ; lưu chuyển hàng hóa bán lẻ
GOODS = hàng hóa ; hàng hóa dịch vụ ; hàng hóa và dịch vụ ; hàng hóa doanh thu dịch vụ ; hàng hóa và doanh thu dịch vụ ; hàng hóa và doanh thu dịch vụ tiêu dùng ; hàng hóa doanh thu dịch vụ tiêu dùng ; doanh thu dịch vụ xã hội ; doanh thu dịch vụ ; hàng hóa và dịch vụ tiêu dùng ; doanh thu dịch vụ tiêu dùng ; dịch vụ tiêu dùng
PRODUCTTAX! = thuế sản phẩm ; thuế sản phẩm trừ trợ cấp sản phẩm ; thuế sản phẩm trừ trợ cấp ; thuế nhập khẩu thuế sản phẩm
OUTPUT = giá trị sản xuất ; gtsx ; giá trị sản phẩm ; giá trị sản phẩm thu hoạch ; giá trị sản phẩm thu được ; giá trị thu nhập
ADDED = giá trị tăng thêm ; giá trị gia tăng
AREA = đơn vị diện tích ; một ha ; ha ; một héc ta ; héc ta ; 1 ha ; một đơn vị diện tích ; ha đất ; ha canh tác ; ha đất canh tác ; một ha đất canh tác
BUDGET = ngân sách ; ngân sách nhà nước ; nsnn ; ngân sách trên địa bàn ; cân đối ngân sách ; cân đối ngân sách nhà nước
LOCALBUDGET! = ngân sách địa phương ; nsđp ; cân đối ngân sách địa phương
REVENUE! = thu ; tổng thu ; tổng số thu ; tổng nguồn thu ; nguồn thu
SPENDING! = chi ; tổng chi ; tổng số chi
RECURRENT! = thường xuyên
INVESTSPENDING! = đầu tư phát triển
PUBLICINVEST! = đầu tư công ; vốn đầu tư công ; đầu tư xây dựng cơ bản
DISBURSE! = giải ngân
DOMESTIC! = nội địa
TRADE! = xuất nhập khẩu ; xuất khẩu nhập khẩu ; xuất nhập khẩu hàng hóa
EXPORT! = xuất khẩu ; xuất khẩu hàng hóa
IMPORT! = nhập khẩu ; nhập khẩu hàng hóa
TURNOVER = kim ngạch ; trị giá ; giá trị ; tổng kim ngạch
FDI! = fdi ; đầu tư trực tiếp nước ngoài ; đầu tư nước ngoài ; vốn đầu tư nước ngoài
SOCIALINVEST! = đầu tư toàn xã hội ; đầu tư thực hiện toàn xã hội ; vốn đầu tư toàn xã hội ; vốn đầu tư thực hiện toàn xã hội ; mức đầu tư toàn xã hội ; vốn đầu tư phát triển toàn xã hội ; đầu tư phát triển toàn xã hội ; vốn đầu tư xã hội
REGISTERED! = đăng ký
REALISED! = thực hiện
NEW! = thành lập mới ; đăng ký mới ; đăng ký thành lập mới ; mới thành lập ; thành lập mới và hoạt động trở lại
ENTERPRISE = doanh nghiệp ; dn
SME! = doanh nghiệp nhỏ và vừa ; doanh nghiệp vừa và nhỏ ; doanh nghiệp nhỏ vừa ; dnnvv
COOP! = hợp tác xã ; htx
NTM! = nông thôn mới ; ntm
ADVANCED! = nâng cao
MODEL! = kiểu mẫu
MODERN! = hiện đại
RURAL! = nông thôn ; khu vực nông thôn ; vùng nông thôn
URBAN! = đô thị ; thành thị ; khu vực đô thị ; khu vực thành thị
URBANISED! = đô thị hóa ; dân số đô thị trên tổng dân số
SMARTCITY! = đô thị thông minh
COMMUNE = xã ; phường ; thị trấn ; đặc khu ; xã phường ; xã phường thị trấn ; xã phường đặc khu ; đơn vị cấp xã ; cấp xã ; đơn vị hành chính cấp xã
DISTRICT! = huyện ; cấp huyện ; đơn vị cấp huyện ; địa phương cấp huyện ; huyện thị xã thành phố ; huyện thị xã
POORDISTRICT! = huyện nghèo ; các huyện nghèo
VILLAGE! = thôn ; làng ; ấp ; bản ; buôn ; khóm ; xóm ; khu phố ; tổ dân phố ; khu dân cư ; tổ nhân dân ; thôn làng ; thôn bản
PERCOMMUNE! = bình quân mỗi xã ; mỗi xã ; bình quân trên xã ; trên xã ; bình quân xã ; bình quân một xã
INLAND! = trong nước ; vốn trong nước
FOREIGN! = nước ngoài
STANDARD = đạt chuẩn ; đạt chuẩn quốc gia ; đạt tiêu chuẩn ; đạt tiêu chí ; tiêu chí ; các tiêu chí ; được công nhận đạt chuẩn ; hoàn thành tiêu chí ; hoàn thành các tiêu chí ; đạt tiêu chí quốc gia ; đạt bộ tiêu chí quốc gia ; được công nhận ; đạt các tiêu chí ; chuẩn quốc gia ; đủ điều kiện công nhận đạt chuẩn
POOR! = nghèo ; hộ nghèo ; nghèo đa chiều ; hộ nghèo đa chiều ; hộ nghèo tiếp cận đa chiều
NEARPOOR! = cận nghèo ; hộ cận nghèo
POORLINE = theo chuẩn nghèo ; theo chuẩn nghèo đa chiều ; theo chuẩn nghèo tiếp cận đa chiều ; theo chuẩn mới ; chuẩn nghèo ; đa chiều ; theo chuẩn quốc gia
ETHNIC! = dân tộc thiểu số ; đồng bào dân tộc thiểu số ; dtts ; đbdtts ; vùng đồng bào dân tộc thiểu số ; đồng bào dân tộc ; người dân tộc thiểu số ; vùng dân tộc thiểu số
MOUNTAIN! = miền núi ; vùng núi
HEALTHINS! = bảo hiểm y tế ; bhyt ; thẻ bảo hiểm y tế ; bảo hiểm y tế toàn dân
SOCIALINS! = bảo hiểm xã hội ; bhxh
UNEMPINS! = bảo hiểm thất nghiệp ; bhtn
VOLUNTARY! = tự nguyện
COMPULSORY! = bắt buộc
COVERED = tham gia ; bao phủ ; có ; độ bao phủ ; có thẻ
LABOUR = lao động ; người lao động ; lực lượng lao động ; lao động trong độ tuổi ; lực lượng lao động trong độ tuổi ; lao động xã hội ; trong độ tuổi lao động
PEOPLE = người dân ; dân số ; người ; dân ; dân cư ; nhân dân ; hộ ; hộ dân ; hộ gia đình ; số hộ ; số dân
TRAINED! = qua đào tạo ; đã qua đào tạo
TRAINED! VOCATION! = qua đào tạo nghề ; đã qua đào tạo nghề
VOCATION! = đào tạo nghề ; giáo dục nghề nghiệp
CERTIFICATE! = bằng cấp chứng chỉ ; có bằng cấp chứng chỉ ; có bằng chứng chỉ ; bằng chứng chỉ ; văn bằng chứng chỉ ; có văn bằng chứng chỉ
JOB! = giải quyết việc làm ; tạo việc làm ; việc làm mới ; tạo việc làm mới ; giải quyết việc làm mới ; được giải quyết việc làm ; được tạo việc làm ; có việc làm mới ; giải quyết việc làm tăng thêm
EMPLOYED! = có việc làm ; đang làm việc
ABROAD! = đi làm việc ở nước ngoài ; xuất khẩu lao động ; làm việc ở nước ngoài ; đi làm việc tại nước ngoài ; đi xuất khẩu lao động
INFORMAL! = phi chính thức
UNEMPLOYED! = thất nghiệp
PRODUCTIVITY! = năng suất lao động ; năng suất lao động xã hội
TFP! = năng suất các nhân tố tổng hợp ; năng suất nhân tố tổng hợp ; tfp
CHILD = trẻ em ; trẻ
UNDER5! = dưới 5 tuổi ; dưới năm tuổi
UNDER1! = dưới 1 tuổi ; dưới một tuổi
MALNUTRITION! = suy dinh dưỡng ; bị suy dinh dưỡng ; sdd
STUNTED! = thấp còi ; thể thấp còi ; chiều cao theo tuổi ; theo chiều cao ; thể chiều cao theo tuổi
UNDERWEIGHT! = nhẹ cân ; thể nhẹ cân ; cân nặng theo tuổi ; theo cân nặng
DEATH! = tử vong ; chết
MOTHER! = tử vong mẹ ; chết mẹ ; tử vong bà mẹ
SCHOOL = trường ; trường học ; trường mầm non phổ thông ; trường phổ thông ; cơ sở giáo dục
PRESCHOOL! = mầm non
KINDERGARTEN! = mẫu giáo
NURSERY! = nhà trẻ
PRIMARY! = tiểu học
LOWER! = trung học cơ sở ; thcs
UPPER! = trung học phổ thông ; thpt ; trung học phổ thông và tương đương
HIGHER! = đại học ; giáo dục đại học
ATSCHOOL = đi học ; đi học đúng độ tuổi ; huy động ; ra lớp ; đến trường ; đúng độ tuổi ; trong độ tuổi đi học ; trong độ tuổi ; độ tuổi
HYGIENIC! = hợp vệ sinh ; nước hợp vệ sinh ; nước sinh hoạt hợp vệ sinh
CLEANWATER! = nước sạch ; nước đạt tiêu chuẩn ; nước sạch đạt quy chuẩn ; nước sạch đạt chuẩn ; nước sạch theo quy chuẩn ; nước sạch đáp ứng quy chuẩn ; nước sinh hoạt đạt quy chuẩn ; nước sạch theo tiêu chuẩn ; nước sạch hợp vệ sinh
LATRINE! = nhà tiêu ; hố xí ; nhà vệ sinh
WASTE! = chất thải rắn ; chất thải rắn sinh hoạt ; chất thải sinh hoạt ; rác thải ; rác thải sinh hoạt ; chất thải
HAZARD! WASTE! = chất thải nguy hại ; chất thải rắn nguy hại ; chất thải rắn công nghiệp nguy hại
MEDICAL! WASTE! = chất thải y tế ; chất thải rắn y tế
WASTEWATER! = nước thải ; nước thải sinh hoạt ; hệ thống xử lý nước thải ; hệ thống xử lý nước thải tập trung ; hệ thống thu gom xử lý nước thải
TREATED = thu gom ; xử lý ; được thu gom ; được xử lý ; thu gom xử lý ; thu gom và xử lý ; được thu gom xử lý ; được thu gom và xử lý ; phân loại thu gom xử lý ; được phân loại thu gom xử lý ; được thu gom vận chuyển xử lý
FORESTCOVER! = che phủ rừng ; độ che phủ rừng ; che phủ của rừng ; độ che phủ của rừng ; tỷ lệ che phủ rừng
FOREST = rừng
DOCTOR! = bác sĩ
BED! = giường bệnh ; giường
PHARMACIST! = dược sĩ ; dược sĩ đại học
NURSE! = điều dưỡng ; điều dưỡng viên
PER10000! = vạn dân ; 1 vạn dân ; 10 000 dân ; 10000 dân ; một vạn dân ; mười nghìn dân
PER1000! = nghìn dân ; 1 000 dân ; 1000 dân ; một nghìn dân ; ngàn dân
HEALTH! = y tế
HEALTHSTATION! = trạm y tế ; trạm y tế xã
PROCEDURE = thủ tục hành chính ; tthc ; giải quyết thủ tục hành chính
PUBLICSERVICE = dịch vụ công ; dịch vụ công trực tuyến ; dvc ; dvctt
FILES! = hồ sơ ; hồ sơ giải quyết
EFILES! = hồ sơ công việc ; văn bản hồ sơ công việc
HEALTHFILES! = hồ sơ sức khỏe ; hồ sơ sức khỏe điện tử ; sổ sức khỏe điện tử ; quản lý sức khỏe
ONLINE = trực tuyến
FULLONLINE! = toàn trình
PARTIAL! = một phần
ONTIME! = đúng hạn ; trước hạn ; đúng và trước hạn ; đúng hạn và trước hạn ; trước và đúng hạn
DIGITISED! = số hóa
EPAYMENT! = thanh toán trực tuyến
SATISFIED! = hài lòng ; mức độ hài lòng ; tỷ lệ hài lòng
CUT! = cắt giảm ; đơn giản hóa ; cắt giảm đơn giản hóa
PARTYBODY! = tổ chức cơ sở đảng ; tccsđ ; tổ chức đảng ; tổ chức cơ sở đảng trực thuộc
PARTYMEMBER! = đảng viên
PARTYCELL! = chi bộ
RECRUIT! = kết nạp ; phát triển đảng viên ; kết nạp mới
GOOD! = hoàn thành tốt ; hoàn thành tốt nhiệm vụ ; hoàn thành tốt nhiệm vụ trở lên
EXCELLENT! = hoàn thành xuất sắc ; hoàn thành xuất sắc nhiệm vụ
FAILED! = không hoàn thành ; không hoàn thành nhiệm vụ
CULTURE! = văn hóa ; danh hiệu văn hóa ; đạt danh hiệu văn hóa ; đạt chuẩn văn hóa ; gia đình văn hóa
CULTUREHOUSE! = nhà văn hóa ; nhà sinh hoạt cộng đồng ; nhà văn hóa khu thể thao
FAMILY = gia đình
OFFICES! = cơ quan đơn vị doanh nghiệp ; cơ quan đơn vị ; cơ quan ; công sở
SPORT! = thể thao ; thể dục thể thao ; luyện tập thể dục thể thao
STRONG! = vững mạnh toàn diện ; vững mạnh ; cơ sở vững mạnh toàn diện ; tiêu chuẩn cơ sở vững mạnh toàn diện ; đạt cơ sở vững mạnh toàn diện
DRUG! = ma túy ; không ma túy ; không có ma túy ; tệ nạn ma túy
SECURITY = an ninh trật tự ; an ninh và trật tự ; antt
TRAFFICACCIDENT! = tai nạn giao thông ; tngt ; vụ tai nạn giao thông
CRIME! = tội phạm ; án ; phạm pháp hình sự ; vụ án
SERIOUS! = rất nghiêm trọng ; đặc biệt nghiêm trọng
COMPLAINT! = khiếu nại ; tố cáo ; khiếu nại tố cáo ; đơn thư khiếu nại tố cáo
TOURIST! = khách du lịch ; lượt khách du lịch ; du khách ; lượt khách ; khách
INTERNATIONAL! = quốc tế
FOOD! = lương thực ; lương thực có hạt ; lương thực cây có hạt
RICE! = lúa ; thóc
FISH! = thủy sản ; hải sản
AQUACULTURE! FISH! = nuôi trồng thủy sản
YIELD! = năng suất
CREDIT! = dư nợ ; dư nợ tín dụng ; tín dụng ; tổng dư nợ ; tổng dư nợ tín dụng ; tổng dư nợ cho vay ; dư nợ cho vay
CREDIT! GROWTH! = tăng trưởng tín dụng ; tăng trưởng dư nợ
MOBILISED! = huy động vốn ; vốn huy động ; nguồn vốn huy động ; tổng nguồn vốn huy động ; nguồn vốn huy động và quản lý ; nguồn vốn huy động quản lý ; tổng nguồn vốn huy động và quản lý ; tổng nguồn vốn huy động quản lý
BADDEBT! = nợ xấu ; nợ xấu tổng dư nợ ; nợ xấu trên tổng dư nợ ; nợ xấu trên tổng dư nợ tín dụng ; nợ xấu nội bảng
NATURALDEATH! = chết thô ; tử vong thô
RANK = điểm số ; chỉ số
RANKED! = xếp hạng ; thứ hạng ; thứ bậc ; vị trí ; vị thứ
WORLD! = thế giới ; toàn cầu ; đông nam á ; châu á ; asean
DIGITALRACE! = năng lực cạnh tranh số
AGAINSTPLAN! = so với kế hoạch ; so với dự toán ; so với mục tiêu ; so với cùng kỳ ; so với chỉ tiêu ; so kế hoạch ; so với nghị quyết
RESERVE! = dự phòng
OCOP! = ocop
FIVEG! = 5g
BROADBAND! = băng rộng ; băng thông rộng ; băng rộng cố định ; băng rộng cáp quang
SIGNATURE! = chữ ký số ; chữ ký điện tử ; chữ ký số hoặc chữ ký điện tử ; chữ ký số hoặc chữ ký điện tử cá nhân ; chữ ký hoặc chữ ký điện tử cá nhân ; chữ ký số cá nhân
EIDENTITY! = định danh điện tử ; tài khoản định danh điện tử ; vneid ; tài khoản định danh điện tử vneid
DIGITALID! = định danh số ; danh tính số
RD! = nghiên cứu phát triển ; nghiên cứu và phát triển ; nghiên cứu phát triển r d ; nghiên cứu và phát triển r d ; r d ; nghiên cứu khoa học phát triển công nghệ ; nghiên cứu khoa học và phát triển công nghệ
SCIENCE! = khoa học công nghệ ; khoa học và công nghệ ; khoa học công nghệ đổi mới sáng tạo ; khoa học công nghệ đổi mới sáng tạo và chuyển đổi số ; khoa học công nghệ đổi mới sáng tạo chuyển đổi số ; khoa học công nghệ đổi mới sáng tạo chuyển đổi số quốc gia
INNOVATION! = đổi mới sáng tạo
HIGHTECH! = công nghệ cao
`;

/** Words that say nothing about which indicator it is. */
export const INDICATOR_NEUTRAL =
  'của các những và hoặc được là trên tại theo cho đến từ với trong về so ở do bằng vào ra đạt đối qua ' +
  'tỉnh toàn cả địa bàn thành phố trực thuộc năm hàng hằng tháng số tổng lượng chỉ tiêu mỗi từng bình quân trung ' +
  'giá hiện hành sánh ước khoảng hết cuối đầu giai đoạn kỳ nhiệm trở lên chiếm gồm kể như việc công tác phấn đấu duy trì';

/** Weight of concepts that carry little; all others weigh by how rare they are. */
export const INDICATOR_LIGHT: Readonly<Record<string, number>> = {
  RATE: 0.25,
  COVERED: 0.3,
  PEOPLE: 0.4,
  STANDARD: 0.5,
  POORLINE: 0.1,
  RANK: 0.3,
  TREATED: 0.5,
  ONLINE: 0.5,
  GOODS: 0.4,
};
