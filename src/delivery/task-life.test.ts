/** The acts on tasks: the whole table of who may do what when, histories of any kind, and their undoing. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { ROLE_NAMES, type Role } from '#plan/rights.ts';
import { checkGolden } from '#test/support/golden.ts';
import { ACT_WORDS, ACTS, type Act } from './act.ts';
import { STATE_WORDS, TASK_STATES, type TaskState } from './standing.ts';
import {
  type ActInput,
  type ActingPost,
  allowedActs,
  changed,
  factsOf,
  type Life,
  type LifeFacts,
  performAct,
  type TaskOrigin,
  undone,
} from './task-life.ts';

const LEAD = 'lead';
const SUPPORT = 'support';
const OFFICE = 'office';
const OTHER = 'other';

function life(given: Partial<Life> = {}): Life {
  return {
    origin: 'document',
    state: 'in-progress',
    dueOn: '2021-06-30',
    leadIds: [LEAD],
    supportIds: [SUPPORT],
    acceptedIds: [],
    assignerId: OFFICE,
    postId: null,
    progress: null,
    result: null,
    reportedOn: null,
    doneOn: null,
    returnedOn: null,
    returnReason: null,
    askedDueOn: null,
    askedReason: null,
    pausedState: null,
    ...given,
  };
}

/** Who there is: each kind of post that differs in what it may do. */
const WHO: readonly (readonly [string, ActingPost])[] = [
  ['Văn phòng', { role: 'office', organisationId: OFFICE, postId: 'p-office' }],
  ['Lãnh đạo tỉnh', { role: 'leader', organisationId: 'ubnd', postId: 'p-leader' }],
  ['Thủ trưởng cơ quan chủ trì', { role: 'agency-lead', organisationId: LEAD, postId: 'p-head' }],
  ['Chuyên viên được phân công', { role: 'officer', organisationId: LEAD, postId: 'p-doer' }],
  ['Chuyên viên khác của cơ quan chủ trì', { role: 'officer', organisationId: LEAD, postId: 'p-officer' }],
  ['Thủ trưởng cơ quan phối hợp', { role: 'agency-lead', organisationId: SUPPORT, postId: 'p-support' }],
  ['Thủ trưởng cơ quan khác', { role: 'agency-lead', organisationId: OTHER, postId: 'p-other' }],
  ['Cơ quan giám sát', { role: 'supervisor', organisationId: 'hdnd', postId: 'p-supervisor' }],
  ['Quản trị hệ thống', { role: 'admin', organisationId: OFFICE, postId: 'p-admin' }],
];

/** All that any act may need. */
const GIVEN = { text: 'Lý do', dueOn: '2021-12-31', leadIds: [LEAD], postId: 'p-doer', progress: '50' };
const PLACE = { today: '2021-03-01', evidence: 1 };

/** A life that is in the state the way lives come to be in it. */
function inState(state: TaskState, act: Act, origin: TaskOrigin): Life {
  const asked = act === 'grant-extension' || act === 'refuse-extension';
  return life({
    state,
    origin,
    assignerId: origin === 'breakdown' ? LEAD : OFFICE,
    postId: act === 'name-doer' ? null : 'p-doer',
    pausedState: state === 'suspended' || state === 'cancelled' ? 'in-progress' : null,
    reportedOn: state === 'reported' || state === 'verified' ? '2021-02-20' : null,
    ...(asked ? { askedDueOn: '2021-08-31', askedReason: 'Chờ' } : {}),
  });
}

function tableOf(origin: TaskOrigin): string {
  const sentences = new Map<string, string>();
  const parts = ACTS.map((act) => {
    const rows = WHO.map(([name, post]) => {
      const cells = TASK_STATES.map((state) => {
        const result = performAct(inState(state, act, origin), { act, ...GIVEN }, post, PLACE);
        if (result.ok) return result.value.state === state ? 'được' : `→ ${result.value.state}`;
        const sentence = result.error.vi;
        const mark = sentences.get(sentence) ?? `[${sentences.size + 1}]`;
        sentences.set(sentence, mark);
        return mark;
      });
      return `| ${[name, ...cells].join(' | ')} |`;
    });
    const head = `| | ${TASK_STATES.join(' | ')} |\n|---|${TASK_STATES.map(() => '---').join('|')}|`;
    return `### ${ACT_WORDS[act]} (\`${act}\`)\n\n${head}\n${rows.join('\n')}\n`;
  });
  const legend = [...sentences].map(([sentence, mark]) => `- ${mark} ${sentence}`);
  return `${parts.join('\n')}\n### Câu từ chối\n\n${legend.join('\n')}\n`;
}

describe('the table of acts', () => {
  it('says of every act, state and kind of post whether it is allowed, and with which sentence it is refused', () => {
    const states = TASK_STATES.map((state) => `- \`${state}\`: ${STATE_WORDS[state]}`).join('\n');
    checkGolden(
      'docs/task-acts.md',
      `# Việc được làm đối với nhiệm vụ

Ai được làm gì khi nhiệm vụ ở trạng thái nào. Bảng do phép thử \`src/delivery/task-life.test.ts\` viết ra từ luật trong
\`src/delivery/act.ts\`; \`→ trạng thái\`: được, và nhiệm vụ chuyển sang trạng thái đó; \`được\`: được, trạng thái giữ nguyên; \`[n]\`: bị từ
chối với câu ghi ở cuối.

${states}

## Nhiệm vụ do văn bản giao, ý kiến chỉ đạo, vụ việc

${tableOf('document')}
## Phần việc do cơ quan phân rã

${tableOf('breakdown')}`,
    );
  });

  it('offers exactly what is not refused', () => {
    for (const origin of ['document', 'breakdown'] as const) {
      for (const state of TASK_STATES) {
        for (const [, post] of WHO) {
          const one = inState(state, 'update', origin);
          const open = ACTS.filter((act) => performAct(one, { act, ...GIVEN }, post, PLACE).ok);
          assert.deepEqual(allowedActs(one, post), open, `${origin} ${state} ${ROLE_NAMES[post.role as Role]}`);
        }
      }
    }
  });
});

describe('an act', () => {
  const head = WHO[2]?.[1] as ActingPost;
  const office = WHO[0]?.[1] as ActingPost;
  const code = (given: Partial<Life>, input: ActInput, post = head, evidence = 1) => {
    const result = performAct(life(given), input, post, { today: '2021-03-01', evidence });
    return result.ok ? 'ok' : result.error.code;
  };

  it('needs what it is about', () => {
    assert.equal(code({}, { act: 'report-done' }), 'text-needed');
    assert.equal(code({}, { act: 'report-done', text: '   ' }), 'text-needed');
    assert.equal(code({}, { act: 'report-done', text: 'Xong' }, head, 0), 'evidence-needed');
    assert.equal(code({}, { act: 'update' }), 'text-needed');
    assert.equal(code({}, { act: 'update', progress: '30' }), 'ok');
    assert.equal(code({}, { act: 'ask-extension', text: 'Chờ' }), 'due-needed');
    assert.equal(code({}, { act: 'ask-extension', text: 'Chờ', dueOn: '2021-06-30' }), 'bad-day');
    assert.equal(code({ dueOn: '2021-01-31' }, { act: 'ask-extension', text: 'Chờ', dueOn: '2021-02-15' }), 'bad-day');
    assert.equal(code({ dueOn: null }, { act: 'ask-extension', text: 'Chờ', dueOn: '2021-07-15' }), 'no-deadline');
    assert.equal(code({}, { act: 'name-doer' }), 'post-needed');
    assert.equal(code({ state: 'draft' }, { act: 'assign', leadIds: [] }, office), 'lead-needed');
    assert.equal(code({ state: 'reported' }, { act: 'return' }, office), 'text-needed');
  });

  it('is not done twice', () => {
    assert.equal(code({ acceptedIds: [LEAD] }, { act: 'accept' }), 'already');
    const asked = { askedDueOn: '2021-09-30', askedReason: 'Chờ' };
    assert.equal(code(asked, { act: 'ask-extension', text: 'Chờ', dueOn: '2021-10-30' }), 'already');
    assert.equal(code({}, { act: 'grant-extension' }, office), 'not-asked');
  });

  it('of accepting counts for each of several leads', () => {
    const two = life({ state: 'assigned', leadIds: [LEAD, OTHER] });
    const first = performAct(two, { act: 'accept' }, head, PLACE);
    assert.ok(first.ok);
    assert.deepEqual([first.value.state, first.value.acceptedIds], ['accepted', [LEAD]]);
    const other: ActingPost = { role: 'agency-lead', organisationId: OTHER, postId: 'p-other' };
    const second = performAct({ ...two, ...first.value }, { act: 'accept' }, other, PLACE);
    assert.ok(second.ok);
    assert.deepEqual([second.value.state, second.value.acceptedIds], ['accepted', [LEAD, OTHER]]);
  });

  it('of returning gives a new deadline when one is said, and keeps the old else', () => {
    const reported = life({ state: 'reported', reportedOn: '2021-02-20', result: 'Đã trình' });
    const kept = performAct(reported, { act: 'return', text: 'Thiếu phụ lục' }, office, PLACE);
    const given = performAct(reported, { act: 'return', text: 'Thiếu phụ lục', dueOn: '2021-07-15' }, office, PLACE);
    assert.ok(kept.ok && given.ok);
    assert.deepEqual([kept.value.dueOn, given.value.dueOn], ['2021-06-30', '2021-07-15']);
    assert.deepEqual([kept.value.reportedOn, kept.value.returnReason], [null, 'Thiếu phụ lục']);
  });

  it('of going on leads back to where a suspended task was, also when it was cancelled in between', () => {
    const paused = performAct(life({ state: 'accepted' }), { act: 'suspend', text: 'Chờ' }, office, PLACE);
    assert.ok(paused.ok);
    const ended = performAct({ ...life(), ...paused.value }, { act: 'cancel', text: 'Thôi' }, office, PLACE);
    assert.ok(ended.ok);
    const on = performAct({ ...life(), ...ended.value }, { act: 'resume' }, office, PLACE);
    assert.ok(on.ok);
    assert.equal(on.value.state, 'accepted');
  });
});

describe('a history', () => {
  const step = fc.record({
    act: fc.constantFrom(...ACTS),
    who: fc.nat(WHO.length - 1),
    dueOn: fc.option(fc.constantFrom('2021-04-30', '2021-09-30', '2022-01-31'), { nil: undefined }),
    text: fc.option(fc.constantFrom('Lý do', ' '), { nil: undefined }),
    progress: fc.option(fc.constantFrom('0', '12.5', '100'), { nil: undefined }),
    leadIds: fc.option(fc.subarray([LEAD, OTHER, SUPPORT]), { nil: undefined }),
    postId: fc.option(fc.constantFrom('p-doer', 'p-officer'), { nil: undefined }),
    evidence: fc.nat(1),
  });

  it('of whatever people try keeps what always holds, and is taken back act by act to where it began', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const start = life({ state: 'draft', assignerId: null });
        let now: Life = start;
        const done: { before: Partial<LifeFacts>; after: Partial<LifeFacts> }[] = [];
        for (const { who, evidence, ...input } of steps) {
          const post = WHO[who]?.[1] as ActingPost;
          const result = performAct(now, input, post, { today: '2021-03-01', evidence });
          if (!result.ok) continue;
          done.push(changed(now, result.value));
          now = { ...now, ...result.value };
          assertSound(now);
        }
        for (const act of done.reverse()) {
          const back = undone(now, act);
          assert.ok(back, 'the last act can always be taken back');
          now = { ...now, ...back };
        }
        assert.deepEqual(factsOf(now), factsOf(start));
      }),
      { numRuns: 300 },
    );
  });

  it('refuses to take back what something else has changed since', () => {
    const act = { before: { dueOn: '2021-06-30' }, after: { dueOn: '2021-09-30' } };
    assert.equal(undone(life({ dueOn: '2021-12-31' }), act), null);
    assert.equal(undone(life({ dueOn: '2021-09-30' }), act)?.dueOn, '2021-06-30');
  });

  function assertSound(now: Life): void {
    if (now.state === 'reported') assert.ok(now.reportedOn !== null && now.result !== null);
    if (now.state === 'verified') assert.ok(now.doneOn !== null);
    if (now.state !== 'draft' && now.state !== 'cancelled') assert.ok(now.leadIds.length > 0);
    if (now.state === 'suspended' || now.state === 'cancelled') assert.ok(now.pausedState !== null);
    else assert.equal(now.pausedState, null);
    if (now.doneOn !== null) assert.ok(now.state === 'verified' || now.pausedState === 'verified');
    if (now.askedDueOn !== null) assert.notEqual(now.state, 'verified');
    assert.ok(!now.supportIds.some((id) => now.leadIds.includes(id)));
  }
});
