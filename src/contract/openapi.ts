/** The HTTP interface as an OpenAPI 3.1 document, made from the contract: nothing in it is written twice. */
import { z } from 'zod';
import { type Right, ROLES, rightsOf, SCOPES } from '#plan/rights.ts';
import { problemSchema } from './problem.ts';
import type { RouteDefinition, RouteTable } from './route.ts';

/** JSON of any shape. */
export type JsonObject = { [name: string]: unknown };

/** Statuses that a route may refuse with, whatever it does. */
const REFUSALS: readonly (readonly [number, string])[] = [
  [400, 'Yêu cầu không đúng dạng. / Not well-formed.'],
  [401, 'Chưa đăng nhập. / Not signed in.'],
  [403, 'Không có quyền. / Not allowed.'],
  [404, 'Không tìm thấy. / Not found.'],
  [409, 'Người khác vừa thay đổi; `current` là bản hiện nay. / Changed by somebody else.'],
  [422, 'Một số ô nhập chưa đúng; `fields` nói từng ô. / Some fields are not right.'],
  [429, 'Quá nhiều yêu cầu; xem `Retry-After`. / Too many requests.'],
];

export function writeOpenApi(routes: RouteTable, server: { readonly version: string }): JsonObject {
  const components = new Components();
  components.add('Problem', problemSchema, 'output');
  const paths: Record<string, JsonObject> = {};
  for (const [key, route] of Object.entries(routes) as [string, RouteDefinition][]) {
    const [method, path] = key.split(' ') as [string, string];
    const at = path.replace(/:(\w+)/g, '{$1}');
    paths[at] ??= {};
    (paths[at] as JsonObject)[method.toLowerCase()] = operationOf(key, route, components);
  }
  const tags = [...new Set(Object.values(routes).map(({ tag }) => tag))].sort();
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: {
      title: 'Bám Sát',
      version: server.version,
      description: ABOUT,
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/api/v1' }],
    tags: tags.map((name) => ({ name })),
    paths,
    components: {
      schemas: components.schemas,
      parameters: { IdempotencyKey: IDEMPOTENCY_KEY, IfMatch: IF_MATCH },
      responses: Object.fromEntries(
        REFUSALS.map(([status, description]) => [
          `Refused${status}`,
          { description, content: { 'application/problem+json': { schema: ref('schemas', 'Problem') } } },
        ]),
      ),
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'bamsat_session',
          description: 'Phiên đăng nhập của một người.',
        },
        machine: { type: 'http', scheme: 'bearer', bearerFormat: 'bs_…', description: 'Mã truy cập của máy.' },
      },
    },
  };
}

const ABOUT = [
  'Giao diện lập trình của Bám Sát. Mọi địa chỉ nằm dưới `/api/v1`; nội dung là JSON, chữ UTF-8 dạng NFC.',
  'Số thập phân là chuỗi chính xác (`"13593.9"`), ngày là `YYYY-MM-DD`, thời điểm theo ISO 8601 (UTC).',
  'Danh sách dài trả từng trang: gửi lại `cursor` bằng `nextCursor` của trang trước; `null` là hết.',
  'Lần ghi có thể kèm `Idempotency-Key`: gửi lại cùng khóa thì chỉ thực hiện một lần.',
  'Bản ghi có `version`: gửi kèm trong thân hoặc `If-Match`; người khác vừa sửa thì trả 409.',
  'Câu trả lời của GET có `ETag`; gửi `If-None-Match` thì được 304 khi chưa đổi.',
  'Từ chối theo RFC 9457 (`application/problem+json`), có câu tiếng Việt và tiếng Anh; các mã ở `/api/problems`.',
  'Trình duyệt ghi phải kèm `x-bamsat-csrf: 1`; máy dùng `Authorization: Bearer bs_…` thì không cần.',
].join('\n\n');

const IDEMPOTENCY_KEY = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description:
    'Cùng khóa thì chỉ thực hiện một lần; lần sau nhận câu trả lời của lần đầu. Câu trả lời có bí mật (mã truy cập, liên kết đặt mật khẩu) không được giữ lại.',
  schema: { type: 'string', minLength: 8, maxLength: 128 },
};
const IF_MATCH = {
  name: 'If-Match',
  in: 'header',
  required: false,
  description: 'Thay cho `version` trong thân.',
  schema: { type: 'string', pattern: '^(W/)?"[0-9]+"$' },
};

function operationOf(key: string, route: RouteDefinition, components: Components): JsonObject {
  const { access, machines = false, gives = 'json', takes = 'json', status = 200 } = route;
  const id = operationId(key);
  const write = !key.startsWith('GET ');
  const parameters = [
    ...fieldsOf(components, `${id}Params`, route.params).map((field) => ({ ...field, in: 'path', required: true })),
    ...fieldsOf(components, `${id}Query`, route.query).map((field) => ({ ...field, in: 'query' })),
    ...(key.startsWith('POST ') && gives === 'json' ? [ref('parameters', 'IdempotencyKey')] : []),
    ...(takesVersion(route) ? [ref('parameters', 'IfMatch')] : []),
  ];
  const body =
    takes === 'bytes' ? BYTES_IN : route.body && jsonContent(components.add(`${id}Body`, route.body, 'input'));
  const answer = route.response
    ? {
        [status]: {
          description: 'Thành công.',
          ...jsonContent(components.add(`${id}Answer`, route.response, 'output')),
        },
      }
    : gives === 'json'
      ? { 204: { description: 'Thành công, không có nội dung.' } }
      : { 200: { description: 'Thành công.', content: gives === 'events' ? EVENTS : BYTES } };
  const refused = REFUSALS.filter(([code]) => mayRefuse(code, route, write));
  return {
    operationId: id,
    tags: [route.tag],
    summary: route.summary.vi,
    description: `${route.summary.en}.`,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(body ? { requestBody: { required: true, ...body } } : {}),
    responses: {
      ...answer,
      ...Object.fromEntries(refused.map(([code]) => [String(code), ref('responses', `Refused${code}`)])),
    },
    security: access === 'public' ? [] : [{ session: [] }, ...(machines ? [{ machine: [] }] : [])],
    'x-access': access,
    'x-roles': rolesOf(access),
    ...(machines && isScope(access) ? { 'x-scope': access } : {}),
    ...(route.problems ? { 'x-problems': [...route.problems] } : {}),
  };
}

const BYTES = { 'application/octet-stream': {} };
const EVENTS = { 'text/event-stream': { schema: { type: 'string' } } };
const BYTES_IN = { content: BYTES };

function mayRefuse(code: number, { access, params, problems = [] }: RouteDefinition, write: boolean): boolean {
  if (code === 401 || code === 403) return access !== 'public' || problems.length > 0;
  if (code === 404) return params !== undefined || access === 'public';
  if (code === 409) return write;
  return true;
}

/** `GET /documents/:id/text` → `getDocumentsByIdText`. */
export function operationId(key: string): string {
  const [method, path] = key.split(' ') as [string, string];
  const words = path.split(/[/.-]/).filter(Boolean);
  const name = words.map((word) => (word.startsWith(':') ? `By${capital(word.slice(1))}` : capital(word)));
  return method.toLowerCase() + name.join('');
}

/** The roles of posts that may; every role for what only needs a sign-in. */
export function rolesOf(access: RouteDefinition['access']): readonly string[] {
  if (access === 'public' || access === 'signed-in') return [...ROLES];
  return ROLES.filter((role) => rightsOf(role).has(access as Right));
}

function isScope(access: string): boolean {
  return (SCOPES as readonly string[]).includes(access);
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function ref(kind: string, name: string): { $ref: string } {
  return { $ref: `#/components/${kind}/${name}` };
}

function jsonContent(schema: JsonObject): JsonObject {
  return { content: { 'application/json': { schema } } };
}

/** One parameter a field; whether it is required is as a sender has it. */
function fieldsOf(components: Components, name: string, schema: z.ZodObject | undefined): JsonObject[] {
  if (!schema) return [];
  const whole = components.convert(name, schema, 'input');
  const required = new Set((whole.required as string[] | undefined) ?? []);
  return Object.entries((whole.properties ?? {}) as Record<string, JsonObject>).map(([field, at]) => ({
    name: field,
    required: required.has(field),
    schema: at,
  }));
}

function takesVersion({ body }: RouteDefinition): boolean {
  return body instanceof z.ZodObject && 'version' in body.shape;
}

class Components {
  readonly schemas: Record<string, JsonObject> = {};

  /** Puts the schema among the components and gives the reference to it. */
  add(name: string, schema: z.ZodType, io: 'input' | 'output'): JsonObject {
    this.schemas[name] = this.convert(name, schema, io);
    return ref('schemas', name);
  }

  /** The schema itself; what it refers to within itself becomes components. */
  convert(name: string, schema: z.ZodType, io: 'input' | 'output'): JsonObject {
    const made = z.toJSONSchema(schema, { target: 'draft-2020-12', io, unrepresentable: 'any' }) as JsonObject;
    const { $schema: _, $defs, ...whole } = made;
    const prefix = `${name}_`;
    for (const [part, at] of Object.entries(($defs ?? {}) as JsonObject))
      this.schemas[prefix + part] = pointed(at, name, prefix) as JsonObject;
    return pointed(whole, name, prefix) as JsonObject;
  }
}

/** References within one schema become references among the components. */
function pointed(at: unknown, name: string, prefix: string): unknown {
  if (Array.isArray(at)) return at.map((one) => pointed(one, name, prefix));
  if (typeof at !== 'object' || at === null) return at;
  return Object.fromEntries(
    Object.entries(at).map(([key, value]) => {
      if (key !== '$ref' || typeof value !== 'string') return [key, pointed(value, name, prefix)];
      const part = /^#\/\$defs\/(.+)$/.exec(value)?.[1];
      return [key, `#/components/schemas/${part === undefined ? name : prefix + part}`];
    }),
  );
}
