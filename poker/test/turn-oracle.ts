/**
 * A second opinion on whose turn it is: those who still have to act stand in line, a bet puts everybody else who has chips
 * in it again. Follows the log alone; throws where somebody acts out of line or a street ends too early.
 */
import type { Decision, Operation } from '../src/table/operation.ts';
import type { TableSetup } from '../src/table/setup.ts';

const isDecision = (operation: Operation | undefined): operation is Decision =>
  operation !== undefined && ['fold', 'check', 'call', 'bet'].includes(operation.kind);

export const checkTurns = (setup: TableSetup, log: readonly Operation[]): void => {
  const players = setup.stacks.map((_, player) => player);
  const behind = [...setup.stacks];
  const bets = players.map(() => 0);
  const folded = new Set<number>();
  // To the left of the big blind, also where its player had nothing left to post.
  let first = players.length === 2 ? 1 : 2 % players.length;
  let line: number[] = [];
  const withChips = (): number[] => players.filter((player) => !folded.has(player) && (behind[player] ?? 0) > 0);
  const lineUp = (from: number, except = -1): void => {
    const around = [...players.slice(from), ...players.slice(0, from)];
    line = around.filter((player) => player !== except && withChips().includes(player));
  };
  /** Alone with chips, and nobody has put in more: there is nothing to decide. */
  const isIdle = (player: number): boolean =>
    withChips().every((other) => other === player) &&
    players.every((other) => folded.has(other) || (bets[other] ?? 0) <= (bets[player] ?? 0));
  const put = (player: number, chips: number): void => {
    behind[player]! -= chips;
    bets[player]! += chips;
  };

  let begun = setup.opening === 'flop';
  for (const [place, operation] of log.entries()) {
    if (operation.kind === 'post') {
      if (operation.as === 'ante' || operation.as === 'dead') behind[operation.player]! -= operation.chips;
      else put(operation.player, operation.chips);
      if (operation.as === 'big-blind' || operation.as === 'straddle') first = (operation.player + 1) % players.length;
    }
    if (isDecision(operation) && !begun) {
      lineUp(first);
      begun = true;
    }
    if (isDecision(operation)) {
      const { player } = operation;
      if (line[0] !== player) throw new Error(`operation ${place}: ${player} acts, ${line[0]} is in line`);
      line.shift();
      if (operation.kind === 'fold') folded.add(player);
      if (operation.kind === 'call') put(player, operation.chips ?? Number.NaN);
      if (operation.kind === 'bet') {
        put(player, operation.to - (bets[player] ?? 0));
        lineUp((player + 1) % players.length, player);
      }
      if (players.length - folded.size === 1) line = [];
      if (line.every(isIdle)) line = [];
    }
    if (operation.kind === 'board') {
      if (begun && line.length > 0) throw new Error(`operation ${place}: a board, and ${line[0]} is in line`);
      begun = true;
      bets.fill(0);
      if (isDecision(log[place + 1])) lineUp(0);
    }
  }
  if (line.length > 0) throw new Error(`the hand ends, and ${line[0]} is in line`);
};
