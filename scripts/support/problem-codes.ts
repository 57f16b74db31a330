/** The list of refusals (`src/contract/data/problem-codes.ts`), gathered from where they are written. */
import { globSync, readFileSync } from 'node:fs';
import type { RouteDefinition } from '#contract/route.ts';
import { routes } from '#contract/routes.ts';
import { type OidcFault, oidcRefusal } from '#identity/oidc-errors.ts';

interface Code {
  readonly status: number | null;
  readonly vi: string | null;
  readonly en: string | null;
}

const TEXT = String.raw`('(?:[^'\\\n]|\\.)*'|\`(?:[^\`\\]|\\.)*\`)`;
/** `problem(404, 'not-found', '…', '…'`, and the same as an object. */
const WRITTEN = [
  new RegExp(String.raw`\bproblem\(\s*(\d{3}),\s*'([a-z0-9-]+)',\s*${TEXT},\s*${TEXT}`, 'g'),
  new RegExp(String.raw`status: (\d{3}),\s*code: '([a-z0-9-]+)',\s*vi: ${TEXT},\s*en: ${TEXT}`, 'g'),
];

/** Those whose sentence depends on what was wrong. */
const SAID: Readonly<Record<string, readonly [number, string, string]>> = {
  'weak-password': [
    422,
    'Mật khẩu chưa đạt quy tắc; câu trả lời nói rõ vì sao.',
    'The password is too weak; the answer says why.',
  ],
  locked: [
    423,
    'Tài khoản tạm khóa vì nhập sai nhiều lần; Retry-After nói bao lâu.',
    'Locked after wrong attempts; see Retry-After.',
  ],
  'wrong-totp': [401, 'Mã xác thực không đúng, đã hết hạn hoặc đã được dùng.', 'The code is wrong, too old or used.'],
  'mail-failed': [
    502,
    'Máy chủ thư không nhận thư; câu trả lời nói rõ vì sao.',
    'The mail server refused; the answer says why.',
  ],
};
const OIDC: Readonly<Record<OidcFault, number>> = {
  unreachable: 503,
  misconfigured: 502,
  denied: 401,
  stale: 401,
  untrusted: 401,
};

export function writeProblemCodes(): string {
  const codes = new Map<string, Code>();
  for (const { problems = [] } of Object.values(routes) as RouteDefinition[])
    for (const code of problems) codes.set(code, { status: null, vi: null, en: null });
  const files = globSync('src/{contract,usecase,http}/**/*.ts').filter((file) => !/\.test\.ts$|\/data\//.test(file));
  for (const file of files.sort()) {
    const source = readFileSync(file, 'utf8');
    for (const pattern of WRITTEN) {
      for (const [, status, code, vi, en] of source.matchAll(pattern) as Iterable<
        [string, string, string, string, string]
      >)
        if (codes.get(code)?.vi == null) codes.set(code, { status: Number(status), vi: plain(vi), en: plain(en) });
    }
  }
  for (const [fault, status] of Object.entries(OIDC)) {
    const { vi, en } = oidcRefusal(fault as OidcFault, '');
    codes.set(`oidc-${fault}`, { status, vi, en });
  }
  for (const [code, [status, vi, en]] of Object.entries(SAID)) codes.set(code, { status, vi, en });
  const rows = [...codes].sort(([a], [b]) => (a < b ? -1 : 1));
  const text = (value: string | null) => (value === null ? 'null' : `'${value.replaceAll("'", "\\'")}'`);
  const lines = rows.map(
    ([code, { status, vi, en }]) => `  { code: '${code}', status: ${status}, vi: ${text(vi)}, en: ${text(en)} },`,
  );
  return [
    '/** Every refusal with its sentence, gathered by `npm run sync` from where they are written. Not to be edited. */',
    '',
    '// biome-ignore format: one line a code.',
    'export const PROBLEM_CODES: readonly {',
    '  readonly code: string;',
    '  /** Null, as the sentences: it depends on what was wrong. */',
    '  readonly status: number | null;',
    '  readonly vi: string | null;',
    '  readonly en: string | null;',
    '}[] = [',
    ...lines,
    '];',
    '',
  ].join('\n');
}

/** The text of a literal; what is filled in later is `…`. */
function plain(literal: string): string {
  return literal
    .slice(1, -1)
    .replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '…')
    .replace(/\\(.)/g, '$1');
}
