/** The readable pages of the interface (tài liệu giao diện lập trình): routes and refusals as plain HTML without script. */
import { PROBLEM_CODES } from '#contract/data/problem-codes.ts';
import { ROLE_NAMES, ROLES, type Role } from '#plan/rights.ts';

type Json = { readonly [name: string]: unknown };

interface Operation {
  readonly operationId: string;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly parameters?: readonly Json[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema?: Json }> };
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema?: Json }> }>;
  readonly 'x-access': string;
  readonly 'x-roles': readonly Role[];
  readonly 'x-scope'?: string;
  readonly 'x-problems'?: readonly string[];
}

/** Names of the parts, in Vietnamese; one that is not here stands as it is named. */
const PARTS: Readonly<Record<string, string>> = {
  session: 'Phiên đăng nhập',
  'sign-in': 'Mật khẩu, mã xác thực, đăng nhập tập trung',
  people: 'Người dùng và chức danh',
  settings: 'Cài đặt',
  tokens: 'Mã truy cập cho máy',
  documents: 'Văn bản',
  document: 'Văn bản',
  review: 'Rà soát',
  plan: 'Kế hoạch',
  indicator: 'Danh mục chỉ tiêu',
  organisations: 'Cơ quan, tổ chức',
  organisation: 'Cơ quan, tổ chức',
  chain: 'Chuỗi văn bản',
  distribution: 'Gửi văn bản',
  search: 'Tìm kiếm',
  live: 'Tin tức thời',
  events: 'Nhật ký',
  overview: 'Tổng quan',
};

/** `spec` as `writeOpenApi` gives it. */
export function writeDocsPage(spec: Json): string {
  const { title, version, description } = spec.info as Record<string, string>;
  const operations = Object.entries(spec.paths as Record<string, Record<string, Operation>>).flatMap(
    ([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ path, method: method.toUpperCase(), operation })),
  );
  const tags = (spec.tags as { name: string }[]).map(({ name }) => name);
  const nav = tags.map((tag) => `<li><a href="#${html(tag)}">${html(PARTS[tag] ?? tag)}</a></li>`).join('');
  const parts = tags.map((tag) => {
    const own = operations.filter(({ operation }) => operation.tags.includes(tag));
    const list = own.map((one) => writeOperation(one.method, one.path, one.operation, spec)).join('\n');
    return `<section id="${html(tag)}"><h2>${html(PARTS[tag] ?? tag)}</h2>\n${list}\n</section>`;
  });
  const about = (description ?? '').split('\n\n').map((line) => `<p>${code(line)}</p>`);
  return page(
    `Giao diện lập trình ${title}`,
    `<header><h1>Giao diện lập trình ${html(title ?? '')}</h1><p>Phiên bản ${html(version ?? '')} · <a href="/api/openapi.json">OpenAPI 3.1</a> · <a href="/api/problems">Các câu từ chối</a></p>${about.join('')}</header>
<nav aria-label="Các phần"><ul>${nav}</ul></nav>
<main>${parts.join('\n')}</main>`,
  );
}

export function writeProblemsPage(): string {
  const rows = PROBLEM_CODES.map(
    ({ code: name, status, vi, en }) =>
      `<tr id="${html(name)}"><td><code>${html(name)}</code></td><td>${status ?? '—'}</td><td>${html(vi ?? 'Câu trả lời nói rõ.')}</td><td lang="en">${html(en ?? 'The answer says what.')}</td></tr>`,
  );
  return page(
    'Các câu từ chối',
    `<header><h1>Các câu từ chối</h1><p>Mỗi lời từ chối có một mã cố định (<code>code</code>) và một câu tiếng Việt, tiếng Anh. Dạng <code>application/problem+json</code> (RFC 9457). <a href="/api/docs">Giao diện lập trình</a></p></header>
<main><div class="wide" tabindex="0" role="region" aria-label="Bảng các câu từ chối"><table><thead><tr><th scope="col">Mã</th><th scope="col">HTTP</th><th scope="col">Tiếng Việt</th><th scope="col">Tiếng Anh</th></tr></thead><tbody>${rows.join('\n')}</tbody></table></div></main>`,
  );
}

function writeOperation(method: string, path: string, operation: Operation, spec: Json): string {
  const access = operation['x-access'];
  const roles = operation['x-roles'];
  const who =
    access === 'public'
      ? 'Không cần đăng nhập'
      : roles.length === ROLES.length
        ? 'Mọi người đã đăng nhập'
        : roles.map((role) => ROLE_NAMES[role]).join(', ');
  const parameters = (operation.parameters ?? []).map((one) => resolve(one, spec));
  const lines = parameters.map((one) =>
    row(
      String(one.name),
      { path: 'đường dẫn', query: 'truy vấn', header: 'tiêu đề' }[String(one.in)] ?? '',
      one.required === true,
      one.schema as Json,
      spec,
    ),
  );
  const body = operation.requestBody?.content;
  const sent = body?.['application/json']?.schema;
  lines.push(...fieldsOf(sent, spec, 'thân'));
  const bytes = body && !sent ? '<p>Thân là nội dung của tệp (<code>application/octet-stream</code>).</p>' : '';
  const [status, answer] = Object.entries(operation.responses).find(([at]) => at.startsWith('2')) ?? ['204', {}];
  const kind = Object.keys(answer.content ?? {})[0];
  const given = fieldsOf(answer.content?.['application/json']?.schema, spec, '');
  const refusals = (operation['x-problems'] ?? []).map(
    (name) => `<a href="/api/problems#${html(name)}"><code>${html(name)}</code></a>`,
  );
  return `<details id="${html(operation.operationId)}"><summary><code><b>${method}</b> ${html(path)}</code> <span>${html(operation.summary)}</span></summary>
<dl><dt>Ai được dùng</dt><dd>${html(who)}</dd>${operation['x-scope'] ? `<dt>Máy cần quyền</dt><dd><code>${html(operation['x-scope'])}</code></dd>` : ''}${refusals.length > 0 ? `<dt>Từ chối riêng</dt><dd>${refusals.join(', ')}</dd>` : ''}</dl>
${table('Gửi đi', lines)}${bytes}
${given.length > 0 ? table(`Trả về ${status}`, given) : `<p>Trả về ${html(status)}${kind ? ` (<code>${html(kind)}</code>)` : ', không có nội dung'}.</p>`}
</details>`;
}

function table(caption: string, rows: readonly string[]): string {
  if (rows.length === 0) return '';
  return `<div class="wide" tabindex="0" role="region" aria-label="${html(caption)}"><table><caption>${html(caption)}</caption><thead><tr><th scope="col">Tên</th><th scope="col">Ở đâu</th><th scope="col">Kiểu</th></tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}

function fieldsOf(schema: Json | undefined, spec: Json, where: string): string[] {
  if (!schema) return [];
  const whole = resolve(schema, spec);
  const required = new Set((whole.required as string[] | undefined) ?? []);
  const properties = Object.entries((whole.properties ?? {}) as Record<string, Json>);
  if (properties.length === 0) return [row('—', where, true, whole, spec)];
  return properties.map(([name, at]) => row(name, where, required.has(name), at, spec));
}

function row(name: string, where: string, required: boolean, schema: Json, spec: Json): string {
  const must = required ? '' : ' <small>không bắt buộc</small>';
  return `<tr><td><code>${html(name)}</code>${must}</td><td>${html(where)}</td><td>${html(typeOf(schema, spec, 0))}</td></tr>`;
}

/** `uuid`, `chuỗi ≤ 120`, `[{ id, name }]`, `a | b`. */
function typeOf(given: Json, spec: Json, depth: number): string {
  const schema = resolve(given, spec);
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (Array.isArray(schema.enum)) return schema.enum.map(String).join(' | ');
  const either = (schema.anyOf ?? schema.oneOf) as Json[] | undefined;
  if (either) return either.map((one) => typeOf(one, spec, depth)).join(' | ');
  if (schema.type === 'array') return `[${typeOf((schema.items as Json | undefined) ?? {}, spec, depth + 1)}]`;
  if (schema.type === 'object') {
    const names = Object.keys((schema.properties ?? {}) as object);
    return names.length > 0 && depth < 3 ? `{ ${names.join(', ')} }` : 'đối tượng';
  }
  if (schema.type === 'string') {
    const most = schema.maxLength === undefined ? '' : ` ≤ ${schema.maxLength}`;
    return typeof schema.format === 'string' ? (FORMATS[schema.format] ?? schema.format) : `chuỗi${most}`;
  }
  return TYPES[String(schema.type)] ?? 'bất kỳ';
}

const TYPES: Readonly<Record<string, string>> = {
  integer: 'số nguyên',
  number: 'số',
  boolean: 'đúng/sai',
  null: 'null',
};
const FORMATS: Readonly<Record<string, string>> = {
  date: 'ngày YYYY-MM-DD',
  'date-time': 'thời điểm ISO 8601',
  email: 'thư điện tử',
  uri: 'địa chỉ',
};

function resolve(schema: Json, spec: Json): Json {
  const found = typeof schema.$ref === 'string' ? schema.$ref : null;
  if (found === null) return schema;
  return found
    .slice(2)
    .split('/')
    .reduce<Json>((at, name) => at[name] as Json, spec);
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${html(title)}</title><link rel="stylesheet" href="/api/docs.css"></head>
<body>${body}</body></html>
`;
}

function html(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** `…` between backticks as code. */
function code(text: string): string {
  return html(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

export const DOCS_STYLE = `:root{color-scheme:light dark;--ink:light-dark(#1b1f24,#e6e9ec);--soft:light-dark(#57606a,#a2abb5);--line:light-dark(#d5d9de,#3a4048);--paper:light-dark(#fff,#16191d);--tint:light-dark(#f4f6f8,#1f2429);--link:light-dark(#0b57a4,#7cb7f2)}
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:1rem;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,sans-serif}
h1{font-size:1.6rem;margin:.5rem 0}
h2{font-size:1.2rem;margin:2rem 0 .5rem}
a{color:var(--link)}
code{font:.9em/1.4 ui-monospace,monospace;overflow-wrap:anywhere}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;padding:0;list-style:none}
nav a{display:inline-block;padding:.25rem 0}
details{border:1px solid var(--line);border-radius:.4rem;margin:.4rem 0;padding:0 .8rem}
summary{cursor:pointer;padding:.6rem 0}
summary span{color:var(--soft)}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.2rem 1rem;margin:.2rem 0 1rem}
dd{margin:0}
.wide{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:.5rem 0 1rem}
caption{text-align:start;font-weight:600;padding:.2rem 0}
th,td{border-top:1px solid var(--line);padding:.35rem .6rem .35rem 0;text-align:start;vertical-align:top}
td code{white-space:nowrap;overflow-wrap:normal}
th{color:var(--soft);font-weight:500}
:target{background:var(--tint)}
small{color:var(--soft)}
:focus-visible{outline:2px solid var(--link);outline-offset:2px}
`;
