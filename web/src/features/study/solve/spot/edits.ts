/** Every change of a draft, as a function from draft to draft. An edit that changes nothing gives the same object. */
import { type Game, HOLE_CARDS } from '@ploscope/kernel';
import { formatCards, parseCards } from '@ploscope/poker';
import { cardsIn } from '../../spot/occupancy.ts';
import { type CardsField, type SolveDraft, type SolveField, textOf } from './draft.ts';

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
    for (const street of ['flop', 'turn', 'river'] as const) {
      next = setText(next, `${to}.${kind}.${street}`, textOf(draft, `${from}.${kind}.${street}`));
    }
  }
  return next;
}
