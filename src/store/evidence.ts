/** Minh chứng: what was added to a task or an entry of a register. Rows are marked when taken away, never deleted. */
import { type RawBuilder, sql } from 'kysely';
import type { Scope } from './database.ts';

export interface EvidenceRow {
  readonly id: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly kind: 'file' | 'link' | 'document';
  readonly name: string;
  readonly sha256: string | null;
  readonly size: number | null;
  readonly mediaType: string | null;
  readonly url: string | null;
  readonly documentId: string | null;
  readonly addedAt: string;
  readonly personName: string | null;
  readonly postId: string | null;
  readonly postTitle: string | null;
  readonly organisationId: string | null;
  readonly removedAt: string | null;
}

const columns: RawBuilder<EvidenceRow> = sql`
  e.id, e.subject_type as "subjectType", e.subject_id as "subjectId", e.kind, e.name, e.sha256, e.size,
  e.media_type as "mediaType", e.url, e.document_id as "documentId", e.added_at as "addedAt",
  p.full_name as "personName", e.post_id as "postId", q.title as "postTitle", e.organisation_id as "organisationId",
  e.removed_at as "removedAt"`;

const joined = sql`evidence e
  left join person p on p.province_id = e.province_id and p.id = e.person_id
  left join post q on q.province_id = e.province_id and q.id = e.post_id`;

/** Of one subject, the newest first; those taken away are among them. */
export async function listEvidence(
  { db, provinceId }: Scope,
  subjectType: string,
  subjectId: string,
): Promise<EvidenceRow[]> {
  const { rows } = await sql<EvidenceRow>`select ${columns} from ${joined}
     where e.province_id = ${provinceId} and e.subject_type = ${subjectType} and e.subject_id = ${subjectId}
     order by e.added_at desc, e.id desc`.execute(db);
  return rows;
}

export async function findEvidence({ db, provinceId }: Scope, id: string): Promise<EvidenceRow | null> {
  const { rows } = await sql<EvidenceRow>`select ${columns} from ${joined}
     where e.province_id = ${provinceId} and e.id = ${id}`.execute(db);
  return rows[0] ?? null;
}

export interface NewEvidence {
  readonly id: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly kind: 'file' | 'link' | 'document';
  readonly name: string;
  readonly sha256?: string;
  readonly size?: number;
  readonly mediaType?: string;
  readonly url?: string;
  readonly documentId?: string;
  readonly at: Date;
  readonly personId: string | null;
  readonly postId: string | null;
  readonly organisationId: string | null;
}

export async function insertEvidence({ db, provinceId }: Scope, one: NewEvidence): Promise<void> {
  await db
    .insertInto('evidence')
    .values({
      province_id: provinceId,
      id: one.id,
      subject_type: one.subjectType,
      subject_id: one.subjectId,
      kind: one.kind,
      name: one.name,
      sha256: one.sha256 ?? null,
      size: one.size ?? null,
      media_type: one.mediaType ?? null,
      url: one.url ?? null,
      document_id: one.documentId ?? null,
      added_at: one.at,
      person_id: one.personId,
      post_id: one.postId,
      organisation_id: one.organisationId,
    })
    .execute();
}

/** Takes away (`at`) or puts back (null); false when that is how it stands already. */
export async function markRemoved({ db, provinceId }: Scope, id: string, at: Date | null): Promise<boolean> {
  const row = await db
    .updateTable('evidence')
    .set({ removed_at: at })
    .where('province_id', '=', provinceId)
    .where('id', '=', id)
    .where('removed_at', at === null ? 'is not' : 'is', null)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}

/** Evidence with these bytes, which proved to be a state secret, is taken away and lets go of them. */
export async function letGoOfEvidence({ db, provinceId }: Scope, sha256: string, now: Date): Promise<void> {
  await sql`update evidence set sha256 = null, size = null, removed_at = coalesce(removed_at, ${now})
     where province_id = ${provinceId} and sha256 = ${sha256}`.execute(db);
}
