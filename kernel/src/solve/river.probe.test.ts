import { readFileSync } from 'node:fs';
import { parseRange, rangeCombos } from '@ploscope/poker';
import { describe, expect, it } from 'vitest';
import { loadOrderings } from '../../../cli/src/ordering-files.ts';
import { cardsOf } from '../../test/kernel.ts';
import { act, bettingTree, forestsOf } from '../../test/solve/toy-tree.ts';
import { openKernel } from '../wasm.ts';
import { Instance } from './instance.ts';
import type { SolveJob } from './job.ts';
import { iterate, measure, weighted } from './local-solve.ts';
import { postflopGame } from './postflop.ts';

const module = new WebAssembly.Module(readFileSync(new URL('../../build/kernel.wasm', import.meta.url)));
function all(k: number) {
  const out: number[] = [];
  const c = Array.from({ length: k }, (_, i) => i);
  for (;;) {
    out.push(...c);
    let i = 0;
    while (i < k - 1 && c[i]! + 1 === c[i + 1]!) {
      c[i] = i;
      i++;
    }
    c[i]!++;
    if (c[k - 1]! >= 52) break;
  }
  return Uint8Array.from(out);
}
const betting = (pot: number, stack: number, streets: number) => ({
  pot,
  stack,
  streets,
  maxRaises: Infinity,
  raise: (_s: number, potAfterCall: number) => potAfterCall,
  rake: { rate: 0, cap: 0 },
});
const job = (over: Partial<SolveJob>): SolveJob => ({
  game: 'plo4',
  boards: [cardsOf('Ks9d4c2h7s')],
  players: [0, 0] as never,
  pot: 60,
  streets: [],
  locks: [],
  storage: 'f32',
  maxBytes: 4e9,
  ...over,
});
function run(j: SolveJob, storage: 'f32' | 'i16', its: number[]) {
  const t0 = performance.now();
  const instance = new Instance(openKernel(module), postflopGame(j), storage);
  const t1 = performance.now();
  // mass
  let mass = 0;
  {
    // checked-down total: worth with payoffs 1
    const f = {
      entries: Int32Array.of(0),
      kinds: Uint8Array.of(2),
      players: Uint8Array.of(0),
      first: Int32Array.of(0),
      counts: Uint8Array.of(0),
      payoffs: Float64Array.of(1, 0, 1),
    };
    const g = postflopGame({ ...j, streets: [f] });
    const m = new Instance(
      openKernel(module),
      { ...g, start: { ...g.start, branches: null, boards: 0, forest: f, rank: g.start.rank } },
      'f32',
    );
    mass = weighted(m, 0, m.pass(0, true).worth);
  }
  const mb = instance.kernel.memory.buffer.byteLength / 1e6;
  console.log(
    storage,
    'setup',
    (t1 - t0).toFixed(0),
    'ms, MB',
    mb.toFixed(0),
    'counts',
    instance.start.counts,
    'mass',
    mass,
    'lanes',
    instance.start.forest.lanes.length,
    'deals',
    instance.start.children.length,
  );
  let i = 0,
    ms = 0;
  for (const to of its) {
    const t = performance.now();
    const c = process.cpuUsage();
    const n = to - i;
    for (; i < to; i++) iterate(instance, i);
    const cpu = process.cpuUsage(c);
    ms += cpu.user / 1000;
    const tm = performance.now();
    const m = measure(instance, mass);
    console.log(
      storage,
      to,
      'cpu ms',
      ms.toFixed(0),
      'per it',
      (cpu.user / 1000 / n).toFixed(2),
      'wall',
      ((performance.now() - t) / n).toFixed(2),
      'measure',
      (performance.now() - tm).toFixed(0),
      'expl %',
      ((m.exploitability / j.pot) * 100).toFixed(4),
      'ev',
      m.worth.map((x) => (x + j.pot / 2).toFixed(3)),
    );
  }
}
function range(text: string) {
  const orderings = loadOrderings(['plo4-1' as never]);
  const r = parseRange(text, 'plo4');
  if (!r.ok) throw new Error(r.error.message);
  const { cards, weights } = rangeCombos(r.value, { orderings });
  return { cards, weights };
}
const which = process.env.PROBE ?? 'river';
it('probe', () => {
  if (which === 'river' || which === 'river16') {
    const every = { cards: all(4), weights: null };
    const storage = which === 'river' ? 'f32' : 'i16';
    run(
      job({ players: [every, every], streets: forestsOf(bettingTree(betting(60, 540, 1))) }),
      storage,
      [8, 15, 20, 26, 32, 38, 44, 50, 56, 63, 70, 80, 90, 100, 120],
    );
  }
  if (which === 'r10') {
    const r = range('10%');
    run(
      job({ boards: [cardsOf('Td7h2c9dKs')], players: [r, r], streets: forestsOf(bettingTree(betting(60, 540, 1))) }),
      'f32',
      [8, 15, 20, 26, 32, 38, 44, 50, 56, 63, 70, 80, 90, 100, 120],
    );
  }
  if (which === 'mix') {
    run(
      job({
        boards: [cardsOf('QsJs5s5d2h')],
        players: [range('30%'), range('AA,KK,20%-40%')],
        streets: forestsOf(bettingTree(betting(60, 240, 1))),
      }),
      'f32',
      [8, 15, 20, 26, 32, 38, 44, 50, 56, 63, 70, 80, 90, 100, 120],
    );
  }
  if (which === 'turn' || which === 'turn16') {
    const r = range('10%');
    run(
      job({ boards: [cardsOf('Td7h2c9d')], players: [r, r], streets: forestsOf(bettingTree(betting(60, 240, 2))) }),
      which === 'turn' ? 'f32' : 'i16',
      process.env.ITS ? JSON.parse(process.env.ITS) : [10],
    );
  }
  if (which === 'holdem') {
    const every = { cards: all(2), weights: null };
    run(
      job({
        game: 'holdem',
        players: [every, every],
        streets: forestsOf(bettingTree(betting(100, 300, 1))),
        pot: 100,
        boards: [cardsOf('Td9d6hQc2s')],
      }),
      'f32',
      [10, 50, 200, 1000, 5000],
    );
  }
}, 600000);
