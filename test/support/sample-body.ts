/** A body that a route would take, made of its schema: for tests that send to every route. */
import { z } from 'zod';

interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly minItems?: number;
  readonly minimum?: number;
  readonly minLength?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

/** The smallest value that fits, with `id` wherever an id goes, optional ones too. `ids` counts them. */
export function sampleBody(schema: z.ZodType, id: string): { readonly body: unknown; readonly ids: number } {
  const json = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
  let ids = 0;
  const make = (at: Schema): unknown => {
    if (at.const !== undefined) return at.const;
    if (at.enum) return at.enum[0];
    const either = at.anyOf ?? at.oneOf;
    if (either) return make(either.find(holdsId) ?? (either[0] as Schema));
    switch (at.type) {
      case 'object':
        return Object.fromEntries(
          Object.entries(at.properties ?? {})
            .filter(([name, one]) => at.required?.includes(name) || holdsId(one))
            .map(([name, one]) => [name, make(one)]),
        );
      case 'array':
        return (at.minItems ?? 0) > 0 || (at.items && holdsId(at.items)) ? [make(at.items ?? {})] : [];
      case 'string':
        if (at.format === 'uuid') {
          ids++;
          return id;
        }
        if (at.format === 'date') return '2021-06-30';
        if (at.format === 'email') return 'mot@example.vn';
        if (at.format === 'uri') return 'https://example.vn';
        return 'a'.repeat(Math.max(at.minLength ?? 1, 3));
      case 'integer':
      case 'number':
        return Math.max(at.minimum ?? 1, 1);
      case 'boolean':
        return true;
      default:
        return null;
    }
  };
  return { body: make(json), ids };
}

function holdsId(at: Schema): boolean {
  if (at.format === 'uuid') return true;
  const parts = [
    ...(at.anyOf ?? at.oneOf ?? []),
    ...(at.items ? [at.items] : []),
    ...Object.values(at.properties ?? {}),
  ];
  return parts.some(holdsId);
}
