/**
 * The spot while it is being written: what stands in each field, right or wrong. It becomes a `Spot` by leaving out
 * the empty players; `rows` then leads from a player of the spot back to the row on the screen.
 */
import { type Game, HOLE_CARDS } from '@ploscope/kernel';
import type { Spot } from '@ploscope/poker';

export interface PlayerDraft {
  /** Stays with the row when rows move. */
  readonly id: number;
  readonly text: string;
}

export interface Draft {
  readonly game: Game;
  readonly players: readonly PlayerDraft[];
  readonly board: string;
  /** Null while there is one board only. */
  readonly board2: string | null;
  readonly dead: string;
}

/** A field of the draft, named as errors of a spot name it. */
export type FieldName = 'board' | 'board2' | 'dead' | `hands[${number}]`;

export const GAMES: readonly Game[] = ['plo4', 'plo5', 'plo6', 'holdem'];

/** PLO6 has seven: eight hands and a board would need more cards than the deck has. */
export function mostPlayers(game: Game): number {
  return game === 'plo6' ? 7 : 8;
}

export function handField(row: number): FieldName {
  return `hands[${row}]`;
}

/** The row a field is about, or null for a board or the dead cards. */
export function rowOfField(field: string): number | null {
  const match = /^hands\[(\d+)\]$/.exec(field);
  return match ? Number(match[1]) : null;
}

/** Cards that fit in a field. */
export function roomOf(draft: Draft, field: FieldName): number {
  if (field === 'board' || field === 'board2') return 5;
  if (field === 'dead') return 20;
  return HOLE_CARDS[draft.game];
}

export function textOf(draft: Draft, field: FieldName): string {
  if (field === 'board') return draft.board;
  if (field === 'board2') return draft.board2 ?? '';
  if (field === 'dead') return draft.dead;
  return draft.players[rowOfField(field) ?? -1]?.text ?? '';
}

export function fieldsOf(draft: Draft): FieldName[] {
  const boards: FieldName[] = draft.board2 === null ? ['board'] : ['board', 'board2'];
  return [...draft.players.map((_, row) => handField(row)), ...boards, 'dead'];
}

export interface DraftSpot {
  readonly spot: Spot;
  /** `rows[i]` is the row of the spot's player i. */
  readonly rows: readonly number[];
}

/** The spot as it stands. Nothing is checked here but emptiness: poker's parser judges the rest. */
export function toSpot(draft: Draft): DraftSpot {
  const filled = draft.players.flatMap((player, row) => {
    const text = player.text.trim();
    return text === '' ? [] : [{ row, text }];
  });
  return {
    spot: {
      ploscope: 'spot/1',
      game: draft.game,
      board: draft.board.trim(),
      board2: draft.board2 === null ? null : draft.board2.trim(),
      dead: draft.dead.trim(),
      hands: filled.map(({ text }) => text),
    },
    rows: filled.map(({ row }) => row),
  };
}

export function fromSpot(spot: Spot): Draft {
  const hands = spot.hands.length >= 2 ? spot.hands : [...spot.hands, '', ''].slice(0, 2);
  return {
    game: spot.game,
    players: hands.map((text, id) => ({ id, text })),
    board: spot.board,
    board2: spot.board2 ?? null,
    dead: spot.dead,
  };
}
