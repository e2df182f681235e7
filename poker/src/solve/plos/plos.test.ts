import { pairOf, type SolvedDeal, sourceOfBytes } from '@ploscope/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatSolveSpot, solveSpotId } from '../../spot/canonical-solve.ts';
import { crc32 } from './crc32.ts';
import { deflate, inflate } from './deflate.ts';
import { openPlos } from './open-plos.ts';
import { plosJob } from './plos-job.ts';
import { bytesOf, dealOf, FIGURES, listed, opened, preparedOf, randomOf, readAll, spotOf } from './testing/files.ts';
import { writePlos } from './write-plos.ts';

const SIDE = { bets: { turn: ['pot'], river: ['50%', 'pot'] }, raises: { river: ['pot'] } };
const TURN = {
  board: 'Ks9d4c2h',
  pot: 60,
  stack: 540,
  oop: { ...SIDE, range: 'AAKK@50,QQJJ' },
  ip: { ...SIDE, range: 'TT99' },
};
const RIVER = { ...TURN, board: 'Ks9d4c2h7s', dead: '2c' };

/** The bytes of a file, and what was written to it. */
const written = async (value: unknown, dealt: readonly (readonly number[])[], firstOnly = false) => {
  const spot = spotOf(value);
  const prepared = preparedOf(spot);
  const random = randomOf(7);
  const deals = dealt.map((cards) => dealOf(prepared, cards, random));
  const bytes = await bytesOf(spot, prepared, listed(deals), { firstOnly });
  return { bytes, deals, spot, prepared };
};

const RIVER_CARDS = [[], [0], [51], [23]];

const TURN_OF_TWO = { ...TURN, board2: 'AsTd8c3h' };
/** Both orders of two cards are there: which board gets which makes a difference. */
const PAIRS = [[], [pairOf(0, 23)], [pairOf(23, 0)], [pairOf(51, 1)]];

describe('a result file', () => {
  it('gives back what was written: header, ranges, every deal', async () => {
    const { bytes, deals, spot, prepared } = await written(TURN, RIVER_CARDS);
    const plos = await opened(bytes);
    expect(plos).toMatchObject({ program: '0.1.0', id: await solveSpotId(spot), figures: FIGURES, firstOnly: false });
    expect(formatSolveSpot(plos.spot)).toBe(formatSolveSpot(spot));
    expect(plos.players).toEqual(prepared.job.players);
    expect(plos.deals).toEqual(RIVER_CARDS);
    for (const deal of deals) expect(await plos.deal(deal.dealt)).toEqual({ ok: true, value: deal });
    expect(await plos.deal([1])).toEqual({ ok: true, value: null });
  });

  it.each([
    ['a river, with dead cards', RIVER],
    ['two boards', { ...RIVER, board2: 'AsTd8c3h6s' }],
    ['Hold’em', { ...RIVER, game: 'holdem', oop: { ...SIDE, range: '22+@30,AK' }, ip: { ...SIDE, range: '*' } }],
    ['PLO5', { ...RIVER, game: 'plo5', oop: { ...SIDE, range: 'AAKKQ' }, ip: { ...SIDE, range: 'TT99' } }],
  ])('holds %s', async (_, value) => {
    const { bytes, deals, prepared } = await written(value, [[]], true);
    const plos = await opened(bytes);
    expect(plos.players).toEqual(prepared.job.players);
    expect(plos.firstOnly).toBe(true);
    expect(await plos.deal([])).toEqual({ ok: true, value: deals[0] });
  });

  it('of a turn of two boards gives back every pair, and no program takes it that knows one board only', async () => {
    const { bytes, deals, prepared } = await written(TURN_OF_TWO, PAIRS);
    const plos = await opened(bytes);
    expect(plos.deals).toEqual(PAIRS);
    for (const deal of deals) expect(await plos.deal(deal.dealt)).toEqual({ ok: true, value: deal });
    expect(await plos.deal([pairOf(1, 51)])).toEqual({ ok: true, value: null });
    expect(bytes[8]).toBe(3);
    expect(plosJob(plos)).toEqual({ ok: true, value: { ...prepared, job: { ...prepared.job, method: 'exact' } } });
    const older = bytes.slice();
    older[8] = 1;
    expect(await readAll(older)).toBe('plos-damaged');
  });

  it('of rivers and of one board is of the version that older programs read', async () => {
    expect((await written(TURN, RIVER_CARDS)).bytes[8]).toBe(1);
    expect((await written({ ...RIVER, board2: 'AsTd8c3h6s' }, [[]])).bytes[8]).toBe(1);
  });

  it('leads to the job and the tree it was made of', async () => {
    const locks = [{ line: 'x', actions: { x: 1 } }];
    const { bytes, prepared } = await written({ ...TURN, locks }, [[]]);
    const made = plosJob(await opened(bytes));
    expect(made).toEqual({ ok: true, value: { ...prepared, job: { ...prepared.job, method: 'exact' } } });
  });

  it('holds parts that do not sum to the whole, which a last action cannot be left out of', async () => {
    const spot = spotOf(RIVER);
    const prepared = preparedOf(spot);
    const deal = dealOf(prepared, [], randomOf(3));
    deal.nodes[1]!.parts.fill(0);
    const plos = await opened(await bytesOf(spot, prepared, listed([deal])));
    expect(await plos.deal([])).toEqual({ ok: true, value: deal });
  });

  it('is read in pieces: a deal costs its own bytes, not the file', async () => {
    const { bytes } = await written(TURN, RIVER_CARDS);
    let read = 0;
    const source = sourceOfBytes(bytes);
    const plos = await openPlos({
      size: source.size,
      read: (offset, length) => {
        read += length;
        return source.read(offset, length);
      },
    });
    expect(read).toBeLessThan(bytes.length / 4);
    read = 0;
    if (plos.ok) await plos.value.deal([0]);
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(bytes.length / 3);
  });

  it('is not whole when the deals fail on the way, and the failure comes through', async () => {
    const spot = spotOf(TURN);
    const prepared = preparedOf(spot);
    const parts: Uint8Array[] = [];
    const failing = async function* (): AsyncGenerator<SolvedDeal> {
      yield dealOf(prepared, [], randomOf(1));
      throw new Error('the solver is gone');
    };
    const content = { program: '0.1.0', spot, job: prepared.job, figures: FIGURES, firstOnly: false };
    const sink = { write: async (bytes: Uint8Array) => void parts.push(bytes) };
    await expect(writePlos(sink, content, failing())).rejects.toThrow('the solver is gone');
    expect(await readAll(Uint8Array.from(parts.flatMap((part) => [...part])))).toBe('plos-truncated');
  });
});

describe('a file that is wrong', () => {
  it('is told from no such file at all, and from one of a newer program', async () => {
    const { bytes } = await written(RIVER, [[]]);
    expect(await readAll(new Uint8Array(0))).toBe('plos-magic');
    expect(await readAll(Uint8Array.from('{"board":"Ks9d4c2h7s"}', (c) => c.charCodeAt(0)))).toBe('plos-magic');
    expect(await readAll(Uint8Array.from('PLOSORD1', (c) => c.charCodeAt(0)))).toBe('plos-magic');
    const newer = bytes.slice();
    newer[8] = 4;
    expect(await readAll(newer)).toBe('plos-version');
  });

  it('is cut short wherever it is cut', async () => {
    const { bytes } = await written(RIVER, [[]]);
    for (let length = 1; length < bytes.length; length++) {
      expect(await readAll(bytes.subarray(0, length)), `${length} bytes`).toBe('plos-truncated');
    }
    expect(await readAll(Uint8Array.from([...bytes, 0]))).toBe('plos-truncated');
  });

  it('is noticed whichever byte is changed', { timeout: 60_000 }, async () => {
    const { bytes } = await written(RIVER, [[]]);
    const codes = new Set<string>();
    for (let at = 0; at < bytes.length; at++) {
      const changed = bytes.slice();
      changed[at] = changed[at]! ^ (1 << (at % 8));
      const read = await readAll(changed);
      expect(typeof read, `byte ${at}`).toBe('string');
      codes.add(read as string);
    }
    expect([...codes].sort()).toEqual(['plos-damaged', 'plos-magic', 'plos-truncated', 'plos-version']);
  });

  it.each([
    ['one board', TURN, RIVER_CARDS],
    ['two boards', TURN_OF_TWO, PAIRS],
  ])('of %s never throws and never gives other data than was written', async (_, value, dealt) => {
    const { bytes } = await written(value, dealt);
    const whole = JSON.stringify(await readAll(bytes));
    const harm = fc.record({ at: fc.nat(bytes.length - 1), byte: fc.nat(255), cut: fc.integer({ min: 0, max: 9 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(harm, { minLength: 1, maxLength: 6 }), async (harms) => {
        let changed = bytes.slice();
        for (const { at, byte, cut } of harms) {
          const place = at % changed.length;
          changed[place] = byte;
          if (cut === 0) changed = changed.slice(0, place + 1);
          if (cut === 1) changed = Uint8Array.from([...changed.slice(0, place), ...changed.slice(place + 1)]);
        }
        const read = await readAll(changed);
        if (typeof read === 'string') expect(read).toMatch(/^plos-(magic|version|truncated|damaged)$/);
        else expect(JSON.stringify(read)).toBe(whole);
      }),
      { numRuns: 300 },
    );
  });

  it('that ends while it is read is cut short', async () => {
    const { bytes } = await written(RIVER, [[]]);
    const shrinking = {
      size: bytes.length,
      read: async (offset: number, length: number) =>
        offset < 32 || offset === bytes.length - 24 ? bytes.slice(offset, offset + length) : new Uint8Array(0),
    };
    expect(await openPlos(shrinking)).toMatchObject({ ok: false, error: { code: 'plos-truncated' } });
  });
});

describe('its parts', () => {
  it('are summed as zip and PNG sum theirs', () => {
    expect(crc32(Uint8Array.from('123456789', (c) => c.charCodeAt(0)))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array(0))).toBe(0);
  });

  it('come back from being deflated, and nothing else is inflated', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 3000 }), fc.uint8Array({ maxLength: 60 }), async (bytes, noise) => {
        const stored = await deflate(bytes);
        expect(await inflate(stored, bytes.length)).toEqual(bytes);
        expect(await inflate(stored, bytes.length + 1)).toBeNull();
        if (bytes.length > 0) expect(await inflate(stored, bytes.length - 1)).toBeNull();
        expect((await inflate(noise, 5000)) ?? new Uint8Array(5000)).toHaveLength(5000);
      }),
    );
    const bomb = await deflate(new Uint8Array(10_000_000));
    expect(await inflate(bomb, 1000)).toBeNull();
  });
});
