import { PARTS, type SolvedDeal, type SolveFigures } from '@ploscope/kernel';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOLE_CARDS } from '../../games.ts';
import { formatSolveSpot, solveSpotId } from '../../spot/canonical-solve.ts';
import { parseSolveSpot } from '../../spot/parse-solve-spot.ts';
import type { SolveSpot } from '../../spot/solve-spot.ts';
import { type PreparedSolve, solveJob } from '../solve-job.ts';
import { crc32 } from './crc32.ts';
import { deflate, inflate } from './deflate.ts';
import { openPlos } from './open-plos.ts';
import type { ByteSource, Plos } from './plos.ts';
import { plosJob } from './plos-job.ts';
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

const FIGURES: SolveFigures = {
  iterations: 312,
  elapsedMs: 4113.25,
  memoryBytes: 123_456_789,
  storage: 'f32',
  buckets: null,
  exploitability: { chips: 0.0588, share: 0.00098 },
  ev: [29.123, 30.877],
  equity: [0.49, 0.51],
};

const spotOf = (value: unknown): SolveSpot => {
  const read = parseSolveSpot(value);
  if (!read.ok) throw new Error(read.error.message);
  return read.value;
};
const preparedOf = (spot: SolveSpot): PreparedSolve => {
  const made = solveJob(spot);
  if (!made.ok) throw new Error(made.error.message);
  return made.value;
};

/** Numbers that look random and are the same every time. */
const randomOf = (seed: number) => {
  let state = seed;
  return (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
};

/** A deal as the kernel leaves it: all parts divided, zeros where a combo holds a card that is out. */
const dealOf = ({ job }: PreparedSolve, dealt: readonly number[], random: () => number): SolvedDeal => {
  const size = HOLE_CARDS[job.game];
  const gone = new Set([...job.boards.flatMap((board) => [...board]), ...dealt]);
  const live = job.players.map(({ cards }) =>
    Array.from({ length: cards.length / size }, (_, combo) =>
      cards.subarray(combo * size, (combo + 1) * size).every((card) => !gone.has(card)),
    ),
  );
  const forest = job.streets[dealt.length]!;
  const nodes = [...forest.kinds.keys()].flatMap((node) => {
    if (forest.kinds[node] !== 0) return [];
    const held = live[forest.players[node]!]!;
    const parts = new Uint8Array(forest.counts[node]! * held.length);
    for (const [combo, isLive] of held.entries()) {
      let rest = isLive ? PARTS : 0;
      for (let action = 0; action < forest.counts[node]!; action++) {
        const last = action === forest.counts[node]! - 1;
        const part = last ? rest : Math.floor(random() * (rest + 1));
        parts[action * held.length + combo] = part;
        rest -= part;
      }
    }
    return [{ node, parts }];
  });
  if (dealt.length + 1 === job.streets.length) return { dealt, nodes, buckets: null, exitWorth: null };
  const exits = job.streets[dealt.length + 1]!.entries.length;
  const worth = (player: 0 | 1): Float32Array =>
    Float32Array.from({ length: exits * live[player]!.length }, (_, i) =>
      live[player]![i % live[player]!.length] ? Math.fround(random() * 200 - 100) : 0,
    );
  return { dealt, nodes, buckets: null, exitWorth: [worth(0), worth(1)] };
};

async function* listed(deals: readonly SolvedDeal[]): AsyncGenerator<SolvedDeal> {
  yield* deals;
}

/** The bytes of a file, and what was written to it. */
const written = async (value: unknown, dealt: readonly (readonly number[])[], firstOnly = false) => {
  const spot = spotOf(value);
  const prepared = preparedOf(spot);
  const random = randomOf(7);
  const deals = dealt.map((cards) => dealOf(prepared, cards, random));
  const parts: Uint8Array[] = [];
  const sink = { write: async (bytes: Uint8Array) => void parts.push(bytes.slice()) };
  const content = { program: '0.1.0', spot, job: prepared.job, figures: FIGURES, firstOnly };
  const size = await writePlos(sink, content, listed(deals));
  const bytes = Uint8Array.from(parts.flatMap((part) => [...part]));
  expect(bytes.length).toBe(size);
  return { bytes, deals, spot, prepared };
};

const sourceOf = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: async (offset, length) => bytes.slice(offset, offset + length),
});

const opened = async (bytes: Uint8Array): Promise<Plos> => {
  const plos = await openPlos(sourceOf(bytes));
  if (!plos.ok) throw new Error(plos.error.message);
  return plos.value;
};

/** Everything a file gives, or the code of the first thing that is wrong with it. */
const readAll = async (bytes: Uint8Array) => {
  const plos = await openPlos(sourceOf(bytes));
  if (!plos.ok) return plos.error.code;
  const { deal, ...head } = plos.value;
  const deals: unknown[] = [];
  for (const dealt of head.deals) {
    const read = await deal(dealt);
    if (!read.ok) return read.error.code;
    deals.push(read.value);
  }
  return { ...head, deals };
};

const RIVER_CARDS = [[], [0], [51], [23]];

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

  it('leads to the job and the tree it was made of', async () => {
    const locks = [{ line: 'x', actions: { x: 1 } }];
    const { bytes, prepared } = await written({ ...TURN, locks }, [[]]);
    const made = plosJob(await opened(bytes));
    expect(made).toEqual({ ok: true, value: prepared });
  });

  it('holds parts that do not sum to the whole, which a last action cannot be left out of', async () => {
    const spot = spotOf(RIVER);
    const prepared = preparedOf(spot);
    const deal = dealOf(prepared, [], randomOf(3));
    deal.nodes[1]!.parts.fill(0);
    const parts: Uint8Array[] = [];
    const sink = { write: async (bytes: Uint8Array) => void parts.push(bytes) };
    const content = { program: '0.1.0', spot, job: prepared.job, figures: FIGURES, firstOnly: false };
    await writePlos(sink, content, listed([deal]));
    const plos = await opened(Uint8Array.from(parts.flatMap((part) => [...part])));
    expect(await plos.deal([])).toEqual({ ok: true, value: deal });
  });

  it('is read in pieces: a deal costs its own bytes, not the file', async () => {
    const { bytes } = await written(TURN, RIVER_CARDS);
    let read = 0;
    const source = sourceOf(bytes);
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
    newer[8] = 2;
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

  it('never throws and never gives other data than was written, whatever is done to its bytes', async () => {
    const { bytes } = await written(TURN, RIVER_CARDS);
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
