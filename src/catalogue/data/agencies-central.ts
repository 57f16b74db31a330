/** Central bodies (cơ quan trung ương): State, Party, Front, courts, services, with the changes of 2025. */
import type { AgencyRow, Succession } from '../agencies-model.ts';

const GENERAL = 'general knowledge of the administration, to be confirmed';
const OLD = 'NQ 08/2021/QH15 (structure of the Government)';
const NEW = 'NQ 176/2025/QH15 (structure of the Government)';
const REFORM = '2025-03-01';

const merged = (code: string, basis: string = NEW, from: string = REFORM): Succession => ({ code, from, basis });

const body = (code: string, name: string, extra: Partial<AgencyRow> = {}): AgencyRow => ({
  code,
  kind: 'central',
  level: 'central',
  name,
  source: GENERAL,
  ...extra,
});

function ministry(
  code: string,
  domain: string,
  abbreviations: readonly string[],
  extra: Partial<AgencyRow> = {},
): AgencyRow {
  const [usual, ...others] = abbreviations.map((text) => `Bộ ${text}`);
  return body(code, `Bộ ${domain}`, {
    source: `${OLD}; ${NEW}`,
    ...extra,
    short: usual === undefined ? [] : [usual],
    aliases: [...others, ...(extra.aliases ?? [])],
  });
}

const MINISTRIES: readonly AgencyRow[] = [
  ministry('bo-quoc-phong', 'Quốc phòng', ['QP']),
  ministry('bo-cong-an', 'Công an', ['CA']),
  ministry('bo-ngoai-giao', 'Ngoại giao', []),
  ministry('bo-noi-vu', 'Nội vụ', []),
  ministry('bo-tu-phap', 'Tư pháp', []),
  ministry('bo-tai-chinh', 'Tài chính', ['TC']),
  ministry('bo-cong-thuong', 'Công Thương', []),
  ministry('bo-nong-nghiep-va-moi-truong', 'Nông nghiệp và Môi trường', ['NN&MT', 'NNMT'], {
    from: REFORM,
    source: NEW,
  }),
  ministry('bo-xay-dung', 'Xây dựng', ['XD']),
  ministry('bo-van-hoa-the-thao-va-du-lich', 'Văn hóa, Thể thao và Du lịch', ['VH,TT&DL', 'VHTT&DL', 'VHTTDL']),
  ministry('bo-khoa-hoc-va-cong-nghe', 'Khoa học và Công nghệ', ['KH&CN', 'KHCN']),
  ministry('bo-giao-duc-va-dao-tao', 'Giáo dục và Đào tạo', ['GD&ĐT', 'GDĐT']),
  ministry('bo-y-te', 'Y tế', []),
  ministry('bo-dan-toc-va-ton-giao', 'Dân tộc và Tôn giáo', ['DT&TG', 'DTTG'], { from: REFORM, source: NEW }),
  ministry('bo-ke-hoach-va-dau-tu', 'Kế hoạch và Đầu tư', ['KH&ĐT', 'KHĐT'], {
    to: REFORM,
    successors: [merged('bo-tai-chinh')],
  }),
  ministry('bo-giao-thong-van-tai', 'Giao thông vận tải', ['GTVT'], {
    to: REFORM,
    successors: [merged('bo-xay-dung')],
  }),
  ministry('bo-thong-tin-va-truyen-thong', 'Thông tin và Truyền thông', ['TT&TT', 'TTTT'], {
    to: REFORM,
    successors: [merged('bo-khoa-hoc-va-cong-nghe'), merged('bo-van-hoa-the-thao-va-du-lich')],
  }),
  ministry('bo-nong-nghiep-va-phat-trien-nong-thon', 'Nông nghiệp và Phát triển nông thôn', ['NN&PTNT', 'NNPTNT'], {
    to: REFORM,
    successors: [merged('bo-nong-nghiep-va-moi-truong')],
  }),
  ministry('bo-tai-nguyen-va-moi-truong', 'Tài nguyên và Môi trường', ['TN&MT', 'TNMT'], {
    to: REFORM,
    successors: [merged('bo-nong-nghiep-va-moi-truong')],
  }),
  ministry(
    'bo-lao-dong-thuong-binh-va-xa-hoi',
    'Lao động - Thương binh và Xã hội',
    ['LĐ-TB&XH', 'LĐTB&XH', 'LĐTBXH', 'LĐ-TBXH', 'Lao động - TB&XH'],
    {
      to: REFORM,
      successors: [
        merged('bo-noi-vu'),
        merged('bo-y-te'),
        merged('bo-giao-duc-va-dao-tao'),
        merged('bo-nong-nghiep-va-moi-truong'),
        merged('bo-cong-an'),
      ],
    },
  ),
  ministry('bo-cong-nghiep', 'Công nghiệp', [], {
    to: '2007-08-01',
    successors: [merged('bo-cong-thuong', 'NQ 01/2007/QH12', '2007-08-01')],
    source: `NQ 01/2007/QH12; date: ${GENERAL}`,
  }),
  ministry('bo-thuong-mai', 'Thương mại', [], {
    to: '2007-08-01',
    successors: [merged('bo-cong-thuong', 'NQ 01/2007/QH12', '2007-08-01')],
    source: `NQ 01/2007/QH12; date: ${GENERAL}`,
  }),
];

const GOVERNMENT: readonly AgencyRow[] = [
  body('chinh-phu', 'Chính phủ', { source: 'Hiến pháp 2013; Luật Tổ chức Chính phủ' }),
  body('thu-tuong-chinh-phu', 'Thủ tướng Chính phủ', {
    short: ['TTgCP'],
    aliases: ['Thủ tướng'],
    source: 'Luật Tổ chức Chính phủ',
  }),
  body('van-phong-chinh-phu', 'Văn phòng Chính phủ', { short: ['VPCP'], source: `${OLD}; ${NEW}` }),
  body('thanh-tra-chinh-phu', 'Thanh tra Chính phủ', { source: `${OLD}; ${NEW}` }),
  body('ngan-hang-nha-nuoc-viet-nam', 'Ngân hàng Nhà nước Việt Nam', {
    short: ['NHNN Việt Nam'],
    aliases: ['Ngân hàng Nhà nước', 'NHNN Trung ương'],
    source: `${OLD}; ${NEW}`,
  }),
  body('uy-ban-dan-toc', 'Ủy ban Dân tộc', {
    short: ['UBDT'],
    to: REFORM,
    successors: [merged('bo-dan-toc-va-ton-giao')],
    source: `${OLD}; ${NEW}`,
  }),
  body('uy-ban-quan-ly-von-nha-nuoc', 'Ủy ban Quản lý vốn nhà nước tại doanh nghiệp', {
    to: REFORM,
    successors: [merged('bo-tai-chinh')],
  }),
  body('uy-ban-giam-sat-tai-chinh-quoc-gia', 'Ủy ban Giám sát tài chính Quốc gia', {
    to: REFORM,
    successors: [merged('bo-tai-chinh')],
  }),
  body('bao-hiem-xa-hoi-viet-nam', 'Bảo hiểm xã hội Việt Nam', {
    short: ['BHXH Việt Nam'],
    source: 'under Bộ Tài chính since 2025-03-01, NĐ 29/2025/NĐ-CP',
  }),
  body('dai-truyen-hinh-viet-nam', 'Đài Truyền hình Việt Nam', { short: ['VTV'] }),
  body('dai-tieng-noi-viet-nam', 'Đài Tiếng nói Việt Nam', { short: ['VOV'] }),
  body('thong-tan-xa-viet-nam', 'Thông tấn xã Việt Nam', { short: ['TTXVN'] }),
  body('vien-han-lam-khcn-viet-nam', 'Viện Hàn lâm Khoa học và Công nghệ Việt Nam', {
    aliases: ['Viện Hàn lâm KH&CN Việt Nam'],
  }),
  body('vien-han-lam-khxh-viet-nam', 'Viện Hàn lâm Khoa học xã hội Việt Nam', {
    aliases: ['Viện Hàn lâm KHXH Việt Nam'],
  }),
  body('dai-hoc-quoc-gia-ha-noi', 'Đại học Quốc gia Hà Nội', { short: ['ĐHQG Hà Nội'] }),
  body('dai-hoc-quoc-gia-tp-ho-chi-minh', 'Đại học Quốc gia Thành phố Hồ Chí Minh', {
    short: ['ĐHQG TP. Hồ Chí Minh'],
  }),
  body('tong-cuc-thue', 'Tổng cục Thuế', { to: REFORM, successors: [merged('cuc-thue', 'NĐ 29/2025/NĐ-CP')] }),
  body('cuc-thue', 'Cục Thuế', {
    aliases: ['Cục Thuế Việt Nam'],
    from: REFORM,
    source: 'NĐ 29/2025/NĐ-CP; QĐ 381/QĐ-BTC 2025',
  }),
  body('tong-cuc-hai-quan', 'Tổng cục Hải quan', {
    to: REFORM,
    successors: [merged('cuc-hai-quan', 'NĐ 29/2025/NĐ-CP')],
  }),
  body('cuc-hai-quan', 'Cục Hải quan', {
    aliases: ['Cục Hải quan Việt Nam'],
    from: REFORM,
    source: 'NĐ 29/2025/NĐ-CP',
  }),
  body('tong-cuc-thong-ke', 'Tổng cục Thống kê', {
    short: ['TCTK'],
    to: REFORM,
    successors: [merged('cuc-thong-ke', 'NĐ 29/2025/NĐ-CP')],
  }),
  body('cuc-thong-ke', 'Cục Thống kê', {
    aliases: ['Cục Thống kê quốc gia'],
    from: REFORM,
    source: 'NĐ 29/2025/NĐ-CP',
  }),
  body('kho-bac-nha-nuoc', 'Kho bạc Nhà nước', { short: ['KBNN'], aliases: ['Kho bạc Nhà nước Việt Nam'] }),
  body('tong-cuc-du-lich', 'Tổng cục Du lịch', {
    to: '2023-01-18',
    successors: [merged('cuc-du-lich-quoc-gia', 'NĐ 01/2023/NĐ-CP', '2023-01-18')],
    source: `NĐ 01/2023/NĐ-CP; date: ${GENERAL}`,
  }),
  body('cuc-du-lich-quoc-gia', 'Cục Du lịch Quốc gia Việt Nam', {
    from: '2023-01-18',
    source: `NĐ 01/2023/NĐ-CP; date: ${GENERAL}`,
  }),
  body('tap-doan-dien-luc-viet-nam', 'Tập đoàn Điện lực Việt Nam', { kind: 'enterprise', short: ['EVN'] }),
  body('ngan-hang-chinh-sach-xa-hoi', 'Ngân hàng Chính sách xã hội', {
    short: ['NHCSXH'],
    aliases: ['Ngân hàng Chính sách xã hội Việt Nam'],
  }),
  body('vcci', 'Liên đoàn Thương mại và Công nghiệp Việt Nam', {
    kind: 'union',
    short: ['VCCI'],
    aliases: ['Phòng Thương mại và Công nghiệp Việt Nam'],
  }),
  body(
    'ban-chi-dao-trung-uong-phong-chong-tham-nhung',
    'Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, lãng phí, tiêu cực',
    {
      aliases: [
        'Ban Chỉ đạo Trung ương về phòng, chống tham nhũng, tiêu cực',
        'Ban Chỉ đạo Trung ương về phòng, chống tham nhũng',
      ],
    },
  ),
  body('bo-tu-lenh-bo-doi-bien-phong', 'Bộ Tư lệnh Bộ đội Biên phòng', { kind: 'armed-force' }),
  body('quan-khu', 'Quân khu', {
    collective: true,
    kind: 'armed-force',
    aliases: [
      'Bộ Tư lệnh Quân khu',
      ...'1 2 3 4 5 7 9'.split(' ').flatMap((n) => [`Quân khu ${n}`, `Bộ Tư lệnh Quân khu ${n}`]),
    ],
  }),
];

const ASSEMBLY = 'reorganisation of the National Assembly’s committees in February 2025, basis to be confirmed';
const ASSEMBLY_DAY = '2025-02-18';

const NATIONAL_ASSEMBLY: readonly AgencyRow[] = [
  body('quoc-hoi', 'Quốc hội', { kind: 'council', source: 'Hiến pháp 2013' }),
  body('uy-ban-thuong-vu-quoc-hoi', 'Ủy ban Thường vụ Quốc hội', {
    kind: 'council',
    short: ['UBTVQH'],
    source: 'Luật Tổ chức Quốc hội',
  }),
  body('van-phong-quoc-hoi', 'Văn phòng Quốc hội', {
    kind: 'office',
    short: ['VPQH'],
    source: 'Luật Tổ chức Quốc hội',
  }),
  body('hoi-dong-dan-toc-quoc-hoi', 'Hội đồng Dân tộc của Quốc hội', {
    kind: 'council',
    aliases: ['Hội đồng Dân tộc'],
    source: 'Luật Tổ chức Quốc hội',
  }),
  body('chu-tich-nuoc', 'Chủ tịch nước', { source: 'Hiến pháp 2013' }),
  body('van-phong-chu-tich-nuoc', 'Văn phòng Chủ tịch nước', { kind: 'office' }),
  body('kiem-toan-nha-nuoc', 'Kiểm toán nhà nước', { short: ['KTNN'], source: 'Luật Kiểm toán nhà nước' }),
  ...(
    [
      ['uy-ban-kinh-te-va-tai-chinh-quoc-hoi', 'Ủy ban Kinh tế và Tài chính', null],
      ['uy-ban-phap-luat-va-tu-phap-quoc-hoi', 'Ủy ban Pháp luật và Tư pháp', null],
      ['uy-ban-van-hoa-va-xa-hoi-quoc-hoi', 'Ủy ban Văn hóa và Xã hội', null],
      ['uy-ban-quoc-phong-an-ninh-va-doi-ngoai-quoc-hoi', 'Ủy ban Quốc phòng, An ninh và Đối ngoại', null],
      ['uy-ban-dan-nguyen-va-giam-sat-quoc-hoi', 'Ủy ban Dân nguyện và Giám sát', null],
      ['uy-ban-kinh-te-quoc-hoi', 'Ủy ban Kinh tế', 'uy-ban-kinh-te-va-tai-chinh-quoc-hoi'],
      ['uy-ban-tai-chinh-ngan-sach-quoc-hoi', 'Ủy ban Tài chính - Ngân sách', 'uy-ban-kinh-te-va-tai-chinh-quoc-hoi'],
      ['uy-ban-phap-luat-quoc-hoi', 'Ủy ban Pháp luật', 'uy-ban-phap-luat-va-tu-phap-quoc-hoi'],
      ['uy-ban-tu-phap-quoc-hoi', 'Ủy ban Tư pháp', 'uy-ban-phap-luat-va-tu-phap-quoc-hoi'],
      ['uy-ban-xa-hoi-quoc-hoi', 'Ủy ban Xã hội', 'uy-ban-van-hoa-va-xa-hoi-quoc-hoi'],
      ['uy-ban-van-hoa-giao-duc-quoc-hoi', 'Ủy ban Văn hóa, Giáo dục', 'uy-ban-van-hoa-va-xa-hoi-quoc-hoi'],
      [
        'uy-ban-quoc-phong-va-an-ninh-quoc-hoi',
        'Ủy ban Quốc phòng và An ninh',
        'uy-ban-quoc-phong-an-ninh-va-doi-ngoai-quoc-hoi',
      ],
      ['uy-ban-doi-ngoai-quoc-hoi', 'Ủy ban Đối ngoại', 'uy-ban-quoc-phong-an-ninh-va-doi-ngoai-quoc-hoi'],
    ] as const
  ).map(([code, name, next]) =>
    body(code, `${name} của Quốc hội`, {
      kind: 'council',
      aliases: [name, `${name} Quốc hội`],
      ...(next === null
        ? { from: ASSEMBLY_DAY }
        : { to: ASSEMBLY_DAY, successors: [merged(next, ASSEMBLY, ASSEMBLY_DAY)] }),
      source: ASSEMBLY,
    }),
  ),
  body('uy-ban-khcnmt-quoc-hoi', 'Ủy ban Khoa học, Công nghệ và Môi trường của Quốc hội', {
    kind: 'council',
    aliases: ['Ủy ban Khoa học, Công nghệ và Môi trường', 'Ủy ban Khoa học, Công nghệ và Môi trường Quốc hội'],
    source: 'Luật Tổ chức Quốc hội',
  }),
];

const PARTY_DAY = '2025-02-03';
const PARTY_BASIS =
  'decisions of the Politburo on the Party’s central bodies, January–February 2025, numbers to be confirmed';

const party = (code: string, name: string, extra: Partial<AgencyRow> = {}): AgencyRow =>
  body(code, name, { kind: 'party-body', source: 'Điều lệ Đảng', ...extra });

const PARTY: readonly AgencyRow[] = [
  party('ban-chap-hanh-trung-uong', 'Ban Chấp hành Trung ương Đảng', {
    short: ['BCH TW Đảng', 'BCHTW Đảng'],
    aliases: ['Ban Chấp hành Trung ương', 'Trung ương Đảng', 'Ban Chấp hành Trung ương Đảng Cộng sản Việt Nam'],
  }),
  party('bo-chinh-tri', 'Bộ Chính trị'),
  party('ban-bi-thu', 'Ban Bí thư', { aliases: ['Ban Bí thư Trung ương Đảng', 'Ban Bí thư Trung ương'] }),
  party('uy-ban-kiem-tra-trung-uong', 'Ủy ban Kiểm tra Trung ương', { short: ['UBKT Trung ương'] }),
  party('van-phong-trung-uong-dang', 'Văn phòng Trung ương Đảng', {
    short: ['VPTW'],
    aliases: ['Văn phòng Trung ương'],
  }),
  party('ban-to-chuc-trung-uong', 'Ban Tổ chức Trung ương', { short: ['BTCTW'] }),
  party('ban-noi-chinh-trung-uong', 'Ban Nội chính Trung ương', { short: ['BNCTW'] }),
  party('ban-tuyen-giao-va-dan-van-trung-uong', 'Ban Tuyên giáo và Dân vận Trung ương', {
    from: PARTY_DAY,
    source: PARTY_BASIS,
  }),
  party('ban-tuyen-giao-trung-uong', 'Ban Tuyên giáo Trung ương', {
    short: ['BTGTW'],
    to: PARTY_DAY,
    successors: [merged('ban-tuyen-giao-va-dan-van-trung-uong', PARTY_BASIS, PARTY_DAY)],
  }),
  party('ban-dan-van-trung-uong', 'Ban Dân vận Trung ương', {
    short: ['BDVTW'],
    to: PARTY_DAY,
    successors: [merged('ban-tuyen-giao-va-dan-van-trung-uong', PARTY_BASIS, PARTY_DAY)],
  }),
  party('ban-chinh-sach-chien-luoc-trung-uong', 'Ban Chính sách, chiến lược Trung ương', {
    from: PARTY_DAY,
    source: PARTY_BASIS,
  }),
  party('ban-kinh-te-trung-uong', 'Ban Kinh tế Trung ương', {
    to: PARTY_DAY,
    successors: [merged('ban-chinh-sach-chien-luoc-trung-uong', PARTY_BASIS, PARTY_DAY)],
  }),
  party('ban-doi-ngoai-trung-uong', 'Ban Đối ngoại Trung ương', {
    to: PARTY_DAY,
    successors: [merged('bo-ngoai-giao', PARTY_BASIS, PARTY_DAY)],
  }),
  party('dang-uy-chinh-phu', 'Đảng ủy Chính phủ', {
    from: PARTY_DAY,
    aliases: ['Đảng bộ Chính phủ'],
    source: PARTY_BASIS,
  }),
  party('dang-uy-quoc-hoi', 'Đảng ủy Quốc hội', {
    from: PARTY_DAY,
    aliases: ['Đảng bộ Quốc hội'],
    source: PARTY_BASIS,
  }),
  party('dang-uy-cac-co-quan-dang-trung-uong', 'Đảng ủy các cơ quan Đảng Trung ương', {
    from: PARTY_DAY,
    source: PARTY_BASIS,
  }),
  party('ban-can-su-dang-chinh-phu', 'Ban cán sự đảng Chính phủ', {
    to: PARTY_DAY,
    successors: [merged('dang-uy-chinh-phu', PARTY_BASIS, PARTY_DAY)],
  }),
  party('dang-doan-quoc-hoi', 'Đảng đoàn Quốc hội', {
    to: PARTY_DAY,
    successors: [merged('dang-uy-quoc-hoi', PARTY_BASIS, PARTY_DAY)],
  }),
  party('quan-uy-trung-uong', 'Quân ủy Trung ương'),
  party('dang-uy-cong-an-trung-uong', 'Đảng ủy Công an Trung ương'),
  party('hoc-vien-chinh-tri-quoc-gia-ho-chi-minh', 'Học viện Chính trị quốc gia Hồ Chí Minh', { kind: 'school' }),
  party('hoi-dong-ly-luan-trung-uong', 'Hội đồng Lý luận Trung ương'),
];

const OTHERS: readonly AgencyRow[] = [
  body('uy-ban-trung-uong-mttq-viet-nam', 'Ủy ban Trung ương Mặt trận Tổ quốc Việt Nam', {
    kind: 'front',
    short: ['UBTW MTTQ Việt Nam', 'UBTWMTTQ Việt Nam'],
    aliases: ['Trung ương Mặt trận Tổ quốc Việt Nam'],
    source: 'Luật Mặt trận Tổ quốc Việt Nam',
  }),
  body('tong-lien-doan-lao-dong-viet-nam', 'Tổng Liên đoàn Lao động Việt Nam', {
    kind: 'union',
    short: ['Tổng LĐLĐ Việt Nam'],
  }),
  body('trung-uong-hoi-nong-dan', 'Trung ương Hội Nông dân Việt Nam', {
    kind: 'union',
    aliases: ['Hội Nông dân Việt Nam'],
  }),
  body('trung-uong-hoi-lien-hiep-phu-nu', 'Trung ương Hội Liên hiệp Phụ nữ Việt Nam', {
    kind: 'union',
    aliases: ['Hội Liên hiệp Phụ nữ Việt Nam'],
  }),
  body('trung-uong-hoi-cuu-chien-binh', 'Trung ương Hội Cựu chiến binh Việt Nam', {
    kind: 'union',
    aliases: ['Hội Cựu chiến binh Việt Nam'],
  }),
  body('trung-uong-doan', 'Trung ương Đoàn Thanh niên Cộng sản Hồ Chí Minh', {
    kind: 'union',
    aliases: ['Trung ương Đoàn TNCS Hồ Chí Minh', 'Trung ương Đoàn'],
  }),
  body('tand-toi-cao', 'Tòa án nhân dân tối cao', {
    kind: 'court',
    short: ['TANDTC'],
    source: 'Luật Tổ chức Tòa án nhân dân',
  }),
  body('vksnd-toi-cao', 'Viện kiểm sát nhân dân tối cao', {
    kind: 'court',
    short: ['VKSNDTC'],
    source: 'Luật Tổ chức Viện kiểm sát nhân dân',
  }),
];

export const CENTRAL_AGENCIES: readonly AgencyRow[] = [
  ...MINISTRIES,
  ...GOVERNMENT,
  ...NATIONAL_ASSEMBLY,
  ...PARTY,
  ...OTHERS,
];
