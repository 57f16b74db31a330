/**
 * Bodies that only some provinces have, with the provinces, and names that a province writes in its own way.
 *
 * `before` are ids of the 63 units until 2025-06-30, `after` of the 34 since; `parts`: every province of which a part
 * had it. Hà Tĩnh, Hưng Yên and Gia Lai were looked at one by one; for the others the lists are general knowledge of
 * the administration, to be confirmed by the province, which corrects its set by import.
 */
export interface Presence {
  readonly before: string;
  readonly after: string;
}

/** Land border or sea coast: 44 of the 63 units. */
const BORDER =
  'quang-ninh hai-phong thai-binh nam-dinh ninh-binh thanh-hoa nghe-an ha-tinh quang-binh quang-tri hue da-nang ' +
  'quang-nam quang-ngai binh-dinh phu-yen khanh-hoa ninh-thuan binh-thuan ba-ria-vung-tau ho-chi-minh tien-giang ' +
  'ben-tre tra-vinh soc-trang bac-lieu ca-mau kien-giang an-giang dong-thap long-an tay-ninh binh-phuoc dak-nong ' +
  'dak-lak gia-lai kon-tum dien-bien lai-chau son-la lao-cai ha-giang cao-bang lang-son';

const CUSTOMS =
  'ha-noi ho-chi-minh hai-phong da-nang can-tho an-giang ba-ria-vung-tau binh-duong binh-dinh binh-phuoc ca-mau ' +
  'cao-bang dak-lak dien-bien dong-nai dong-thap gia-lai ha-giang ha-nam ha-tinh khanh-hoa kien-giang lang-son lao-cai ' +
  'long-an nghe-an quang-binh quang-nam quang-ngai quang-ninh quang-tri tay-ninh thanh-hoa hue bac-ninh';

const ETHNIC_BOARD =
  'ha-noi ho-chi-minh cao-bang bac-kan lang-son ha-giang tuyen-quang lao-cai yen-bai dien-bien lai-chau son-la ' +
  'hoa-binh thai-nguyen bac-giang phu-tho vinh-phuc quang-ninh thanh-hoa nghe-an quang-binh quang-tri hue quang-nam ' +
  'quang-ngai binh-dinh phu-yen khanh-hoa ninh-thuan binh-thuan kon-tum gia-lai dak-lak dak-nong lam-dong binh-phuoc ' +
  'dong-nai ba-ria-vung-tau tra-vinh soc-trang vinh-long an-giang kien-giang ca-mau bac-lieu hau-giang can-tho';

/** Departments of culture and of tourism were two. */
const TOURISM =
  'ha-noi ho-chi-minh hai-phong da-nang quang-ninh ninh-binh hue khanh-hoa ba-ria-vung-tau kien-giang quang-binh';
const TOURISM_AFTER = 'ha-noi ho-chi-minh hue ninh-binh';

const ECONOMIC_ZONES =
  'ha-tinh gia-lai quang-binh quang-tri quang-nam quang-ngai binh-dinh phu-yen khanh-hoa kon-tum binh-phuoc tay-ninh ' +
  'long-an dong-thap an-giang kien-giang ca-mau tra-vinh cao-bang lao-cai ha-giang quang-ninh hai-phong nghe-an dien-bien lai-chau';
const ECONOMIC_AND_INDUSTRIAL = 'thanh-hoa hue thai-binh lang-son';
const HIGH_TECH = 'da-nang ho-chi-minh';
const ECONOMIC_ZONES_AFTER =
  'ha-tinh gia-lai quang-tri quang-ngai khanh-hoa tay-ninh dong-thap an-giang ca-mau cao-bang lao-cai quang-ninh ' +
  'hai-phong nghe-an dien-bien lai-chau tuyen-quang dak-lak vinh-long';
const ECONOMIC_AND_INDUSTRIAL_AFTER = 'thanh-hoa hue hung-yen lang-son';

const CITIES = 'ha-noi ho-chi-minh hai-phong da-nang can-tho';

/** Everything that is not everywhere; `!` before a list: all but these. */
export const PRESENCE: Readonly<Record<string, Presence>> = {
  'so-ngoai-vu': {
    before:
      'ha-noi ho-chi-minh hai-phong da-nang can-tho quang-ninh lang-son cao-bang ha-giang lao-cai lai-chau dien-bien ' +
      'son-la thai-nguyen phu-tho vinh-phuc thanh-hoa nghe-an ha-tinh quang-binh quang-tri hue quang-nam quang-ngai ' +
      'binh-dinh phu-yen khanh-hoa kon-tum gia-lai dak-lak binh-phuoc tay-ninh long-an dong-thap an-giang kien-giang ' +
      'ca-mau ba-ria-vung-tau binh-duong dong-nai tien-giang',
    after:
      'ho-chi-minh hai-phong da-nang quang-ninh lang-son cao-bang tuyen-quang lao-cai dien-bien thanh-hoa ' +
      'nghe-an ha-tinh quang-tri gia-lai tay-ninh dong-nai an-giang',
  },
  'ban-dan-toc': { before: ETHNIC_BOARD, after: '' },
  'ban-dan-toc-hdnd': {
    before:
      'cao-bang bac-kan lang-son ha-giang tuyen-quang lao-cai yen-bai dien-bien lai-chau son-la hoa-binh thai-nguyen ' +
      'bac-giang quang-ninh thanh-hoa nghe-an quang-tri quang-nam quang-ngai binh-dinh phu-yen khanh-hoa ninh-thuan ' +
      'binh-thuan kon-tum gia-lai dak-lak dak-nong lam-dong binh-phuoc tra-vinh soc-trang kien-giang an-giang bac-lieu ca-mau',
    after: 'parts',
  },
  'ban-do-thi-hdnd': { before: CITIES, after: `${CITIES} hue dong-nai quang-ninh bac-ninh` },
  'so-dan-toc-va-ton-giao': {
    before: ETHNIC_BOARD,
    after:
      'ha-noi ho-chi-minh cao-bang lang-son tuyen-quang lao-cai dien-bien lai-chau son-la thai-nguyen bac-ninh phu-tho ' +
      'quang-ninh thanh-hoa nghe-an quang-tri hue da-nang quang-ngai gia-lai khanh-hoa dak-lak lam-dong dong-nai ' +
      'tay-ninh vinh-long an-giang can-tho ca-mau',
  },
  'so-du-lich': { before: TOURISM, after: TOURISM_AFTER },
  'so-van-hoa-va-the-thao': { before: TOURISM, after: TOURISM_AFTER },
  'so-van-hoa-the-thao-va-du-lich': { before: `!${TOURISM}`, after: `!${TOURISM_AFTER}` },
  'so-quy-hoach-kien-truc': { before: 'ha-noi ho-chi-minh', after: 'ha-noi ho-chi-minh' },
  'so-an-toan-thuc-pham': { before: 'ho-chi-minh', after: 'ho-chi-minh' },
  'bo-chi-huy-bo-doi-bien-phong-tinh': { before: BORDER, after: 'parts' },
  'ban-chi-huy-bo-doi-bien-phong-tinh': { before: BORDER, after: 'parts' },
  'dang-uy-bo-doi-bien-phong-tinh': { before: BORDER, after: 'parts' },
  'cuc-hai-quan-tinh': { before: CUSTOMS, after: 'parts' },
  'chi-cuc-hai-quan-khu-vuc': { before: CUSTOMS, after: 'parts' },
  'ban-quan-ly-khu-kinh-te-tinh': { before: ECONOMIC_ZONES, after: ECONOMIC_ZONES_AFTER },
  'ban-quan-ly-khu-kinh-te-va-khu-cong-nghiep-tinh': {
    before: ECONOMIC_AND_INDUSTRIAL,
    after: ECONOMIC_AND_INDUSTRIAL_AFTER,
  },
  'ban-quan-ly-khu-cong-nghe-cao': { before: HIGH_TECH, after: HIGH_TECH },
  'ban-quan-ly-khu-cong-nghiep-tinh': {
    before: `!${ECONOMIC_ZONES} ${ECONOMIC_AND_INDUSTRIAL} da-nang`,
    after: `!${ECONOMIC_ZONES_AFTER} ${ECONOMIC_AND_INDUSTRIAL_AFTER} da-nang`,
  },
  'trung-tam-ho-tro-phat-trien-doanh-nghiep-va-xuc-tien-dau-tu-tinh': { before: 'ha-tinh', after: 'ha-tinh' },
  'trung-tam-xuc-tien-dau-tu-tinh': { before: '!ha-tinh', after: '!ha-tinh' },
};

/** Names of a body in one province, instead of the one made from the agency's name. */
export const OWN_NAMES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'ha-tinh': { 'truong-chinh-tri-tinh': 'Trường Chính trị Trần Phú' },
  'hung-yen': {
    'truong-chinh-tri-tinh': 'Trường Chính trị Nguyễn Văn Linh',
    'trung-tam-xuc-tien-dau-tu-tinh': 'Trung tâm Xúc tiến đầu tư và Hỗ trợ doanh nghiệp tỉnh Hưng Yên',
  },
  'gia-lai': { 'cuc-hai-quan-tinh': 'Cục Hải quan Gia Lai - Kon Tum' },
  'ha-nam': { 'cuc-hai-quan-tinh': 'Cục Hải quan Hà Nam Ninh' },
  'ha-noi': {
    'bo-chi-huy-quan-su-tinh': 'Bộ Tư lệnh Thủ đô Hà Nội',
    'bao-tinh': 'Báo Hànộimới',
    'truong-chinh-tri-tinh': 'Trường Đào tạo cán bộ Lê Hồng Phong',
  },
  'ho-chi-minh': {
    'bo-chi-huy-quan-su-tinh': 'Bộ Tư lệnh Thành phố Hồ Chí Minh',
    'bao-tinh': 'Báo Sài Gòn Giải Phóng',
    'truong-chinh-tri-tinh': 'Học viện Cán bộ Thành phố Hồ Chí Minh',
  },
};
