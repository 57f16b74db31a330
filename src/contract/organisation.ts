/** Organisations (cơ quan, tổ chức, đơn vị): list and tree as of a day, one with its history, every change, import. */
import { z } from 'zod';
import { ORGANISATION_KINDS } from '#plan/organisation.ts';
import { ROLES } from '#plan/rights.ts';
import { defineRoutes, idParams, isoDate, pageOf, pageQuery, uuid, versioned } from './route.ts';

const kind = z.enum(ORGANISATION_KINDS);
const name = z.string().trim().min(1).max(300);
const shortName = z.string().trim().min(1).max(120).nullable();
const basis = z.string().trim().min(1).max(500);
const code = z
  .string()
  .trim()
  .regex(/^[a-z0-9][a-z0-9-]{0,118}$/)
  .nullable();
const reason = z.string().trim().max(1000).optional();

/** An organisation as it stood on the day that was asked for. */
export const organisationSchema = z.object({
  id: uuid,
  code: z.string().nullable(),
  kind: z.string(),
  name: z.string(),
  shortName: z.string().nullable(),
  parent: z.object({ id: uuid, name: z.string() }).nullable(),
  validFrom: isoDate.nullable(),
  /** First day on which it no longer exists. */
  validTo: isoDate.nullable(),
  standing: z.enum(['active', 'ended', 'future']),
  version: z.int(),
});
export type OrganisationView = z.output<typeof organisationSchema>;

const relation = z.object({
  id: uuid,
  /** As of the day of the change. */
  name: z.string(),
  kind: z.enum(['merged', 'split', 'renamed', 'transferred']),
  on: isoDate,
  basis: z.string(),
});

export const organisationDetailSchema = organisationSchema.extend({
  basis: z.string().nullable(),
  endedBasis: z.string().nullable(),
  /** The oldest first. */
  names: z.array(
    z.object({
      ordinal: z.int(),
      name: z.string(),
      shortName: z.string().nullable(),
      from: isoDate.nullable(),
      to: isoDate.nullable(),
      basis: z.string().nullable(),
    }),
  ),
  parents: z.array(z.object({ id: uuid, name: z.string(), from: isoDate.nullable(), to: isoDate.nullable() })),
  /** What it came from, what it became. */
  predecessors: z.array(relation),
  successors: z.array(relation),
  /** Directly below on the day. */
  children: z.array(z.object({ id: uuid, name: z.string(), kind: z.string() })),
  posts: z.array(
    z.object({
      id: uuid,
      title: z.string(),
      role: z.enum(ROLES),
      holders: z.array(z.object({ id: uuid, fullName: z.string() })),
    }),
  ),
});
export type OrganisationDetail = z.output<typeof organisationDetailSchema>;

const asOf = isoDate.optional();
export const organisationFilter = z.object({
  /** The structure of this day; today unless said. */
  asOf,
  /** Found with or without tone marks in name, short name and code. */
  text: z.string().max(200).optional(),
  kind: kind.optional(),
  standing: z.enum(['active', 'ended', 'all']).default('active'),
});

/** A successor: one that exists, or a new one. */
const successor = z.union([
  z.object({ id: uuid }),
  z.object({ name, shortName, kind, code: code.optional(), parentId: uuid.nullable() }),
]);
const changed = z.object({
  /** The organisations that began, ended or took over, as they stand on the day of the change. */
  organisations: z.array(organisationSchema),
});

export const organisationRoutes = defineRoutes({
  'GET /organisations': {
    access: 'organisation.read',
    tag: 'organisations',
    summary: { vi: 'Danh sách cơ quan tại một ngày', en: 'Organisations as of a day' },
    machines: true,
    query: pageQuery.extend(organisationFilter.shape),
    response: pageOf(organisationSchema),
  },
  'GET /organisations/tree': {
    access: 'organisation.read',
    tag: 'organisations',
    summary: { vi: 'Cây tổ chức tại một ngày', en: 'The tree of organisations on a day' },
    machines: true,
    query: z.object({ asOf }),
    response: z.object({ asOf: isoDate, items: z.array(organisationSchema) }),
  },
  'GET /organisations/:id': {
    access: 'organisation.read',
    tag: 'organisations',
    summary: { vi: 'Một cơ quan, với lịch sử của nó', en: 'One organisation with its history' },
    machines: true,
    params: idParams,
    query: z.object({ asOf }),
    response: organisationDetailSchema,
  },
  'POST /organisations': {
    access: 'organisation.edit',
    tag: 'organisations',
    summary: { vi: 'Thêm cơ quan', en: 'Found an organisation' },
    body: z.object({
      name,
      shortName,
      kind,
      code: code.optional(),
      parentId: uuid.nullable(),
      /** Null: long ago, day not known. */
      from: isoDate.nullable(),
      basis: basis.nullable(),
    }),
    response: organisationDetailSchema,
    status: 201,
    problems: ['name-taken', 'code-taken', 'parent-not-there'],
  },
  'PATCH /organisations/:id': {
    access: 'organisation.edit',
    tag: 'organisations',
    summary: { vi: 'Sửa loại, mã của cơ quan', en: 'Change kind or code' },
    params: idParams,
    body: versioned.extend({ kind: kind.optional(), code: code.optional() }),
    response: organisationDetailSchema,
    problems: ['conflict', 'code-taken'],
  },
  'POST /organisations/:id/rename': {
    access: 'organisation.edit',
    tag: 'organisations',
    summary: { vi: 'Đổi tên cơ quan từ một ngày', en: 'Rename from a day on' },
    params: idParams,
    body: versioned.extend({ name, shortName, from: isoDate, basis }),
    response: organisationDetailSchema,
    problems: ['conflict', 'date-order', 'two-names', 'same-name', 'later-change', 'ended', 'name-taken'],
  },
  'PATCH /organisations/:id/names/:ordinal': {
    access: 'organisation.edit',
    tag: 'organisations',
    summary: { vi: 'Đính chính một tên đã ghi sai', en: 'Put a wrongly typed name right' },
    params: idParams.extend({ ordinal: z.coerce.number().int().min(0) }),
    body: versioned.extend({ name, shortName, reason }),
    response: organisationDetailSchema,
    problems: ['conflict', 'same-name', 'no-such-name'],
  },
  'POST /organisations/:id/move': {
    access: 'organisation.edit',
    tag: 'organisations',
    summary: { vi: 'Chuyển cơ quan chủ quản từ một ngày', en: 'Move under another body from a day on' },
    params: idParams,
    body: versioned.extend({ parentId: uuid.nullable(), from: isoDate, reason }),
    response: organisationDetailSchema,
    problems: ['conflict', 'date-order', 'circle', 'later-change', 'ended', 'parent-not-there'],
  },
  'POST /organisations/:id/end': {
    access: 'organisation.edit',
    tag: 'organisations',
    summary: { vi: 'Kết thúc hoạt động, giải thể', en: 'End an organisation' },
    params: idParams,
    body: versioned.extend({ on: isoDate, basis }),
    response: organisationDetailSchema,
    problems: ['conflict', 'date-order', 'later-change', 'ended', 'has-children'],
  },
  'POST /organisations/:id/reopen': {
    access: 'organisation.edit',
    tag: 'organisations',
    summary: { vi: 'Mở lại cơ quan đã kết thúc do nhầm', en: 'Reopen one that was ended by mistake' },
    params: idParams,
    body: versioned.extend({ reason: z.string().trim().min(1).max(1000) }),
    response: organisationDetailSchema,
    problems: ['conflict', 'not-ended', 'parent-not-there'],
  },
  'POST /organisations/merge': {
    access: 'organisation.edit',
    tag: 'organisations',
    summary: { vi: 'Hợp nhất, sáp nhập các cơ quan', en: 'Merge organisations' },
    body: z.object({
      predecessors: z
        .array(z.object({ id: uuid, version: z.int().positive() }))
        .min(1)
        .max(100),
      successor,
      on: isoDate,
      basis,
    }),
    response: changed,
    problems: ['conflict', 'date-order', 'ended', 'later-change', 'too-few', 'successor-not-there', 'name-taken'],
  },
  'POST /organisations/:id/split': {
    access: 'organisation.edit',
    tag: 'organisations',
    summary: { vi: 'Chia, tách cơ quan', en: 'Split an organisation' },
    params: idParams,
    body: versioned.extend({
      successors: z.array(successor).min(1).max(100),
      /** Tách: it goes on; chia: it ends. */
      keeps: z.boolean(),
      on: isoDate,
      basis,
    }),
    response: changed,
    problems: ['conflict', 'date-order', 'ended', 'later-change', 'too-few', 'successor-not-there', 'name-taken'],
  },
  'GET /territory': {
    access: 'organisation.read',
    tag: 'organisations',
    summary: { vi: 'Tỉnh, xã tại một ngày', en: 'Provinces, communes as of a day' },
    machines: true,
    query: z.object({ asOf, province: z.string().max(60).optional(), text: z.string().max(100).optional() }),
    response: z.object({
      asOf: isoDate,
      /** Without `province` the provinces; with it its communes. */
      items: z.array(
        z.object({
          code: z.string(),
          name: z.string(),
          kind: z.string(),
          district: z.string().nullable(),
          validFrom: isoDate.nullable(),
          validTo: isoDate.nullable(),
        }),
      ),
    }),
  },
});
