/** Minh chứng: files, links and documents added to a task or an entry of a register, listed, taken away, put back. */
import type { Readable } from 'node:stream';
import { Readable as Stream } from 'node:stream';
import { err, ok, type Result } from '#base/result.ts';
import { type EvidenceSubjectType, evidenceRoutes } from '#contract/evidence.ts';
import { notFound, type Problem, problem } from '#contract/problem.ts';
import type { RouteInput, RouteOutput } from '#contract/route.ts';
import { CHUNK_BYTES, findBlob, insertBlob, readPieces } from '#store/blobs.ts';
import { findDocument } from '#store/documents.ts';
import {
  type EvidenceRow,
  findEvidence,
  insertEvidence,
  listEvidence,
  markRemoved,
  type NewEvidence,
} from '#store/evidence.ts';
import { newId } from '#store/ids.ts';
import type { FileOut } from './document-file.ts';
import { checkEvidence, evidenceName, lookForSecret, TAKEN_ENDINGS, takenByName } from './evidence-file.ts';
import { type Evidence, mayRemove, shapeEvidence } from './evidence-shape.ts';
import { type EvidenceSubject, findEvidenceSubject, NOT_YOURS } from './evidence-subject.ts';
import { type Staged, stageUpload } from './upload-stage.ts';
import { behind, type Context, perform, type UseCase } from './usecase.ts';

const NO_SUBJECT = notFound('mục cần đính kèm minh chứng', 'subject of the evidence');
const NO_EVIDENCE = notFound('minh chứng này', 'piece of evidence');
const NOTHING_KEPT = problem(
  409,
  'nothing-kept',
  'Minh chứng này đã được gỡ hoặc máy chủ không còn giữ nội dung.',
  'Nothing of this evidence is kept.',
);
const BAD_LINK = problem(
  422,
  'bad-link',
  'Liên kết phải bắt đầu bằng https:// và không chứa tên đăng nhập, mật khẩu.',
  'A link begins with https:// and holds no user name or password.',
);

interface Of {
  readonly subjectType: EvidenceSubjectType;
  readonly subjectId: string;
}
interface Added {
  readonly evidence: Evidence;
  readonly already: boolean;
}

export const readEvidence = behind(evidenceRoutes['GET /evidence'], 'evidence.list', 'read', async (context, input) => {
  const subject = await findEvidenceSubject(context, input.subjectType, input.subjectId);
  if (!subject) return err(NO_SUBJECT);
  const rows = await listEvidence(context, input.subjectType, input.subjectId);
  const { refused } = subject;
  const mayAdd = refused === null && context.actor.rights.has('task.act');
  return ok({
    items: await shapeEvidence(context, subject, rows),
    mayAdd,
    refused: mayAdd ? null : { vi: (refused ?? NOT_YOURS).vi, en: (refused ?? NOT_YOURS).en },
    mostBytes: context.services.settings.uploadBytes,
    endings: [...TAKEN_ENDINGS],
  });
});

const FILE = evidenceRoutes['POST /evidence/file'];

/** Takes the bytes without a transaction, looks at them, then keeps them within one. */
export const addFile: UseCase<Of & { readonly fileName: string; readonly bytes: Readable }, Added> = {
  name: 'evidence.receive',
  access: FILE.access,
  kind: 'read',
  run: async (context, { fileName, bytes, ...of }) => {
    const subject = await findEvidenceSubject(context, of.subjectType, of.subjectId);
    const refused = subject ? subject.refused : NO_SUBJECT;
    if (refused) return err(refused);
    const name = evidenceName(fileName);
    const byName = takenByName(name);
    if (!byName.ok) return byName;
    const staged = await stageUpload(bytes, context.services.settings.uploadBytes);
    if (!staged.ok) return staged;
    try {
      const mediaType = await inspect(context, staged.value, name, byName.value.whole);
      if (!mediaType.ok) return mediaType;
      const kept = { ...of, name, staged: staged.value, mediaType: mediaType.value };
      return await perform(context.services, keepFile, context.actor, kept);
    } finally {
      await staged.value.close();
    }
  },
};

/** Of a picture the beginning is enough; what is opened, or has parts, must be there as a whole. */
async function inspect(
  { services }: Context,
  staged: Staged,
  name: string,
  whole: boolean,
): Promise<Result<string, Problem>> {
  const bytes = new Uint8Array(whole ? staged.size : Math.min(staged.size, CHUNK_BYTES));
  let at = 0;
  for await (const piece of staged.pieces(CHUNK_BYTES)) {
    bytes.set(piece, at);
    at += piece.length;
    if (at === bytes.length) break;
  }
  const taken = checkEvidence(bytes, name);
  if (!taken.ok) return taken;
  const looked = taken.value.looked ? await lookForSecret(services, bytes, name) : ok(undefined);
  return looked.ok ? ok(taken.value.mediaType) : looked;
}

interface Kept extends Of {
  readonly name: string;
  readonly staged: Staged;
  readonly mediaType: string;
}

const keepFile: UseCase<Kept, Added> = {
  name: 'evidence.add-file',
  access: FILE.access,
  kind: 'write',
  run: async (context, { name, staged, mediaType, ...of }) => {
    const { sha256, size } = staged;
    await insertBlob(context, sha256, size, () => staged.pieces(CHUNK_BYTES));
    const same = (row: EvidenceRow) => row.sha256 === sha256;
    return add(context, of, { kind: 'file', name, sha256, size, mediaType }, same);
  },
};

export const addLink = behind(
  evidenceRoutes['POST /evidence/link'],
  'evidence.add-link',
  'write',
  async (context, { url: typed, name, ...of }) => {
    const url = safeLink(typed);
    if (!url) return err(BAD_LINK);
    const said = name.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '').normalize('NFC');
    const shown = said || `${url.hostname}${url.pathname === '/' ? '' : url.pathname}`.slice(0, 200);
    return add(context, of, { kind: 'link', name: shown, url: url.href }, (row) => row.url === url.href);
  },
);

/** An address that a person can follow without harm: encrypted, to a host by its name, without credentials. */
export function safeLink(typed: string): URL | null {
  if (!URL.canParse(typed)) return null;
  const url = new URL(typed);
  const sound = url.protocol === 'https:' && url.username === '' && url.password === '' && url.hostname.includes('.');
  return sound && url.href.length <= 2000 ? url : null;
}

export const addDocument = behind(
  evidenceRoutes['POST /evidence/document'],
  'evidence.add-document',
  'write',
  async (context, { documentId, ...of }) => {
    const row = await findDocument(context, documentId);
    if (!row || row.deleted_at) return err(notFound('văn bản này', 'document'));
    const name = [row.symbol, row.title ?? row.file_name].filter(Boolean).join(' – ').slice(0, 300);
    return add(context, of, { kind: 'document', name, documentId }, (one) => one.documentId === documentId);
  },
);

type New = Pick<NewEvidence, 'kind' | 'name' | 'sha256' | 'size' | 'mediaType' | 'url' | 'documentId'>;

/** Of one subject, those taken away counted. */
const MOST = 500;
const TOO_MANY = problem(
  422,
  'evidence-full',
  `Đã có ${MOST} minh chứng, không thêm được nữa. Hãy gộp các tệp nhỏ thành một.`,
  `There are ${MOST} pieces of evidence already; put small files together.`,
);

/** The same twice on one subject is told, not kept. */
async function add(
  context: Context,
  { subjectType, subjectId }: Of,
  one: New,
  same: (row: EvidenceRow) => boolean,
): Promise<Result<Added, Problem>> {
  const subject = await findEvidenceSubject(context, subjectType, subjectId, true);
  if (!subject) return err(NO_SUBJECT);
  if (subject.refused) return err(subject.refused);
  const rows = await listEvidence(context, subjectType, subjectId);
  const there = rows.find((row) => row.removedAt === null && same(row));
  if (there) return ok({ evidence: await shapeOne(context, subject, there), already: true });
  if (rows.length >= MOST) return err(TOO_MANY);
  const { actor, now } = context;
  const id = newId(now);
  const { personId, postId, organisationId } = actor;
  await insertEvidence(context, { ...one, id, subjectType, subjectId, at: now, personId, postId, organisationId });
  const row = (await findEvidence(context, id)) as EvidenceRow;
  note(context, 'evidence.added', subject, row);
  return ok({ evidence: await shapeOne(context, subject, row), already: false });
}

/** Neither content nor hash stands in the log, which can't be changed. */
function note(context: Context, kind: string, { title }: EvidenceSubject, row: EvidenceRow): void {
  const { subjectType, subjectId } = row;
  const after = { evidenceId: row.id, evidence: row.name, kind: row.kind };
  context.record({ kind, subjectType, subjectId, title, before: {}, after });
  context.tell(`${subjectType}:${subjectId}`, { id: subjectId, act: kind });
}

async function shapeOne(context: Context, subject: EvidenceSubject, row: EvidenceRow): Promise<Evidence> {
  return (await shapeEvidence(context, subject, [row]))[0] as Evidence;
}

const REMOVE = evidenceRoutes['DELETE /evidence/:id'];

export const removeEvidence = behind(REMOVE, 'evidence.remove', 'write', (context, { id }) =>
  change(context, id, true),
);

export const restoreEvidence = behind(
  evidenceRoutes['POST /evidence/:id/restore'],
  'evidence.restore',
  'write',
  (context, { id }) => change(context, id, false),
);

/** What stands so already is given as it is. */
async function change(
  context: Context,
  id: string,
  remove: boolean,
): Promise<Result<RouteOutput<typeof REMOVE>, Problem>> {
  const before = await findEvidence(context, id);
  if (!before) return err(NO_EVIDENCE);
  const { subjectType, subjectId } = before;
  const subject = await findEvidenceSubject(context, subjectType as EvidenceSubjectType, subjectId, true);
  if (!subject) return err(NO_EVIDENCE);
  if (subject.refused) return err(subject.refused);
  if (!mayRemove(context, subject, before)) return err(NOT_OWN);
  if (!remove && before.kind === 'file' && before.sha256 === null) return err(NOTHING_KEPT);
  if (remove && before.removedAt === null) {
    const rows = await listEvidence(context, subjectType, subjectId);
    const left = rows.filter((row) => row.removedAt === null && row.id !== id).length;
    const kept = subject.keeps?.(left);
    if (kept) return err(kept);
  }
  const changed = await markRemoved(context, id, remove ? context.now : null);
  const row = (await findEvidence(context, id)) as EvidenceRow;
  if (changed) {
    if (remove) note(context, 'evidence.removed', subject, row);
    else note(context, 'evidence.restored', subject, row);
  }
  return ok(await shapeOne(context, subject, row));
}

const NOT_OWN = problem(
  403,
  'not-yours',
  'Chỉ người đã đính kèm hoặc cơ quan giao nhiệm vụ được gỡ, khôi phục minh chứng này.',
  'Only who added it, or who assigned the task, may take it away or put it back.',
);

const DOWNLOAD = evidenceRoutes['GET /evidence/:id/file'];

export const downloadEvidence: UseCase<RouteInput<typeof DOWNLOAD>, FileOut> = {
  name: 'evidence.download',
  access: DOWNLOAD.access,
  kind: 'read',
  run: async (context, { id }) => {
    const row = await findEvidence(context, id);
    if (row?.kind !== 'file') return err(NO_EVIDENCE);
    const blob = row.sha256 === null || row.removedAt !== null ? undefined : await findBlob(context, row.sha256);
    if (!blob) return err(NOTHING_KEPT);
    const { db, provinceId } = context;
    const bytes = () => Stream.from(readPieces({ db, provinceId }, blob.sha256));
    return ok({ fileName: row.name, size: blob.size, sha256: blob.sha256, bytes });
  },
};
