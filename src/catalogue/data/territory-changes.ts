/**
 * What became of communes (xã, phường, đặc khu) and of districts (huyện, quận, thị xã, thành phố thuộc tỉnh), beside
 * `territory.json`: legal bases, changes after 2025-07-01, changes of districts since 2021.
 *
 * Sources: the 34 resolutions of the National Assembly's Standing Committee of 16/06/2025 as the Government's portal
 * lists them; the changes of 2026 as the statistics office lists them (danhmuchanhchinh.nso.gov.vn, seen through two
 * public data sets that agree). "to be confirmed" where the number or the day was not verified.
 */

/** Resolution on the communes of a province of 2025-07-01, by the province's code: number of `…/NQ-UBTVQH15`. */
export const COMMUNE_RESOLUTIONS: Readonly<Record<string, number>> = {
  '01': 1656,
  '04': 1657,
  '08': 1684,
  '11': 1661,
  '12': 1670,
  '14': 1681,
  '15': 1673,
  '19': 1683,
  '20': 1672,
  '22': 1679,
  '24': 1658,
  '25': 1676,
  '31': 1669,
  '33': 1666,
  '37': 1674,
  '38': 1686,
  '40': 1678,
  '42': 1665,
  '44': 1680,
  '46': 1675,
  '48': 1659,
  '51': 1677,
  '52': 1664,
  '56': 1667,
  '66': 1660,
  '68': 1671,
  '75': 1662,
  '79': 1685,
  '80': 1682,
  '82': 1663,
  '86': 1687,
  '91': 1654,
  '92': 1668,
  '96': 1655,
};

/** Xã that became phường under the same name and code. */
export const COMMUNES_TO_WARDS: readonly { readonly from: string; readonly basis: string; readonly codes: string }[] = [
  {
    from: '2026-04-30',
    basis: 'NQ 237/NQ-UBTVQH16',
    codes: '25270 25357 25363 26116 26170 26248 26326 26368 26425 26485',
  },
  {
    from: '2026-09-20',
    basis: 'NQ 388/NQ-UBTVQH16',
    codes: '07294 07375 07399 07444 07840 09193 09292 09313 09319 09454 09475 09496',
  },
];

/**
 * Codes that other lists give a commune by mistake, and the right one. Ba Chẽ stood in a widely used list as 06978
 * until that list put it right; 23737 belonged to Ia Mơ Nông, until 2025 a commune of another district.
 */
export const MISTAKEN_CODES: Readonly<Record<string, string>> = { '06978': '06970', '23737': '23938' };

/** A district that ended before 2025-07-01: joined to others, divided, or raised to another kind. */
export interface DistrictChange {
  readonly province: string;
  readonly name: string;
  /** First day on which it no longer existed. */
  readonly to: string;
  /** The districts that have its area, the main one first. */
  readonly into: readonly string[];
  /** Those of `into` that began on that day; the others were there before. */
  readonly founded: readonly string[];
  readonly basis: string;
}

const renamed = (province: string, name: string, to: string, into: string, basis: string): DistrictChange => ({
  province,
  name,
  to,
  into: [into],
  founded: [into],
  basis,
});

const joined = (
  province: string,
  name: string,
  to: string,
  into: readonly string[],
  basis: string,
): DistrictChange => ({
  province,
  name,
  to,
  into,
  founded: [],
  basis,
});

const founding = (
  province: string,
  name: string,
  to: string,
  into: readonly string[],
  basis: string,
): DistrictChange => ({ province, name, to, into, founded: into, basis });

const resolution = (number: number, sure = true) => `NQ ${number}/NQ-UBTVQH15${sure ? '' : ', number to be confirmed'}`;
const NEW_YEAR = '2025-01-01';

/** Every change of districts from 2021-01-01 (705 units) to 2025-06-30 (696 units). */
export const DISTRICT_CHANGES: readonly DistrictChange[] = [
  renamed('kien-giang', 'Huyện Phú Quốc', '2021-03-01', 'Thành phố Phú Quốc', 'NQ 1109/NQ-UBTVQH14'),
  renamed('bac-ninh', 'Thị xã Từ Sơn', '2021-11-01', 'Thành phố Từ Sơn', resolution(387)),
  renamed('thai-nguyen', 'Thị xã Phổ Yên', '2022-04-10', 'Thành phố Phổ Yên', resolution(469)),
  renamed('binh-phuoc', 'Huyện Chơn Thành', '2022-10-01', 'Thị xã Chơn Thành', resolution(570)),
  renamed('an-giang', 'Huyện Tịnh Biên', '2023-04-10', 'Thị xã Tịnh Biên', resolution(721)),
  renamed('bac-ninh', 'Huyện Quế Võ', '2023-04-10', 'Thị xã Quế Võ', resolution(723)),
  renamed('bac-ninh', 'Huyện Thuận Thành', '2023-04-10', 'Thị xã Thuận Thành', resolution(723)),
  renamed('binh-duong', 'Thị xã Tân Uyên', '2023-04-10', 'Thành phố Tân Uyên', resolution(725)),
  renamed('bac-giang', 'Huyện Việt Yên', '2024-02-01', 'Thị xã Việt Yên', resolution(938, false)),
  renamed('binh-duong', 'Thị xã Bến Cát', '2024-05-01', 'Thành phố Bến Cát', resolution(1012)),
  renamed('tien-giang', 'Thị xã Gò Công', '2024-05-01', 'Thành phố Gò Công', resolution(1013)),
  joined('nam-dinh', 'Huyện Mỹ Lộc', '2024-09-01', ['Thành phố Nam Định'], resolution(1104, false)),
  renamed('quang-ninh', 'Thị xã Đông Triều', '2024-11-01', 'Thành phố Đông Triều', resolution(1199, false)),
  joined('nghe-an', 'Thị xã Cửa Lò', '2024-12-01', ['Thành phố Vinh'], resolution(1243, false)),
  joined('lam-dong', 'Huyện Đạ Tẻh', '2024-12-01', ['Huyện Đạ Huoai'], resolution(1245, false)),
  joined('lam-dong', 'Huyện Cát Tiên', '2024-12-01', ['Huyện Đạ Huoai'], resolution(1245, false)),
  renamed('hai-phong', 'Huyện An Dương', NEW_YEAR, 'Quận An Dương', resolution(1232)),
  renamed('hai-phong', 'Huyện Thủy Nguyên', NEW_YEAR, 'Thành phố Thủy Nguyên', resolution(1232)),
  founding('hue', 'Thành phố Huế', NEW_YEAR, ['Quận Thuận Hóa', 'Quận Phú Xuân'], resolution(1314)),
  renamed('hue', 'Huyện Phong Điền', NEW_YEAR, 'Thị xã Phong Điền', resolution(1314)),
  joined('hue', 'Huyện Nam Đông', NEW_YEAR, ['Huyện Phú Lộc'], resolution(1314)),
  joined('bac-giang', 'Huyện Yên Dũng', NEW_YEAR, ['Thành phố Bắc Giang'], resolution(1191, false)),
  founding('ba-ria-vung-tau', 'Huyện Long Điền', NEW_YEAR, ['Huyện Long Đất'], resolution(1256, false)),
  founding('ba-ria-vung-tau', 'Huyện Đất Đỏ', NEW_YEAR, ['Huyện Long Đất'], resolution(1256, false)),
  joined('ha-tinh', 'Huyện Lộc Hà', NEW_YEAR, ['Huyện Thạch Hà', 'Thành phố Hà Tĩnh'], resolution(1283, false)),
  joined('thanh-hoa', 'Huyện Đông Sơn', NEW_YEAR, ['Thành phố Thanh Hóa'], resolution(1238, false)),
  joined('quang-nam', 'Huyện Nông Sơn', NEW_YEAR, ['Huyện Quế Sơn'], resolution(1241, false)),
  founding('ninh-binh', 'Thành phố Ninh Bình', NEW_YEAR, ['Thành phố Hoa Lư'], resolution(1318, false)),
  founding('ninh-binh', 'Huyện Hoa Lư', NEW_YEAR, ['Thành phố Hoa Lư'], resolution(1318, false)),
  renamed('ha-nam', 'Huyện Kim Bảng', NEW_YEAR, 'Thị xã Kim Bảng', resolution(1294, false)),
  renamed('son-la', 'Huyện Mộc Châu', '2025-02-01', 'Thị xã Mộc Châu', resolution(1280, false)),
  renamed('ba-ria-vung-tau', 'Thị xã Phú Mỹ', '2025-03-01', 'Thành phố Phú Mỹ', resolution(1365)),
];

/** Districts carved out of another that lived on: the one they came from, and since when. */
export const DISTRICTS_CARVED: readonly {
  readonly province: string;
  readonly name: string;
  readonly from: string;
  readonly outOf: string;
  readonly basis: string;
}[] = [
  {
    province: 'bac-giang',
    name: 'Thị xã Chũ',
    from: NEW_YEAR,
    outOf: 'Huyện Lục Ngạn',
    basis: resolution(1191, false),
  },
];
