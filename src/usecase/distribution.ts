/** Nơi nhận, quán triệt: send, remind, call back, open, acknowledge; what my organisation was sent. */
import { formatDate } from '#base/date.ts';
import { err, ok } from '#base/result.ts';
import { type DistributionView, distributionRoutes } from '#contract/distribution.ts';
import { conflict, notFound, problem } from '#contract/problem.ts';
import { namesOf } from '#store/chain.ts';
import {
  type DistributionRow,
  distributionsOf,
  findDistribution,
  insertDistribution,
  organisationsThere,
  receivedBy,
  unopened,
  updateDistribution,
} from '#store/distributions.ts';
import { findDocument } from '#store/documents.ts';
import { newId } from '#store/ids.ts';
import { nameOf } from './chain.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { NO_DOCUMENT } from './document-library.ts';
import { titleOf } from './document-view.ts';
import type { Services } from './services.ts';
import { type Actor, behind, type Context, perform, systemActor } from './usecase.ts';

/** The job that sends the letters of one distribution; its data. */
export const DISTRIBUTION_LETTER = 'distribution-letter';
export interface DistributionLetter {
  readonly provinceId: number;
  readonly distributionId: string;
  /** 0 when it was sent, n for the n-th reminder. */
  readonly reminder: number;
}

/** Reminders of one organisation come at most so often. */
const REMIND_MS = 60 * 60_000;

export function distributionView(row: DistributionRow): DistributionView {
  const person = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? '' });
  return {
    id: row.id,
    organisation: { id: row.organisationId, name: row.organisation },
    note: row.note,
    sentAt: row.sentAt,
    sentBy: person(row.sentBy, row.sender),
    openedAt: row.openedAt,
    openedBy: person(row.openedBy, row.opener),
    acknowledgedAt: row.acknowledgedAt,
    acknowledgedBy: person(row.acknowledgedBy, row.acknowledger),
    reminders: row.reminders,
    remindedAt: row.remindedAt,
    recalledAt: row.recalledAt,
    version: row.version,
  };
}

export const listDistribution = behind(
  distributionRoutes['GET /documents/:id/distribution'],
  'distribution.list',
  'read',
  async (context, { id }) => {
    if (!(await findDocument(context, id))) return err(NO_DOCUMENT);
    const rows = await distributionsOf(context, id, context.today);
    // Who may not send sees what concerns their own organisation.
    const mine = context.actor.rights.has('document.distribute')
      ? rows
      : rows.filter((row) => row.organisationId === context.actor.organisationId);
    return ok({ items: mine.map(distributionView) });
  },
);

export const sendDocument = behind(
  distributionRoutes['POST /documents/:id/distribution'],
  'distribution.send',
  'write',
  async (context, { id, organisationIds, note }) => {
    const document = await findDocument(context, id);
    if (!document || document.deleted_at) return err(NO_DOCUMENT);
    if (document.state !== 'read') return err(NOT_READ_YET);
    const wanted = [...new Set(organisationIds)];
    const there = await organisationsThere(context, wanted, context.today);
    if (wanted.some((one) => !there.has(one))) return err(UNKNOWN_ORGANISATION);
    let sent = 0;
    for (const organisationId of wanted) {
      const distributionId = newId(context.now);
      const inserted = await insertDistribution(context, {
        id: distributionId,
        documentId: id,
        organisationId,
        note: note?.normalize('NFC') || null,
        sentBy: context.actor.personId,
        now: context.now,
      });
      if (!inserted) continue;
      sent++;
      await sendLetter(context, distributionId, 0);
    }
    if (sent > 0) {
      context.record({
        kind: 'document.distributed',
        subjectType: 'document',
        subjectId: id,
        title: titleOf(document),
        after: { organisations: wanted, note: note ?? null },
      });
      context.tell('distribution', { documentId: id });
    }
    return ok({ items: (await distributionsOf(context, id, context.today)).map(distributionView), sent });
  },
);

async function sendLetter(context: Context, distributionId: string, reminder: number): Promise<void> {
  if (!context.services.mail.configured) return;
  const letter: DistributionLetter = { provinceId: context.provinceId, distributionId, reminder };
  await context.services.queue.send(context, DISTRIBUTION_LETTER, { ...letter });
}

export const remind = behind(
  distributionRoutes['POST /distributions/:id/remind'],
  'distribution.remind',
  'write',
  async (context, { id }) => {
    const row = await findDistribution(context, id, context.today);
    if (!row) return err(NO_DISTRIBUTION);
    if (row.recalledAt) return err(RECALLED);
    if (row.acknowledgedAt) return err(ACKNOWLEDGED);
    if (row.remindedAt && Date.parse(row.remindedAt) + REMIND_MS > context.now.getTime()) return err(JUST_NOW);
    const reminders = row.reminders + 1;
    if (!(await updateDistribution(context, id, row.version, { reminders, reminded_at: context.now }))) {
      return err(conflict(distributionView(row)));
    }
    await sendLetter(context, id, reminders);
    return ok(await changed(context, row, 'distribution.reminded', { reminders }));
  },
);

export const recall = behind(
  distributionRoutes['POST /distributions/:id/recall'],
  'distribution.recall',
  'write',
  async (context, { id, version, reason }) => {
    const row = await findDistribution(context, id, context.today);
    if (!row) return err(NO_DISTRIBUTION);
    if (row.recalledAt) return err(RECALLED);
    if (!(await updateDistribution(context, id, version, { recalled_at: context.now }))) {
      return err(conflict(distributionView(row)));
    }
    return ok(await changed(context, row, 'distribution.recalled', { recalled: true }, reason));
  },
);

export const acknowledge = behind(
  distributionRoutes['POST /distributions/:id/acknowledge'],
  'distribution.acknowledge',
  'write',
  async (context, { id }) => {
    const row = await findDistribution(context, id, context.today);
    // What another organisation was sent is none of ours.
    if (!row || row.organisationId !== context.actor.organisationId) return err(NO_DISTRIBUTION);
    if (row.recalledAt) return err(RECALLED);
    if (row.acknowledgedAt) return ok(distributionView(row));
    await updateDistribution(context, id, null, {
      acknowledged_by: context.actor.personId,
      acknowledged_at: context.now,
      ...(row.openedAt ? {} : { opened_by: context.actor.personId, opened_at: context.now }),
    });
    return ok(await changed(context, row, 'distribution.acknowledged', { acknowledged: true }));
  },
);

/** Records the change and gives the row as it stands. */
async function changed(
  context: Context,
  row: DistributionRow,
  kind: string,
  after: Record<string, boolean | number>,
  reason?: string,
): Promise<DistributionView> {
  const document = await findDocument(context, row.documentId);
  context.record({
    kind,
    subjectType: 'distribution',
    subjectId: row.id,
    title: `${document ? titleOf(document) : ''} → ${row.organisation}`.slice(0, 300),
    after,
    reason: reason ?? null,
  });
  context.tell('distribution', { documentId: row.documentId });
  return distributionView((await findDistribution(context, row.id, context.today)) as DistributionRow);
}

export const listReceived = behind(
  distributionRoutes['GET /distributions/received'],
  'distribution.received',
  'read',
  async (context, { cursor, limit, waiting }) => {
    const { organisationId } = context.actor;
    if (organisationId === null) return ok({ items: [], nextCursor: null, total: 0 });
    const at = readCursor(cursor, { sentAt: 'instant' });
    if (!at.ok) return at;
    const before = at.value?.sentAt ? { sentAt: at.value.sentAt, id: at.value.id } : null;
    const rows = await receivedBy(context, organisationId, context.today, waiting, before, limit + 1);
    const shown = rows.slice(0, limit);
    const names = new Map(
      (
        await namesOf(
          context,
          shown.map((row) => row.documentId),
        )
      ).map((row) => [row.id, row]),
    );
    const last = shown.at(-1);
    return ok({
      items: shown.flatMap((row) => {
        const document = names.get(row.documentId);
        const { organisation: _, ...rest } = distributionView(row);
        return document ? [{ ...rest, document: nameOf(document) }] : [];
      }),
      nextCursor: rows.length > limit && last ? writeCursor({ sentAt: last.sentAt, id: last.id }) : null,
      total: null,
    });
  },
);

/** Somebody looked at a document: when their organisation was sent it, it is opened now. */
export async function noteOpening(services: Services, actor: Actor, documentId: string): Promise<void> {
  const { organisationId, personId } = actor;
  if (organisationId === null || personId === null) return;
  const scope = services.database.scope(actor.provinceId);
  if ((await unopened(scope, documentId, organisationId)) === null) return;
  await perform(
    services,
    {
      name: 'distribution.open',
      access: 'public',
      kind: 'write',
      run: async (context: Context) => {
        const id = await unopened(context, documentId, organisationId);
        const row = id === null ? undefined : await findDistribution(context, id, context.today);
        if (!row) return ok(undefined);
        await updateDistribution(context, row.id, null, { opened_by: personId, opened_at: context.now });
        await changed(context, row, 'distribution.opened', { opened: true });
        return ok(undefined);
      },
    },
    { ...systemActor(actor.provinceId, []), personId, postId: actor.postId },
    undefined,
  );
}

/** `Nghị quyết số 01-NQ/TU ngày 26/11/2020`. */
export function citedAs(row: {
  readonly type: string | null;
  readonly symbol: string | null;
  readonly issued_on: string | null;
  readonly file_name: string;
}): string {
  if (row.type === null && row.symbol === null) return row.file_name;
  return [
    row.type ?? 'Văn bản',
    row.symbol === null ? '' : `số ${row.symbol}`,
    row.issued_on === null ? '' : `ngày ${formatDate(row.issued_on)}`,
  ]
    .filter(Boolean)
    .join(' ');
}

const NO_DISTRIBUTION = notFound('lần gửi văn bản này', 'distribution');
const NOT_READ_YET = problem(409, 'not-read-yet', 'Văn bản chưa đọc xong nên chưa gửi được.', 'It is not read yet.');
const UNKNOWN_ORGANISATION = problem(
  422,
  'unknown-organisation',
  'Có cơ quan không còn hoạt động hoặc không thuộc tỉnh này.',
  'One of the organisations has ended or is not of this province.',
);
const RECALLED = problem(409, 'recalled-already', 'Văn bản đã được thu hồi.', 'The document was called back.');
const ACKNOWLEDGED = problem(
  409,
  'acknowledged-already',
  'Cơ quan này đã xác nhận.',
  'The organisation has acknowledged it.',
);
const JUST_NOW = problem(
  409,
  'reminded-just-now',
  'Vừa nhắc cơ quan này trong vòng một giờ qua.',
  'It was reminded within the last hour.',
);
