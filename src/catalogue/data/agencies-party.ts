/** Bodies of the Party at the province (tổ chức đảng cấp tỉnh), its press and school. "Tỉnh ủy" also stands for "Thành ủy". */
import type { AgencyRow } from '../agencies-model.ts';

const CHARTER =
  'Điều lệ Đảng; QĐ 137-QĐ/TW 2023 on the advisory bodies of provincial committees, number to be confirmed';
const GENERAL = 'general knowledge of the Party organisation, to be confirmed';
const REFORM_BASIS =
  'KL 121-KL/TW 2025 on the streamlining of the political system; decisions of each provincial committee';
/** The provincial decisions fall in the first weeks of 2025; this day stands for them. */
const PARTY_REFORM = '2025-02-01';
const DATED = `${REFORM_BASIS}; the day differs by province, to be confirmed`;

const body = (code: string, name: string, extra: Partial<AgencyRow> = {}): AgencyRow => ({
  code,
  kind: 'party-body',
  level: 'province',
  name,
  source: CHARTER,
  ...extra,
});

export const PARTY_AGENCIES: readonly AgencyRow[] = [
  body('tinh-uy', 'Tỉnh ủy'),
  body('dang-bo-tinh', 'Đảng bộ tỉnh'),
  body('ban-chap-hanh-dang-bo-tinh', 'Ban Chấp hành Đảng bộ tỉnh', {
    short: ['BCH Đảng bộ tỉnh'],
    weak: ['Ban Chấp hành Đảng bộ'],
    aliases: ['Tỉnh ủy, Ban Chấp hành Đảng bộ tỉnh'],
  }),
  body('ban-thuong-vu-tinh-uy', 'Ban Thường vụ Tỉnh ủy', {
    short: ['BTV Tỉnh ủy'],
    weak: ['Ban Thường vụ'],
    aliases: ['Thường vụ Tỉnh ủy', 'Ban Thường vụ Đảng bộ tỉnh'],
  }),
  body('thuong-truc-tinh-uy', 'Thường trực Tỉnh ủy', { short: ['TT Tỉnh ủy'] }),
  body('van-phong-tinh-uy', 'Văn phòng Tỉnh ủy', { short: ['VP Tỉnh ủy'] }),
  body('ban-to-chuc-tinh-uy', 'Ban Tổ chức Tỉnh ủy', { short: ['BTC Tỉnh ủy'], weak: ['Ban Tổ chức'] }),
  body('ban-noi-chinh-tinh-uy', 'Ban Nội chính Tỉnh ủy', { weak: ['Ban Nội chính'] }),
  body('uy-ban-kiem-tra-tinh-uy', 'Ủy ban Kiểm tra Tỉnh ủy', {
    short: ['UBKT Tỉnh ủy'],
    weak: ['Ủy ban Kiểm tra'],
    aliases: ['Ủy ban Kiểm tra Đảng bộ tỉnh'],
  }),
  body('ban-tuyen-giao-tinh-uy', 'Ban Tuyên giáo Tỉnh ủy', {
    short: ['BTG Tỉnh ủy'],
    weak: ['Ban Tuyên giáo'],
    to: PARTY_REFORM,
    successors: [{ code: 'ban-tuyen-giao-va-dan-van-tinh-uy', from: PARTY_REFORM, basis: DATED }],
  }),
  body('ban-dan-van-tinh-uy', 'Ban Dân vận Tỉnh ủy', {
    short: ['BDV Tỉnh ủy'],
    weak: ['Ban Dân vận'],
    to: PARTY_REFORM,
    successors: [{ code: 'ban-tuyen-giao-va-dan-van-tinh-uy', from: PARTY_REFORM, basis: DATED }],
  }),
  body('ban-tuyen-giao-va-dan-van-tinh-uy', 'Ban Tuyên giáo và Dân vận Tỉnh ủy', {
    short: ['Ban TG&DV Tỉnh ủy'],
    weak: ['Ban Tuyên giáo và Dân vận'],
    from: PARTY_REFORM,
    source: DATED,
  }),
  body('ban-kinh-te-tinh-uy', 'Ban Kinh tế Tỉnh ủy', {
    to: '2007-05-01',
    successors: [
      { code: 'van-phong-tinh-uy', from: '2007-05-01', basis: 'NQ Trung ương 4 khóa X, date to be confirmed' },
    ],
    source: GENERAL,
  }),
  body('ban-bao-ve-cham-soc-suc-khoe-can-bo-tinh', 'Ban Bảo vệ, chăm sóc sức khỏe cán bộ tỉnh', {
    aliases: ['Ban Bảo vệ chăm sóc sức khỏe cán bộ Tỉnh ủy'],
    source: GENERAL,
  }),
  body('ban-can-su-dang-ubnd-tinh', 'Ban cán sự đảng Ủy ban nhân dân tỉnh', {
    short: ['Ban cán sự đảng UBND tỉnh', 'BCSĐ UBND tỉnh'],
    aliases: ['Ban cán sự Ủy ban nhân dân tỉnh'],
    weak: ['Ban cán sự đảng Ủy ban nhân dân'],
    to: PARTY_REFORM,
    successors: [{ code: 'dang-uy-ubnd-tinh', from: PARTY_REFORM, basis: DATED }],
  }),
  body('dang-doan-hdnd-tinh', 'Đảng đoàn Hội đồng nhân dân tỉnh', {
    short: ['Đảng đoàn HĐND tỉnh'],
    weak: ['Đảng đoàn Hội đồng nhân dân'],
    to: PARTY_REFORM,
    successors: [{ code: 'dang-uy-cac-co-quan-dang-tinh', from: PARTY_REFORM, basis: DATED }],
  }),
  body('dang-doan-mttq-tinh', 'Đảng đoàn Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', {
    short: ['Đảng đoàn MTTQ tỉnh'],
    aliases: ['Đảng đoàn Ủy ban Mặt trận Tổ quốc tỉnh', 'Đảng đoàn Mặt trận Tổ quốc Việt Nam tỉnh'],
    weak: [
      'Đảng đoàn Ủy ban Mặt trận Tổ quốc',
      'Đảng đoàn Mặt trận Tổ quốc',
      'Đảng đoàn Ủy ban Mặt trận Tổ quốc Việt Nam',
    ],
    to: PARTY_REFORM,
    successors: [{ code: 'dang-uy-cac-co-quan-dang-tinh', from: PARTY_REFORM, basis: DATED }],
  }),
  ...(
    [
      ['dang-doan-lien-doan-lao-dong-tinh', 'Đảng đoàn Liên đoàn Lao động'],
      ['dang-doan-hoi-nong-dan-tinh', 'Đảng đoàn Hội Nông dân'],
      ['dang-doan-hoi-lien-hiep-phu-nu-tinh', 'Đảng đoàn Hội Liên hiệp Phụ nữ'],
      ['dang-doan-hoi-cuu-chien-binh-tinh', 'Đảng đoàn Hội Cựu chiến binh'],
      ['ban-can-su-dang-tand-tinh', 'Ban cán sự đảng Tòa án nhân dân'],
      ['ban-can-su-dang-vksnd-tinh', 'Ban cán sự đảng Viện kiểm sát nhân dân'],
    ] as const
  ).map(([code, name]) =>
    body(code, `${name} tỉnh`, {
      to: PARTY_REFORM,
      successors: [{ code: 'dang-uy-cac-co-quan-dang-tinh', from: PARTY_REFORM, basis: DATED }],
    }),
  ),
  body('dang-uy-ubnd-tinh', 'Đảng ủy Ủy ban nhân dân tỉnh', {
    short: ['Đảng ủy UBND tỉnh'],
    aliases: ['Đảng bộ Ủy ban nhân dân tỉnh', 'Ban Thường vụ Đảng ủy Ủy ban nhân dân tỉnh'],
    from: PARTY_REFORM,
    source: DATED,
  }),
  body('dang-uy-cac-co-quan-dang-tinh', 'Đảng ủy các cơ quan Đảng tỉnh', {
    aliases: ['Đảng bộ các cơ quan Đảng tỉnh', 'Ban Thường vụ Đảng ủy các cơ quan Đảng tỉnh'],
    from: PARTY_REFORM,
    source: DATED,
  }),
  body('dang-uy-khoi-cac-co-quan-va-doanh-nghiep-tinh', 'Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh', {
    aliases: [
      'Đảng ủy Khối các cơ quan tỉnh',
      'Đảng ủy Khối doanh nghiệp tỉnh',
      'Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh',
    ],
    to: PARTY_REFORM,
    successors: [
      { code: 'dang-uy-cac-co-quan-dang-tinh', from: PARTY_REFORM, basis: DATED },
      { code: 'dang-uy-ubnd-tinh', from: PARTY_REFORM, basis: DATED },
    ],
  }),
  body('dang-uy-quan-su-tinh', 'Đảng ủy Quân sự tỉnh', { aliases: ['Đảng bộ Quân sự tỉnh'] }),
  body('dang-uy-cong-an-tinh', 'Đảng ủy Công an tỉnh', { aliases: ['Đảng bộ Công an tỉnh'] }),
  body('dang-uy-bo-doi-bien-phong-tinh', 'Đảng ủy Bộ đội Biên phòng tỉnh', {
    aliases: ['Đảng ủy Bộ Chỉ huy Bộ đội Biên phòng tỉnh'],
    to: '2025-03-01',
    successors: [
      {
        code: 'dang-uy-quan-su-tinh',
        from: '2025-03-01',
        basis: 'border guard placed under Bộ Chỉ huy Quân sự, basis to be confirmed',
      },
    ],
    source: GENERAL,
  }),
  body('cac-ban-dang-tinh-uy', 'Các ban Đảng Tỉnh ủy', {
    collective: true,
    aliases: ['Các cơ quan tham mưu, giúp việc Tỉnh ủy', 'Các ban xây dựng Đảng Tỉnh ủy', 'Các ban, Văn phòng Tỉnh ủy'],
    weak: ['Các ban Đảng', 'Các ban xây dựng Đảng'],
  }),
  body('huyen-uy', 'Huyện ủy', {
    level: 'district',
    collective: true,
    place: true,
    townForm: 'Thành ủy',
    aliases: [
      'Quận ủy',
      'Thị ủy',
      'Ban Thường vụ Huyện ủy',
      'Các huyện ủy',
      'Các huyện ủy, thành ủy',
      'Các huyện ủy, thị ủy, thành ủy',
      'Các huyện ủy, thành ủy, thị ủy',
      'Các thành ủy, thị ủy, huyện ủy',
      'Các thị ủy, thành ủy, huyện ủy',
    ],
    to: '2025-07-01',
    successors: [
      { code: 'dang-uy-cap-xa', from: '2025-07-01', basis: 'NQ 203/2025/QH15; the end of district Party committees' },
    ],
  }),
  body('truong-chinh-tri-tinh', 'Trường Chính trị tỉnh', {
    kind: 'school',
    weak: ['Trường Chính trị'],
    source: 'QĐ 09-QĐi/TW 2018 on provincial political schools, number to be confirmed',
  }),
  body('bao-tinh', 'Báo tỉnh', {
    kind: 'media',
    to: '2025-07-01',
    successors: [
      {
        code: 'bao-va-phat-thanh-truyen-hinh-tinh',
        from: '2025-07-01',
        basis: `${REFORM_BASIS}; merged between March and July 2025`,
      },
    ],
    source: GENERAL,
  }),
  body('dai-phat-thanh-va-truyen-hinh-tinh', 'Đài Phát thanh và Truyền hình tỉnh', {
    kind: 'media',
    short: ['Đài PT-TH tỉnh', 'Đài PTTH tỉnh', 'Đài PT&TH tỉnh'],
    aliases: ['Đài Phát thanh - Truyền hình tỉnh', 'Đài Truyền hình tỉnh'],
    weak: ['Đài Phát thanh và Truyền hình'],
    to: '2025-07-01',
    successors: [
      {
        code: 'bao-va-phat-thanh-truyen-hinh-tinh',
        from: '2025-07-01',
        basis: `${REFORM_BASIS}; merged between March and July 2025`,
      },
    ],
    source: GENERAL,
  }),
  body('bao-va-phat-thanh-truyen-hinh-tinh', 'Báo và Phát thanh, Truyền hình tỉnh', {
    kind: 'media',
    aliases: [
      'Báo và Đài Phát thanh, Truyền hình tỉnh',
      'Báo và Phát thanh - Truyền hình tỉnh',
      'Báo và Đài Phát thanh - Truyền hình tỉnh',
    ],
    weak: ['Báo và Phát thanh, Truyền hình', 'Báo và Đài Phát thanh, Truyền hình'],
    from: '2025-02-01',
    source: `${REFORM_BASIS}; date to be confirmed`,
  }),
  body('ban-chi-dao-phong-chong-tham-nhung-tinh', 'Ban Chỉ đạo phòng, chống tham nhũng, tiêu cực tỉnh', {
    aliases: ['Ban Chỉ đạo phòng, chống tham nhũng, lãng phí, tiêu cực tỉnh'],
    source: 'QĐ 67-QĐ/TW 2022',
  }),
  body('ban-chi-dao-35-tinh-uy', 'Ban Chỉ đạo 35 Tỉnh ủy', { aliases: ['Ban Chỉ đạo 35 tỉnh'], source: GENERAL }),
];
