/** The page of every route with who may use it (`docs/routes.md`), made from the contract. */

import type { RouteDefinition } from '#contract/route.ts';
import { routes } from '#contract/routes.ts';
import { ROLE_NAMES, ROLES, rightsOf, SCOPES } from '#plan/rights.ts';

const INTRODUCTION = `# Routes and who may use them

Made by \`npm run sync\` from \`src/contract\`; \`src/http/rights.test.ts\` walks every line over HTTP with every role, with nobody and
with a machine's token. All paths are below \`/api/v1\`. Who may is said by the post (chức danh) that a person acts through: ● may,
· is refused with 403. Nobody signed in is refused with 401, but for *public* routes. A machine's token needs the right as a scope, and
is refused with 403 where no scope is named. Routes marked † allow few requests a minute from one address.
`;

export function writeRoutes(): string {
  const all = Object.entries(routes) as [string, RouteDefinition][];
  const tags = [...new Set(all.map(([, { tag }]) => tag))].sort();
  const parts = tags.map((tag) => {
    const rows = all.filter(([, route]) => route.tag === tag).sort(([a], [b]) => byPath(a, b));
    return [`## ${tag}`, '', HEAD, RULE, ...rows.map(([key, route]) => rowOf(key, route)), ''].join('\n');
  });
  return `${INTRODUCTION}\n${parts.join('\n')}`;
}

const HEAD = `| Route | What it does | Access | ${ROLES.map((role) => ROLE_NAMES[role]).join(' | ')} | Machine's scope |`;
const RULE = `|${'---|'.repeat(4 + ROLES.length)}`;

function rowOf(key: string, route: RouteDefinition): string {
  const { access, machines = false, limited = false, summary } = route;
  const open = access === 'public' || access === 'signed-in';
  const marks = ROLES.map((role) => (open || rightsOf(role).has(access) ? '●' : '·'));
  const scope = machines && (SCOPES as readonly string[]).includes(access) ? `\`${access}\`` : '';
  return `| \`${key}\`${limited ? ' †' : ''} | ${summary.en} | ${open ? access : `\`${access}\``} | ${marks.join(' | ')} | ${scope} |`;
}

/** By path, then by method. */
function byPath(a: string, b: string): number {
  const turned = (key: string) => key.split(' ').reverse().join(' ');
  return turned(a) < turned(b) ? -1 : 1;
}
