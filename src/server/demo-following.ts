/**
 * The demonstration follows its plans: tasks assigned, accepted, worked on, extended, reported, returned, verified – one in
 * each state a task can be in. The printed deadlines are long past; the Office gives new ones around the day it is.
 */
import type { FastifyInstance } from 'fastify';
import { addDays } from '#base/date.ts';
import { keepRegisters } from './demo-registers.ts';
import { Visitor } from './demo-visitor.ts';

interface Followed {
  readonly id: string;
  readonly version: number;
}

/** Heads of agencies that can be signed in as, and their organisations. */
interface Head {
  readonly visitor: Visitor;
  readonly organisationId: string;
}

/** What is done with a task, one after another. `due`: days from today. */
interface Story {
  readonly due: number | null;
  readonly steps: readonly Step[];
}
type Who = 'office' | 'head';
type Step = readonly [who: Who, act: string, more?: Readonly<Record<string, unknown>>];

const accept: Step = ['head', 'accept'];
const told = (text: string, progress: string): Step => ['head', 'update', { text, progress }];
const proof: Step = ['head', 'evidence'];
const done = (text: string): Step => ['head', 'report-done', { text, progress: '100' }];

/** In turn; together they hold every state and every standing. */
const STORIES: readonly Story[] = [
  { due: 45, steps: [accept, told('Đã thành lập tổ soạn thảo, đang lấy ý kiến các đơn vị', '40')] },
  { due: 20, steps: [] },
  {
    due: 30,
    steps: [
      accept,
      told('Đã hoàn thành dự thảo', '80'),
      proof,
      done('Đã trình Ủy ban nhân dân tỉnh phê duyệt'),
      ['office', 'verify'],
    ],
  },
  { due: -12, steps: [accept, told('Chậm do chờ hướng dẫn của bộ, ngành Trung ương', '55')] },
  { due: 4, steps: [accept, told('Đang tổng hợp ý kiến lần cuối', '90')] },
  { due: 60, steps: [accept, proof, done('Đã ban hành văn bản hướng dẫn thực hiện')] },
  {
    due: 15,
    steps: [
      accept,
      proof,
      done('Đã báo cáo kết quả rà soát'),
      ['office', 'return', { text: 'Báo cáo chưa có phụ lục số liệu theo từng địa phương, đề nghị bổ sung' }],
    ],
  },
  {
    due: 10,
    steps: [accept, ['head', 'ask-extension', { text: 'Phải chờ kết quả thẩm định của cơ quan chuyên môn', days: 55 }]],
  },
  {
    due: -5,
    steps: [accept, proof, done('Đã hoàn thành, báo cáo kèm theo'), ['office', 'verify']],
  },
  { due: 90, steps: [accept] },
  {
    due: 25,
    steps: [
      accept,
      ['head', 'ask-extension', { text: 'Khối lượng hồ sơ phát sinh lớn', days: 70 }],
      ['office', 'grant-extension'],
      told('Đã xử lý hai phần ba số hồ sơ', '66.5'),
    ],
  },
  { due: 120, steps: [accept, ['office', 'suspend', { text: 'Chờ Trung ương ban hành quy định mới' }]] },
  { due: -30, steps: [] },
  { due: null, steps: [accept, told('Thực hiện thường xuyên', '50')] },
  { due: 75, steps: [['office', 'cancel', { text: 'Nội dung đã gộp vào nhiệm vụ khác' }]] },
  { due: 6, steps: [] },
];

/** Every so many-th task is left for whoever tries the demonstration to assign. */
const LEFT = 5;

export async function follow(app: FastifyInstance, province: string, office: Visitor, today: string): Promise<void> {
  const heads = await Promise.all(
    ['giam-doc', 'giam-doc-nn', 'giam-doc-nv'].map((login) => headOf(app, province, login)),
  );
  const tasks = await allTasks(office);
  let turn = 0;
  for (const [i, task] of tasks.entries()) {
    if (i % LEFT === LEFT - 1) continue;
    const leads = await leadsToday(office, task.id);
    const named = heads.find((head) => leads.includes(head.organisationId));
    if (leads.length > 0 && !named) {
      // Nobody of these agencies can be signed in as: assigned, and waiting to be accepted.
      await act(office, task, { act: 'assign', dueOn: addDays(today, 14 + (i % 6) * 20) });
      continue;
    }
    const story = STORIES[turn++ % STORIES.length] as Story;
    const head = named ?? (heads[turn % heads.length] as Head);
    await tell(office, head, task, named ? [] : [head.organisationId], story, today);
  }
  const [head, ...others] = heads as [Head, ...Head[]];
  const leader = await Visitor.signIn(app, province, 'lanh-dao');
  const officer = await Visitor.signIn(app, province, 'chuyen-vien');
  await keepRegisters(
    {
      office,
      leader,
      head: head.visitor,
      officer,
      agency: head.organisationId,
      others: others.map((one) => one.organisationId),
    },
    today,
  );
}

async function headOf(app: FastifyInstance, province: string, login: string): Promise<Head> {
  const visitor = await Visitor.signIn(app, province, login);
  const me = await visitor.send<{ post: { organisation: { id: string } } }>('GET', '/session');
  return { visitor, organisationId: me.post.organisation.id };
}

async function allTasks(office: Visitor): Promise<Followed[]> {
  const tasks: Followed[] = [];
  for (let cursor = ''; ; ) {
    const page = await office.send<{ items: Followed[]; nextCursor: string | null }>(
      'GET',
      `/tasks?limit=200${cursor}`,
    );
    tasks.push(...page.items);
    if (page.nextCursor === null) return tasks;
    cursor = `&cursor=${page.nextCursor}`;
  }
}

/** Who has the work today of those whom the document names to lead. */
async function leadsToday(office: Visitor, id: string): Promise<string[]> {
  type Named = { role: string; proposed: { organisationId: string } | null };
  const { items } = await office.send<{ items: Named[] }>('GET', `/tasks/${id}/assignment`);
  return items.flatMap(({ role, proposed }) => (role === 'lead' && proposed ? [proposed.organisationId] : []));
}

async function act(who: Visitor, { id, version }: Followed, body: object): Promise<Followed> {
  return who.send<Followed>('POST', `/tasks/${id}/acts`, { version, ...body });
}

/** `leads`: whom it is given to; empty: those whom the document names. */
async function tell(
  office: Visitor,
  head: Head,
  task: Followed,
  leads: readonly string[],
  story: Story,
  today: string,
): Promise<void> {
  const due = story.due === null ? {} : { dueOn: addDays(today, story.due) };
  let now = await act(office, task, { act: 'assign', ...(leads.length > 0 ? { leads } : {}), ...due });
  for (const [who, name, more = {}] of story.steps) {
    const by = who === 'office' ? office : head.visitor;
    if (name === 'evidence') {
      const of = { subjectType: 'task', subjectId: task.id };
      await by.send('POST', '/evidence/link', {
        ...of,
        url: 'https://congbao.chinhphu.vn/',
        name: 'Văn bản đã ban hành',
      });
      continue;
    }
    const { days, ...rest } = more;
    now = await act(by, now, {
      act: name,
      ...rest,
      ...(typeof days === 'number' ? { dueOn: addDays(today, days) } : {}),
    });
  }
}
