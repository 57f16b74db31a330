/**
 * The rest of the demonstration's following: parts of tasks, a person who does them, directives, products on their way,
 * action plans, a target that is divided, long-standing cases, inspections of which two clash. The cases are made up.
 */
import { addDays } from '#base/date.ts';
import type { Visitor } from './demo-visitor.ts';

export interface DemoPeople {
  readonly office: Visitor;
  readonly leader: Visitor;
  readonly head: Visitor;
  readonly officer: Visitor;
  /** Organisation of the head and the officer. */
  readonly agency: string;
  /** Other agencies with a head. */
  readonly others: readonly string[];
}

interface Versioned {
  readonly id: string;
  readonly version: number;
}

export async function keepRegisters(people: DemoPeople, today: string): Promise<void> {
  const { items: plans } = await people.office.send<{ items: (Versioned & { id: string })[] }>('GET', '/plans');
  const plan = plans[0];
  if (!plan) return;
  await breakDown(people, today);
  await giveDirectives(people, plan.id, today);
  await moveProducts(people, plan.id, today);
  await planActions(people, plan, today);
  await divideTarget(people, plan.id);
  await keepCases(people, today);
  await planInspections(people, today);
}

/** Two tasks that the agency works on, in quarters; the officer has been told of one part and told of it. */
async function breakDown({ office, head, officer, agency }: DemoPeople, today: string): Promise<void> {
  const { post } = await officer.send<{ post: { id: string } }>('GET', '/session');
  const filter = `organisation=${agency}&role=lead&state=accepted,in-progress&origin=document&due=with&sort=due`;
  const { items } = await office.send<{ items: Versioned[] }>('GET', `/tasks?${filter}&limit=2`);
  for (const [i, task] of items.entries()) {
    const made = await head.send<{ items: Versioned[] }>('POST', `/tasks/${task.id}/parts`, {
      version: task.version,
      late: true,
      parts: [
        { text: 'Rà soát hiện trạng, tổng hợp số liệu của các đơn vị', postId: post.id, dueOn: addDays(today, 3) },
        { text: 'Xây dựng dự thảo, lấy ý kiến bằng văn bản', postId: post.id, dueOn: addDays(today, 18) },
        { text: 'Hoàn thiện hồ sơ, trình cấp có thẩm quyền', dueOn: addDays(today, 30) },
      ],
    });
    const [first] = made.items;
    if (i > 0 || !first) continue;
    const told = { act: 'update', text: 'Đã có số liệu của 8 trên 12 đơn vị', progress: '65' };
    await officer.send('POST', `/tasks/${first.id}/acts`, { version: first.version, ...told });
  }
}

async function giveDirectives({ leader, agency, others }: DemoPeople, planId: string, today: string): Promise<void> {
  const orders: readonly (readonly [string, string, number])[] = [
    ['Tổng hợp tiến độ giải ngân vốn đầu tư công, báo cáo nguyên nhân chậm của từng dự án', agency, 9],
    ['Kiểm tra công tác phòng, chống thiên tai tại các địa bàn xung yếu, báo cáo kết quả', others[0] ?? agency, 21],
    ['Đề xuất phương án bố trí cán bộ, công chức sau sắp xếp', others[1] ?? agency, -3],
  ];
  for (const [text, lead, days] of orders)
    await leader.send('POST', '/directives', { planId, text, leads: [lead], dueOn: addDays(today, days) });
}

/** Products at each stage; the rest are still to be drafted. */
async function moveProducts({ office }: DemoPeople, planId: string, today: string): Promise<void> {
  const { items } = await office.send<{ items: Versioned[] }>('GET', `/deliverables?plan=${planId}&limit=4`);
  const stages = ['drafted', 'appraised', 'submitted', 'issued'];
  for (const [i, product] of items.entries()) {
    let { version } = product;
    for (const [step, to] of stages.slice(0, i + 1).entries()) {
      const body = {
        version,
        to,
        on: addDays(today, -40 + step * 10),
        ...(to === 'issued' ? { symbol: '215/QĐ-UBND' } : {}),
      };
      ({ version } = await office.send<Versioned>('POST', `/deliverables/${product.id}/stage`, body));
    }
  }
}

/** Due a week ago; one agency has issued its own, the others have not. */
async function planActions({ office, head, agency }: DemoPeople, plan: Versioned, today: string): Promise<void> {
  await office.send('PUT', `/plans/${plan.id}/action-plan-due`, { version: plan.version, dueOn: addDays(today, -7) });
  await head.send('PUT', `/plans/${plan.id}/action-plans/${agency}`, {
    version: null,
    symbol: '45/KH-STC',
    issuedOn: addDays(today, -10),
  });
}

/** The first target that is an amount, shared among three agencies, with some left. */
async function divideTarget({ office, agency, others }: DemoPeople, planId: string): Promise<void> {
  interface Target {
    readonly id: string;
    readonly ordinal: number;
    readonly measure: string;
    readonly value: string;
    readonly unit: string | null;
  }
  const { items } = await office.send<{ items: Target[] }>('GET', `/plans/${planId}/targets`);
  const amount = items.find((one) => one.measure === 'level' && /^\d+$/.test(one.value) && Number(one.value) >= 1000);
  if (!amount) return;
  const third = Math.floor(Number(amount.value) / 4);
  await office.send('PUT', `/targets/${amount.id}/allocations`, {
    targetOrdinal: amount.ordinal,
    version: 0,
    parentPartId: null,
    dimension: 'organisation',
    rule: 'sum',
    course: 'adds',
    places: 0,
    parts: [agency, ...others].map((organisationId) => ({ organisationId, value: String(third) })),
  });
}

async function keepCases({ office, agency, others }: DemoPeople, today: string): Promise<void> {
  const step = (text: string, due: number, done?: number) => ({
    text,
    dueOn: addDays(today, due),
    ...(done === undefined ? {} : { doneOn: addDays(today, done) }),
  });
  await office.send('POST', '/cases', {
    title: 'Quyết toán dự án hoàn thành nhưng kéo dài tại khu tái định cư trung tâm',
    field: 'Đầu tư công',
    organisationId: agency,
    responsible: 'Phó Giám đốc phụ trách đầu tư',
    aroseOn: addDays(today, -900),
    dueOn: addDays(today, 40),
    steps: [
      step('Đối chiếu công nợ với nhà thầu', -60, -55),
      step('Thẩm tra quyết toán', -10),
      step('Phê duyệt quyết toán', 35),
    ],
  });
  await office.send('POST', '/cases', {
    title: 'Khiếu nại về bồi thường, hỗ trợ khi thu hồi đất làm đường ven biển',
    field: 'Đất đai',
    organisationId: others[0] ?? agency,
    aroseOn: addDays(today, -1500),
    dueOn: addDays(today, -20),
    steps: [step('Đối thoại với các hộ dân', -90, -88), step('Ban hành quyết định giải quyết', -30)],
  });
}

/** Two bodies go to the same one in the same months. */
async function planInspections({ office, agency, others }: DemoPeople, today: string): Promise<void> {
  const year = Number(today.slice(0, 4));
  const plan = (organisationId: string, subject: object, content: string, fromMonth: string, toMonth: string) =>
    office.send('POST', '/inspections', {
      year,
      kind: 'inspection',
      organisationId,
      ...subject,
      content,
      fromMonth: `${year}-${fromMonth}`,
      toMonth: `${year}-${toMonth}`,
    });
  const company = { subjectName: 'Công ty cổ phần Cấp nước' };
  const [farming, home] = [others[0] ?? agency, others[1] ?? agency];
  await plan(agency, company, 'Chấp hành pháp luật về tài chính, thuế', '09', '10');
  await plan(farming, company, 'Khai thác tài nguyên nước, xả thải', '10', '11');
  await plan(home, { subjectId: farming }, 'Quản lý, sử dụng biên chế, tuyển dụng viên chức', '11', '12');
}
