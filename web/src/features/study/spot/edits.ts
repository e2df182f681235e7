/** Every change of the draft, as a function from draft to draft. An edit that changes nothing gives the same object. */
import { type Game, HOLE_CARDS } from '@ploscope/kernel';
import { formatCards, parseCards } from '@ploscope/poker';
import { type Draft, type FieldName, mostPlayers, roomOf, rowOfField, textOf } from './draft.ts';

export function setText(draft: Draft, field: FieldName, text: string): Draft {
  if (textOf(draft, field) === text) return draft;
  if (field === 'board') return { ...draft, board: text };
  if (field === 'board2') return { ...draft, board2: text };
  if (field === 'dead') return { ...draft, dead: text };
  const row = rowOfField(field);
  return { ...draft, players: draft.players.map((player, at) => (at === row ? { ...player, text } : player)) };
}

/** A hand written as cards loses what the new game cannot hold; ranges stay as written and are judged anew. */
export function setGame(draft: Draft, game: Game): Draft {
  if (draft.game === game) return draft;
  const players = draft.players.slice(0, mostPlayers(game)).map((player) => {
    const cards = parseCards(player.text);
    if (!cards.ok || cards.value.length <= HOLE_CARDS[game]) return player;
    return { ...player, text: formatCards(cards.value.slice(0, HOLE_CARDS[game])) };
  });
  return { ...draft, game, players };
}

export function addPlayer(draft: Draft): Draft {
  if (draft.players.length >= mostPlayers(draft.game)) return draft;
  const id = Math.max(...draft.players.map((player) => player.id)) + 1;
  return { ...draft, players: [...draft.players, { id, text: '' }] };
}

/** With two players left the row is emptied instead: a spot needs two. */
export function removePlayer(draft: Draft, row: number): Draft {
  if (draft.players[row] === undefined) return draft;
  if (draft.players.length <= 2) return setText(draft, `hands[${row}]`, '');
  return { ...draft, players: draft.players.filter((_, at) => at !== row) };
}

export function movePlayer(draft: Draft, row: number, by: -1 | 1): Draft {
  const here = draft.players[row];
  const there = draft.players[row + by];
  if (here === undefined || there === undefined) return draft;
  const players = [...draft.players];
  players[row] = there;
  players[row + by] = here;
  return { ...draft, players };
}

export function setSecondBoard(draft: Draft, on: boolean): Draft {
  if ((draft.board2 !== null) === on) return draft;
  return { ...draft, board2: on ? '' : null };
}

/**
 * Puts a card into a field or takes it out. A field that does not read as cards (a range, half a card) is begun
 * afresh by the first card picked.
 */
export function toggleCard(draft: Draft, field: FieldName, card: number): Draft {
  const read = parseCards(textOf(draft, field));
  const cards = read.ok ? read.value : [];
  if (cards.includes(card)) return setText(draft, field, formatCards(cards.filter((other) => other !== card)));
  if (cards.length >= roomOf(draft, field)) return draft;
  return setText(draft, field, formatCards([...cards, card]));
}

/** Joins a category or any other term to a player's range. */
export function addTerm(draft: Draft, row: number, term: string): Draft {
  const text = draft.players[row]?.text.trim() ?? '';
  return setText(draft, `hands[${row}]`, text === '' ? term : `${text}, ${term}`);
}
