/** Council and committee of a province, units below it, the Front and its unions, armed forces, courts; with the departments and offices: all bodies of a province. */
import type { AgencyRow } from '../agencies-model.ts';
import { GENERAL, REFORM, TWO_TIER } from './agencies-basis.ts';
import { DEPARTMENTS } from './agencies-departments.ts';
import { OFFICES, VERTICAL } from './agencies-offices.ts';

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
