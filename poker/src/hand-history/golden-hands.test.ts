/** Every hand of `golden/hands` that is read is also played by the rules to what its source tells. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { HandCutter } from './cut-hands.ts';
import { replay } from './replay.ts';
import { SITE_FORMATS } from './sites/site-formats.ts';

const FOLDER = new URL('../../golden/hands/', import.meta.url);

const files = readdirSync(FOLDER, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name !== 'index.json')
  .map((entry) => `${entry.parentPath}/${entry.name}`);

it('every golden hand that is read is replayed', () => {
  let replayed = 0;
  for (const file of files) {
    const cutter = new HandCutter(SITE_FORMATS);
    for (const cut of [...cutter.feed(readFileSync(file, 'utf8')), ...cutter.end()]) {
      const hand = cut.ok ? cut.format.parse(cut.lines) : cut;
      if (!hand.ok) continue;
      const played = replay(hand.value);
      expect(played.ok ? null : `${hand.value.site} ${hand.value.id}: ${played.error.message}`).toBeNull();
      replayed++;
    }
  }
  expect(replayed).toBeGreaterThan(10);
});
