import { orderingsOfSolveSpot, parseSolveSpot, solveJob } from '@ploscope/poker';
import { it } from 'vitest';
import { loadOrderings } from '../../../cli/src/ordering-files.ts';
import { openNodeSolver } from '../node.ts';

const doc = (over: object) => {
  const s = parseSolveSpot({
    ploscope: 'spot/1',
    game: 'plo4',
    board: 'Ks9d4c2h7s',
    pot: 60,
    stack: 540,
    oop: {
      range: '*',
      bets: { river: ['pot'], turn: ['pot'], flop: ['pot'] },
      raises: { river: ['pot'], turn: ['pot'], flop: ['pot'] },
    },
    ip: {
      range: '*',
      bets: { river: ['pot'], turn: ['pot'], flop: ['pot'] },
      raises: { river: ['pot'], turn: ['pot'], flop: ['pot'] },
    },
    ...over,
  });
  if (!s.ok) throw new Error(JSON.stringify(s.error));
  const j = solveJob(s.value, { orderings: loadOrderings(orderingsOfSolveSpot(s.value)), maxBytes: 8e9 });
  if (!j.ok) throw new Error(JSON.stringify(j.error));
  return j.value.job;
};
const player = (range: string) => ({
  range,
  bets: { river: ['pot'], turn: ['pot'] },
  raises: { river: ['pot'], turn: ['pot'] },
});
const SPOTS: Record<string, () => ReturnType<typeof doc>> = {
  river: () => doc({}),
  turn: () => doc({ board: 'Td7h2c9d', stack: 240, oop: player('10%'), ip: player('10%') }),
  mono: () => doc({ board: 'Td7d2d9d', stack: 240, oop: player('10%'), ip: player('10%') }),
  holdem: () => doc({ game: 'holdem', board: 'Td9d6hQc2s', pot: 100, stack: 300 }),
  holdemturn: () => doc({ game: 'holdem', board: 'Td9d6hQc', pot: 100, stack: 300 }),
  holdemflop: () => doc({ game: 'holdem', board: 'Td9d6h', pot: 100, stack: 100 }),
  plo6: () => doc({ game: 'plo6' }),
  plo5w: () => doc({ game: 'plo5' }),
  turnw: () => doc({ board: 'Td7h2c9d', stack: 240, oop: player('50%'), ip: player('50%') }),
  plo5: () => doc({ game: 'plo5', oop: player('10%'), ip: player('10%') }),
  two: () => doc({ board2: 'Qh8h3d3c5d' }),
};
it('probe', async () => {
  for (const threads of (process.env.T ?? '1,2').split(',').map(Number)) {
    const name = process.env.PROBE ?? 'river';
    const solver = await openNodeSolver({ threads });
    const t0 = performance.now();
    const job = { ...SPOTS[name]!(), storage: (process.env.S ?? 'auto') as 'auto' };
    const t1 = performance.now();
    const est = await solver.estimate(job);
    console.log(name, threads, 'job', (t1 - t0).toFixed(0), JSON.stringify(est), (performance.now() - t1).toFixed(0));
    const open = await solver.open(job);
    if (!open.ok) {
      console.log(open.error);
      return;
    }
    const t2 = performance.now();
    const c = process.cpuUsage();
    const how = await open.value.run(
      { exploitability: Number(process.env.E ?? 0.001), iterations: 2000, timeMs: 120000 },
      { onProgress: (p) => process.env.V && console.log(JSON.stringify(p)) },
    );
    const cpu = process.cpuUsage(c);
    console.log(how, 'wall', (performance.now() - t2).toFixed(0), 'cpu', ((cpu.user + cpu.system) / 1000).toFixed(0));
    const t3 = performance.now();
    const fig = await open.value.finish();
    console.log(JSON.stringify(fig), (performance.now() - t3).toFixed(0));
    const t4 = performance.now();
    const deals = new Map<string, any>();
    for await (const d of open.value.deals(false)) deals.set(d.dealt.join(), d);
    console.log('deals', deals.size, (performance.now() - t4).toFixed(0));
    const t5 = performance.now();
    const v = await solver.view(job, { dealt: [], node: 0 }, async (d) => deals.get(d.join()) ?? null);
    if (v.ok) {
      let ev = 0,
        w = 0,
        eq = 0;
      const f = [0, 0, 0];
      const n = v.value.reach[0].length;
      for (let i = 0; i < n; i++)
        if (v.value.met[0][i]! > 0) {
          const x = v.value.reach[0][i]! * v.value.met[0][i]!;
          w += x;
          ev += x * v.value.ev[0][i]!;
          eq += x * v.value.equity[0][i]!;
          for (let a = 0; a < 3; a++) f[a]! += x * (v.value.shares[a * n + i] ?? 0);
        }
      console.log(
        'view',
        ev / w,
        eq / w,
        f.map((x) => x / w),
        (performance.now() - t5).toFixed(0),
      );
    } else console.log(v.error);
    await solver.close();
  }
}, 600000);
