/** Documents made after a JSON schema. What a pattern wants beyond its type is left to examples. */
import { type JsonSchema, type OpenApi, resolved } from './openapi.ts';
import type { Random } from './random.ts';

const WORDS = [
  'AsAhKsKh',
  '9d8d7c6c',
  'AA$ds',
  'KK',
  '15%',
  'Ks9d4c',
  '',
  'laptop',
  '123456',
  'pot',
  'x',
  'a phrase of words',
];

export function sampleOf(schema: JsonSchema, document: OpenApi, random: Random, depth = 0): unknown {
  const own = resolved(schema, document);
  if (own.examples !== undefined && random.chance(0.5)) return random.pick(own.examples);
  if (own.const !== undefined) return own.const;
  if (own.enum !== undefined) return random.pick(own.enum);
  const either = own.anyOf ?? own.oneOf;
  if (either !== undefined) return sampleOf(random.pick(either), document, random, depth);
  const type = typeof own.type === 'object' ? random.pick(own.type) : own.type;
  switch (type) {
    case 'null':
      return null;
    case 'boolean':
      return random.chance(0.5);
    case 'integer':
      return Math.round(numberOf(own, random));
    case 'number':
      return numberOf(own, random);
    case 'string':
      return textOf(own, random);
    case 'array': {
      const least = own.minItems ?? 0;
      const most = Math.min(own.maxItems ?? least + 3, least + 5);
      const count = least + random.below(most - least + 1);
      return Array.from({ length: count }, () => sampleOf(own.items ?? {}, document, random, depth + 1));
    }
    default:
      return depth > 6 ? {} : objectOf(own, document, random, depth);
  }
}

function objectOf(own: JsonSchema, document: OpenApi, random: Random, depth: number): object {
  const entries = Object.entries(own.properties ?? {})
    .filter(([name]) => own.required?.includes(name) || random.chance(0.4))
    .map(([name, schema]) => [name, sampleOf(schema, document, random, depth + 1)]);
  return Object.fromEntries(entries);
}

function numberOf({ minimum = -1000, maximum = 1000 }: JsonSchema, random: Random): number {
  return random.pick([minimum, maximum, minimum + random.next() * Math.min(maximum - minimum, 1000)]);
}

function textOf({ format, minLength = 0, maxLength = 60 }: JsonSchema, random: Random): string {
  if (format === 'uuid') return random.uuid();
  if (random.chance(0.2)) return `somebody-${random.below(50)}@example.org`;
  const text = random.chance(0.1) ? 'z'.repeat(maxLength) : random.pick(WORDS);
  return text.padEnd(minLength, 'q').slice(0, maxLength);
}
