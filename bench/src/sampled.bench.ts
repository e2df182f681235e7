// Sampled equities: time to an error, and deals a second.

import type { EquityJob } from '@ploscope/kernel';
import type { Pool } from '@ploscope/kernel/host/node';
import { parseRange, rangeCombos } from '@ploscope/poker';
import { simulate } from '@poker-apprentice/hand-evaluator';
import { deal, job, textOf } from './cards.ts';
import { medianMs, type Row } from './row.ts';

function rangeOf(text: string): EquityJob['players'][number] {
  const range = parseRange(text, 'plo4');
  if (!range.ok) throw new Error(range.error.message);
  const { cards, weights } = rangeCombos(range.value, {});
  return { kind: 'range', cards, weights };
}

const THREE = ['AA', '$ds', '9876+, JT98, KQJT'];

export async function sampledRows(one: Pool): Promise<Row[]> {
  const [aces, suited, rundowns] = THREE.map(rangeOf);
  const two = await medianMs(5, () => one.run(job({ players: [aces!, suited!] })));
  const stop = { standardError: 0, trials: 20_000_000, timeMs: 60_000 };
  let trials = 0;
  const three = await medianMs(3, async () => {
    const answer = await one.run(job({ players: [aces!, suited!, rundowns!], stop }));
    if (!answer.ok) throw new Error(answer.error.message);
    ({ trials } = answer.value);
  });
  return [
    {
      what: 'Range v range preflop to an error of 0.05 %',
      ours: two / 1000,
      unit: 's',
      peer: 'none',
      theirs: null,
      bar: 2,
    },
    {
      what: 'Three ranges, sampled deals, 1 thread',
      ours: trials / three / 1000,
      unit: 'M deals/s',
      peer: '@poker-apprentice simulate, three hands',
      theirs: await simulatedRate(),
      bar: 10,
    },
  ];
}

async function simulatedRate(): Promise<number> {
  const cards = deal(12).map(textOf);
  const samples = 20_000;
  const ms = await medianMs(3, () => {
    const hands = [cards.slice(0, 4), cards.slice(4, 8), cards.slice(8)] as never;
    const options = {
      expectedCommunityCardCount: 5,
      expectedHoleCardCount: 4,
      minimumHoleCardsUsed: 2,
      maximumHoleCardsUsed: 2,
    };
    simulate({ allHoleCards: hands, communityCards: [], ...options, samplesPerUpdate: samples }).next();
  });
  return samples / ms / 1000;
}
