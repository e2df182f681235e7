/** Every change of a draft, as a function from draft to draft. An edit that changes nothing gives the same object. */
import { type Game, HOLE_CARDS } from '@ploscope/kernel';
import { formatCards, parseCards, STREETS, type StreetSizes, tenMinuteTree } from '@ploscope/poker';
import { cardsIn } from '../../spot/occupancy.ts';
import {
  type CardsField,
  NO_DONK,
  type SizesField,
  type SolveDraft,
  type SolveField,
  stackToPot,
  streetsOf,
  textOf,
} from './draft.ts';

export function setText(draft: SolveDraft, field: SolveField, text: string): SolveDraft {
  if (textOf(draft, field) === text) return draft;
  return { ...draft, texts: { ...draft.texts, [field]: text } };
}

/** A hand written as cards is cut to what the new game holds; ranges stay as written and are judged anew. */
export function setGame(draft: SolveDraft, game: Game): SolveDraft {
  if (draft.game === game) return draft;
  let next: SolveDraft = { ...draft, game };
  for (const field of ['oop.range', 'ip.range'] as const) {
    const cards = parseCards(textOf(draft, field));
    if (!cards.ok || cards.value.length <= HOLE_CARDS[game]) continue;
    next = setText(next, field, formatCards(cards.value.slice(0, HOLE_CARDS[game])));
  }
  return next;
}

export function setTwoBoards(draft: SolveDraft, on: boolean): SolveDraft {
  return draft.twoBoards === on ? draft : { ...draft, twoBoards: on };
}

export function clearLocks(draft: SolveDraft): SolveDraft {
  return draft.locks.length === 0 ? draft : { ...draft, locks: [] };
}

export function roomOf(field: CardsField): number {
  return field === 'dead' ? 20 : 5;
}

/** Puts a card into a field or takes it out; text that does not read as cards is begun afresh. */
export function toggleCard(draft: SolveDraft, field: CardsField, card: number): SolveDraft {
  const cards = cardsIn(textOf(draft, field)) ?? [];
  if (cards.includes(card)) return setText(draft, field, formatCards(cards.filter((other) => other !== card)));
  if (cards.length >= roomOf(field)) return draft;
  return setText(draft, field, formatCards([...cards, card]));
}

/** Sizes that are the same for both players and for bets and raises, as a short way to write a whole tree. */
export function copySizes(draft: SolveDraft, from: 'oop' | 'ip'): SolveDraft {
  const to = from === 'oop' ? 'ip' : 'oop';
  let next = draft;
  for (const kind of ['bets', 'raises'] as const) {
    for (const street of STREETS) {
      next = setText(next, `${to}.${kind}.${street}`, textOf(draft, `${from}.${kind}.${street}`));
    }
  }
  return next;
}

/** Whether the spot says how deep stacks are and on which street it begins, as the tree of ten minutes needs to know. */
export function saysDepth(draft: SolveDraft): boolean {
  const least = draft.twoBoards ? 4 : 3;
  return stackToPot(draft) !== null && (cardsIn(textOf(draft, 'board')) ?? []).length >= least;
}

/** The sizes and limits of the tree that fits ten minutes. */
export function withTenMinutes(draft: SolveDraft): SolveDraft {
  const ratio = stackToPot(draft);
  const [from] = streetsOf(draft);
  if (ratio === null || from === undefined || !saysDepth(draft)) return draft;
  const tree = tenMinuteTree(draft.game, ratio, from, draft.twoBoards ? 2 : 1);
  const lists: readonly (readonly [`${'oop' | 'ip'}.${'bets' | 'raises' | 'donks'}`, StreetSizes])[] = [
    ['oop.bets', tree.bets],
    ['oop.raises', tree.raises],
    ['oop.donks', tree.donks],
    ['ip.bets', tree.bets],
    ['ip.raises', tree.raises],
  ];
  const texts: Partial<Record<SolveField, string>> = {};
  for (const [list, sizes] of lists) {
    for (const street of STREETS) {
      const field: SizesField = `${list}.${street}`;
      const own = sizes[street];
      texts[field] = own === undefined ? '' : list === 'oop.donks' && own.length === 0 ? NO_DONK : own.join(', ');
    }
  }
  for (const field of ['addAllIn', 'forceAllIn', 'merge'] as const) {
    texts[field] = tree[field] === 0 ? '' : String(tree[field]);
  }
  texts.maxRaises = tree.maxRaises === null ? '' : String(tree.maxRaises);
  return (Object.keys(texts) as SolveField[]).reduce((next, field) => setText(next, field, texts[field] ?? ''), draft);
}
