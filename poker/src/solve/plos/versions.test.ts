// Files that programs before this one wrote open, and hold what they held.

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { crc32 } from './crc32.ts';
import { plosJob } from './plos-job.ts';
import { opened } from './testing/files.ts';

/** Figures as the program that wrote a file reads it; `crc` is of all strategies and worths. */
const WRITTEN = [
  {
    version: 1,
    iterations: 40,
    buckets: null,
    wantedBuckets: null,
    method: 'exact',
    ev: [2.74614219879539, 57.25386029198217],
    read: { deals: 49, bytes: 38_821, crc: 2_339_681_107 },
  },
  {
    version: 2,
    iterations: 400,
    buckets: 6,
    wantedBuckets: 6,
    method: 'bucketed',
    ev: [27.942404138036522, 32.05759801552751],
    read: { deals: 49, bytes: 9588, crc: 3_020_321_412 },
  },
  {
    version: 3,
    iterations: 60,
    buckets: 3,
    wantedBuckets: 3,
    method: 'bucketed',
    ev: [9.24658278831076, 50.7534175156606],
    read: { deals: 1272, bytes: 28_609, crc: 4_052_310_194 },
  },
];

describe.each(WRITTEN)(
  'a file of version $version',
  ({ version, iterations, buckets, wantedBuckets, method, ev, read }) => {
    it('still opens, with all that it held', async () => {
      const bytes = new Uint8Array(readFileSync(new URL(`../../../golden/version-${version}.plos`, import.meta.url)));
      expect(new DataView(bytes.buffer, bytes.byteOffset).getUint32(8, true)).toBe(version);
      const plos = await opened(bytes);
      expect(plos).toMatchObject({ wantedBuckets, firstOnly: false, figures: { iterations, buckets } });
      expect(plos.figures.ev).toEqual(ev);
      expect(plosJob(plos)).toMatchObject({ ok: true, value: { job: { method } } });
      const all: number[] = [];
      for (const dealt of plos.deals) {
        const deal = await plos.deal(dealt);
        if (!deal.ok || deal.value === null) throw new Error('a deal is not there');
        all.push(...(deal.value.buckets ?? []));
        for (const { node, parts } of deal.value.nodes) all.push(node, ...parts);
        for (const worth of deal.value.exitWorth ?? []) all.push(...new Uint8Array(worth.buffer));
      }
      expect({ deals: plos.deals.length, bytes: all.length, crc: crc32(Uint8Array.from(all)) }).toEqual(read);
    });
  },
);
