// Single hands: every board enumerated, tables included, one thread.

import type { EquityJob } from '@ploscope/kernel';
import type { Pool } from '@ploscope/kernel/host/node';
import { equityOmaha } from '@poker-apprentice/hand-evaluator';
import { Omaha } from 'poker-odds-calc';
import { cardsOf, hand, job } from './cards.ts';
import { medianMs, type Row } from './row.ts';

const RUNS = 25;
const THREE = ['AsAhKsKh', '9d8d7c6c', 'QsQhJcTd'];
const SIX = [...THREE, '2s2h4c4d', '3d3h5d5h', '7h7d8s8c'];

type Card = Parameters<typeof equityOmaha>[0][number][number];

export async function handRows(pool: Pool): Promise<Row[]> {
  const time = (players: readonly string[], game: EquityJob['game'] = 'plo4'): Promise<number> =>
    medianMs(RUNS, async () => {
      const answer = await pool.run(job({ game, players: players.map(hand) }));
      if (!answer.ok || !answer.value.exact) throw new Error('not exact');
    });
  const apprentice = (players: readonly string[]): Promise<number> => {
    const hands = players.map((player) => player.match(/../g) as Card[]);
    return medianMs(3, () => equityOmaha(hands, []));
  };
  return [
    {
      what: 'Exact heads-up preflop, PLO4',
      ours: await time(['AsAhKsKh', '9d8d7c6c']),
      unit: 'ms',
      peer: '@poker-apprentice/hand-evaluator',
      theirs: await apprentice(['AsAhKsKh', '9d8d7c6c']),
      bar: 5,
    },
    {
      what: 'Exact heads-up preflop, PLO5',
      ours: await time(['AsAhKsKh2c', '9d8d7c6cTh'], 'plo5'),
      unit: 'ms',
      peer: 'none',
      theirs: null,
      bar: 7,
    },
    {
      what: 'Exact heads-up preflop, PLO6',
      ours: await time(['AsAhKsKh2c3d', '9d8d7c6cThTs'], 'plo6'),
      unit: 'ms',
      peer: 'none',
      theirs: null,
      bar: 7,
    },
    {
      what: 'Exact 3-way preflop, PLO4',
      ours: await time(THREE),
      unit: 'ms',
      peer: '@poker-apprentice/hand-evaluator',
      theirs: await apprentice(THREE),
      bar: 6,
    },
    {
      what: 'Exact 6-way preflop, PLO4',
      ours: await time(SIX),
      unit: 'ms',
      peer: '@poker-apprentice/hand-evaluator',
      theirs: await apprentice(SIX),
      bar: 6,
    },
    await oddsCalcRow(pool),
  ];
}

/** poker-odds-calc deals positions, not counts: both do the 820 boards of one flop. */
async function oddsCalcRow(pool: Pool): Promise<Row> {
  const board = 'Ks9d4c';
  const players = ['AsAhKhQh', 'JsTs9h8h'];
  const ours = await medianMs(RUNS, () => pool.run(job({ players: players.map(hand), boards: [cardsOf(board)] })));
  const theirs = await medianMs(1, () => {
    const table = new Omaha();
    for (const player of players) table.addPlayer(player.match(/../g) as never);
    table.setBoard(board.match(/../g) as never);
    table.calculate();
  });
  return { what: 'Exact heads-up on a flop, PLO4', ours, unit: 'ms', peer: 'poker-odds-calc', theirs, bar: null };
}
