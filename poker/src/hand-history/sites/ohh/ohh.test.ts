import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPhh } from '../phh/read.ts';
import { readOhh } from './read.ts';
import { formatOhh } from './write.ts';

const PHH = new URL('../../../../golden/hands/phh/', import.meta.url);

describe('hands of another form', () => {
  it.each(readdirSync(PHH).filter((name) => name.endsWith('.phh') && !name.includes('FO8')))(
    '%s is written and reads the same',
    (name) => {
      const played = readPhh(readFileSync(new URL(name, PHH), 'utf8').split('\n'));
      if (!played.ok) throw new Error(played.error.message);
      const text = formatOhh(played.value);
      expect(readOhh([text])).toEqual(played);
    },
  );
});
