/**
 * The named schemas of the OpenAPI document, each once. The type provider writes two of every schema of contracts, `Name` as it
 * is answered and `NameInput` as it is asked for, whether or not either is used. Here only what an operation uses stays, and
 * what is asked for has its plain name wherever nothing else is answered by it.
 */
const AT = '#/components/schemas/';
const INPUT = 'Input';

type Schemas = Readonly<Record<string, unknown>>;

interface Described {
  readonly components?: { readonly schemas?: Schemas };
  readonly paths?: unknown;
}

/** The document with the schemas it needs. */
export function withoutTwins<D extends Described>(document: D): D {
  const schemas = document.components?.schemas ?? {};
  const used = usedBy(document.paths, schemas);
  const plainOf = (name: string): string => {
    const plain = name.endsWith(INPUT) ? name.slice(0, -INPUT.length) : name;
    return used.has(plain) ? name : plain;
  };
  const kept = [...used].map((name) => [plainOf(name), schemas[name]] as const);
  const needed = {
    ...document,
    components: { ...document.components, schemas: Object.fromEntries(kept.sort(byName)) },
  };
  return JSON.parse(renamed(needed, plainOf)) as D;
}

/** The names an operation reaches, through others too. */
function usedBy(paths: unknown, schemas: Schemas): ReadonlySet<string> {
  const used = new Set<string>();
  const open = [paths];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const [, name = ''] of JSON.stringify(next).matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      if (used.has(name)) continue;
      used.add(name);
      open.push(schemas[name]);
    }
  }
  return used;
}

function renamed(part: unknown, nameOf: (name: string) => string): string {
  return JSON.stringify(part).replace(
    /"#\/components\/schemas\/(\w+)"/g,
    (_, name: string) => `"${AT}${nameOf(name)}"`,
  );
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
