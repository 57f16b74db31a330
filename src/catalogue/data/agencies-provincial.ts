/** State bodies of a province (cơ quan nhà nước cấp tỉnh), the Front and its unions, units below the province. */
import type { AgencyRow, Succession } from '../agencies-model.ts';

const OLD = 'NĐ 24/2014/NĐ-CP, NĐ 107/2020/NĐ-CP';
const NEW = 'NĐ 45/2025/NĐ-CP, NĐ 150/2025/NĐ-CP';
const GENERAL = 'general knowledge of the administration, to be confirmed';
const REFORM = '2025-03-01';
const TWO_TIER = '2025-07-01';

const merged = (code: string, from: string = REFORM, basis: string = NEW): Succession => ({ code, from, basis });

type Extra = Partial<Omit<AgencyRow, 'code' | 'name' | 'short' | 'aliases'>> & { aliases?: readonly string[] };

/** A department (sở): the domain and its abbreviations, the first of them the usual one. */
function department(code: string, domain: string, abbreviations: readonly string[], extra: Extra = {}): AgencyRow {
  const [usual, ...others] = abbreviations.map((text) => `Sở ${text}`);
  return {
    kind: 'department',
    level: 'province',
    source: `${OLD}; ${NEW}`,
    ...extra,
    code,
    name: `Sở ${domain}`,
    short: usual === undefined ? [] : [usual],
    aliases: [...others, ...(extra.aliases ?? [])],
  };
}

const DEPARTMENTS: readonly AgencyRow[] = [
  department('so-noi-vu', 'Nội vụ', []),
  department('so-tu-phap', 'Tư pháp', []),
  department('so-tai-chinh', 'Tài chính', [], { aliases: ['Sở Tài chính - Vật giá'] }),
  department('so-cong-thuong', 'Công Thương', []),
  department('so-nong-nghiep-va-moi-truong', 'Nông nghiệp và Môi trường', ['NN&MT', 'NNMT'], {
    from: REFORM,
    source: NEW,
  }),
  department('so-xay-dung', 'Xây dựng', ['XD']),
  department('so-khoa-hoc-va-cong-nghe', 'Khoa học và Công nghệ', ['KH&CN', 'KHCN']),
  department('so-van-hoa-the-thao-va-du-lich', 'Văn hóa, Thể thao và Du lịch', [
    'VH,TT&DL',
    'VHTT&DL',
    'VHTTDL',
    'VH-TTDL',
    'Văn hóa, TT&DL',
  ]),
  department('so-giao-duc-va-dao-tao', 'Giáo dục và Đào tạo', ['GD&ĐT', 'GDĐT', 'Giáo dục - ĐT']),
  department('so-y-te', 'Y tế', ['YT']),
  department('so-ngoai-vu', 'Ngoại vụ', []),
  department('so-dan-toc-va-ton-giao', 'Dân tộc và Tôn giáo', ['DT&TG', 'DTTG'], { from: REFORM, source: NEW }),
  department('so-du-lich', 'Du lịch', [], { source: `${NEW}; in some provinces only` }),
  department('so-van-hoa-va-the-thao', 'Văn hóa và Thể thao', ['VH&TT', 'VHTT'], {
    source: `${OLD}; ${NEW}; where there is a Sở Du lịch`,
  }),
  department('so-quy-hoach-kien-truc', 'Quy hoạch - Kiến trúc', ['QH-KT', 'QHKT'], {
    source: `${OLD}; ${NEW}; Hà Nội and TP. Hồ Chí Minh only`,
  }),
  department('so-an-toan-thuc-pham', 'An toàn thực phẩm', ['ATTP'], {
    from: '2024-01-01',
    source: `NQ 98/2023/QH15, TP. Hồ Chí Minh only; dates: ${GENERAL}`,
  }),
  department('so-ke-hoach-va-dau-tu', 'Kế hoạch và Đầu tư', ['KH&ĐT', 'KHĐT'], {
    to: REFORM,
    successors: [merged('so-tai-chinh')],
    source: `${OLD}; merged by NĐ 45/2025/NĐ-CP`,
  }),
  department('so-giao-thong-van-tai', 'Giao thông vận tải', ['GTVT', 'GT-VT'], {
    to: REFORM,
    aliases: ['Sở Giao thông - Vận tải', 'Sở Giao thông công chính'],
    successors: [merged('so-xay-dung')],
    source: `${OLD}; merged by NĐ 45/2025/NĐ-CP`,
  }),
  department('so-thong-tin-va-truyen-thong', 'Thông tin và Truyền thông', ['TT&TT', 'TTTT'], {
    to: REFORM,
    successors: [merged('so-khoa-hoc-va-cong-nghe'), merged('so-van-hoa-the-thao-va-du-lich')],
    source: `${OLD}; merged by NĐ 45/2025/NĐ-CP, press and publishing to culture`,
  }),
  department(
    'so-nong-nghiep-va-phat-trien-nong-thon',
    'Nông nghiệp và Phát triển nông thôn',
    ['NN&PTNT', 'NNPTNT', 'Nông nghiệp & PTNT'],
    {
      to: REFORM,
      successors: [merged('so-nong-nghiep-va-moi-truong')],
      source: `${OLD}; merged by NĐ 45/2025/NĐ-CP`,
    },
  ),
  department('so-tai-nguyen-va-moi-truong', 'Tài nguyên và Môi trường', ['TN&MT', 'TNMT'], {
    to: REFORM,
    aliases: ['Sở Tài nguyên Môi trường'],
    successors: [merged('so-nong-nghiep-va-moi-truong')],
    source: `${OLD}; merged by NĐ 45/2025/NĐ-CP`,
  }),
  department(
    'so-lao-dong-thuong-binh-va-xa-hoi',
    'Lao động - Thương binh và Xã hội',
    ['LĐ-TB&XH', 'LĐTB&XH', 'LĐTBXH', 'LĐ-TBXH', 'Lao động - TB&XH', 'Lao động - TBXH', 'LĐ, Thương binh và Xã hội'],
    {
      to: REFORM,
      successors: [
        merged('so-noi-vu'),
        merged('so-y-te'),
        merged('so-giao-duc-va-dao-tao'),
        merged('so-nong-nghiep-va-moi-truong'),
      ],
      source: `${OLD}; split by NĐ 45/2025/NĐ-CP: labour to home affairs, social protection to health, vocational education to education, poverty reduction to agriculture`,
    },
  ),
  {
    code: 'ban-dan-toc',
    kind: 'department',
    level: 'province',
    name: 'Ban Dân tộc tỉnh',
    weak: ['Ban Dân tộc'],
    to: REFORM,
    aliases: ['Ban Dân tộc và Miền núi tỉnh'],
    successors: [merged('so-dan-toc-va-ton-giao'), merged('so-noi-vu')],
    source: `${OLD}; NĐ 45/2025/NĐ-CP; where no such department was set up its work went to Sở Nội vụ`,
  },
  {
    code: 'ban-ton-giao',
    kind: 'department',
    level: 'province',
    name: 'Ban Tôn giáo tỉnh',
    weak: ['Ban Tôn giáo'],
    to: REFORM,
    successors: [merged('so-dan-toc-va-ton-giao'), merged('so-noi-vu')],
    source: `part of Sở Nội vụ until 2025; ${GENERAL}`,
  },
  {
    code: 'thanh-tra-tinh',
    kind: 'department',
    level: 'province',
    name: 'Thanh tra tỉnh',
    aliases: ['Thanh tra nhà nước tỉnh'],
    source: `Luật Thanh tra; ${OLD}; ${NEW}`,
  },
  {
    code: 'van-phong-ubnd-tinh',
    kind: 'office',
    level: 'province',
    name: 'Văn phòng Ủy ban nhân dân tỉnh',
    short: ['Văn phòng UBND tỉnh', 'VP UBND tỉnh'],
    weak: ['Văn phòng Ủy ban nhân dân'],
    source: `${OLD}; ${NEW}`,
  },
  department('so-cong-nghiep', 'Công nghiệp', [], {
    to: '2008-02-04',
    successors: [merged('so-cong-thuong', '2008-02-04', 'NĐ 13/2008/NĐ-CP')],
    source: 'NĐ 13/2008/NĐ-CP; the date is the decree’s, the merger followed in each province',
  }),
  department('so-thuong-mai', 'Thương mại', [], {
    to: '2008-02-04',
    aliases: ['Sở Thương mại và Du lịch', 'Sở Thương mại - Du lịch'],
    successors: [merged('so-cong-thuong', '2008-02-04', 'NĐ 13/2008/NĐ-CP')],
    source: 'NĐ 13/2008/NĐ-CP; the date is the decree’s, the merger followed in each province',
  }),
  department('so-thuy-san', 'Thủy sản', [], {
    to: '2008-02-04',
    successors: [merged('so-nong-nghiep-va-phat-trien-nong-thon', '2008-02-04', 'NĐ 13/2008/NĐ-CP')],
    source: 'NĐ 13/2008/NĐ-CP; the date is the decree’s, the merger followed in each province',
  }),
  department('so-van-hoa-thong-tin', 'Văn hóa - Thông tin', [], {
    to: '2008-02-04',
    successors: [merged('so-van-hoa-the-thao-va-du-lich', '2008-02-04', 'NĐ 13/2008/NĐ-CP')],
    source: 'NĐ 13/2008/NĐ-CP; the date is the decree’s, the merger followed in each province',
  }),
  department('so-the-duc-the-thao', 'Thể dục - Thể thao', ['TDTT'], {
    to: '2008-02-04',
    successors: [merged('so-van-hoa-the-thao-va-du-lich', '2008-02-04', 'NĐ 13/2008/NĐ-CP')],
    source: 'NĐ 13/2008/NĐ-CP; the date is the decree’s, the merger followed in each province',
  }),
  department('so-buu-chinh-vien-thong', 'Bưu chính, Viễn thông', ['BCVT'], {
    to: '2008-02-04',
    successors: [merged('so-thong-tin-va-truyen-thong', '2008-02-04', 'NĐ 13/2008/NĐ-CP')],
    source: 'NĐ 13/2008/NĐ-CP; the date is the decree’s, the merger followed in each province',
  }),
];

const GOVERNING: readonly AgencyRow[] = [
  {
    code: 'hdnd-tinh',
    kind: 'council',
    level: 'province',
    name: 'Hội đồng nhân dân tỉnh',
    short: ['HĐND tỉnh'],
    weak: ['Hội đồng nhân dân'],
    source: 'Luật Tổ chức chính quyền địa phương',
  },
  {
    code: 'thuong-truc-hdnd-tinh',
    kind: 'council',
    level: 'province',
    name: 'Thường trực Hội đồng nhân dân tỉnh',
    short: ['Thường trực HĐND tỉnh', 'TT HĐND tỉnh'],
    weak: ['Thường trực Hội đồng nhân dân'],
    source: 'Luật Tổ chức chính quyền địa phương',
  },
  ...(
    [
      ['ban-kinh-te-ngan-sach-hdnd', 'Ban Kinh tế - Ngân sách', ['Ban KTNS', 'Ban KT-NS', 'Ban Kinh tế và Ngân sách']],
      ['ban-van-hoa-xa-hoi-hdnd', 'Ban Văn hóa - Xã hội', ['Ban VHXH', 'Ban VH-XH']],
      ['ban-phap-che-hdnd', 'Ban Pháp chế', []],
      ['ban-dan-toc-hdnd', 'Ban Dân tộc', []],
      ['ban-do-thi-hdnd', 'Ban Đô thị', []],
    ] as const
  ).map(
    ([code, name, others]): AgencyRow => ({
      code,
      kind: 'council',
      level: 'province',
      name: `${name}, Hội đồng nhân dân tỉnh`,
      short: [`${name} HĐND tỉnh`],
      aliases: [
        `${name} của Hội đồng nhân dân tỉnh`,
        ...others.flatMap((other) => [`${other}, Hội đồng nhân dân tỉnh`, `${other} của Hội đồng nhân dân tỉnh`]),
      ],
      weak: code === 'ban-dan-toc-hdnd' ? [] : [name, ...others],
      source: 'Luật Tổ chức chính quyền địa phương',
    }),
  ),
  {
    code: 'cac-ban-hdnd-tinh',
    kind: 'council',
    level: 'province',
    collective: true,
    name: 'Các Ban Hội đồng nhân dân tỉnh',
    aliases: ['Các Ban của Hội đồng nhân dân tỉnh'],
    weak: ['Các Ban Hội đồng nhân dân', 'Các Ban của Hội đồng nhân dân'],
    source: 'Luật Tổ chức chính quyền địa phương',
  },
  {
    code: 'van-phong-doan-dbqh-va-hdnd',
    kind: 'office',
    level: 'province',
    name: 'Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh',
    short: ['Văn phòng Đoàn ĐBQH và HĐND tỉnh', 'VP Đoàn ĐBQH&HĐND tỉnh'],
    aliases: ['Văn phòng Hội đồng nhân dân tỉnh', 'Văn phòng Đoàn đại biểu Quốc hội tỉnh'],
    source: 'NQ 1004/2020/UBTVQH14 for the joint office; the aliases are its earlier parts',
  },
  {
    code: 'van-phong-doan-dbqh-hdnd-va-ubnd',
    kind: 'office',
    level: 'province',
    name: 'Văn phòng Đoàn đại biểu Quốc hội, Hội đồng nhân dân và Ủy ban nhân dân tỉnh',
    short: ['Văn phòng Đoàn ĐBQH, HĐND và UBND tỉnh'],
    aliases: ['Văn phòng Hội đồng nhân dân và Ủy ban nhân dân tỉnh'],
    successors: [
      {
        code: 'van-phong-ubnd-tinh',
        from: '2021-01-01',
        basis: 'NQ 1004/2020/UBTVQH14 (the end of the pilot), date to be confirmed',
      },
    ],
    to: '2021-01-01',
    source: `pilot of 2018–2020 in some provinces; ${GENERAL}`,
  },
  {
    code: 'doan-dbqh-tinh',
    kind: 'council',
    level: 'province',
    name: 'Đoàn đại biểu Quốc hội tỉnh',
    short: ['Đoàn ĐBQH tỉnh'],
    weak: ['Đoàn đại biểu Quốc hội'],
    source: 'Luật Tổ chức Quốc hội',
  },
  {
    code: 'ubnd-tinh',
    kind: 'committee',
    level: 'province',
    name: 'Ủy ban nhân dân tỉnh',
    short: ['UBND tỉnh'],
    weak: ['Ủy ban nhân dân'],
    source: 'Luật Tổ chức chính quyền địa phương',
  },
];

const END_OF_DISTRICTS = 'NQ 203/2025/QH15; Luật Tổ chức chính quyền địa phương 2025';

/** Bodies of districts (until 2025-06-30) and communes; one entry per class. */
const BELOW_PROVINCE: readonly AgencyRow[] = (
  [
    ['ubnd', 'committee', 'Ủy ban nhân dân', 'Luật Tổ chức chính quyền địa phương'],
    ['hdnd', 'council', 'Hội đồng nhân dân', 'Luật Tổ chức chính quyền địa phương'],
    ['thuong-truc-hdnd', 'council', 'Thường trực Hội đồng nhân dân', 'Luật Tổ chức chính quyền địa phương'],
    ['uy-ban-mttq', 'front', 'Ủy ban Mặt trận Tổ quốc', 'Điều lệ Mặt trận Tổ quốc Việt Nam'],
    ['cong-an', 'armed-force', 'Công an', 'Luật Công an nhân dân'],
    ['dang-uy', 'party-body', 'Đảng ủy', 'Điều lệ Đảng'],
  ] as const
).flatMap(([code, kind, name, source]): AgencyRow[] => {
  const commune: AgencyRow = {
    code: `${code}-cap-xa`,
    kind,
    level: 'commune',
    collective: true,
    name: `${name} cấp xã`,
    units: 'commune',
    source,
  };
  if (code === 'dang-uy') return [commune];
  const end = code === 'cong-an' ? REFORM : TWO_TIER;
  return [
    {
      code: `${code}-cap-huyen`,
      kind,
      level: 'district',
      collective: true,
      name: `${name} cấp huyện`,
      units: 'district',
      to: end,
      successors: [
        {
          code: `${code}-cap-xa`,
          from: end,
          basis:
            code === 'cong-an' ? 'the end of district police on 2025-03-01, basis to be confirmed' : END_OF_DISTRICTS,
        },
      ],
      source: `${source}; ${code === 'cong-an' ? GENERAL : END_OF_DISTRICTS}`,
    },
    commune,
  ];
});

const FRONT_AND_UNIONS: readonly AgencyRow[] = [
  {
    code: 'uy-ban-mttq-tinh',
    kind: 'front',
    level: 'province',
    name: 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
    short: ['Ủy ban MTTQ Việt Nam tỉnh', 'UBMTTQ tỉnh'],
    aliases: [
      'Ủy ban Mặt trận Tổ quốc tỉnh',
      'Mặt trận Tổ quốc Việt Nam tỉnh',
      'Mặt trận Tổ quốc tỉnh',
      'Mặt trận tỉnh',
    ],
    weak: [
      'Mặt trận Tổ quốc Việt Nam',
      'Mặt trận Tổ quốc',
      'Ủy ban Mặt trận Tổ quốc',
      'Ủy ban Mặt trận Tổ quốc Việt Nam',
    ],
    source: 'Luật Mặt trận Tổ quốc Việt Nam',
  },
  {
    code: 'ban-thuong-truc-uy-ban-mttq-tinh',
    kind: 'front',
    level: 'province',
    name: 'Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh',
    aliases: ['Ban Thường trực Ủy ban Mặt trận Tổ quốc tỉnh'],
    source: 'Điều lệ Mặt trận Tổ quốc Việt Nam',
  },
  ...(
    [
      [
        'lien-doan-lao-dong-tinh',
        'Liên đoàn Lao động',
        ['Liên đoàn Lao động Việt Nam tỉnh', 'Công đoàn tỉnh'],
        ['LĐLĐ tỉnh'],
      ],
      ['hoi-nong-dan-tinh', 'Hội Nông dân', ['Hội Nông dân Việt Nam tỉnh'], ['HND tỉnh']],
      [
        'hoi-lien-hiep-phu-nu-tinh',
        'Hội Liên hiệp Phụ nữ',
        ['Hội Phụ nữ tỉnh', 'Hội Liên hiệp Phụ nữ Việt Nam tỉnh'],
        ['Hội LHPN tỉnh'],
      ],
      ['hoi-cuu-chien-binh-tinh', 'Hội Cựu chiến binh', ['Hội Cựu chiến binh Việt Nam tỉnh'], ['Hội CCB tỉnh']],
    ] as const
  ).map(
    ([code, name, aliases, short]): AgencyRow => ({
      code,
      kind: 'union',
      level: 'province',
      name: `${name} tỉnh`,
      short,
      aliases,
      weak: [name],
      source: 'Luật Mặt trận Tổ quốc Việt Nam; under the Front of the province since 2025',
    }),
  ),
  {
    code: 'tinh-doan',
    kind: 'union',
    level: 'province',
    name: 'Đoàn Thanh niên Cộng sản Hồ Chí Minh tỉnh',
    short: ['Tỉnh đoàn', 'Đoàn TNCS Hồ Chí Minh tỉnh'],
    aliases: [
      'Đoàn Thanh niên tỉnh',
      'Đoàn TNCSHCM tỉnh',
      'Thành đoàn',
      'Tỉnh Đoàn Thanh niên',
      'Ban Thường vụ Tỉnh đoàn',
    ],
    weak: ['Đoàn Thanh niên Cộng sản Hồ Chí Minh', 'Đoàn Thanh niên'],
    source: 'Điều lệ Đoàn TNCS Hồ Chí Minh; under the Front of the province since 2025',
  },
  ...(
    [
      ['hoi-chu-thap-do-tinh', 'Hội Chữ thập đỏ'],
      ['hoi-nguoi-cao-tuoi-tinh', 'Hội Người cao tuổi'],
      ['hoi-khuyen-hoc-tinh', 'Hội Khuyến học'],
      ['hoi-luat-gia-tinh', 'Hội Luật gia'],
      ['hoi-nha-bao-tinh', 'Hội Nhà báo'],
      ['hoi-van-hoc-nghe-thuat-tinh', 'Hội Văn học - Nghệ thuật'],
      ['hoi-doanh-nghiep-tinh', 'Hội Doanh nghiệp'],
      ['hiep-hoi-doanh-nghiep-tinh', 'Hiệp hội Doanh nghiệp'],
      ['hiep-hoi-du-lich-tinh', 'Hiệp hội Du lịch'],
      ['lien-hiep-cac-hoi-khoa-hoc-va-ky-thuat-tinh', 'Liên hiệp các Hội Khoa học và Kỹ thuật'],
      ['lien-hiep-cac-to-chuc-huu-nghi-tinh', 'Liên hiệp các tổ chức hữu nghị'],
      ['lien-minh-hop-tac-xa-tinh', 'Liên minh Hợp tác xã'],
      ['hoi-lien-hiep-thanh-nien-tinh', 'Hội Liên hiệp Thanh niên'],
      ['hoi-doanh-nhan-tre-tinh', 'Hội Doanh nhân trẻ'],
      ['hoi-nan-nhan-chat-doc-da-cam-tinh', 'Hội Nạn nhân chất độc da cam/dioxin'],
    ] as const
  ).map(
    ([code, name]): AgencyRow => ({
      code,
      kind: 'union',
      level: 'province',
      name: `${name} tỉnh`,
      weak: [name],
      source: GENERAL,
    }),
  ),
];

const ARMED_FORCES: readonly AgencyRow[] = [
  {
    code: 'cong-an-tinh',
    kind: 'armed-force',
    level: 'province',
    name: 'Công an tỉnh',
    short: ['CA tỉnh'],
    source: 'Luật Công an nhân dân',
  },
  {
    code: 'bo-chi-huy-quan-su-tinh',
    kind: 'armed-force',
    level: 'province',
    name: 'Bộ Chỉ huy Quân sự tỉnh',
    short: ['Bộ CHQS tỉnh', 'BCHQS tỉnh'],
    aliases: ['Bộ Tư lệnh thành phố', 'Bộ Tư lệnh Thủ đô Hà Nội'],
    weak: ['Bộ Chỉ huy Quân sự'],
    source: 'Luật Quốc phòng; in Hà Nội and TP. Hồ Chí Minh a Bộ Tư lệnh',
  },
  {
    code: 'bo-chi-huy-bo-doi-bien-phong-tinh',
    kind: 'armed-force',
    level: 'province',
    name: 'Bộ Chỉ huy Bộ đội Biên phòng tỉnh',
    short: ['Bộ Chỉ huy BĐBP tỉnh', 'BCH BĐBP tỉnh'],
    aliases: ['Bộ đội Biên phòng tỉnh', 'Biên phòng tỉnh'],
    weak: ['Bộ Chỉ huy Bộ đội Biên phòng'],
    to: REFORM,
    successors: [
      {
        code: 'ban-chi-huy-bo-doi-bien-phong-tinh',
        from: REFORM,
        basis: 'border guard of the province placed under Bộ Chỉ huy Quân sự, basis to be confirmed',
      },
    ],
    source: GENERAL,
  },
  {
    code: 'ban-chi-huy-bo-doi-bien-phong-tinh',
    kind: 'armed-force',
    level: 'province',
    name: 'Ban Chỉ huy Bộ đội Biên phòng tỉnh',
    short: ['Ban Chỉ huy BĐBP tỉnh'],
    aliases: ['Ban Chỉ huy Bộ đội Biên phòng, Bộ Chỉ huy Quân sự tỉnh'],
    weak: ['Ban Chỉ huy Bộ đội Biên phòng'],
    from: REFORM,
    source: GENERAL,
  },
  {
    code: 'canh-sat-phong-chay-chua-chay-tinh',
    kind: 'armed-force',
    level: 'province',
    name: 'Cảnh sát Phòng cháy và Chữa cháy tỉnh',
    short: ['Cảnh sát PCCC tỉnh'],
    to: '2018-08-07',
    successors: [{ code: 'cong-an-tinh', from: '2018-08-07', basis: 'NĐ 01/2018/NĐ-CP, date to be confirmed' }],
    source: GENERAL,
  },
];

const JUDICIAL: readonly AgencyRow[] = [
  {
    code: 'tand-tinh',
    kind: 'court',
    level: 'province',
    name: 'Tòa án nhân dân tỉnh',
    short: ['TAND tỉnh'],
    weak: ['Tòa án nhân dân'],
    source: 'Luật Tổ chức Tòa án nhân dân',
  },
  {
    code: 'vksnd-tinh',
    kind: 'court',
    level: 'province',
    name: 'Viện kiểm sát nhân dân tỉnh',
    short: ['VKSND tỉnh'],
    weak: ['Viện kiểm sát nhân dân'],
    source: 'Luật Tổ chức Viện kiểm sát nhân dân',
  },
  {
    code: 'thi-hanh-an-dan-su-tinh',
    kind: 'court',
    level: 'province',
    name: 'Thi hành án dân sự tỉnh',
    short: ['THADS tỉnh'],
    from: TWO_TIER,
    earlier: [
      {
        text: 'Cục Thi hành án dân sự tỉnh',
        short: ['Cục THADS tỉnh'],
        from: null,
        to: TWO_TIER,
      },
    ],
    aliases: ['Cục Thi hành án tỉnh'],
    source: `Luật Thi hành án dân sự; the new name of 2025: ${GENERAL}`,
  },
];

const OFFICES: readonly AgencyRow[] = [
  {
    code: 'ban-quan-ly-khu-kinh-te-tinh',
    kind: 'board',
    level: 'province',
    name: 'Ban Quản lý Khu kinh tế tỉnh',
    short: ['Ban Quản lý KKT tỉnh', 'BQL KKT tỉnh'],
    aliases: ['Ban Quản lý các Khu kinh tế tỉnh'],
    weak: ['Ban Quản lý Khu kinh tế', 'Ban Quản lý các Khu kinh tế'],
    source: 'NĐ 35/2022/NĐ-CP',
  },
  {
    code: 'ban-quan-ly-khu-cong-nghiep-tinh',
    kind: 'board',
    level: 'province',
    name: 'Ban Quản lý các Khu công nghiệp tỉnh',
    short: ['Ban Quản lý các KCN tỉnh', 'BQL các KCN tỉnh'],
    aliases: ['Ban Quản lý Khu công nghiệp tỉnh'],
    weak: ['Ban Quản lý các Khu công nghiệp', 'Ban Quản lý Khu công nghiệp'],
    source: 'NĐ 35/2022/NĐ-CP',
  },
  {
    code: 'ban-quan-ly-khu-kinh-te-va-khu-cong-nghiep-tinh',
    kind: 'board',
    level: 'province',
    name: 'Ban Quản lý Khu kinh tế và các Khu công nghiệp tỉnh',
    short: ['Ban Quản lý KKT và các KCN tỉnh'],
    aliases: [
      'Ban Quản lý Khu kinh tế, Khu công nghiệp tỉnh',
      'Ban Quản lý các Khu công nghiệp và Khu kinh tế tỉnh',
      'Ban Quản lý các Khu kinh tế và Khu công nghiệp tỉnh',
      'Ban Quản lý các Khu công nghiệp, Khu chế xuất tỉnh',
    ],
    weak: ['Ban Quản lý Khu kinh tế và các Khu công nghiệp', 'Ban Quản lý các Khu công nghiệp, Khu kinh tế'],
    source: 'NĐ 35/2022/NĐ-CP',
  },
  {
    code: 'ban-quan-ly-khu-cong-nghe-cao',
    kind: 'board',
    level: 'province',
    name: 'Ban Quản lý Khu công nghệ cao và các khu công nghiệp tỉnh',
    aliases: ['Ban Quản lý Khu công nghệ cao tỉnh'],
    weak: ['Ban Quản lý Khu công nghệ cao'],
    source: GENERAL,
  },
  {
    code: 'van-phong-dieu-phoi-nong-thon-moi-tinh',
    kind: 'office',
    level: 'province',
    name: 'Văn phòng điều phối Chương trình mục tiêu quốc gia xây dựng nông thôn mới tỉnh',
    short: ['Văn phòng điều phối NTM tỉnh', 'VPĐP NTM tỉnh'],
    aliases: ['Văn phòng điều phối xây dựng nông thôn mới tỉnh', 'Văn phòng nông thôn mới tỉnh'],
    weak: [
      'Văn phòng điều phối nông thôn mới',
      'Văn phòng điều phối Chương trình mục tiêu quốc gia xây dựng nông thôn mới',
      'Văn phòng điều phối Chương trình xây dựng nông thôn mới',
      'Văn phòng điều phối Chương trình nông thôn mới',
      'Văn phòng điều phối thực hiện Chương trình mục tiêu quốc gia xây dựng nông thôn mới',
    ],
    source: 'QĐ 1920/QĐ-TTg 2016 on the coordination offices, to be confirmed',
  },
  {
    code: 'trung-tam-ho-tro-phat-trien-doanh-nghiep-va-xuc-tien-dau-tu-tinh',
    kind: 'office',
    level: 'province',
    name: 'Trung tâm Hỗ trợ phát triển doanh nghiệp và Xúc tiến đầu tư tỉnh',
    aliases: ['Trung tâm Hỗ trợ doanh nghiệp và Xúc tiến đầu tư tỉnh'],
    weak: ['Trung tâm Hỗ trợ phát triển doanh nghiệp và Xúc tiến đầu tư'],
    source: GENERAL,
  },
  {
    code: 'trung-tam-xuc-tien-dau-tu-tinh',
    kind: 'office',
    level: 'province',
    name: 'Trung tâm Xúc tiến đầu tư tỉnh',
    short: ['Trung tâm XTĐT tỉnh'],
    aliases: [
      'Trung tâm Xúc tiến đầu tư, Thương mại và Du lịch tỉnh',
      'Trung tâm Xúc tiến Đầu tư - Thương mại - Du lịch tỉnh',
      'Trung tâm Xúc tiến đầu tư và Hỗ trợ doanh nghiệp tỉnh',
      'Trung tâm Xúc tiến Thương mại - Đầu tư tỉnh',
    ],
    weak: ['Trung tâm Xúc tiến đầu tư'],
    source: GENERAL,
  },
  {
    code: 'trung-tam-phuc-vu-hanh-chinh-cong-tinh',
    kind: 'office',
    level: 'province',
    name: 'Trung tâm Phục vụ hành chính công tỉnh',
    short: ['TTPVHCC tỉnh'],
    aliases: ['Trung tâm Hành chính công tỉnh', 'Trung tâm Dịch vụ hành chính công tỉnh'],
    weak: ['Trung tâm Phục vụ hành chính công'],
    source: 'NĐ 61/2018/NĐ-CP, NĐ 118/2025/NĐ-CP',
  },
  ...(
    [
      ['trung-tam-phat-trien-quy-dat-tinh', 'Trung tâm Phát triển quỹ đất', []],
      ['quy-dau-tu-phat-trien-tinh', 'Quỹ Đầu tư phát triển', []],
      ['quy-bao-ve-va-phat-trien-rung-tinh', 'Quỹ Bảo vệ và Phát triển rừng', []],
      ['quy-bao-lanh-tin-dung-tinh', 'Quỹ Bảo lãnh tín dụng', []],
      ['ban-an-toan-giao-thong-tinh', 'Ban An toàn giao thông', ['Ban ATGT']],
      ['ban-thi-dua-khen-thuong-tinh', 'Ban Thi đua - Khen thưởng', ['Ban TĐ-KT']],
      ['van-phong-ban-an-toan-giao-thong-tinh', 'Văn phòng Ban An toàn giao thông', []],
      ['trung-tam-kiem-soat-benh-tat-tinh', 'Trung tâm Kiểm soát bệnh tật', ['CDC']],
      ['chi-cuc-kiem-lam-tinh', 'Chi cục Kiểm lâm', []],
      ['ban-chi-huy-phong-thu-dan-su-tinh', 'Ban Chỉ huy Phòng thủ dân sự', []],
      [
        'ban-chi-huy-phong-chong-thien-tai-tinh',
        'Ban Chỉ huy Phòng, chống thiên tai và Tìm kiếm cứu nạn',
        ['Ban Chỉ huy PCTT và TKCN'],
      ],
      ['hoi-dong-thi-dua-khen-thuong-tinh', 'Hội đồng Thi đua - Khen thưởng', []],
      ['hoi-dong-pho-bien-giao-duc-phap-luat-tinh', 'Hội đồng phối hợp phổ biến, giáo dục pháp luật', []],
    ] as const
  ).map(
    ([code, name, others]): AgencyRow => ({
      code,
      kind: /^(ban|hoi)-/.test(code) ? 'board' : 'office',
      level: 'province',
      name: `${name} tỉnh`,
      aliases: others.map((other) => `${other} tỉnh`),
      weak: [name],
      source: GENERAL,
    }),
  ),
  ...(
    [
      ['ban-quan-ly-du-an-giao-thong-tinh', 'công trình giao thông', ['giao thông']],
      [
        'ban-quan-ly-du-an-dan-dung-va-cong-nghiep-tinh',
        'công trình dân dụng và công nghiệp',
        ['dân dụng và công nghiệp'],
      ],
      [
        'ban-quan-ly-du-an-nong-nghiep-tinh',
        'công trình nông nghiệp và phát triển nông thôn',
        ['nông nghiệp và phát triển nông thôn', 'công trình nông nghiệp'],
      ],
    ] as const
  ).map(
    ([code, name, others]): AgencyRow => ({
      code,
      kind: 'board',
      level: 'province',
      name: `Ban Quản lý dự án đầu tư xây dựng ${name} tỉnh`,
      aliases: [name, ...others].flatMap((what) => [
        `Ban QLDA đầu tư xây dựng ${what} tỉnh`,
        `Ban Quản lý dự án ${what} tỉnh`,
      ]),
      weak: [name, ...others].flatMap((what) => [
        `Ban Quản lý dự án đầu tư xây dựng ${what}`,
        `Ban QLDA đầu tư xây dựng ${what}`,
      ]),
      source: GENERAL,
    }),
  ),
];

const VERTICAL: readonly AgencyRow[] = [
  {
    code: 'cuc-thue-tinh',
    kind: 'vertical-agency',
    level: 'province',
    name: 'Cục Thuế tỉnh',
    weak: ['Cục Thuế'],
    to: REFORM,
    successors: [merged('chi-cuc-thue-khu-vuc', REFORM, 'QĐ 381/QĐ-BTC 2025')],
    source: 'NĐ 29/2025/NĐ-CP; QĐ 381/QĐ-BTC 2025 on Cục Thuế and its 20 regions',
  },
  {
    code: 'chi-cuc-thue-khu-vuc',
    kind: 'vertical-agency',
    level: 'province',
    name: 'Chi cục Thuế khu vực',
    from: REFORM,
    to: TWO_TIER,
    successors: [
      merged('thue-tinh', TWO_TIER, 'reorganisation of tax offices by province on 2025-07-01, basis to be confirmed'),
    ],
    source: 'QĐ 381/QĐ-BTC 2025',
  },
  {
    code: 'thue-tinh',
    kind: 'vertical-agency',
    level: 'province',
    name: 'Thuế tỉnh',
    from: TWO_TIER,
    source: GENERAL,
  },
  {
    code: 'cuc-hai-quan-tinh',
    kind: 'vertical-agency',
    level: 'province',
    name: 'Cục Hải quan tỉnh',
    weak: ['Cục Hải quan'],
    to: REFORM,
    successors: [merged('chi-cuc-hai-quan-khu-vuc', REFORM, 'QĐ 382/QĐ-BTC 2025')],
    source: `NĐ 29/2025/NĐ-CP; QĐ 382/QĐ-BTC 2025, number ${GENERAL}`,
  },
  {
    code: 'chi-cuc-hai-quan-khu-vuc',
    kind: 'vertical-agency',
    level: 'province',
    name: 'Chi cục Hải quan khu vực',
    aliases: ['Hải quan khu vực'],
    from: REFORM,
    source: `QĐ 382/QĐ-BTC 2025, number ${GENERAL}`,
  },
  {
    code: 'thong-ke-tinh',
    kind: 'vertical-agency',
    level: 'province',
    name: 'Thống kê tỉnh',
    from: TWO_TIER,
    earlier: [
      { text: 'Chi cục Thống kê tỉnh', short: [], from: REFORM, to: TWO_TIER },
      { text: 'Cục Thống kê tỉnh', short: ['Cục Thống kê'], from: null, to: REFORM },
    ],
    weak: ['Chi cục Thống kê'],
    source: `NĐ 29/2025/NĐ-CP; the names since 2025: ${GENERAL}`,
  },
  {
    code: 'kho-bac-nha-nuoc-tinh',
    kind: 'vertical-agency',
    level: 'province',
    name: 'Kho bạc Nhà nước tỉnh',
    short: ['KBNN tỉnh'],
    to: REFORM,
    successors: [merged('kho-bac-nha-nuoc-khu-vuc', REFORM, 'QĐ 385/QĐ-BTC 2025, number to be confirmed')],
    source: GENERAL,
  },
  {
    code: 'kho-bac-nha-nuoc-khu-vuc',
    kind: 'vertical-agency',
    level: 'province',
    name: 'Kho bạc Nhà nước khu vực',
    short: ['KBNN khu vực'],
    from: REFORM,
    source: `QĐ 2507/QĐ-BTC 2025 (identification codes) names them; start: ${GENERAL}`,
  },
  {
    code: 'bao-hiem-xa-hoi-tinh',
    kind: 'vertical-agency',
    level: 'province',
    name: 'Bảo hiểm xã hội tỉnh',
    short: ['BHXH tỉnh'],
    aliases: ['Bảo hiểm xã hội khu vực'],
    source: `NĐ 29/2025/NĐ-CP; regional between March and June 2025: ${GENERAL}`,
  },
  {
    code: 'ngan-hang-nha-nuoc-chi-nhanh-tinh',
    kind: 'vertical-agency',
    level: 'province',
    name: 'Ngân hàng Nhà nước Việt Nam chi nhánh tỉnh',
    short: ['NHNN chi nhánh tỉnh'],
    aliases: [
      'Ngân hàng Nhà nước Chi nhánh tỉnh',
      'Ngân hàng Nhà nước - Chi nhánh tỉnh',
      'Ngân hàng Nhà nước Việt Nam - Chi nhánh tỉnh',
      'Chi nhánh Ngân hàng Nhà nước tỉnh',
      'Chi nhánh Ngân hàng Nhà nước Việt Nam tỉnh',
      'Ngân hàng Nhà nước tỉnh',
      'Ngân hàng Nhà nước Việt Nam tỉnh',
    ],
    weak: ['Chi nhánh Ngân hàng Nhà nước'],
    to: REFORM,
    successors: [merged('ngan-hang-nha-nuoc-khu-vuc', REFORM, 'NĐ 26/2025/NĐ-CP')],
    source: 'NĐ 26/2025/NĐ-CP',
  },
  {
    code: 'ngan-hang-nha-nuoc-khu-vuc',
    kind: 'vertical-agency',
    level: 'province',
    name: 'Ngân hàng Nhà nước Khu vực',
    short: ['NHNN Khu vực'],
    aliases: ['Ngân hàng Nhà nước chi nhánh Khu vực', 'Ngân hàng Nhà nước Việt Nam chi nhánh Khu vực'],
    from: REFORM,
    source: 'NĐ 26/2025/NĐ-CP',
  },
  {
    code: 'ngan-hang-chinh-sach-xa-hoi-tinh',
    kind: 'vertical-agency',
    level: 'province',
    name: 'Ngân hàng Chính sách xã hội chi nhánh tỉnh',
    short: ['NHCSXH tỉnh'],
    aliases: [
      'Chi nhánh Ngân hàng Chính sách xã hội tỉnh',
      'Ngân hàng Chính sách xã hội tỉnh',
      'Ngân hàng Chính sách xã hội - Chi nhánh tỉnh',
    ],
    source: GENERAL,
  },
  {
    code: 'cuc-quan-ly-thi-truong-tinh',
    kind: 'vertical-agency',
    level: 'province',
    name: 'Chi cục Quản lý thị trường tỉnh',
    short: ['Chi cục QLTT tỉnh'],
    from: REFORM,
    earlier: [{ text: 'Cục Quản lý thị trường tỉnh', short: ['Cục QLTT tỉnh'], from: '2018-10-12', to: REFORM }],
    weak: ['Cục Quản lý thị trường', 'Chi cục Quản lý thị trường'],
    source: `under Sở Công Thương since 2025; ${GENERAL}`,
  },
  {
    code: 'kiem-toan-nha-nuoc-khu-vuc',
    kind: 'vertical-agency',
    level: 'province',
    name: 'Kiểm toán nhà nước khu vực',
    short: ['KTNN khu vực'],
    source: 'Luật Kiểm toán nhà nước',
  },
  {
    code: 'buu-dien-tinh',
    kind: 'enterprise',
    level: 'province',
    name: 'Bưu điện tỉnh',
    source: GENERAL,
  },
  {
    code: 'cong-ty-dien-luc-tinh',
    kind: 'enterprise',
    level: 'province',
    name: 'Công ty Điện lực tỉnh',
    aliases: ['Điện lực tỉnh'],
    weak: ['Công ty Điện lực'],
    source: GENERAL,
  },
];

export const PROVINCIAL_AGENCIES: readonly AgencyRow[] = [
  ...DEPARTMENTS,
  ...GOVERNING,
  ...BELOW_PROVINCE,
  ...FRONT_AND_UNIONS,
  ...ARMED_FORCES,
  ...JUDICIAL,
  ...OFFICES,
  ...VERTICAL,
];
