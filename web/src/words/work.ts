/** Words of what waits for a post (việc của tôi): titles of the sections, and how a number of each stands in a sentence. */
import type { WORK_SCOPES, WORK_SECTIONS } from '#contract/my-work.ts';

export type WorkScope = (typeof WORK_SCOPES)[number];
export type WorkSection = (typeof WORK_SECTIONS)[number];

export const SCOPE_WORDS: Readonly<Record<WorkScope, string>> = {
  post: 'Của tôi',
  organisation: 'Cơ quan tôi',
  office: 'Văn phòng',
};

export const SECTION_WORDS: Readonly<Record<WorkSection, string>> = {
  'to-verify': 'Chờ xác nhận hoàn thành',
  'to-answer': 'Đề nghị gia hạn chờ trả lời',
  returned: 'Bị trả lại',
  overdue: 'Quá hạn',
  'due-soon': 'Sắp đến hạn',
  'to-accept': 'Chờ tiếp nhận',
  'to-assign': 'Chưa giao',
  'not-accepted': 'Đã giao, chưa tiếp nhận',
  asked: 'Đã xin gia hạn, chờ trả lời',
  reported: 'Đã báo cáo, chờ xác nhận',
  working: 'Đang thực hiện',
  supporting: 'Phối hợp, cần chú ý',
};

/** After a number, in a list: `3 nhiệm vụ quá hạn, 2 chờ xác nhận hoàn thành`. */
export const SECTION_PHRASES: Readonly<Record<WorkSection, string>> = {
  'to-verify': 'chờ xác nhận hoàn thành',
  'to-answer': 'xin gia hạn chờ trả lời',
  returned: 'bị trả lại',
  overdue: 'quá hạn',
  'due-soon': 'sắp đến hạn',
  'to-accept': 'chờ tiếp nhận',
  'to-assign': 'chưa giao',
  'not-accepted': 'đã giao, chưa tiếp nhận',
  asked: 'đã xin gia hạn',
  reported: 'đã báo cáo, chờ xác nhận',
  working: 'đang thực hiện',
  supporting: 'phối hợp, cần chú ý',
};
