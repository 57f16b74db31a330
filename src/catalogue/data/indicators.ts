/**
 * Chỉ tiêu: the indicators that provinces set as targets. One line an indicator:
 *
 *     code | name | synonyms ; … | unit | kind | direction | over organisations | over time | official code | source
 *
 * `kind` level, flow, rate, share, index; `direction` up, down, none; over organisations sum, weighted-mean, none;
 * over time sum, last, mean. The official code (QĐ 05/2023/QĐ-TTg) stands only where its title was seen; all others
 * are `-`. Names and synonyms may use the abbreviations of `indicators-words.ts`. A synonym with a unit in braces
 * counts only for that unit: `xã đạt chuẩn nông thôn mới {%}`.
 *
 * Sources: TK hệ thống chỉ tiêu thống kê cấp tỉnh (QĐ 05/2023/QĐ-TTg); NQ nghị quyết, kế hoạch cấp tỉnh; others by name.
 */

export const INDICATOR_SOURCES: Readonly<Record<string, string>> = {
  TK: 'Hệ thống chỉ tiêu thống kê cấp tỉnh (QĐ 05/2023/QĐ-TTg)',
  NQ: 'Nghị quyết, kế hoạch cấp tỉnh',
  NTM: 'Chương trình mục tiêu quốc gia xây dựng nông thôn mới',
  GN: 'Chương trình mục tiêu quốc gia giảm nghèo bền vững',
  OCOP: 'Chương trình mỗi xã một sản phẩm',
  CDS: 'Chương trình chuyển đổi số quốc gia (QĐ 749/QĐ-TTg)',
  KHCN: 'Nghị quyết 57-NQ/TW và chương trình của Chính phủ',
  NHNN: 'Ngân hàng Nhà nước',
  YT: 'Ngành y tế',
  GD: 'Ngành giáo dục',
  LD: 'Ngành lao động',
  BHXH: 'Bảo hiểm xã hội',
  VH: 'Ngành văn hóa, thể thao và du lịch',
  MT: 'Ngành tài nguyên và môi trường',
  NN: 'Ngành nông nghiệp',
  XD: 'Ngành xây dựng',
  CT: 'Ngành công thương',
  VPCP: 'Văn phòng Chính phủ (thủ tục hành chính, dịch vụ công)',
  DANG: 'Nghị quyết cấp ủy (xây dựng Đảng)',
  QP: 'Quân sự, quốc phòng địa phương',
  CA: 'Công an',
  GT: 'Ban An toàn giao thông',
  VCCI: 'VCCI',
  BNV: 'Bộ Nội vụ',
  UNDP: 'UNDP, CECODES (PAPI)',
  BKHCN: 'Bộ Khoa học và Công nghệ',
  BTTTT: 'Bộ Thông tin và Truyền thông (DTI)',
};

export const INDICATOR_TABLE: readonly (readonly [group: string, rows: string])[] = [
  [
    'kinh tế',
    `
grdp | Tổng sản phẩm trên địa bàn (GRDP) | GRDP; tổng sản phẩm GRDP; quy mô GRDP; quy mô kinh tế GRDP; quy mô kinh tế; GRDP giá hiện hành | tỷ đồng | flow | up | sum | sum | T0501 | TK
grdp-growth | Tốc độ tăng GRDP | GRDP {%}; tốc độ tăng trưởng kinh tế; tăng trưởng kinh tế GRDP; tốc độ tăng trưởng GRDP; tốc độ tăng tổng sản phẩm; tăng trưởng GRDP bình quân; tốc độ tăng trưởng kinh tế GRDP bình quân; tốc độ tăng trưởng kinh tế GDP; GRDP giá so sánh {%} | % | rate | up | none | none | T0503 | TK
grdp-growth-agriculture | Tốc độ tăng GRDP khu vực nông, lâm nghiệp và thủy sản | tốc độ tăng GRDP ngành nông lâm thủy sản; tăng trưởng ngành nông lâm thủy sản; tốc độ tăng trưởng nông nghiệp; tốc độ tăng giá trị tăng thêm nông lâm thủy sản | % | rate | up | none | none | - | TK
grdp-growth-industry-construction | Tốc độ tăng GRDP khu vực công nghiệp và xây dựng | tốc độ tăng GRDP ngành công nghiệp xây dựng; tăng trưởng công nghiệp xây dựng; tốc độ tăng giá trị tăng thêm công nghiệp xây dựng | % | rate | up | none | none | - | TK
grdp-growth-industry | Tốc độ tăng GRDP ngành công nghiệp | tăng trưởng ngành công nghiệp; tốc độ tăng giá trị tăng thêm công nghiệp | % | rate | up | none | none | - | TK
grdp-growth-construction | Tốc độ tăng GRDP ngành xây dựng | tăng trưởng ngành xây dựng | % | rate | up | none | none | - | TK
grdp-growth-services | Tốc độ tăng GRDP khu vực dịch vụ | tốc độ tăng GRDP ngành dịch vụ; tăng trưởng khu vực dịch vụ; tốc độ tăng GRDP thương mại dịch vụ; tốc độ tăng trưởng GDP của ngành thương mại; tốc độ tăng giá trị tăng thêm dịch vụ | % | rate | up | none | none | - | TK
grdp-growth-product-tax | Tốc độ tăng thuế sản phẩm trừ trợ cấp sản phẩm | tốc độ tăng GRDP thuế sản phẩm; thuế sản phẩm {%} | % | rate | up | none | none | - | TK
structure-agriculture | Tỷ trọng nông, lâm nghiệp và thủy sản trong GRDP | cơ cấu kinh tế nông lâm thủy sản; cơ cấu kinh tế nông nghiệp; cơ cấu kinh tế nông nghiệp thủy sản; cơ cấu GRDP nông lâm thủy sản; tỷ trọng nông lâm thủy sản; tỷ trọng nông nghiệp trong GRDP | % | share | none | none | last | T0502 | TK
structure-industry-construction | Tỷ trọng công nghiệp và xây dựng trong GRDP | cơ cấu kinh tế công nghiệp xây dựng; cơ cấu GRDP công nghiệp xây dựng; tỷ trọng công nghiệp xây dựng | % | share | none | none | last | T0502 | TK
structure-industry | Tỷ trọng công nghiệp trong GRDP | cơ cấu kinh tế công nghiệp; tỷ trọng công nghiệp | % | share | up | none | last | - | TK
structure-manufacturing | Tỷ trọng công nghiệp chế biến, chế tạo trong GRDP | tỷ trọng công nghiệp chế biến chế tạo; cơ cấu kinh tế công nghiệp chế biến chế tạo | % | share | up | none | last | - | TK
structure-services | Tỷ trọng dịch vụ trong GRDP | cơ cấu kinh tế dịch vụ; cơ cấu kinh tế thương mại dịch vụ; cơ cấu GRDP dịch vụ; tỷ trọng dịch vụ; tỷ trọng thương mại dịch vụ | % | share | none | none | last | T0502 | TK
structure-product-tax | Tỷ trọng thuế sản phẩm trừ trợ cấp sản phẩm trong GRDP | cơ cấu kinh tế thuế sản phẩm; cơ cấu GRDP thuế sản phẩm; tỷ trọng thuế sản phẩm | % | share | none | none | last | T0502 | TK
grdp-per-capita | GRDP bình quân đầu người | tổng sản phẩm bình quân đầu người; GRDP bình quân đầu người năm; GDP bình quân đầu người; thu nhập bình quân đầu người theo GRDP; GRDP bình quân đầu người giá hiện hành | triệu đồng | level | up | none | last | T0504 | TK
output-growth-agriculture | Tốc độ tăng giá trị sản xuất nông, lâm nghiệp và thủy sản | giá trị sản xuất nông lâm thủy sản {%}; giá trị sản xuất nông nghiệp {%}; giá trị sản xuất nông nghiệp thủy sản {%}; tốc độ tăng giá trị sản xuất nông nghiệp; tốc độ tăng giá trị sản xuất nông nghiệp thủy sản | % | rate | up | none | none | - | NQ
output-growth-industry-construction | Tốc độ tăng giá trị sản xuất công nghiệp và xây dựng | giá trị sản xuất công nghiệp xây dựng {%} | % | rate | up | none | none | - | NQ
output-growth-industry | Tốc độ tăng giá trị sản xuất công nghiệp | giá trị sản xuất công nghiệp {%} | % | rate | up | none | none | - | NQ
output-growth-services | Tốc độ tăng giá trị sản xuất thương mại, dịch vụ | giá trị sản xuất thương mại dịch vụ {%}; giá trị sản xuất dịch vụ {%}; tốc độ tăng giá trị sản xuất dịch vụ | % | rate | up | none | none | - | NQ
output-agriculture | Giá trị sản xuất nông, lâm nghiệp và thủy sản | giá trị sản xuất nông lâm thủy sản; giá trị sản xuất nông nghiệp; giá trị sản xuất nông nghiệp thủy sản | tỷ đồng | flow | up | sum | sum | - | TK
output-industry | Giá trị sản xuất công nghiệp | giá trị sản xuất ngành công nghiệp | tỷ đồng | flow | up | sum | sum | - | TK
output-industry-construction | Giá trị sản xuất công nghiệp và xây dựng | giá trị sản xuất ngành công nghiệp xây dựng | tỷ đồng | flow | up | sum | sum | - | NQ
output-services | Giá trị sản xuất thương mại, dịch vụ | giá trị sản xuất dịch vụ | tỷ đồng | flow | up | sum | sum | - | NQ
output-construction | Giá trị sản xuất xây dựng | giá trị sản xuất ngành xây dựng | tỷ đồng | flow | up | sum | sum | - | TK
labour-productivity | Năng suất lao động xã hội | năng suất lao động; năng suất lao động bình quân | triệu đồng/lao động | level | up | none | last | - | TK
labour-productivity-growth | Tốc độ tăng năng suất lao động xã hội | tốc độ tăng năng suất lao động; tăng năng suất lao động bình quân; năng suất lao động {%} | % | rate | up | none | none | - | TK
tfp-contribution | Đóng góp của năng suất các nhân tố tổng hợp (TFP) vào tăng trưởng | tỷ lệ đóng góp của năng suất nhân tố tổng hợp vào tăng trưởng kinh tế; tỷ trọng đóng góp của TFP vào tăng trưởng; đóng góp của TFP | % | share | up | none | last | - | TK
cpi | Tốc độ tăng chỉ số giá tiêu dùng (CPI) | chỉ số giá tiêu dùng; chỉ số giá tiêu dùng bình quân; CPI; tốc độ tăng CPI | % | rate | down | none | mean | - | TK
income-per-capita | Thu nhập bình quân đầu người | thu nhập bình quân đầu người năm; thu nhập bình quân đầu người tháng | triệu đồng/năm | level | up | weighted-mean | last | - | TK
income-per-capita-rural | Thu nhập bình quân đầu người khu vực nông thôn | thu nhập bình quân người dân nông thôn; thu nhập bình quân đầu người nông thôn | triệu đồng/năm | level | up | weighted-mean | last | - | NTM
icor | Hệ số ICOR | hiệu quả sử dụng vốn đầu tư ICOR; ICOR | lần | rate | down | none | last | - | TK
`,
  ],
  [
    'tài chính - ngân sách',
    `
budget-revenue | Tổng thu ngân sách nhà nước trên địa bàn | thu ngân sách; tổng thu ngân sách; thu ngân sách nhà nước; thu cân đối ngân sách; tổng thu cân đối ngân sách nhà nước | tỷ đồng | flow | up | sum | sum | T0601 | TK
budget-revenue-domestic | Thu nội địa | thu ngân sách nội địa; tổng thu nội địa | tỷ đồng | flow | up | sum | sum | - | TK
budget-revenue-trade | Thu từ hoạt động xuất nhập khẩu | thu xuất nhập khẩu; thu thuế xuất nhập khẩu; thu hoạt động xuất nhập khẩu; thu cân đối xuất nhập khẩu | tỷ đồng | flow | up | sum | sum | - | TK
budget-revenue-land | Thu tiền sử dụng đất | thu từ đất; nguồn thu sử dụng đất; vốn từ nguồn thu sử dụng đất; thu từ tiền sử dụng đất | tỷ đồng | flow | up | sum | sum | - | TK
budget-revenue-local | Thu ngân sách địa phương | tổng thu ngân sách địa phương; thu ngân sách địa phương được hưởng | tỷ đồng | flow | up | sum | sum | - | TK
budget-revenue-grdp | Tỷ lệ huy động GRDP vào ngân sách | tỷ lệ huy động GDP vào ngân sách; tỷ lệ thu ngân sách so với GRDP | % | share | up | none | last | - | NQ
budget-expenditure | Tổng chi ngân sách địa phương | chi ngân sách; chi ngân sách địa phương; tổng chi cân đối ngân sách địa phương; tổng chi ngân sách nhà nước | tỷ đồng | flow | none | sum | sum | - | TK
budget-expenditure-recurrent | Chi thường xuyên | chi ngân sách thường xuyên; tổng chi thường xuyên | tỷ đồng | flow | none | sum | sum | - | TK
budget-expenditure-investment | Chi đầu tư phát triển | tổng chi đầu tư phát triển; chi ngân sách đầu tư phát triển | tỷ đồng | flow | up | sum | sum | - | TK
public-investment-disbursement | Tỷ lệ giải ngân vốn đầu tư công | giải ngân vốn đầu tư công; tỷ lệ giải ngân kế hoạch vốn đầu tư công; giải ngân vốn đầu tư xây dựng cơ bản | % | rate | up | weighted-mean | last | - | NQ
public-investment-capital | Vốn đầu tư công | tổng vốn đầu tư công; kế hoạch vốn đầu tư công; vốn đầu tư phát triển nguồn ngân sách; tổng vốn đầu tư phát triển | tỷ đồng | flow | up | sum | sum | - | NQ
science-budget-share | Tỷ lệ chi ngân sách cho khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số | chi ngân sách cho phát triển khoa học công nghệ đổi mới sáng tạo chuyển đổi số; tỷ lệ chi ngân sách cho khoa học công nghệ | % | share | up | none | last | - | KHCN
capital-mobilised | Tổng nguồn vốn huy động của các tổ chức tín dụng | tổng nguồn vốn huy động; nguồn vốn huy động; tổng nguồn vốn huy động quản lý; vốn huy động tại chỗ; huy động vốn | tỷ đồng | level | up | sum | last | - | NHNN
credit-outstanding | Tổng dư nợ tín dụng | dư nợ tín dụng; tổng dư nợ; dư nợ cho vay; tổng dư nợ cho vay nền kinh tế | tỷ đồng | level | up | sum | last | - | NHNN
credit-growth | Tốc độ tăng dư nợ tín dụng | tăng trưởng tín dụng; tốc độ tăng trưởng dư nợ tín dụng; tổng dư nợ tín dụng {%} | % | rate | up | none | last | - | NHNN
mobilisation-growth | Tốc độ tăng nguồn vốn huy động | tăng trưởng huy động vốn; tổng nguồn vốn huy động {%}; tổng nguồn vốn huy động quản lý {%} | % | rate | up | none | last | - | NHNN
bad-debt-ratio | Tỷ lệ nợ xấu | tỷ lệ nợ xấu trên tổng dư nợ; nợ xấu; tỷ lệ nợ xấu nội bảng | % | rate | down | weighted-mean | last | - | NHNN
tax-debt-ratio | Tỷ lệ nợ thuế trên tổng thu ngân sách | tỷ lệ nợ đọng thuế; tỷ lệ nợ thuế; nợ thuế | % | rate | down | weighted-mean | last | - | NQ
bank-account-adults | Tỷ lệ dân số từ 15 tuổi trở lên có tài khoản ngân hàng | tỷ lệ người trưởng thành có tài khoản ngân hàng; dân số từ 15 tuổi trở lên có tài khoản giao dịch tại ngân hàng; tỷ lệ dân số từ 15 tuổi trở lên có tài khoản giao dịch tại ngân hàng hoặc các tổ chức được phép khác | % | share | up | weighted-mean | last | - | NHNN
cashless-payment | Tỷ lệ giao dịch không dùng tiền mặt | tỷ lệ thanh toán không dùng tiền mặt; thanh toán không dùng tiền mặt; giao dịch không dùng tiền mặt | % | share | up | weighted-mean | last | - | CDS
`,
  ],
  [
    'đầu tư - doanh nghiệp',
    `
social-investment | Vốn đầu tư thực hiện toàn xã hội trên địa bàn | tổng vốn đầu tư toàn xã hội; vốn đầu tư toàn xã hội; tổng vốn đầu tư thực hiện toàn xã hội; huy động vốn đầu tư toàn xã hội; tổng mức đầu tư toàn xã hội; tổng vốn đầu tư phát triển toàn xã hội | tỷ đồng | flow | up | sum | sum | - | TK
social-investment-growth | Tốc độ tăng vốn đầu tư toàn xã hội | vốn đầu tư toàn xã hội {%}; tốc độ tăng tổng vốn đầu tư toàn xã hội | % | rate | up | none | none | - | TK
social-investment-grdp | Tỷ lệ vốn đầu tư toàn xã hội so với GRDP | tổng mức đầu tư toàn xã hội so với GRDP; vốn đầu tư toàn xã hội so với GDP; tổng vốn đầu tư toàn xã hội trên GRDP; tổng mức đầu tư toàn xã hội so với GDP | % | share | up | none | last | - | TK
fdi-capital | Vốn đầu tư trực tiếp nước ngoài (FDI) đăng ký | thu hút vốn FDI; vốn FDI đăng ký; vốn đầu tư nước ngoài đăng ký; thu hút vốn đầu tư trực tiếp nước ngoài | triệu USD | flow | up | sum | sum | - | TK
fdi-realised | Vốn đầu tư trực tiếp nước ngoài (FDI) thực hiện | vốn FDI thực hiện; giải ngân vốn FDI | triệu USD | flow | up | sum | sum | - | TK
registered-capital-projects | Tổng vốn đăng ký đầu tư | vốn đăng ký đầu tư; tổng số vốn đăng ký đầu tư; tổng vốn đăng ký các dự án; thu hút vốn đầu tư; vốn thu hút đầu tư | tỷ đồng | flow | up | sum | sum | - | NQ
projects-attracted | Số dự án đầu tư thu hút mới | dự án thu hút; số dự án thu hút đầu tư; dự án được chấp thuận chủ trương đầu tư; dự án được cấp giấy chứng nhận đăng ký đầu tư | dự án | flow | up | sum | sum | - | NQ
projects-operating | Số dự án đi vào hoạt động | dự án đi vào hoạt động; dự án hoàn thành đi vào hoạt động; dự án hoàn thành đưa vào sử dụng | dự án | flow | up | sum | sum | - | NQ
enterprises-new | Số doanh nghiệp thành lập mới | doanh nghiệp thành lập mới; doanh nghiệp đăng ký thành lập mới; doanh nghiệp đăng ký mới; doanh nghiệp và đơn vị trực thuộc thành lập mới | doanh nghiệp | flow | up | sum | sum | - | TK
enterprises-new-capital | Vốn đăng ký của doanh nghiệp thành lập mới | tổng vốn đăng ký của doanh nghiệp thành lập mới | tỷ đồng | flow | up | sum | sum | - | TK
enterprises-active | Số doanh nghiệp đang hoạt động | doanh nghiệp hoạt động; tổng số doanh nghiệp; số doanh nghiệp hoạt động | doanh nghiệp | level | up | sum | last | - | TK
enterprises-per-1000 | Số doanh nghiệp bình quân trên 1.000 dân | số doanh nghiệp trên nghìn dân; doanh nghiệp trên nghìn dân | doanh nghiệp | level | up | none | last | - | TK
cooperatives-new | Số hợp tác xã thành lập mới | hợp tác xã thành lập mới | hợp tác xã | flow | up | sum | sum | - | NQ
cooperatives | Số hợp tác xã | tổng số hợp tác xã; hợp tác xã hoạt động; số hợp tác xã hoạt động | hợp tác xã | level | up | sum | last | - | TK
cooperatives-effective | Tỷ lệ hợp tác xã hoạt động hiệu quả | hợp tác xã hoạt động hiệu quả {%}; tỷ lệ hợp tác xã xếp loại tốt khá; tỷ lệ hợp tác xã hoạt động khá tốt | % | share | up | weighted-mean | last | - | NQ
private-economy-share | Đóng góp của kinh tế tư nhân vào GRDP | tỷ trọng kinh tế tư nhân trong GRDP; khu vực kinh tế tư nhân đóng góp vào GRDP | % | share | up | none | last | - | NQ
industrial-parks | Số khu công nghiệp | khu công nghiệp; khu công nghiệp thành lập; số khu công nghiệp thành lập mới | khu công nghiệp | level | up | sum | last | - | CT
industrial-clusters | Số cụm công nghiệp | cụm công nghiệp; cụm công nghiệp thành lập; số cụm công nghiệp thành lập mới | cụm công nghiệp | level | up | sum | last | - | CT
industrial-park-occupancy | Tỷ lệ lấp đầy khu công nghiệp | tỷ lệ lấp đầy các khu công nghiệp; tỷ lệ lấp đầy khu cụm công nghiệp | % | share | up | weighted-mean | last | - | CT
innovative-enterprises | Tỷ lệ doanh nghiệp có hoạt động đổi mới sáng tạo | doanh nghiệp có hoạt động đổi mới sáng tạo {%}; tỷ lệ doanh nghiệp đổi mới sáng tạo | % | share | up | weighted-mean | last | - | KHCN
`,
  ],
  [
    'công nghiệp - thương mại - du lịch',
    `
iip-growth | Tốc độ tăng chỉ số sản xuất công nghiệp (IIP) | chỉ số sản xuất công nghiệp; chỉ số sản xuất công nghiệp IIP; IIP; chỉ số phát triển công nghiệp | % | rate | up | none | mean | - | TK
retail-sales | Tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng | tổng mức bán lẻ hàng hóa dịch vụ; tổng mức bán lẻ hàng hóa và dịch vụ; tổng mức bán lẻ; tổng mức lưu chuyển hàng hóa bán lẻ và doanh thu dịch vụ xã hội; tổng mức lưu chuyển hàng hóa bán lẻ; tổng mức bán lẻ hàng hóa và doanh thu dịch vụ | tỷ đồng | flow | up | sum | sum | - | TK
retail-sales-growth | Tốc độ tăng tổng mức bán lẻ hàng hóa và doanh thu dịch vụ tiêu dùng | tổng mức bán lẻ hàng hóa và doanh thu dịch vụ {%}; tổng mức bán lẻ hàng hóa dịch vụ {%}; tổng mức lưu chuyển hàng hóa bán lẻ và doanh thu dịch vụ xã hội {%} | % | rate | up | none | none | - | TK
exports | Kim ngạch xuất khẩu | tổng kim ngạch xuất khẩu; trị giá xuất khẩu hàng hóa; kim ngạch xuất khẩu hàng hóa; giá trị xuất khẩu | triệu USD | flow | up | sum | sum | - | TK
exports-growth | Tốc độ tăng kim ngạch xuất khẩu | tốc độ tăng trưởng kim ngạch xuất khẩu; tốc độ tăng xuất khẩu; kim ngạch xuất khẩu {%} | % | rate | up | none | none | - | TK
imports | Kim ngạch nhập khẩu | tổng kim ngạch nhập khẩu; trị giá nhập khẩu hàng hóa; kim ngạch nhập khẩu hàng hóa | triệu USD | flow | none | sum | sum | - | TK
trade-turnover | Tổng kim ngạch xuất nhập khẩu | kim ngạch xuất nhập khẩu; tổng trị giá xuất nhập khẩu | triệu USD | flow | up | sum | sum | - | TK
high-tech-exports | Tỷ trọng xuất khẩu sản phẩm công nghệ cao | tỷ trọng xuất khẩu sản phẩm công nghệ cao trên tổng giá trị hàng hóa xuất khẩu | % | share | up | none | last | - | KHCN
e-commerce-share | Tỷ trọng doanh thu thương mại điện tử trong tổng mức bán lẻ | tỷ trọng thương mại điện tử; tỷ trọng thương mại điện tử trong tổng mức bán lẻ; doanh thu thương mại điện tử trên tổng mức bán lẻ | % | share | up | none | last | - | CDS
electricity-output | Sản lượng điện sản xuất | sản lượng điện; điện sản xuất; điện thương phẩm | triệu kWh | flow | up | sum | sum | - | CT
electricity-households | Tỷ lệ hộ sử dụng điện | tỷ lệ hộ dân sử dụng điện; tỷ lệ số hộ được sử dụng điện lưới quốc gia; tỷ lệ hộ dùng điện; tỷ lệ hộ dân được sử dụng điện an toàn | % | share | up | weighted-mean | last | - | CT
markets | Số chợ | chợ; tổng số chợ; số lượng chợ | chợ | level | up | sum | last | - | CT
supermarkets | Số siêu thị | siêu thị; tổng số siêu thị | siêu thị | level | up | sum | last | - | CT
shopping-centres | Số trung tâm thương mại | trung tâm thương mại; trung tâm thương mại trung tâm mua sắm | trung tâm thương mại | level | up | sum | last | - | CT
tourist-arrivals | Số lượt khách du lịch | lượt khách du lịch; tổng lượt khách du lịch; khách du lịch; tổng số khách du lịch; thu hút khách du lịch | lượt khách | flow | up | sum | sum | - | VH
tourist-arrivals-international | Số lượt khách du lịch quốc tế | lượt khách quốc tế; khách du lịch quốc tế; khách quốc tế | lượt khách | flow | up | sum | sum | - | VH
tourism-revenue | Doanh thu du lịch | tổng thu từ khách du lịch; tổng thu từ du lịch; doanh thu từ hoạt động du lịch; tổng doanh thu du lịch | tỷ đồng | flow | up | sum | sum | - | VH
transport-passengers | Khối lượng hành khách vận chuyển | vận chuyển hành khách; số lượt hành khách vận chuyển | lượt khách | flow | up | sum | sum | - | TK
transport-freight | Khối lượng hàng hóa vận chuyển | vận chuyển hàng hóa; khối lượng vận tải hàng hóa | tấn | flow | up | sum | sum | - | TK
port-throughput | Sản lượng hàng hóa thông qua cảng | khối lượng hàng hóa thông qua cảng; hàng hóa qua cảng biển | tấn | flow | up | sum | sum | - | TK
`,
  ],
  [
    'nông nghiệp - nông thôn',
    `
land-productivity | Giá trị sản phẩm thu được trên một héc ta đất trồng trọt và nuôi trồng thủy sản | giá trị sản xuất trên đơn vị diện tích; giá trị sản xuất bình quân trên ha canh tác; giá trị sản phẩm trên ha đất canh tác; giá trị sản phẩm thu hoạch trên ha; giá trị sản xuất trên ha đất trồng trọt; giá trị thu nhập trên đơn vị diện tích | triệu đồng/ha | rate | up | weighted-mean | last | - | TK
food-output | Sản lượng lương thực có hạt | sản lượng lương thực; tổng sản lượng lương thực; sản lượng lương thực bình quân; sản lượng lương thực cây có hạt | tấn | flow | up | sum | sum | - | TK
rice-output | Sản lượng lúa | sản lượng thóc; tổng sản lượng lúa | tấn | flow | up | sum | sum | - | TK
rice-yield | Năng suất lúa | năng suất lúa bình quân; năng suất lúa cả năm | tạ/ha | rate | up | weighted-mean | mean | - | TK
sown-area | Diện tích gieo trồng | tổng diện tích gieo trồng; diện tích gieo trồng cây hằng năm; diện tích gieo cấy | ha | flow | none | sum | sum | - | TK
meat-output | Sản lượng thịt hơi xuất chuồng | sản lượng thịt hơi; tổng sản lượng thịt hơi các loại; sản lượng thịt hơi các loại | tấn | flow | up | sum | sum | - | TK
livestock-share | Tỷ trọng chăn nuôi trong nông nghiệp | tỷ trọng ngành chăn nuôi trong giá trị sản xuất nông nghiệp; tỷ trọng chăn nuôi | % | share | up | none | last | - | NN
fishery-output | Tổng sản lượng thủy sản | sản lượng thủy sản; sản lượng khai thác nuôi trồng thủy sản | tấn | flow | up | sum | sum | - | TK
aquaculture-output | Sản lượng nuôi trồng thủy sản | sản lượng thủy sản nuôi trồng | tấn | flow | up | sum | sum | - | TK
catch-output | Sản lượng khai thác thủy sản | sản lượng thủy sản khai thác | tấn | flow | none | sum | sum | - | TK
aquaculture-area | Diện tích nuôi trồng thủy sản | diện tích mặt nước nuôi trồng thủy sản | ha | level | up | sum | last | - | TK
forest-planted | Diện tích trồng rừng | diện tích rừng trồng mới; trồng rừng; diện tích trồng rừng tập trung; diện tích rừng trồng mới tập trung; trồng rừng mới | ha | flow | up | sum | sum | - | TK
trees-planted | Số cây xanh trồng mới | trồng cây xanh; trồng cây phân tán; cây phân tán trồng mới | cây | flow | up | sum | sum | - | NN
timber-output | Sản lượng gỗ khai thác | sản lượng gỗ khai thác từ rừng trồng; sản lượng gỗ rừng trồng | m3 | flow | none | sum | sum | - | TK
forest-certified | Diện tích rừng được cấp chứng chỉ quản lý bền vững | diện tích rừng có chứng chỉ FSC; diện tích rừng trồng được cấp chứng chỉ | ha | level | up | sum | last | - | NN
large-fields | Diện tích cánh đồng lớn | diện tích sản xuất cánh đồng mẫu; diện tích cánh đồng mẫu lớn; diện tích sản xuất cánh đồng lớn | ha | level | up | sum | last | - | NN
organic-area | Diện tích sản xuất nông nghiệp hữu cơ | diện tích nông nghiệp hữu cơ; diện tích canh tác hữu cơ | ha | level | up | sum | last | - | NN
hightech-agri-share | Tỷ trọng giá trị sản phẩm nông nghiệp ứng dụng công nghệ cao | tỷ lệ giá trị sản xuất nông nghiệp công nghệ cao; tỷ trọng sản phẩm nông nghiệp công nghệ cao; tỷ lệ sản phẩm nông nghiệp ứng dụng công nghệ cao | % | share | up | weighted-mean | last | - | NN
irrigation-share | Tỷ lệ diện tích canh tác được tưới tiêu chủ động | tỷ lệ diện tích đất nông nghiệp được tưới tiêu chủ động; tỷ lệ diện tích được tưới chủ động | % | share | up | weighted-mean | last | - | NTM
planting-area-codes | Số mã số vùng trồng | mã số vùng trồng; mã số vùng trồng được cấp | mã số vùng trồng | level | up | sum | last | - | NN
`,
  ],
  [
    'NTM',
    `
ntm-communes | Số xã đạt chuẩn nông thôn mới | xã đạt chuẩn nông thôn mới; xã đạt chuẩn quốc gia nông thôn mới; số xã được công nhận đạt chuẩn nông thôn mới; xã hoàn thành tiêu chí nông thôn mới | xã | level | up | sum | last | - | NTM
ntm-communes-share | Tỷ lệ xã đạt chuẩn nông thôn mới | xã đạt chuẩn nông thôn mới {%}; số xã đạt chuẩn nông thôn mới {%}; xã được công nhận đạt chuẩn nông thôn mới {%} | % | share | up | weighted-mean | last | - | NTM
ntm-advanced-communes | Số xã đạt chuẩn nông thôn mới nâng cao | xã đạt chuẩn nông thôn mới nâng cao; xã hoàn thành các tiêu chí xã nông thôn mới nâng cao; xã đạt tiêu chí nông thôn mới nâng cao | xã | level | up | sum | last | - | NTM
ntm-advanced-communes-share | Tỷ lệ xã đạt chuẩn nông thôn mới nâng cao | xã đạt chuẩn nông thôn mới nâng cao {%} | % | share | up | weighted-mean | last | - | NTM
ntm-model-communes | Số xã đạt chuẩn nông thôn mới kiểu mẫu | xã đạt chuẩn nông thôn mới kiểu mẫu; xã đạt tiêu chí xã nông thôn mới kiểu mẫu; xã đạt tiêu chí nông thôn mới kiểu mẫu | xã | level | up | sum | last | - | NTM
ntm-model-communes-share | Tỷ lệ xã đạt chuẩn nông thôn mới kiểu mẫu | xã đạt chuẩn nông thôn mới kiểu mẫu {%} | % | share | up | weighted-mean | last | - | NTM
ntm-modern-communes | Số xã đạt chuẩn nông thôn mới hiện đại | xã đạt chuẩn nông thôn mới hiện đại; xã nông thôn mới hiện đại | xã | level | up | sum | last | - | NTM
ntm-districts | Số đơn vị cấp huyện đạt chuẩn nông thôn mới | đơn vị cấp huyện đạt chuẩn nông thôn mới; huyện đạt chuẩn nông thôn mới; số địa phương cấp huyện đạt chuẩn nông thôn mới; huyện hoàn thành nhiệm vụ xây dựng nông thôn mới | đơn vị cấp huyện | level | up | sum | last | - | NTM
ntm-districts-advanced | Số huyện đạt chuẩn nông thôn mới nâng cao | huyện đạt chuẩn nông thôn mới nâng cao; đơn vị cấp huyện đạt chuẩn nông thôn mới nâng cao | huyện | level | up | sum | last | - | NTM
ntm-criteria-per-commune | Số tiêu chí nông thôn mới bình quân mỗi xã | tiêu chí nông thôn mới bình quân mỗi xã; tiêu chí nông thôn mới trên xã; số tiêu chí bình quân mỗi xã | tiêu chí | level | up | weighted-mean | last | - | NTM
ntm-model-villages | Số khu dân cư nông thôn mới kiểu mẫu | khu dân cư nông thôn mới kiểu mẫu; thôn đạt chuẩn nông thôn mới kiểu mẫu; khu dân cư kiểu mẫu; thôn nông thôn mới kiểu mẫu | thôn | level | up | sum | last | - | NTM
ntm-villages | Số thôn đạt chuẩn nông thôn mới | thôn đạt chuẩn nông thôn mới; thôn làng đạt chuẩn nông thôn mới; làng nông thôn mới | thôn | level | up | sum | last | - | NTM
ocop-products | Số sản phẩm OCOP | sản phẩm OCOP; sản phẩm OCOP đạt 3 sao trở lên; sản phẩm đạt chuẩn OCOP; số sản phẩm OCOP được công nhận | sản phẩm | level | up | sum | last | - | OCOP
`,
  ],
  [
    'đô thị - xây dựng - hạ tầng',
    `
urbanisation | Tỷ lệ đô thị hóa | tỷ lệ dân số đô thị; đô thị hóa | % | share | up | none | last | T0117 | TK
housing-floor-area | Diện tích nhà ở bình quân đầu người | diện tích sàn nhà ở bình quân đầu người; diện tích nhà ở bình quân; diện tích sàn nhà ở bình quân | m2/người | level | up | weighted-mean | last | - | TK
housing-floor-area-urban | Diện tích nhà ở đô thị bình quân đầu người | diện tích sàn nhà ở đô thị bình quân; diện tích nhà ở đô thị bình quân đầu người | m2/người | level | up | weighted-mean | last | - | XD
social-housing | Số căn nhà ở xã hội hoàn thành | căn hộ nhà ở xã hội; nhà ở xã hội; số căn hộ nhà ở xã hội hoàn thành; hoàn thành nhà ở xã hội; căn nhà ở xã hội | căn | flow | up | sum | sum | - | XD
temporary-houses | Số nhà tạm, nhà dột nát được xóa | xóa nhà tạm nhà dột nát; nhà tạm nhà dột nát; hộ được hỗ trợ xóa nhà tạm nhà dột nát | căn | flow | up | sum | sum | - | GN
solid-houses | Tỷ lệ nhà ở kiên cố | tỷ lệ nhà ở kiên cố bán kiên cố; tỷ lệ hộ có nhà ở kiên cố | % | share | up | weighted-mean | last | - | XD
urban-green | Diện tích cây xanh đô thị bình quân đầu người | đất cây xanh đô thị bình quân đầu người; diện tích cây xanh đô thị | m2/người | level | up | weighted-mean | last | - | XD
planning-coverage | Tỷ lệ phủ kín quy hoạch phân khu đô thị | tỷ lệ phủ kín quy hoạch; tỷ lệ phủ kín quy hoạch chi tiết; tỷ lệ phủ kín quy hoạch xây dựng | % | share | up | none | last | - | XD
road-hard | Tỷ lệ đường giao thông được cứng hóa | tỷ lệ cứng hóa đường giao thông nông thôn; tỷ lệ đường giao thông nông thôn được cứng hóa; tỷ lệ đường xã được nhựa hóa bê tông hóa; tỷ lệ đường thôn được cứng hóa | % | share | up | weighted-mean | last | - | NTM
expressway-length | Chiều dài đường cao tốc | số km đường cao tốc; đường cao tốc hoàn thành | km | level | up | sum | last | - | XD
land-certificates | Tỷ lệ cấp giấy chứng nhận quyền sử dụng đất | tỷ lệ cấp giấy chứng nhận quyền sử dụng đất lần đầu; cấp giấy chứng nhận quyền sử dụng đất | % | share | up | weighted-mean | last | - | MT
`,
  ],
  [
    'dân số - lao động',
    `
population | Dân số trung bình | dân số; quy mô dân số; dân số trung bình năm | người | level | none | sum | mean | T0102 | TK
population-natural-growth | Tỷ lệ tăng dân số tự nhiên | tỷ lệ tăng tự nhiên dân số; tỷ suất tăng dân số tự nhiên; tỷ lệ phát triển dân số tự nhiên; tốc độ tăng dân số tự nhiên; tỷ lệ tăng dân số | % | rate | down | none | last | T0108 | TK
birth-reduction | Mức giảm tỷ lệ sinh | mức giảm sinh; mức giảm tỷ suất sinh | ‰ | rate | up | none | last | - | YT
birth-rate | Tỷ suất sinh thô | tỷ lệ sinh | ‰ | rate | none | none | last | - | TK
fertility-rate | Tổng tỷ suất sinh | mức sinh thay thế; số con trung bình của một phụ nữ | con/phụ nữ | rate | none | none | last | - | TK
sex-ratio-birth | Tỷ số giới tính khi sinh | tỷ lệ giới tính khi sinh; mất cân bằng giới tính khi sinh | bé trai/100 bé gái | rate | down | none | last | - | TK
life-expectancy | Tuổi thọ trung bình | tuổi thọ trung bình của người dân; tuổi thọ bình quân; tuổi thọ trung bình tính từ lúc sinh | tuổi | level | up | none | last | - | TK
healthy-life-years | Số năm sống khỏe | thời gian sống khỏe mạnh; số năm sống khỏe tối thiểu | năm | level | up | none | last | - | YT
third-child | Tỷ lệ sinh con thứ ba trở lên | tỷ lệ người sinh con thứ 3 trở lên; giảm tỷ lệ sinh con thứ ba | % | rate | down | none | last | - | YT
hdi | Chỉ số phát triển con người (HDI) | HDI; chỉ số HDI; chỉ số phát triển con người | điểm | index | up | none | last | - | TK
labour-force | Lực lượng lao động | lực lượng lao động từ 15 tuổi trở lên | người | level | none | sum | last | T0201 | TK
employed | Số lao động có việc làm | lao động có việc làm trong nền kinh tế; lao động đang làm việc trong nền kinh tế; lao động từ 15 tuổi trở lên đang làm việc | người | level | up | sum | last | T0202 | TK
jobs-created | Số lao động được giải quyết việc làm | giải quyết việc làm; tạo việc làm mới; việc làm mới; số lao động được tạo việc làm; lao động được giải quyết việc làm mới; người được giải quyết việc làm mới; số người được giải quyết việc làm; số lao động có việc làm mới; giải quyết việc làm cho lao động | lao động | flow | up | sum | sum | - | LD
trained-labour | Tỷ lệ lao động đã qua đào tạo | tỷ lệ lao động qua đào tạo; lao động qua đào tạo {%} | % | share | up | weighted-mean | last | T0203 | TK
trained-labour-certified | Tỷ lệ lao động qua đào tạo có bằng cấp, chứng chỉ | tỷ lệ lao động có bằng chứng chỉ; tỷ lệ lao động qua đào tạo nghề có bằng chứng chỉ; lao động qua đào tạo có bằng cấp chứng chỉ {%}; tỷ lệ lao động có bằng cấp chứng chỉ | % | share | up | weighted-mean | last | - | TK
trained-labour-vocational | Tỷ lệ lao động qua đào tạo nghề | lao động qua đào tạo nghề {%} | % | share | up | weighted-mean | last | - | LD
vocational-trainees | Số lao động được đào tạo nghề | đào tạo nghề cho lao động; số người được đào tạo nghề; tuyển sinh đào tạo nghề; tuyển sinh giáo dục nghề nghiệp | người | flow | up | sum | sum | - | LD
unemployment | Tỷ lệ thất nghiệp | tỷ lệ lao động thất nghiệp; tỷ lệ thất nghiệp trong độ tuổi lao động | % | rate | down | weighted-mean | last | T0204 | TK
unemployment-urban | Tỷ lệ thất nghiệp khu vực đô thị | tỷ lệ thất nghiệp đô thị; tỷ lệ thất nghiệp khu vực thành thị; tỷ lệ thất nghiệp thành thị; tỷ lệ lao động thất nghiệp ở thành thị | % | rate | down | weighted-mean | last | - | TK
informal-labour | Tỷ lệ lao động có việc làm phi chính thức | tỷ lệ lao động phi chính thức | % | rate | down | weighted-mean | last | T0205 | TK
agri-labour-share | Tỷ trọng lao động nông nghiệp trong tổng lao động xã hội | tỷ lệ lao động nông nghiệp; tỷ trọng lao động nông lâm thủy sản; tỷ lệ lao động trong nông nghiệp; cơ cấu lao động nông nghiệp; tỷ lệ lao động nông lâm thủy sản | % | share | down | none | last | - | TK
labour-export | Số lao động đi làm việc ở nước ngoài theo hợp đồng | lao động đi làm việc ở nước ngoài; xuất khẩu lao động; đưa lao động đi làm việc ở nước ngoài; số lao động đi làm việc ở nước ngoài | lao động | flow | up | sum | sum | - | LD
wage | Tiền lương bình quân của người lao động | thu nhập bình quân của người lao động; tiền lương bình quân; thu nhập bình quân lao động | triệu đồng/tháng | level | up | weighted-mean | mean | - | TK
`,
  ],
  [
    'giảm nghèo - an sinh',
    `
poverty | Tỷ lệ hộ nghèo | tỷ lệ nghèo; tỷ lệ hộ nghèo đa chiều; tỷ lệ nghèo đa chiều; hộ nghèo {%}; tỷ lệ hộ nghèo theo chuẩn nghèo tiếp cận đa chiều; tỷ lệ hộ nghèo cuối năm | % | rate | down | weighted-mean | last | - | TK
poverty-reduction | Mức giảm tỷ lệ hộ nghèo | giảm tỷ lệ hộ nghèo; mức giảm tỷ lệ hộ nghèo đa chiều; mức giảm hộ nghèo; mức giảm tỷ lệ nghèo | điểm % | rate | up | none | sum | - | GN
poverty-ethnic | Tỷ lệ hộ nghèo trong đồng bào dân tộc thiểu số | tỷ lệ hộ nghèo dân tộc thiểu số; tỷ lệ hộ nghèo vùng đồng bào dân tộc thiểu số | % | rate | down | weighted-mean | last | - | GN
poverty-ethnic-reduction | Mức giảm tỷ lệ hộ nghèo trong đồng bào dân tộc thiểu số | giảm tỷ lệ hộ nghèo dân tộc thiểu số; mức giảm tỷ lệ hộ nghèo vùng đồng bào dân tộc thiểu số | điểm % | rate | up | none | sum | - | GN
poverty-poor-districts | Tỷ lệ hộ nghèo các huyện nghèo | tỷ lệ hộ nghèo ở huyện nghèo | % | rate | down | weighted-mean | last | - | GN
poverty-poor-districts-reduction | Mức giảm tỷ lệ hộ nghèo đối với huyện nghèo | mức giảm tỷ lệ hộ nghèo các huyện nghèo; mức giảm tỷ lệ hộ nghèo ở huyện nghèo | điểm % | rate | up | none | sum | - | GN
near-poverty | Tỷ lệ hộ cận nghèo | hộ cận nghèo {%}; tỷ lệ hộ cận nghèo đa chiều | % | rate | down | weighted-mean | last | - | TK
near-poverty-reduction | Mức giảm tỷ lệ hộ cận nghèo | giảm tỷ lệ hộ cận nghèo | điểm % | rate | up | none | sum | - | GN
poor-and-near-poor | Tỷ lệ hộ nghèo và cận nghèo | tỷ lệ hộ nghèo hộ cận nghèo; tổng tỷ lệ nghèo đa chiều gồm hộ nghèo và hộ cận nghèo | % | rate | down | weighted-mean | last | - | GN
households-escaped-poverty | Số hộ thoát nghèo | hộ thoát nghèo; số hộ nghèo giảm | hộ | flow | up | sum | sum | - | GN
health-insurance | Tỷ lệ dân số tham gia bảo hiểm y tế | tỷ lệ bao phủ bảo hiểm y tế; tỷ lệ người dân tham gia bảo hiểm y tế; tỷ lệ người tham gia bảo hiểm y tế; tỷ lệ người có bảo hiểm y tế; độ bao phủ bảo hiểm y tế; bao phủ bảo hiểm y tế toàn dân; tỷ lệ tham gia bảo hiểm y tế | % | share | up | weighted-mean | last | - | TK
social-insurance | Tỷ lệ lực lượng lao động trong độ tuổi tham gia bảo hiểm xã hội | tỷ lệ lao động tham gia bảo hiểm xã hội; tỷ lệ lao động trong độ tuổi tham gia bảo hiểm xã hội; tỷ lệ tham gia bảo hiểm xã hội; tỷ lệ bao phủ bảo hiểm xã hội | % | share | up | weighted-mean | last | - | TK
social-insurance-voluntary | Tỷ lệ lao động tham gia bảo hiểm xã hội tự nguyện | tỷ lệ tham gia bảo hiểm xã hội tự nguyện; tỷ lệ lao động trong độ tuổi tham gia bảo hiểm xã hội tự nguyện | % | share | up | weighted-mean | last | - | BHXH
unemployment-insurance | Tỷ lệ lực lượng lao động trong độ tuổi tham gia bảo hiểm thất nghiệp | tỷ lệ lao động tham gia bảo hiểm thất nghiệp; tỷ lệ lao động trong độ tuổi tham gia bảo hiểm thất nghiệp; tỷ lệ tham gia bảo hiểm thất nghiệp | % | share | up | weighted-mean | last | - | TK
`,
  ],
  [
    'y tế',
    `
doctors-per-10000 | Số bác sĩ trên 1 vạn dân | bác sĩ trên vạn dân; số bác sĩ bình quân trên vạn dân; tỷ lệ bác sĩ trên vạn dân | bác sĩ | level | up | weighted-mean | last | - | TK
beds-per-10000 | Số giường bệnh trên 1 vạn dân | giường bệnh trên vạn dân; số giường bệnh bình quân trên vạn dân; tỷ lệ giường bệnh trên vạn dân | giường | level | up | weighted-mean | last | - | TK
pharmacists-per-10000 | Số dược sĩ đại học trên 1 vạn dân | dược sĩ trên vạn dân; số dược sĩ trên vạn dân | dược sĩ | level | up | weighted-mean | last | - | YT
nurses-per-10000 | Số điều dưỡng trên 1 vạn dân | điều dưỡng trên vạn dân; số điều dưỡng viên trên vạn dân | điều dưỡng | level | up | weighted-mean | last | - | YT
stunting | Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể thấp còi | tỷ lệ trẻ em dưới 5 tuổi bị suy dinh dưỡng thể thấp còi; tỷ lệ suy dinh dưỡng thể thấp còi; tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng chiều cao theo tuổi; tỷ lệ trẻ em suy dinh dưỡng thể thấp còi | % | rate | down | weighted-mean | last | - | TK
underweight | Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng thể nhẹ cân | tỷ lệ suy dinh dưỡng thể nhẹ cân; tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng cân nặng theo tuổi; tỷ lệ trẻ em suy dinh dưỡng thể nhẹ cân | % | rate | down | weighted-mean | last | - | TK
malnutrition | Tỷ lệ trẻ em dưới 5 tuổi suy dinh dưỡng | tỷ lệ suy dinh dưỡng trẻ em dưới 5 tuổi; tỷ lệ suy dinh dưỡng trẻ em; tỷ lệ trẻ em suy dinh dưỡng | % | rate | down | weighted-mean | last | - | TK
commune-health-standard | Tỷ lệ xã đạt tiêu chí quốc gia về y tế | tỷ lệ xã đạt chuẩn quốc gia về y tế; xã đạt chuẩn quốc gia về y tế; xã đạt bộ tiêu chí quốc gia y tế xã; tỷ lệ xã phường thị trấn đạt tiêu chí quốc gia về y tế; trạm y tế đạt chuẩn quốc gia {%}; tỷ lệ trạm y tế đạt chuẩn quốc gia | % | share | up | weighted-mean | last | - | YT
health-station-doctors | Tỷ lệ trạm y tế có bác sĩ | trạm y tế có bác sĩ; trạm y tế xã có bác sĩ; tỷ lệ trạm y tế xã có bác sĩ làm việc | % | share | up | weighted-mean | last | - | YT
immunisation | Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ | tỷ lệ tiêm chủng đầy đủ; tỷ lệ trẻ em được tiêm chủng đầy đủ các loại vắc xin; tỷ lệ tiêm chủng mở rộng; trẻ em dưới 1 tuổi được tiêm chủng đầy đủ {%} | % | share | up | weighted-mean | last | - | TK
under5-mortality | Tỷ suất tử vong trẻ em dưới 5 tuổi | tỷ lệ tử vong trẻ em dưới 5 tuổi | ‰ | rate | down | none | last | - | TK
under1-mortality | Tỷ suất tử vong trẻ em dưới 1 tuổi | tỷ lệ tử vong trẻ em dưới 1 tuổi | ‰ | rate | down | none | last | - | TK
maternal-mortality | Tỷ số tử vong mẹ trên 100.000 trẻ đẻ sống | tỷ suất chết mẹ; tỷ số tử vong bà mẹ; tỷ lệ tử vong mẹ | ca | rate | down | none | last | - | YT
crude-death-rate | Tỷ suất chết thô | tỷ lệ chết thô | ‰ | rate | down | none | last | T0107 | TK
health-records | Tỷ lệ người dân có sổ sức khỏe điện tử | tỷ lệ người dân có hồ sơ sức khỏe điện tử; tỷ lệ dân số có hồ sơ sức khỏe điện tử; tỷ lệ dân số được quản lý sức khỏe; tỷ lệ người dân được quản lý sức khỏe bằng hồ sơ điện tử | % | share | up | weighted-mean | last | - | YT
health-check | Tỷ lệ người dân được khám sức khỏe định kỳ | người dân được khám sức khỏe định kỳ {%}; tỷ lệ dân số được khám sức khỏe định kỳ hằng năm | % | share | up | weighted-mean | last | - | YT
food-safety | Tỷ lệ cơ sở sản xuất, kinh doanh bảo đảm an toàn thực phẩm | tỷ lệ cơ sở đạt điều kiện an toàn thực phẩm; tỷ lệ cơ sở sản xuất kinh doanh thực phẩm đạt an toàn thực phẩm | % | share | up | weighted-mean | last | - | YT
`,
  ],
  [
    'giáo dục',
    `
schools-standard | Tỷ lệ trường đạt chuẩn quốc gia | tỷ lệ trường học đạt chuẩn quốc gia; trường đạt chuẩn quốc gia {%}; tỷ lệ trường mầm non phổ thông đạt chuẩn quốc gia; tỷ lệ trường phổ thông đạt chuẩn quốc gia | % | share | up | weighted-mean | last | - | GD
schools-standard-count | Số trường đạt chuẩn quốc gia | trường được công nhận đạt chuẩn quốc gia; trường đạt chuẩn quốc gia; trường học đạt chuẩn quốc gia | trường | level | up | sum | last | - | GD
schools-standard-preschool | Tỷ lệ trường mầm non đạt chuẩn quốc gia | trường mầm non đạt chuẩn quốc gia {%} | % | share | up | weighted-mean | last | - | GD
schools-standard-primary | Tỷ lệ trường tiểu học đạt chuẩn quốc gia | trường tiểu học đạt chuẩn quốc gia {%} | % | share | up | weighted-mean | last | - | GD
schools-standard-lower | Tỷ lệ trường trung học cơ sở đạt chuẩn quốc gia | trường trung học cơ sở đạt chuẩn quốc gia {%} | % | share | up | weighted-mean | last | - | GD
schools-standard-upper | Tỷ lệ trường trung học phổ thông đạt chuẩn quốc gia | trường trung học phổ thông đạt chuẩn quốc gia {%} | % | share | up | weighted-mean | last | - | GD
enrolment-kindergarten | Tỷ lệ trẻ em trong độ tuổi đi học mẫu giáo | tỷ lệ huy động trẻ mẫu giáo; tỷ lệ huy động trẻ em độ tuổi mẫu giáo ra lớp; tỷ lệ trẻ mẫu giáo đến trường | % | rate | up | weighted-mean | last | - | TK
enrolment-nursery | Tỷ lệ huy động trẻ nhà trẻ | tỷ lệ trẻ em độ tuổi nhà trẻ đi học; tỷ lệ huy động trẻ em trong độ tuổi nhà trẻ | % | rate | up | weighted-mean | last | - | GD
enrolment-primary | Tỷ lệ trẻ em đi học đúng độ tuổi cấp tiểu học | tỷ lệ học sinh tiểu học đi học đúng độ tuổi; tỷ lệ huy động học sinh tiểu học | % | rate | up | weighted-mean | last | - | TK
enrolment-lower | Tỷ lệ trẻ em đi học đúng độ tuổi cấp trung học cơ sở | tỷ lệ trẻ em đi học đúng độ tuổi ở cấp trung học cơ sở; tỷ lệ học sinh trung học cơ sở đi học đúng độ tuổi; tỷ lệ huy động học sinh trung học cơ sở | % | rate | up | weighted-mean | last | - | TK
enrolment-upper | Tỷ lệ đi học đúng độ tuổi cấp trung học phổ thông | tỷ lệ học sinh trong độ tuổi học trung học phổ thông và tương đương; tỷ lệ huy động học sinh trung học phổ thông | % | rate | up | weighted-mean | last | - | TK
graduation-upper | Tỷ lệ tốt nghiệp trung học phổ thông | tỷ lệ học sinh tốt nghiệp trung học phổ thông; tỷ lệ đỗ tốt nghiệp trung học phổ thông | % | rate | up | weighted-mean | last | - | GD
stem-students | Tỷ trọng đào tạo các ngành STEM | tỷ lệ sinh viên theo học các ngành STEM; tỷ trọng đào tạo các ngành STEM trong các cơ sở giáo dục đại học; tỷ trọng đào tạo các ngành STEM trong các cơ sở giáo dục đại học cao đẳng đào tạo nghề | % | share | up | none | last | - | KHCN
solid-classrooms | Tỷ lệ phòng học kiên cố | tỷ lệ kiên cố hóa trường lớp học; tỷ lệ phòng học được kiên cố hóa | % | share | up | weighted-mean | last | - | GD
literacy | Tỷ lệ người từ 15 tuổi trở lên biết chữ | tỷ lệ biết chữ; tỷ lệ dân số từ 15 tuổi biết chữ | % | rate | up | weighted-mean | last | - | TK
`,
  ],
  [
    'văn hóa - thể thao',
    `
cultural-families | Tỷ lệ gia đình đạt danh hiệu văn hóa | tỷ lệ gia đình văn hóa; hộ gia đình đạt danh hiệu văn hóa {%}; gia đình văn hóa {%}; tỷ lệ hộ gia đình đạt danh hiệu gia đình văn hóa; hộ gia đình đạt chuẩn văn hóa {%} | % | share | up | weighted-mean | last | - | VH
cultural-villages | Tỷ lệ thôn, tổ dân phố đạt danh hiệu văn hóa | tỷ lệ làng khu phố văn hóa; thôn tổ dân phố đạt danh hiệu văn hóa {%}; tỷ lệ thôn làng văn hóa; tỷ lệ ấp khu phố văn hóa; ấp khu phố văn hóa {%}; tỷ lệ khu dân cư văn hóa; tỷ lệ thôn bản tổ dân phố văn hóa; tỷ lệ làng thôn tổ dân phố văn hóa; tỷ lệ khu phố văn hóa; thôn văn hóa {%} | % | share | up | weighted-mean | last | - | VH
cultural-agencies | Tỷ lệ cơ quan, đơn vị, doanh nghiệp đạt chuẩn văn hóa | cơ quan đơn vị doanh nghiệp đạt chuẩn văn hóa {%}; tỷ lệ cơ quan đơn vị đạt chuẩn văn hóa; cơ quan văn hóa {%}; tỷ lệ cơ quan đơn vị văn hóa | % | share | up | weighted-mean | last | - | VH
sport-participation | Tỷ lệ người dân tập luyện thể dục, thể thao thường xuyên | tỷ lệ dân số tham gia luyện tập thể dục thể thao thường xuyên; tỷ lệ người tập luyện thể dục thể thao thường xuyên | % | share | up | weighted-mean | last | - | VH
sport-families | Tỷ lệ gia đình thể thao | tỷ lệ hộ gia đình luyện tập thể thao; gia đình thể thao {%} | % | share | up | weighted-mean | last | - | VH
culture-houses | Tỷ lệ thôn, tổ dân phố có nhà văn hóa | tỷ lệ thôn có nhà văn hóa; thôn bản tổ dân phố có nhà văn hóa {%}; tỷ lệ thôn có nhà sinh hoạt cộng đồng; tỷ lệ khu dân cư có nhà văn hóa | % | share | up | weighted-mean | last | - | VH
relics-ranked | Số di tích được xếp hạng | di tích được xếp hạng; di tích lịch sử văn hóa được xếp hạng | di tích | level | up | sum | last | - | VH
`,
  ],
  [
    'môi trường',
    `
forest-cover | Tỷ lệ che phủ rừng | độ che phủ rừng; tỷ lệ che phủ của rừng; tỷ lệ độ che phủ rừng; tỷ lệ che phủ của rừng kể cả cây cao su; duy trì độ che phủ rừng | % | share | up | weighted-mean | last | - | TK
urban-clean-water | Tỷ lệ dân số đô thị sử dụng nước sạch | tỷ lệ dân số đô thị được cung cấp nước sạch qua hệ thống cấp nước tập trung; tỷ lệ dân cư đô thị sử dụng nước sạch; tỷ lệ hộ dân đô thị sử dụng nước sạch; tỷ lệ dân số thành thị được cung cấp nước sạch | % | share | up | weighted-mean | last | - | TK
rural-hygienic-water | Tỷ lệ dân số nông thôn sử dụng nước hợp vệ sinh | tỷ lệ dân số nông thôn được sử dụng nước hợp vệ sinh; tỷ lệ hộ dân nông thôn sử dụng nước hợp vệ sinh; tỷ lệ dân cư nông thôn sử dụng nước sinh hoạt hợp vệ sinh | % | share | up | weighted-mean | last | - | TK
rural-clean-water | Tỷ lệ dân số nông thôn sử dụng nước sạch | tỷ lệ dân số nông thôn sử dụng nước đạt tiêu chuẩn; tỷ lệ hộ dân nông thôn được sử dụng nước sạch; tỷ lệ dân số nông thôn sử dụng nước sạch theo quy chuẩn; tỷ lệ hộ dân nông thôn sử dụng nước sạch đáp ứng quy chuẩn | % | share | up | weighted-mean | last | - | NTM
clean-water | Tỷ lệ hộ dân sử dụng nước sạch | tỷ lệ dân số sử dụng nước sạch; tỷ lệ người dân được sử dụng nước sạch; tỷ lệ dân số được cung cấp nước sạch | % | share | up | weighted-mean | last | - | NQ
hygienic-water | Tỷ lệ dân số sử dụng nước hợp vệ sinh | tỷ lệ hộ dân sử dụng nước hợp vệ sinh | % | share | up | weighted-mean | last | - | TK
hygienic-latrines | Tỷ lệ hộ có nhà tiêu hợp vệ sinh | tỷ lệ hộ gia đình có hố xí hợp vệ sinh; tỷ lệ hộ sử dụng nhà tiêu hợp vệ sinh; tỷ lệ hộ có nhà vệ sinh hợp vệ sinh | % | share | up | weighted-mean | last | - | TK
urban-solid-waste | Tỷ lệ chất thải rắn sinh hoạt đô thị được thu gom, xử lý | tỷ lệ chất thải rắn đô thị được thu gom; tỷ lệ chất thải sinh hoạt được thu gom và xử lý ở đô thị; tỷ lệ thu gom chất thải rắn đô thị; tỷ lệ thu gom xử lý rác thải đô thị; tỷ lệ thu gom rác thải đô thị; tỷ lệ chất thải rắn sinh hoạt đô thị được thu gom xử lý đạt tiêu chuẩn | % | share | up | weighted-mean | last | - | TK
rural-solid-waste | Tỷ lệ chất thải rắn sinh hoạt nông thôn được thu gom, xử lý | tỷ lệ thu gom chất thải rắn nông thôn; tỷ lệ thu gom xử lý rác thải nông thôn; tỷ lệ thu gom rác thải sinh hoạt nông thôn; tỷ lệ chất thải rắn sinh hoạt nông thôn được thu gom | % | share | up | weighted-mean | last | - | MT
solid-waste | Tỷ lệ chất thải rắn được thu gom, xử lý | tỷ lệ chất thải rắn được phân loại thu gom xử lý đạt tiêu chuẩn; tỷ lệ chất thải rắn sinh hoạt được thu gom xử lý; tỷ lệ thu gom xử lý chất thải rắn; tỷ lệ thu gom rác thải sinh hoạt | % | share | up | weighted-mean | last | - | TK
hazardous-waste | Tỷ lệ chất thải nguy hại được xử lý | tỷ lệ xử lý chất thải nguy hại; tỷ lệ chất thải nguy hại được thu gom xử lý; tỷ lệ chất thải rắn nguy hại được xử lý | % | share | up | weighted-mean | last | - | TK
medical-waste | Tỷ lệ chất thải y tế được xử lý | tỷ lệ chất thải rắn y tế được xử lý; tỷ lệ chất thải y tế được thu gom xử lý; tỷ lệ xử lý chất thải y tế | % | share | up | weighted-mean | last | - | MT
polluting-facilities | Tỷ lệ cơ sở gây ô nhiễm môi trường nghiêm trọng được xử lý | cơ sở gây ô nhiễm môi trường nghiêm trọng được xử lý {%}; tỷ lệ cơ sở gây ô nhiễm nghiêm trọng được xử lý | % | share | up | weighted-mean | last | - | MT
industrial-wastewater | Tỷ lệ khu, cụm công nghiệp có hệ thống xử lý nước thải tập trung | tỷ lệ khu cụm công nghiệp đang hoạt động có hệ thống xử lý nước thải tập trung; tỷ lệ khu công nghiệp có hệ thống xử lý nước thải tập trung đạt tiêu chuẩn môi trường; khu công nghiệp có hệ thống xử lý nước thải tập trung {%}; tỷ lệ khu công nghiệp có hệ thống xử lý nước thải tập trung; tỷ lệ khu công nghiệp khu chế xuất có hệ thống xử lý nước thải tập trung | % | share | up | weighted-mean | last | - | TK
cluster-wastewater | Tỷ lệ cụm công nghiệp có hệ thống xử lý nước thải tập trung | cụm công nghiệp có hệ thống xử lý nước thải tập trung {%}; tỷ lệ cụm công nghiệp đang hoạt động có hệ thống xử lý nước thải tập trung | % | share | up | weighted-mean | last | - | MT
urban-wastewater | Tỷ lệ nước thải đô thị được thu gom, xử lý | tỷ lệ nước thải sinh hoạt đô thị được xử lý; tỷ lệ xử lý nước thải đô thị | % | share | up | weighted-mean | last | - | MT
emission-reduction | Mức giảm phát thải khí nhà kính | giảm phát thải khí nhà kính; tỷ lệ giảm phát thải khí nhà kính | % | rate | up | none | last | - | MT
`,
  ],
  [
    'khoa học - công nghệ',
    `
technology-renewal | Tốc độ đổi mới công nghệ | tốc độ đổi mới công nghệ thiết bị; tỷ lệ đổi mới công nghệ | % | rate | up | none | last | - | KHCN
rd-spending-share | Tỷ lệ chi cho nghiên cứu và phát triển (R&D) so với GRDP | kinh phí chi cho nghiên cứu phát triển R&D GRDP; kinh phí chi cho nghiên cứu phát triển R&D; chi cho nghiên cứu phát triển R&D so với GRDP; tỷ lệ chi R&D trên GRDP | % | share | up | none | last | - | KHCN
rd-private-share | Tỷ trọng kinh phí từ xã hội trong chi nghiên cứu và phát triển (R&D) | tỷ trọng kinh phí từ xã hội trên kinh phí chi cho nghiên cứu phát triển R&D; tỷ lệ kinh phí xã hội chi cho nghiên cứu phát triển | % | share | up | none | last | - | KHCN
rd-staff-per-10000 | Nhân lực nghiên cứu và phát triển trên 1 vạn dân | số cán bộ nghiên cứu trên vạn dân; nguồn nhân lực nghiên cứu khoa học phát triển công nghệ đổi mới sáng tạo trên vạn dân | người | level | up | none | last | - | KHCN
patents | Số đơn đăng ký sáng chế, văn bằng bảo hộ sáng chế | số lượng đơn đăng ký sáng chế văn bằng bảo hộ sáng chế; đơn đăng ký sáng chế; văn bằng bảo hộ sáng chế; số văn bằng bảo hộ sở hữu trí tuệ | đơn | flow | up | sum | sum | - | KHCN
publications | Số công bố khoa học quốc tế | số lượng công bố khoa học quốc tế; công bố khoa học quốc tế | bài | flow | up | sum | sum | - | KHCN
science-enterprises | Số doanh nghiệp khoa học và công nghệ | doanh nghiệp khoa học công nghệ | doanh nghiệp | level | up | sum | last | - | KHCN
startups | Số doanh nghiệp khởi nghiệp đổi mới sáng tạo | doanh nghiệp khởi nghiệp sáng tạo; doanh nghiệp khởi nghiệp đổi mới sáng tạo; dự án khởi nghiệp đổi mới sáng tạo | doanh nghiệp | level | up | sum | last | - | KHCN
`,
  ],
  [
    'chuyển đổi số',
    `
digital-economy-share | Tỷ trọng kinh tế số trong GRDP | kinh tế số so với GRDP; tỷ trọng kinh tế số; kinh tế số chiếm GRDP; quy mô kinh tế số; kinh tế số {%}; tỷ trọng kinh tế số trên GRDP; quy mô kinh tế số so với GRDP; tỷ trọng giá trị tăng thêm của kinh tế số trong GRDP | % | share | up | none | last | - | TK
digital-enterprises-sme | Tỷ lệ doanh nghiệp nhỏ và vừa ứng dụng công nghệ số | tỷ lệ doanh nghiệp vừa và nhỏ ứng dụng công nghệ số; tỷ lệ doanh nghiệp nhỏ vừa địa phương ứng dụng công nghệ số; tỷ lệ doanh nghiệp nhỏ và vừa sử dụng nền tảng số; tỷ lệ doanh nghiệp chuyển đổi số | % | share | up | weighted-mean | last | - | CDS
digital-tech-enterprises | Số doanh nghiệp công nghệ số | doanh nghiệp công nghệ số | doanh nghiệp | level | up | sum | last | - | CDS
online-services-full | Tỷ lệ dịch vụ công trực tuyến toàn trình | tỷ lệ cung cấp dịch vụ công trực tuyến toàn trình; tỷ lệ thủ tục hành chính đủ điều kiện được cung cấp dịch vụ công trực tuyến toàn trình; tỷ lệ cung cấp dịch vụ công trực tuyến toàn trình trên tổng số thủ tục hành chính có đủ điều kiện; tỷ lệ thủ tục hành chính toàn trình | % | share | up | weighted-mean | last | - | VPCP
online-files-full | Tỷ lệ hồ sơ dịch vụ công trực tuyến toàn trình | tỷ lệ hồ sơ trực tuyến toàn trình; tỷ lệ hồ sơ trực tuyến toàn trình đối với các thủ tục hành chính toàn trình; tỷ lệ hồ sơ thủ tục hành chính trực tuyến toàn trình; tỷ lệ hồ sơ giải quyết trực tuyến toàn trình | % | share | up | weighted-mean | last | - | VPCP
online-files | Tỷ lệ hồ sơ thủ tục hành chính nộp trực tuyến | tỷ lệ hồ sơ trực tuyến; tỷ lệ hồ sơ nộp trực tuyến; tỷ lệ hồ sơ dịch vụ công trực tuyến; tỷ lệ sử dụng dịch vụ công trực tuyến của người dân và doanh nghiệp; tỷ lệ hồ sơ tiếp nhận trực tuyến; tỷ lệ hồ sơ giải quyết thủ tục hành chính tiếp nhận trực tuyến | % | share | up | weighted-mean | last | - | VPCP
online-services-integrated | Tỷ lệ thủ tục hành chính tích hợp lên Cổng dịch vụ công quốc gia | tỷ lệ thủ tục hành chính toàn trình tích hợp vào cổng dịch vụ công quốc gia; tỷ lệ dịch vụ công trực tuyến tích hợp cổng dịch vụ công quốc gia | % | share | up | weighted-mean | last | - | VPCP
online-services-used | Tỷ lệ thủ tục hành chính toàn trình phát sinh hồ sơ trực tuyến | tỷ lệ dịch vụ công trực tuyến phát sinh hồ sơ; tỷ lệ thủ tục hành chính có phát sinh hồ sơ trực tuyến | % | share | up | weighted-mean | last | - | VPCP
procedures-on-time | Tỷ lệ hồ sơ thủ tục hành chính giải quyết đúng hạn | tỷ lệ giải quyết hồ sơ đúng hạn; tỷ lệ hồ sơ giải quyết đúng và trước hạn; tỷ lệ hồ sơ thủ tục hành chính được giải quyết đúng hạn và trước hạn; hồ sơ giải quyết đúng hạn {%} | % | share | up | weighted-mean | last | - | VPCP
procedures-digitised | Tỷ lệ số hóa hồ sơ, kết quả giải quyết thủ tục hành chính | tỷ lệ số hóa hồ sơ kết quả giải quyết thủ tục hành chính; tỷ lệ số hóa hồ sơ | % | share | up | weighted-mean | last | - | VPCP
results-electronic | Tỷ lệ cấp kết quả giải quyết thủ tục hành chính điện tử | tỷ lệ trả kết quả giải quyết thủ tục hành chính điện tử; tỷ lệ hồ sơ cấp kết quả điện tử | % | share | up | weighted-mean | last | - | VPCP
payment-online | Tỷ lệ thanh toán trực tuyến trong giải quyết thủ tục hành chính, dịch vụ công | tỷ lệ thanh toán trực tuyến; tỷ lệ giao dịch thanh toán trực tuyến trên cổng dịch vụ công; tỷ lệ thanh toán trực tuyến thủ tục hành chính | % | share | up | weighted-mean | last | - | VPCP
data-reuse | Tỷ lệ khai thác, sử dụng lại thông tin, dữ liệu đã được số hóa | tỷ lệ khai thác sử dụng lại dữ liệu số hóa; tỷ lệ khai thác sử dụng lại thông tin dữ liệu đã được số hóa trong giải quyết thủ tục hành chính dịch vụ công | % | share | up | weighted-mean | last | - | VPCP
citizen-satisfaction-services | Tỷ lệ hài lòng của người dân, doanh nghiệp về giải quyết thủ tục hành chính | mức độ hài lòng của người dân doanh nghiệp về giải quyết thủ tục hành chính; tỷ lệ hài lòng của người dân doanh nghiệp; mức độ hài lòng của người dân về dịch vụ công | % | share | up | weighted-mean | last | - | VPCP
work-files-online | Tỷ lệ hồ sơ công việc được xử lý trên môi trường mạng | tỷ lệ xử lý văn bản hồ sơ công việc toàn trình trên môi trường điện tử; tỷ lệ xử lý văn bản hồ sơ công việc toàn trình trên môi trường điện tử của các cơ quan hành chính nhà nước; tỷ lệ hồ sơ công việc xử lý trên môi trường mạng | % | share | up | weighted-mean | last | - | CDS
reports-online | Tỷ lệ báo cáo được thực hiện trên hệ thống thông tin báo cáo | tỷ lệ báo cáo định kỳ cập nhật trên hệ thống thông tin báo cáo | % | share | up | weighted-mean | last | - | CDS
digital-signature | Tỷ lệ dân số trưởng thành có chữ ký số hoặc chữ ký điện tử cá nhân | tỷ lệ người dân trưởng thành có chữ ký số hoặc chữ ký điện tử cá nhân; tỷ lệ dân số trưởng thành có chữ ký hoặc chữ ký điện tử cá nhân; tỷ lệ người dân có chữ ký số cá nhân | % | share | up | weighted-mean | last | - | CDS
digital-identity | Tỷ lệ người dân có tài khoản định danh điện tử | tỷ lệ người dân có tài khoản định danh điện tử VNeID; tỷ lệ kích hoạt tài khoản định danh điện tử; tỷ lệ người dân được cấp tài khoản định danh điện tử | % | share | up | weighted-mean | last | - | CDS
digital-id-number | Tỷ lệ người dân được định danh số | tỷ lệ dân số có danh tính số; tỷ lệ người dân có danh tính số | % | share | up | weighted-mean | last | - | CDS
broadband | Tỷ lệ hộ gia đình có kết nối internet băng rộng cáp quang | tỷ lệ hộ gia đình có internet băng rộng; tỷ lệ phủ cáp quang đến hộ gia đình; hạ tầng băng rộng cáp quang phủ hộ gia đình; tỷ lệ hộ gia đình sử dụng internet băng rộng cáp quang | % | share | up | weighted-mean | last | - | CDS
broadband-1gb | Tỷ lệ người sử dụng có khả năng truy cập băng rộng cố định tốc độ 1 Gb/s | tỷ lệ người sử dụng có khả năng truy cập băng rộng cố định; tỷ lệ người sử dụng có khả năng truy nhập băng rộng cố định với tốc độ trên 1Gb/s; tỷ lệ người sử dụng có khả năng truy cập băng rộng cố định với tốc độ gb/s | % | share | up | weighted-mean | last | - | CDS
coverage-5g | Tỷ lệ dân số được phủ sóng 5G | phủ sóng 5G; tỷ lệ phủ sóng 5G; phủ sóng 5G cho người dân; tỷ lệ phủ sóng 5G so với dân số; tỷ lệ dân số phủ sóng mạng 5G | % | share | up | weighted-mean | last | - | CDS
internet-users | Tỷ lệ dân số sử dụng internet | tỷ lệ người sử dụng internet; tỷ lệ người dân sử dụng internet | % | share | up | weighted-mean | last | - | TK
smartphones | Tỷ lệ dân số trưởng thành có điện thoại thông minh | tỷ lệ người dân có điện thoại thông minh; tỷ lệ thuê bao điện thoại thông minh | % | share | up | weighted-mean | last | - | CDS
cyber-protected | Tỷ lệ người dân kết nối mạng được bảo vệ ở mức cơ bản | người dân kết nối mạng được bảo vệ ở mức cơ bản {%} | % | share | up | weighted-mean | last | - | CDS
open-datasets | Số tập dữ liệu mở được công bố | tập dữ liệu mở; bộ dữ liệu mở; tập dữ liệu mở được công bố; số bộ dữ liệu mở; bộ dữ liệu mở chất lượng cao | tập dữ liệu | level | up | sum | last | - | CDS
digital-skills | Tỷ lệ người dân trong độ tuổi lao động được bồi dưỡng kỹ năng số cơ bản | tỷ lệ người dân trong độ tuổi lao động được đào tạo kỹ năng số cơ bản; đào tạo bồi dưỡng tập huấn kỹ năng số cơ bản cho người dân trong độ tuổi lao động; tỷ lệ người dân có kỹ năng số cơ bản | % | share | up | weighted-mean | last | - | CDS
`,
  ],
  [
    'CCHC - chỉ số',
    `
pci | Chỉ số năng lực cạnh tranh cấp tỉnh (PCI) | PCI; chỉ số PCI; điểm số PCI; chỉ số năng lực cạnh tranh cấp tỉnh; xếp hạng chỉ số năng lực cạnh tranh cấp tỉnh PCI; xếp hạng PCI; thứ hạng PCI | điểm | index | up | none | last | - | VCCI
pgi | Chỉ số xanh cấp tỉnh (PGI) | PGI; chỉ số xanh cấp tỉnh; xếp hạng PGI | điểm | index | up | none | last | - | VCCI
papi | Chỉ số hiệu quả quản trị và hành chính công cấp tỉnh (PAPI) | PAPI; chỉ số PAPI; chỉ số hiệu quả quản trị và hành chính công; xếp hạng PAPI; xếp hạng chỉ số hiệu quả quản trị và hành chính công cấp tỉnh PAPI | điểm | index | up | none | last | - | UNDP
par-index | Chỉ số cải cách hành chính (PAR INDEX) | PAR INDEX; chỉ số cải cách hành chính; PAR; chỉ số PAR INDEX; xếp hạng chỉ số cải cách hành chính PAR INDEX; xếp hạng PAR INDEX; xếp hạng cải cách hành chính | % | index | up | none | last | - | BNV
sipas | Chỉ số hài lòng về sự phục vụ hành chính (SIPAS) | SIPAS; chỉ số SIPAS; chỉ số hài lòng của người dân tổ chức đối với sự phục vụ của cơ quan hành chính nhà nước; xếp hạng SIPAS; chỉ số hài lòng về sự phục vụ hành chính; chỉ số hài lòng của người dân | % | index | up | none | last | - | BNV
ddci | Chỉ số năng lực cạnh tranh cấp sở, ngành và địa phương (DDCI) | DDCI; chỉ số DDCI; chỉ số năng lực cạnh tranh cấp sở ngành địa phương; chỉ số năng lực cạnh tranh cấp huyện sở ngành | điểm | index | up | none | last | - | NQ
pii | Chỉ số đổi mới sáng tạo cấp địa phương (PII) | PII; chỉ số PII; chỉ số đổi mới sáng tạo cấp tỉnh; chỉ số đổi mới sáng tạo địa phương; xếp hạng PII | điểm | index | up | none | last | - | BKHCN
dti | Chỉ số chuyển đổi số cấp tỉnh (DTI) | DTI; chỉ số DTI; chỉ số chuyển đổi số; chỉ số đánh giá chuyển đổi số; xếp hạng DTI; xếp hạng chuyển đổi số; xếp hạng chỉ số chuyển đổi số cấp tỉnh | điểm | index | up | none | last | - | BTTTT
ict-index | Chỉ số sẵn sàng phát triển và ứng dụng công nghệ thông tin (ICT Index) | ICT INDEX; chỉ số ICT INDEX; xếp hạng ICT INDEX | điểm | index | up | none | last | - | BTTTT
logistics-index | Chỉ số năng lực logistics cấp tỉnh (LCI) | LCI; chỉ số logistics; chỉ số năng lực logistics | điểm | index | up | none | last | - | NQ
procedures-cut | Tỷ lệ cắt giảm, đơn giản hóa thủ tục hành chính | tỷ lệ cắt giảm thủ tục hành chính; tỷ lệ thủ tục hành chính được cắt giảm; tỷ lệ cắt giảm thời gian giải quyết thủ tục hành chính; tỷ lệ cắt giảm chi phí tuân thủ thủ tục hành chính; tỷ lệ thủ tục hành chính cắt giảm đơn giản hóa | % | share | up | none | last | - | VPCP
staff-reduction | Tỷ lệ tinh giản biên chế | tinh giản biên chế; mức giảm biên chế; giảm biên chế | % | rate | up | none | sum | - | BNV
`,
  ],
  [
    'xây dựng Đảng',
    `
party-organisations-good | Tỷ lệ tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ trở lên | tỷ lệ tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ; tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ {%}; tỷ lệ tổ chức đảng hoàn thành tốt nhiệm vụ | % | share | up | weighted-mean | last | - | DANG
party-organisations-excellent | Tỷ lệ tổ chức cơ sở đảng hoàn thành xuất sắc nhiệm vụ | tổ chức cơ sở đảng hoàn thành xuất sắc nhiệm vụ {%}; tỷ lệ tổ chức đảng hoàn thành xuất sắc nhiệm vụ | % | share | up | weighted-mean | last | - | DANG
party-organisations-failed | Tỷ lệ tổ chức cơ sở đảng không hoàn thành nhiệm vụ | tổ chức cơ sở đảng không hoàn thành nhiệm vụ {%} | % | share | down | weighted-mean | last | - | DANG
party-members-good | Tỷ lệ đảng viên hoàn thành tốt nhiệm vụ trở lên | tỷ lệ đảng viên hoàn thành tốt nhiệm vụ; đảng viên hoàn thành tốt nhiệm vụ {%} | % | share | up | weighted-mean | last | - | DANG
party-members-excellent | Tỷ lệ đảng viên hoàn thành xuất sắc nhiệm vụ | đảng viên hoàn thành xuất sắc nhiệm vụ {%} | % | share | up | weighted-mean | last | - | DANG
party-members-failed | Tỷ lệ đảng viên không hoàn thành nhiệm vụ | đảng viên không hoàn thành nhiệm vụ {%} | % | share | down | weighted-mean | last | - | DANG
party-members-new | Số đảng viên mới kết nạp | đảng viên kết nạp; kết nạp đảng viên; kết nạp đảng viên mới; đảng viên mới; số đảng viên kết nạp; phát triển đảng viên; phát triển đảng viên mới | đảng viên | flow | up | sum | sum | - | DANG
party-members-new-rate | Tỷ lệ kết nạp đảng viên | tỷ lệ kết nạp đảng viên trên tổng số đảng viên; tỷ lệ kết nạp đảng viên tổng số đảng viên đầu nhiệm kỳ; tỷ lệ kết nạp đảng viên mới; tỷ lệ phát triển đảng viên; kết nạp đảng viên {%} | % | rate | up | weighted-mean | sum | - | DANG
party-cells-committee | Tỷ lệ chi bộ thôn, làng, tổ dân phố có cấp ủy | chi bộ thôn làng tổ dân phố có cấp ủy {%}; tỷ lệ chi bộ có cấp ủy | % | share | up | weighted-mean | last | - | DANG
party-cells-committee-count | Số thôn, làng, tổ dân phố có chi bộ có cấp ủy | thôn làng tổ dân phố có chi bộ có cấp ủy | thôn, làng, tổ dân phố | level | up | sum | last | - | DANG
villages-party-cell | Tỷ lệ thôn, tổ dân phố có chi bộ | thôn làng tổ dân phố có chi bộ {%}; tỷ lệ thôn bản có chi bộ; tỷ lệ thôn có tổ chức đảng | % | share | up | weighted-mean | last | - | DANG
enterprises-party | Số tổ chức đảng thành lập mới trong doanh nghiệp | thành lập tổ chức đảng trong doanh nghiệp; tổ chức đảng trong doanh nghiệp ngoài khu vực nhà nước; số tổ chức đảng trong doanh nghiệp ngoài nhà nước | tổ chức đảng | flow | up | sum | sum | - | DANG
union-members-new | Số đoàn viên công đoàn kết nạp mới | kết nạp đoàn viên công đoàn; đoàn viên công đoàn kết nạp mới; phát triển đoàn viên công đoàn | đoàn viên | flow | up | sum | sum | - | DANG
mass-participation | Tỷ lệ tập hợp quần chúng vào tổ chức đoàn thể | tỷ lệ tập hợp hội viên đoàn viên; tỷ lệ thu hút hội viên đoàn viên vào tổ chức | % | share | up | weighted-mean | last | - | DANG
cadres-qualified | Tỷ lệ cán bộ, công chức cấp xã đạt chuẩn | tỷ lệ cán bộ công chức đạt chuẩn; cán bộ công chức cấp xã đạt chuẩn {%}; tỷ lệ cán bộ công chức cấp xã đạt chuẩn về trình độ chuyên môn | % | share | up | weighted-mean | last | - | BNV
inspections-party | Số cuộc kiểm tra, giám sát của cấp ủy | kiểm tra giám sát tổ chức đảng đảng viên; số tổ chức đảng được kiểm tra giám sát | cuộc | flow | none | sum | sum | - | DANG
`,
  ],
  [
    'quốc phòng - an ninh',
    `
military-recruitment | Hoàn thành chỉ tiêu tuyển quân | tỷ lệ hoàn thành chỉ tiêu giao quân; tuyển chọn gọi công dân nhập ngũ; giao quân; tuyển quân; chỉ tiêu giao quân; hoàn thành chỉ tiêu gọi công dân nhập ngũ | % | rate | up | weighted-mean | last | - | QP
militia | Tỷ lệ dân quân tự vệ so với dân số | xây dựng lực lượng dân quân tự vệ; lực lượng dân quân tự vệ; tỷ lệ dân quân tự vệ | % | share | up | weighted-mean | last | - | QP
strong-communes | Tỷ lệ xã, phường, thị trấn đạt cơ sở vững mạnh toàn diện | xã phường thị trấn đạt cơ sở vững mạnh toàn diện {%}; tỷ lệ xã phường vững mạnh toàn diện; xã phường thị trấn vững mạnh về quốc phòng an ninh {%}; tỷ lệ xã phường thị trấn vững mạnh toàn diện; tỷ lệ xã phường thị trấn vững mạnh về quốc phòng an ninh; đơn vị đạt tiêu chuẩn cơ sở vững mạnh toàn diện an toàn làm chủ {%}; tỷ lệ cơ sở vững mạnh toàn diện; xã đạt tiêu chuẩn an toàn làm chủ sẵn sàng chiến đấu {%} | % | share | up | weighted-mean | last | - | QP
stable-communes | Tỷ lệ xã, phường ổn định chính trị | xã phường ổn định chính trị {%}; xã phường thị trấn ổn định chính trị {%} | % | share | up | weighted-mean | last | - | CA
security-communes | Tỷ lệ xã, phường, thị trấn đạt tiêu chuẩn an toàn về an ninh, trật tự | xã phường thị trấn đạt tiêu chuẩn an toàn về an ninh trật tự {%}; tỷ lệ khu dân cư cơ quan đơn vị đạt tiêu chuẩn an toàn về an ninh trật tự; tỷ lệ xã đạt chuẩn an ninh trật tự; xã đạt an toàn về an ninh trật tự {%} | % | share | up | weighted-mean | last | - | CA
drug-free-communes | Tỷ lệ xã, phường không có ma túy | xã phường không ma túy {%}; xã phường thị trấn không có tệ nạn ma túy {%}; tỷ lệ đơn vị cấp xã không ma túy; tỷ lệ xã phường đặc khu không ma túy; số xã phường không ma túy {%} | % | share | up | weighted-mean | last | - | CA
crime-solved | Tỷ lệ điều tra, khám phá án | tỷ lệ điều tra khám phá tội phạm; tỷ lệ khám phá án; tỷ lệ điều tra khám phá các loại tội phạm; tỷ lệ điều tra khám phá các vụ phạm pháp hình sự; tỷ lệ phá án | % | rate | up | weighted-mean | last | - | CA
crime-solved-serious | Tỷ lệ điều tra, khám phá án rất nghiêm trọng, đặc biệt nghiêm trọng | tỷ lệ điều tra khám phá tội phạm rất nghiêm trọng đặc biệt nghiêm trọng; tỷ lệ khám phá án rất nghiêm trọng và đặc biệt nghiêm trọng | % | rate | up | weighted-mean | last | - | CA
crime-reports | Tỷ lệ giải quyết tin báo, tố giác tội phạm | tỷ lệ giải quyết tố giác tin báo về tội phạm; tỷ lệ tiếp nhận giải quyết tin báo tố giác tội phạm; tỷ lệ giải quyết tố giác tin báo tội phạm và kiến nghị khởi tố | % | rate | up | weighted-mean | last | - | CA
crime-reduction | Mức giảm số vụ phạm pháp hình sự | giảm số vụ phạm pháp hình sự; mức giảm tội phạm về trật tự xã hội; giảm tội phạm về trật tự xã hội; mức giảm phạm pháp hình sự | % | rate | up | none | last | - | CA
traffic-accidents-reduction | Mức giảm tai nạn giao thông trên cả ba tiêu chí | mức giảm tai nạn giao thông; giảm tai nạn giao thông trên cả 3 tiêu chí; giảm tai nạn giao thông; mức giảm số vụ tai nạn giao thông; mức giảm số người chết số người bị thương do tai nạn giao thông | % | rate | up | none | last | - | GT
traffic-accidents | Số vụ tai nạn giao thông | vụ tai nạn giao thông; tai nạn giao thông | vụ | flow | down | sum | sum | - | TK
traffic-deaths | Số người chết do tai nạn giao thông | người chết do tai nạn giao thông | người | flow | down | sum | sum | - | TK
complaints-resolved | Tỷ lệ giải quyết khiếu nại, tố cáo | tỷ lệ giải quyết đơn thư khiếu nại tố cáo; tỷ lệ giải quyết đơn khiếu nại tố cáo thuộc thẩm quyền; giải quyết khiếu nại tố cáo {%}; tỷ lệ đơn thư khiếu nại tố cáo được giải quyết | % | rate | up | weighted-mean | last | - | NQ
voter-petitions | Tỷ lệ giải quyết kiến nghị của cử tri | tỷ lệ kiến nghị cử tri được giải quyết | % | rate | up | weighted-mean | last | - | NQ
fire-reduction | Mức giảm số vụ cháy | giảm số vụ cháy nổ; giảm số vụ cháy; mức giảm số vụ cháy nổ | % | rate | up | none | last | - | CA
`,
  ],
];
