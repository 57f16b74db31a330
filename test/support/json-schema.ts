/** A small checker for the part of JSON Schema 2020-12 that our published schema uses; unknown keywords are refused. */

type Schema = Readonly<Record<string, unknown>>;

const KNOWN = new Set(
  '$schema $defs $ref title description type enum const anyOf items properties required additionalProperties pattern minimum'.split(
    ' ',
  ),
);

/** Every way in which `value` breaks `schema`, as `path: what`. */
export function findSchemaProblems(schema: Schema, value: unknown): string[] {
  const problems: string[] = [];
  check(schema, schema, value, '$', problems);
  return problems;
}

function check(root: Schema, schema: Schema, value: unknown, path: string, problems: string[]): void {
  for (const keyword of Object.keys(schema)) {
    if (!KNOWN.has(keyword)) throw new Error(`keyword not supported by this checker: ${keyword}`);
  }
  const bad = (what: string) => problems.push(`${path}: ${what}`);
  if (typeof schema.$ref === 'string') check(root, resolve(root, schema.$ref), value, path, problems);
  if (Array.isArray(schema.anyOf)) {
    const tries = (schema.anyOf as Schema[]).map((option) => {
      const inner: string[] = [];
      check(root, option, value, path, inner);
      return inner;
    });
    if (!tries.some((inner) => inner.length === 0)) {
      problems.push(...(tries.sort((a, b) => a.length - b.length)[0] ?? []));
    }
  }
  if (schema.type !== undefined) {
    const types = [schema.type].flat() as string[];
    if (!types.some((type) => isOfType(value, type)))
      bad(`not of type ${types.join(' or ')}: ${JSON.stringify(value)}`);
  }
  if (Array.isArray(schema.enum) && !schema.enum.includes(value)) bad(`not one of the enum: ${String(value)}`);
  if ('const' in schema && schema.const !== value) bad(`not ${String(schema.const)}`);
  if (typeof schema.pattern === 'string' && typeof value === 'string') {
    if (!new RegExp(schema.pattern, 'u').test(value)) bad(`does not match ${schema.pattern}: ${value}`);
  }
  if (typeof schema.minimum === 'number' && typeof value === 'number' && value < schema.minimum) {
    bad(`less than ${schema.minimum}: ${value}`);
  }
  if (Array.isArray(value) && schema.items) {
    for (const [i, item] of value.entries()) check(root, schema.items as Schema, item, `${path}[${i}]`, problems);
  }
  if (isOfType(value, 'object')) checkObject(root, schema, value as Schema, path, problems);
}

function checkObject(root: Schema, schema: Schema, value: Schema, path: string, problems: string[]): void {
  const properties = (schema.properties ?? {}) as Record<string, Schema>;
  for (const name of (schema.required ?? []) as string[]) {
    if (!(name in value)) problems.push(`${path}: ${name} is missing`);
  }
  for (const [name, item] of Object.entries(value)) {
    const inner = properties[name] ?? schema.additionalProperties;
    if (inner === false) problems.push(`${path}: ${name} is not in the schema`);
    else if (typeof inner === 'object' && inner !== null)
      check(root, inner as Schema, item, `${path}.${name}`, problems);
  }
}

function resolve(root: Schema, reference: string): Schema {
  const name = /^#\/\$defs\/(\w+)$/.exec(reference)?.[1];
  const found = name && (root.$defs as Record<string, Schema> | undefined)?.[name];
  if (!found) throw new Error(`no such definition: ${reference}`);
  return found;
}

function isOfType(value: unknown, type: string): boolean {
  switch (type) {
    case 'null':
      return value === null;
    case 'array':
      return Array.isArray(value);
    case 'object':
      return typeof value === 'object' && value !== null && !Array.isArray(value);
    case 'integer':
      return Number.isInteger(value);
    case 'number':
      return typeof value === 'number' && Number.isFinite(value);
    default:
      return typeof value === type;
  }
}
