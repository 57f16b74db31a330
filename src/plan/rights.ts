/** Who may do what (quyền): rights come from the post (chức danh) that a person acts through. */

/** What a post is for; PRODUCT: Văn phòng, Lãnh đạo, Thủ trưởng đơn vị, Chuyên viên, Cơ quan giám sát, Quản trị hệ thống. */
export const ROLES = ['office', 'leader', 'agency-lead', 'officer', 'supervisor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

export const RIGHTS = [
  'document.read',
  'document.upload',
  'document.edit',
  'document.distribute',
  'document.acknowledge',
  'review.read',
  'review.decide',
  'plan.read',
  'plan.publish',
  'task.act',
  'task.assign',
  'task.break-down',
  'register.edit',
  'directive.give',
  'webhook.edit',
  'indicator.edit',
  'organisation.read',
  'organisation.edit',
  'person.read',
  'person.edit',
  'event.read',
  'event.undo',
  'setting.edit',
  'token.edit',
] as const;
export type Right = (typeof RIGHTS)[number];

const EVERYBODY: readonly Right[] = ['document.read', 'plan.read', 'organisation.read'];

const RIGHTS_OF: Readonly<Record<Role, readonly Right[]>> = {
  office: [
    ...EVERYBODY,
    'document.upload',
    'document.edit',
    'document.distribute',
    'document.acknowledge',
    'review.read',
    'review.decide',
    'plan.publish',
    'task.act',
    'task.assign',
    'task.break-down',
    'register.edit',
    'directive.give',
    'indicator.edit',
    'organisation.edit',
    'person.read',
    'event.read',
    'event.undo',
  ],
  leader: [
    ...EVERYBODY,
    'document.acknowledge',
    'review.read',
    'task.act',
    'task.break-down',
    'directive.give',
    'person.read',
    'event.read',
  ],
  // Its own action plan is a document of the library.
  'agency-lead': [
    ...EVERYBODY,
    'document.upload',
    'document.acknowledge',
    'task.act',
    'task.break-down',
    'register.edit',
    'person.read',
  ],
  officer: [...EVERYBODY, 'document.acknowledge', 'task.act', 'register.edit'],
  supervisor: [...EVERYBODY, 'document.acknowledge'],
  admin: [
    ...EVERYBODY,
    'organisation.edit',
    'person.read',
    'person.edit',
    'event.read',
    'event.undo',
    'setting.edit',
    'token.edit',
    'webhook.edit',
  ],
};

export function rightsOf(role: Role): ReadonlySet<Right> {
  return new Set(RIGHTS_OF[role]);
}

/** Vietnamese names of the roles, as UI.md writes them. */
export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  office: 'Văn phòng',
  leader: 'Lãnh đạo',
  'agency-lead': 'Thủ trưởng đơn vị',
  officer: 'Chuyên viên',
  supervisor: 'Cơ quan giám sát',
  admin: 'Quản trị hệ thống',
};

/** What a machine token may be given: reading, and the writes that machines have use for. */
export const SCOPES = [
  'document.read',
  'document.upload',
  'plan.read',
  'organisation.read',
  'event.read',
] as const satisfies readonly Right[];
export type Scope = (typeof SCOPES)[number];
