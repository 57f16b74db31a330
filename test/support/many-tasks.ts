/** A plan with a few dozen tasks in every state, for tests of lists, counts, views and exports. */
import { sql } from 'kysely';
import { addDays } from '#base/date.ts';
import { TASK_STATES } from '#delivery/standing.ts';
import { publishPlan } from './published-plan.ts';
import type { Client, TestProvince, TestServer } from './server.ts';

const PRODUCTS = ['Đề án', 'Kế hoạch', 'Nghị quyết', 'Quyết định'];
const MATTERS = [
  'tái cơ cấu ngân sách',
  'rà soát tài sản công',
  'cải cách hành chính',
  'chuyển đổi số',
  'phát triển đô thị',
];

/** `count` tasks in three parts of a resolution. */
export function textOfTasks(count: number): string {
  const line = (i: number) => {
    const day = addDays('2021-01-28', i * 9);
    const date = `${Number(day.slice(8))}/${Number(day.slice(5, 7))}/${day.slice(0, 4)}`;
    const lead = i % 3 === 0 ? 'Văn phòng Ủy ban nhân dân tỉnh' : 'Sở Tài chính';
    const support = i % 4 === 1 ? ', phối hợp với Văn phòng Ủy ban nhân dân tỉnh' : '';
    const due = i % 5 === 4 ? '' : `, trình Ủy ban nhân dân tỉnh trước ngày ${date}`;
    const matter = MATTERS[i % MATTERS.length];
    return `- ${lead} chủ trì${support} xây dựng ${PRODUCTS[i % PRODUCTS.length]} ${matter} số ${i + 1}${due}.`;
  };
  const lines = Array.from({ length: count }, (_, i) => line(i));
  const third = Math.ceil(count / 3);
  return `HỘI ĐỒNG NHÂN DÂN TỈNH HÀ TĨNH
Số: 09/NQ-HĐND
Hà Tĩnh, ngày 10 tháng 12 năm 2020
NGHỊ QUYẾT
Về kế hoạch phát triển kinh tế - xã hội năm 2021

III. NHIỆM VỤ
1. Về kinh tế
${lines.slice(0, third).join('\n')}
2. Về văn hóa, xã hội
${lines.slice(third, 2 * third).join('\n')}
IV. TỔ CHỨC THỰC HIỆN
${lines.slice(2 * third).join('\n')}
`;
}

/** Publishes them and spreads them over all states, extensions and days of report. */
export async function publishTasks(server: TestServer, province: TestProvince, office: Client, count = 42) {
  const made = await publishPlan(server, province, office, textOfTasks(count));
  const { db } = server.services.database.scope(province.id);
  for (const [i, id] of made.taskIds.entries()) {
    const state = TASK_STATES[i % TASK_STATES.length] as string;
    const reported = addDays('2021-05-01', (i * 17) % 90);
    await sql`update task_life set state = ${state}, assigner_id = ${state === 'draft' ? null : province.office}::uuid,
        reported_on = ${state === 'reported' || state === 'verified' ? reported : null}::date,
        done_on = ${state === 'verified' ? reported : null}::date,
        due_on = case when ${i % 7 === 3} then due_on + 30 else due_on end,
        asked_due_on = case when ${i % 8 === 2 || i % 8 === 3} and due_on is not null then due_on + 60 end,
        returned_on = case when ${i % 16 === 3} then date '2021-05-20' end,
        progress = case when ${i % 2 === 0} then ${i % 100}::numeric end,
        told_at = case when ${i % 3 > 0} then timestamptz '2021-05-01T00:00:00Z' + make_interval(hours => ${(i * 7) % 40}::int) end
      where province_id = ${province.id} and task_id = ${id}`.execute(db);
  }
  return made;
}
