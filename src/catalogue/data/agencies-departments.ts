/** Departments of a province (sở), before and after the reform of 2025. */
import type { AgencyRow } from '../agencies-model.ts';
import { GENERAL, merged, NEW, OLD, REFORM } from './agencies-basis.ts';

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

export const DEPARTMENTS: readonly AgencyRow[] = [
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
