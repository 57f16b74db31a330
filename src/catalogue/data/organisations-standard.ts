/**
 * The bodies that a province has, by the body above them; codes are those of the agencies. What only some provinces
 * have stands in `organisations-provinces.ts` with the provinces.
 *
 * Sources: Luật Tổ chức chính quyền địa phương 2015, 2019, 2025; NĐ 24/2014, NĐ 107/2020, NĐ 45/2025, NĐ 150/2025 on
 * departments; Điều lệ Đảng and KL 121-KL/TW 2025; Luật Mặt trận Tổ quốc Việt Nam. Days as in the agencies' rows.
 */
import type { OrganisationParent } from '../organisations-model.ts';
import { REFORM, TWO_TIER } from './agencies-basis.ts';

/** Under nobody in the province: its own heads, and bodies of the centre that sit in it. */
export const HEADS = [
  'tinh-uy',
  'hdnd-tinh',
  'doan-dbqh-tinh',
  'ubnd-tinh',
  'uy-ban-mttq-tinh',
  'cong-an-tinh',
  'bo-chi-huy-quan-su-tinh',
  'bo-chi-huy-bo-doi-bien-phong-tinh',
  'tand-tinh',
  'vksnd-tinh',
  'thi-hanh-an-dan-su-tinh',
  'cuc-thue-tinh',
  'chi-cuc-thue-khu-vuc',
  'thue-tinh',
  'cuc-hai-quan-tinh',
  'chi-cuc-hai-quan-khu-vuc',
  'thong-ke-tinh',
  'kho-bac-nha-nuoc-tinh',
  'kho-bac-nha-nuoc-khu-vuc',
  'bao-hiem-xa-hoi-tinh',
  'ngan-hang-nha-nuoc-chi-nhanh-tinh',
  'ngan-hang-nha-nuoc-khu-vuc',
  'ngan-hang-chinh-sach-xa-hoi-tinh',
  'cong-ty-dien-luc-tinh',
  'buu-dien-tinh',
] as const;

/** Body above → the bodies under it, in the order in which a province lists them. */
export const UNDER: Readonly<Record<string, readonly string[]>> = {
  'tinh-uy': [
    'ban-thuong-vu-tinh-uy',
    'thuong-truc-tinh-uy',
    'van-phong-tinh-uy',
    'ban-to-chuc-tinh-uy',
    'uy-ban-kiem-tra-tinh-uy',
    'ban-tuyen-giao-tinh-uy',
    'ban-dan-van-tinh-uy',
    'ban-tuyen-giao-va-dan-van-tinh-uy',
    'ban-noi-chinh-tinh-uy',
    'ban-bao-ve-cham-soc-suc-khoe-can-bo-tinh',
    'ban-can-su-dang-ubnd-tinh',
    'dang-doan-hdnd-tinh',
    'dang-doan-mttq-tinh',
    'dang-doan-lien-doan-lao-dong-tinh',
    'dang-doan-hoi-nong-dan-tinh',
    'dang-doan-hoi-lien-hiep-phu-nu-tinh',
    'dang-doan-hoi-cuu-chien-binh-tinh',
    'ban-can-su-dang-tand-tinh',
    'ban-can-su-dang-vksnd-tinh',
    'dang-uy-ubnd-tinh',
    'dang-uy-cac-co-quan-dang-tinh',
    'dang-uy-khoi-cac-co-quan-va-doanh-nghiep-tinh',
    'dang-uy-quan-su-tinh',
    'dang-uy-cong-an-tinh',
    'dang-uy-bo-doi-bien-phong-tinh',
    'ban-chi-dao-phong-chong-tham-nhung-tinh',
    'ban-chi-dao-35-tinh-uy',
    'truong-chinh-tri-tinh',
    'bao-tinh',
    'bao-va-phat-thanh-truyen-hinh-tinh',
  ],
  'hdnd-tinh': [
    'thuong-truc-hdnd-tinh',
    'ban-kinh-te-ngan-sach-hdnd',
    'ban-van-hoa-xa-hoi-hdnd',
    'ban-phap-che-hdnd',
    'ban-dan-toc-hdnd',
    'ban-do-thi-hdnd',
    'van-phong-doan-dbqh-va-hdnd',
  ],
  'ubnd-tinh': [
    'van-phong-ubnd-tinh',
    'so-noi-vu',
    'so-tu-phap',
    'so-ke-hoach-va-dau-tu',
    'so-tai-chinh',
    'so-cong-thuong',
    'so-nong-nghiep-va-phat-trien-nong-thon',
    'so-tai-nguyen-va-moi-truong',
    'so-nong-nghiep-va-moi-truong',
    'so-giao-thong-van-tai',
    'so-xay-dung',
    'so-quy-hoach-kien-truc',
    'so-thong-tin-va-truyen-thong',
    'so-khoa-hoc-va-cong-nghe',
    'so-lao-dong-thuong-binh-va-xa-hoi',
    'so-van-hoa-the-thao-va-du-lich',
    'so-van-hoa-va-the-thao',
    'so-du-lich',
    'so-giao-duc-va-dao-tao',
    'so-y-te',
    'so-an-toan-thuc-pham',
    'so-ngoai-vu',
    'ban-dan-toc',
    'so-dan-toc-va-ton-giao',
    'thanh-tra-tinh',
    'ban-quan-ly-khu-kinh-te-tinh',
    'ban-quan-ly-khu-cong-nghiep-tinh',
    'ban-quan-ly-khu-kinh-te-va-khu-cong-nghiep-tinh',
    'ban-quan-ly-khu-cong-nghe-cao',
    'dai-phat-thanh-va-truyen-hinh-tinh',
    'van-phong-dieu-phoi-nong-thon-moi-tinh',
    'trung-tam-ho-tro-phat-trien-doanh-nghiep-va-xuc-tien-dau-tu-tinh',
    'trung-tam-xuc-tien-dau-tu-tinh',
    'ban-quan-ly-du-an-giao-thong-tinh',
    'ban-quan-ly-du-an-dan-dung-va-cong-nghiep-tinh',
    'ban-quan-ly-du-an-nong-nghiep-tinh',
    'quy-dau-tu-phat-trien-tinh',
    'ban-an-toan-giao-thong-tinh',
    'ban-chi-huy-phong-chong-thien-tai-tinh',
    'ban-chi-huy-phong-thu-dan-su-tinh',
    'hoi-dong-thi-dua-khen-thuong-tinh',
  ],
  'van-phong-ubnd-tinh': ['trung-tam-phuc-vu-hanh-chinh-cong-tinh'],
  'so-noi-vu': ['ban-thi-dua-khen-thuong-tinh'],
  'so-y-te': ['trung-tam-kiem-soat-benh-tat-tinh'],
  'bo-chi-huy-quan-su-tinh': ['ban-chi-huy-bo-doi-bien-phong-tinh'],
};

/** Bodies that came under another body, in the order of time; outside of these days under nobody in the province. */
export const MOVED: Readonly<Record<string, readonly OrganisationParent[]>> = {
  ...Object.fromEntries(
    [
      'lien-doan-lao-dong-tinh',
      'hoi-nong-dan-tinh',
      'hoi-lien-hiep-phu-nu-tinh',
      'tinh-doan',
      'hoi-cuu-chien-binh-tinh',
      'hoi-chu-thap-do-tinh',
      'hoi-nguoi-cao-tuoi-tinh',
      'hoi-khuyen-hoc-tinh',
      'hoi-luat-gia-tinh',
      'hoi-nha-bao-tinh',
      'hoi-van-hoc-nghe-thuat-tinh',
      'lien-hiep-cac-hoi-khoa-hoc-va-ky-thuat-tinh',
      'lien-minh-hop-tac-xa-tinh',
    ].map((code) => [code, [{ code: 'uy-ban-mttq-tinh', from: TWO_TIER, to: null }]]),
  ),
  'cuc-quan-ly-thi-truong-tinh': [{ code: 'so-cong-thuong', from: REFORM, to: null }],
  'chi-cuc-kiem-lam-tinh': [
    { code: 'so-nong-nghiep-va-phat-trien-nong-thon', from: null, to: REFORM },
    { code: 'so-nong-nghiep-va-moi-truong', from: REFORM, to: null },
  ],
  'trung-tam-phat-trien-quy-dat-tinh': [
    { code: 'so-tai-nguyen-va-moi-truong', from: null, to: REFORM },
    { code: 'so-nong-nghiep-va-moi-truong', from: REFORM, to: null },
  ],
};

/** Bodies that began after 2020, where the agency's own row doesn't say so. */
export const BEGAN: Readonly<Record<string, { readonly from: string; readonly basis: string }>> = {
  'ban-chi-dao-phong-chong-tham-nhung-tinh': {
    from: '2022-06-02',
    basis: 'QĐ 67-QĐ/TW 2022; the day is the decision’s',
  },
  'bao-va-phat-thanh-truyen-hinh-tinh': {
    from: TWO_TIER,
    basis: 'merged between March and July 2025, day to be confirmed',
  },
  'ban-chi-huy-phong-thu-dan-su-tinh': { from: '2024-07-01', basis: 'Luật Phòng thủ dân sự 2023; day to be confirmed' },
};

/** Bodies that a document names as one of a class. */
export const CLASSES: Readonly<Record<string, readonly string[]>> = {
  'cac-ban-hdnd-tinh': [
    'ban-kinh-te-ngan-sach-hdnd',
    'ban-van-hoa-xa-hoi-hdnd',
    'ban-phap-che-hdnd',
    'ban-dan-toc-hdnd',
    'ban-do-thi-hdnd',
  ],
  'cac-ban-dang-tinh-uy': [
    'van-phong-tinh-uy',
    'ban-to-chuc-tinh-uy',
    'uy-ban-kiem-tra-tinh-uy',
    'ban-tuyen-giao-tinh-uy',
    'ban-dan-van-tinh-uy',
    'ban-tuyen-giao-va-dan-van-tinh-uy',
    'ban-noi-chinh-tinh-uy',
  ],
};

/** Agencies that are one organisation under two names: the provincial committee is the committee of the Party organisation. */
export const SAME_BODY: Readonly<Record<string, string>> = {
  'ban-chap-hanh-dang-bo-tinh': 'tinh-uy',
  'dang-bo-tinh': 'tinh-uy',
  'ban-thuong-truc-uy-ban-mttq-tinh': 'uy-ban-mttq-tinh',
};

/** Where a body was not kept, who has its work, by preference. */
export const INSTEAD: Readonly<Record<string, readonly string[]>> = {
  'so-ngoai-vu': ['van-phong-ubnd-tinh'],
  'so-du-lich': ['so-van-hoa-the-thao-va-du-lich'],
  'so-van-hoa-va-the-thao': ['so-van-hoa-the-thao-va-du-lich'],
  'so-van-hoa-the-thao-va-du-lich': ['so-van-hoa-va-the-thao', 'so-du-lich'],
  'so-dan-toc-va-ton-giao': ['so-noi-vu'],
  'ban-dan-toc': ['so-noi-vu'],
  'ban-dan-toc-hdnd': ['ban-van-hoa-xa-hoi-hdnd'],
  'ban-do-thi-hdnd': ['ban-kinh-te-ngan-sach-hdnd'],
  'ban-quan-ly-khu-kinh-te-tinh': [
    'ban-quan-ly-khu-kinh-te-va-khu-cong-nghiep-tinh',
    'ban-quan-ly-khu-cong-nghiep-tinh',
    'ban-quan-ly-khu-cong-nghe-cao',
  ],
  'ban-quan-ly-khu-cong-nghiep-tinh': [
    'ban-quan-ly-khu-kinh-te-va-khu-cong-nghiep-tinh',
    'ban-quan-ly-khu-kinh-te-tinh',
  ],
  'ban-quan-ly-khu-kinh-te-va-khu-cong-nghiep-tinh': [
    'ban-quan-ly-khu-kinh-te-tinh',
    'ban-quan-ly-khu-cong-nghiep-tinh',
  ],
  'trung-tam-ho-tro-phat-trien-doanh-nghiep-va-xuc-tien-dau-tu-tinh': ['so-tai-chinh'],
  'trung-tam-xuc-tien-dau-tu-tinh': ['so-tai-chinh'],
};
