/**
 * A second opinion on who gets what: chips are taken off the table one from each player at a time, and dealt out one at a
 * time again. Slow, plain, and sharing nothing with the rules but the log of a hand in which calls say how much they add.
 */
import type { Operation } from '../src/table/operation.ts';
import type { TableSetup } from '../src/table/setup.ts';
import { naiveStrength } from './naive-strength.ts';

export interface OraclePot {
  chips: number;
  readonly contenders: readonly number[];
}

export interface OracleEnd {
  readonly returned: readonly number[];
  readonly pots: readonly OraclePot[];
  /** Chips of each player at the end when `rakes[i]` is taken out of pot `i`. */
  readonly stacks: (rakes: readonly number[]) => number[];
}

export const oracle = (
  setup: TableSetup,
  log: readonly Operation[],
  /** Runs of millions pass the one of the rules, once that is proven. */
  strength: (hand: readonly number[], board: readonly number[]) => number = naiveStrength,
): OracleEnd => {
  const { behind, levels, dead, folded, mucked, hands, boards } = follow(setup, log);
  const players = setup.stacks.map((_, player) => player);
  const returned = players.map(() => 0);
  const pots: OraclePot[] = [];
  for (;;) {
    const paying = players.filter((player) => (levels[player] ?? 0) > 0);
    if (paying.length === 0) break;
    for (const player of paying) levels[player] = (levels[player] ?? 0) - 1;
    const contenders = paying.filter((player) => !folded.has(player));
    if (paying.length === 1 && contenders.length === 1) {
      returned[paying[0] ?? 0]!++;
      continue;
    }
    const last = pots.at(-1);
    const same = last !== undefined && (contenders.length === 0 || last.contenders.join() === contenders.join());
    if (same) last.chips += paying.length;
    else pots.push({ chips: paying.length, contenders });
  }
  addDead(
    pots,
    dead,
    players.filter((player) => !folded.has(player)),
  );
  return { returned, pots, stacks: (rakes) => pay(rakes) };

  function pay(rakes: readonly number[]): number[] {
    const stacks = players.map((player) => (behind[player] ?? 0) + (returned[player] ?? 0));
    for (const [index, pot] of pots.entries()) {
      const inIt = pot.contenders.filter((player) => !mucked.has(player));
      const byBoard = boards.map((board) => winnersOf(inIt, board));
      const turns = boards.map(() => 0);
      for (let chip = 0; chip < pot.chips - (rakes[index] ?? 0); chip++) {
        const board = inIt.length === 1 ? 0 : chip % boards.length;
        const winners = byBoard[board] ?? [];
        stacks[winners[turns[board]!++ % winners.length] ?? -1]!++;
      }
    }
    return stacks;
  }

  function winnersOf(inIt: readonly number[], board: readonly number[]): readonly number[] {
    if (inIt.length === 1) return inIt;
    const worth = inIt.map((player) => strength(hands[player] ?? [], board));
    const best = Math.max(...worth);
    return inIt.filter((_, i) => worth[i] === best);
  }
};

/** Dead chips are of the main pot, which everybody is in who has not folded. */
const addDead = (pots: OraclePot[], dead: number, live: readonly number[]): void => {
  if (dead === 0) return;
  const main = pots[0];
  if (main !== undefined && main.contenders.length === live.length) main.chips += dead;
  else pots.unshift({ chips: dead, contenders: live });
};

const follow = (setup: TableSetup, log: readonly Operation[]) => {
  const behind = [...setup.stacks];
  const bets = setup.stacks.map(() => 0);
  const levels = setup.stacks.map(() => 0);
  const antes = setup.stacks.map(() => 0);
  const hands: (readonly number[])[] = setup.stacks.map(() => []);
  let boards: (readonly number[])[] = Array.from({ length: setup.boards }, () => []);
  const folded = new Set<number>();
  const mucked = new Set<number>();
  let dead = setup.fromHouse ?? 0;
  const bet = (player: number, chips: number): void => {
    behind[player]! -= chips;
    bets[player]! += chips;
    levels[player]! += chips;
  };
  for (const operation of log) {
    switch (operation.kind) {
      case 'post':
        if (operation.as === 'ante' || operation.as === 'dead') {
          behind[operation.player]! -= operation.chips;
          if (operation.as === 'ante') antes[operation.player]! += operation.chips;
          else dead += operation.chips;
        } else bet(operation.player, operation.chips);
        break;
      case 'call':
        bet(operation.player, operation.chips ?? Number.NaN);
        break;
      case 'bet':
        bet(operation.player, operation.to - (bets[operation.player] ?? 0));
        break;
      case 'fold':
        folded.add(operation.player);
        break;
      case 'deal':
      case 'show':
        if (operation.cards.length > 0) hands[operation.player] = operation.cards;
        break;
      case 'muck':
        mucked.add(operation.player);
        break;
      case 'run':
        boards = Array.from({ length: operation.times }, () => boards).flat();
        break;
      case 'board':
        boards[operation.board] = [...(boards[operation.board] ?? []), ...operation.cards];
        bets.fill(0);
        break;
    }
  }
  // An ante that everybody pays is as good as a bet; one that some pay for all is not.
  if (antes.every((chips) => chips > 0)) for (const [player, chips] of antes.entries()) levels[player]! += chips;
  else for (const chips of antes) dead += chips;
  return { behind, levels, dead, folded, mucked, hands, boards };
};
