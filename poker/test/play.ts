/**
 * Hands of tests as short texts, one operation a word group: `sb 0 1, bb 1 2, deal 0 AsAhKsKh, unseen, f 2, c 0, x 1`.
 *
 * - `ante`, `sb`, `bb`, `straddle`, `late`, `dead`: player and chips
 * - `deal`: player and cards; `unseen`: everybody who has none yet, cards not known
 * - `f`, `x`: player; `c`: player and perhaps chips; `b`: player and to how much
 * - `board`: cards, perhaps behind the number of the board; `run`: times
 * - `show`: player and cards; `muck`: player; `cash`: player and chips
 */
import { parseCards } from '../src/cards.ts';
import type { Operation, PostKind } from '../src/table/operation.ts';
import type { TableSetup } from '../src/table/setup.ts';
import { apply, openTable } from '../src/table/table.ts';
import type { TableState } from '../src/table/table-state.ts';

const POSTS: Readonly<Record<string, PostKind>> = {
  ante: 'ante',
  sb: 'small-blind',
  bb: 'big-blind',
  straddle: 'straddle',
  late: 'late',
  dead: 'dead',
};

export const cardsIn = (text: string): number[] => {
  const read = parseCards(text);
  if (!read.ok) throw new Error(`${text}: ${read.error.message}`);
  return read.value;
};

/** PLO4, pot limit, blinds 1 and 2, before the flop, one board. */
export const setupWith = (stacks: readonly number[], rest: Partial<TableSetup> = {}): TableSetup => ({
  game: 'plo4',
  betting: 'pot-limit',
  opening: 'preflop',
  boards: 1,
  smallBlind: 1,
  bigBlind: 2,
  stacks,
  ...rest,
});

export const operationsIn = (text: string, players: number): Operation[] => {
  const dealt = new Set<number>();
  return text
    .split(',')
    .map((words) => words.trim())
    .filter((words) => words !== '')
    .flatMap((words) => {
      const [word = '', first = '', second] = words.split(' ');
      if (word === 'unseen') {
        const unseen = Array.from({ length: players }, (_, player) => player).filter((player) => !dealt.has(player));
        return unseen.map((player): Operation => ({ kind: 'deal', player, cards: [] }));
      }
      if (word === 'deal') dealt.add(Number(first));
      return [operationOf(word, first, second)];
    });
};

const operationOf = (word: string, first: string, second: string | undefined): Operation => {
  const player = Number(first);
  const chips = Number(second);
  const as = POSTS[word];
  if (as !== undefined) return { kind: 'post', player, as, chips };
  switch (word) {
    case 'deal':
      return { kind: 'deal', player, cards: cardsIn(second ?? '') };
    case 'board':
      return second === undefined
        ? { kind: 'board', board: 0, cards: cardsIn(first) }
        : { kind: 'board', board: player, cards: cardsIn(second) };
    case 'f':
      return { kind: 'fold', player };
    case 'x':
      return { kind: 'check', player };
    case 'c':
      return second === undefined ? { kind: 'call', player } : { kind: 'call', player, chips };
    case 'b':
      return { kind: 'bet', player, to: chips };
    case 'run':
      return { kind: 'run', times: player };
    case 'show':
      return { kind: 'show', player, cards: cardsIn(second ?? '') };
    case 'muck':
      return { kind: 'muck', player };
    case 'cash':
      return { kind: 'cash-out', player, chips };
    default:
      throw new Error(`no operation ${word}`);
  }
};

/** The state after all of these, each of which has to be allowed. */
export const play = (setup: TableSetup, text: string): TableState => playOn(openTable(setup), text);

export const playOn = (from: TableState, text: string): TableState =>
  operationsIn(text, from.stacks.length).reduce((state, operation) => {
    const next = apply(state, operation);
    if (!next.ok) throw new Error(`${JSON.stringify(operation)}: ${next.error.message}`);
    return next.value;
  }, from);
