import { type SolvedDeal, sourceOfBytes } from '@ploscope/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openPlos } from './open-plos.ts';
import { plosJob } from './plos-job.ts';
import { bytesOf, dealOf, FIGURES, listed, opened, preparedOf, randomOf, readAll, spotOf } from './testing/files.ts';
import { writePlos } from './write-plos.ts';

const SIDE = { bets: { flop: ['pot'], turn: ['pot'], river: ['pot'] }, raises: { river: ['pot'] } };
const FLOP = {
  board: 'Ks9d4c',
  pot: 60,
  stack: 240,
  oop: { ...SIDE, range: 'AsAhQ*@50,QQJJ' },
  ip: { ...SIDE, range: 'TT99:$ds' },
};
const WANTED = 12;
const BUCKETED = { ...FIGURES, buckets: 11 };

const spot = spotOf(FLOP);
const prepared = preparedOf(spot, { method: 'bucketed', buckets: WANTED });

/** Buckets differ from run-out to run-out and from player to player; a player may have none. */
const bucketsOf = ([turn = 0, river = 0]: readonly number[]): readonly [number, number] => [
  1 + ((turn + river) % 14),
  (turn * river) % 13,
];

/** A flop, its turns by combo and its rivers by bucket. */
const dealsOf = function* (turns: readonly number[], rivers: readonly number[]): Generator<SolvedDeal> {
  const random = randomOf(5);
  yield dealOf(prepared, [], random);
  for (const turn of turns) {
    yield dealOf(prepared, [turn], random);
    for (const river of rivers) {
      if (river !== turn) yield dealOf(prepared, [turn, river], random, bucketsOf([turn, river]));
    }
  }
};
const written = (deals: Iterable<SolvedDeal>) => bytesOf(spot, prepared, listed(deals), { figures: BUCKETED });

describe('a file whose last street is played by bucket', () => {
  it('gives back every deal, those by combo and those by bucket', async () => {
    const deals = [...dealsOf([0, 12, 51], [1, 30])];
    const plos = await opened(await written(deals));
    expect(plos.deals).toEqual(deals.map(({ dealt }) => dealt));
    for (const deal of deals) expect(await plos.deal(deal.dealt)).toEqual({ ok: true, value: deal });
    expect(deals.filter(({ buckets }) => buckets !== null)).toHaveLength(6);
  });

  it('says what is bucketed, and leads to the job that makes the same buckets', async () => {
    const plos = await opened(await written(dealsOf([0], [1])));
    expect(plos).toMatchObject({ wantedBuckets: WANTED, figures: { buckets: 11 } });
    expect(plosJob(plos)).toEqual({ ok: true, value: prepared });
  });

  it('holds parts of buckets that do not sum to the whole', async () => {
    const deal = dealOf(prepared, [0, 1], randomOf(2), [3, 4]);
    deal.nodes[0]!.parts.fill(0);
    const plos = await opened(await written([dealOf(prepared, [], randomOf(1)), deal]));
    expect(await plos.deal([0, 1])).toEqual({ ok: true, value: deal });
  });

  it('has any of its rivers read without the others', async () => {
    const bytes = await written(dealsOf([0, 12, 25], [1, 2, 3, 4, 5, 6, 7, 8]));
    const reads: number[] = [];
    const source = sourceOfBytes(bytes);
    const plos = await openPlos({
      size: source.size,
      read: (offset, length) => {
        reads.push(length);
        return source.read(offset, length);
      },
    });
    if (!plos.ok) throw new Error(plos.error.message);
    const before = reads.length;
    const river = await plos.value.deal([12, 7]);
    expect(river).toMatchObject({ ok: true, value: { dealt: [12, 7], buckets: bucketsOf([12, 7]) } });
    expect(reads.length).toBe(before + 1);
    expect(reads[before]).toBeLessThan(bytes.length / 24);
  });

  it('is written while its deals come: of thousands no more than a few are held', async () => {
    let made = 0;
    let writes = 0;
    let most = 0;
    const rivers = Array.from({ length: 52 }, (_, card) => card);
    const deals = async function* (): AsyncGenerator<SolvedDeal> {
      for (const deal of dealsOf(rivers.slice(0, 20), rivers)) {
        made += 1;
        // Prefix, header and ranges were written first, then a deal at a time.
        most = Math.max(most, made - Math.max(0, writes - 3));
        yield deal;
      }
    };
    const sink = {
      write: async (): Promise<void> => {
        writes += 1;
      },
    };
    const content = { program: '0.1.0', spot, job: prepared.job, figures: BUCKETED, firstOnly: false };
    await writePlos(sink, content, deals());
    expect(made).toBe(1 + 20 * 52);
    expect(most).toBeLessThan(8);
  });
});

describe('a file by bucket that is wrong', () => {
  it('is noticed whichever byte is changed', async () => {
    const bytes = await written([dealOf(prepared, [], randomOf(1)), dealOf(prepared, [0, 1], randomOf(2), [2, 3])]);
    for (let at = 0; at < bytes.length; at++) {
      const changed = bytes.slice();
      changed[at] = changed[at]! ^ (1 << (at % 8));
      expect(typeof (await readAll(changed)), `byte ${at}`).toBe('string');
    }
  });

  it('is damaged where its version and what it holds contradict each other', async () => {
    const bytes = await written(dealsOf([0], [1]));
    expect(bytes[8]).toBe(2);
    for (const version of [0, 1]) {
      const changed = bytes.slice();
      changed[8] = version;
      expect(await readAll(changed)).toBe('plos-damaged');
    }
    const exact = await bytesOf(spot, prepared, listed(dealsOf([], [])));
    expect(exact[8]).toBe(1);
    exact[8] = 2;
    expect(await readAll(exact)).toBe('plos-damaged');
  });

  it('never gives other deals than were written, whatever is done to its bytes', async () => {
    const bytes = await written(dealsOf([0, 12], [1, 30]));
    const whole = JSON.stringify(await readAll(bytes));
    const harm = fc.record({ at: fc.nat(bytes.length - 1), byte: fc.nat(255), cut: fc.integer({ min: 0, max: 9 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(harm, { minLength: 1, maxLength: 6 }), async (harms) => {
        let changed = bytes.slice();
        for (const { at, byte, cut } of harms) {
          const place = at % changed.length;
          changed[place] = byte;
          if (cut === 0) changed = changed.slice(0, place + 1);
        }
        const read = await readAll(changed);
        if (typeof read === 'string') expect(read).toMatch(/^plos-(magic|version|truncated|damaged)$/);
        else expect(JSON.stringify(read)).toBe(whole);
      }),
      { numRuns: 200 },
    );
  });
});
