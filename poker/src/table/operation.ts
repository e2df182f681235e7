/**
 * What happens in a hand, one after another: the log that the rules read (`table.ts`), that a hand history is translated
 * into, and that the hand can be played again from.
 *
 * Only what the rules cannot know stands here: cards and choices. What follows from them (bets that come back, pots, who
 * wins them) is worked out (`settle.ts`), never written down. Chips are integers in minor units.
 *
 * A player is a place in the order of play after the flop: 0 is the first to the left of the button, the last is the
 * button. With two players 0 is the big blind, 1 the button, who posts the small blind.
 */
import type { Card } from '../cards.ts';

export type PlayerIndex = number;

/**
 * - `ante`: into the pot, not a bet
 * - `small-blind`, `big-blind`, `straddle`: bets made unseen; a player who is all-in posts less
 * - `late`: the big blind of a player who comes in out of turn; a bet, without changing who acts first
 * - `dead`: into the pot, not a bet, as the missed small blind of a player who comes back
 */
export type PostKind = 'ante' | 'small-blind' | 'big-blind' | 'straddle' | 'late' | 'dead';

export type Operation =
  | { readonly kind: 'post'; readonly player: PlayerIndex; readonly as: PostKind; readonly chips: number }
  /** Hole cards; none when they were dealt and not seen. */
  | { readonly kind: 'deal'; readonly player: PlayerIndex; readonly cards: readonly Card[] }
  /** The flop, the turn or the river of one board. */
  | { readonly kind: 'board'; readonly board: number; readonly cards: readonly Card[] }
  | { readonly kind: 'fold'; readonly player: PlayerIndex }
  | { readonly kind: 'check'; readonly player: PlayerIndex }
  /** `chips`: what the source says was added; checked where given. */
  | { readonly kind: 'call'; readonly player: PlayerIndex; readonly chips?: number }
  /** Bets or raises to so many chips on this street. */
  | { readonly kind: 'bet'; readonly player: PlayerIndex; readonly to: number }
  /** Nobody can act any more, and the rest of the board is dealt so many times. */
  | { readonly kind: 'run'; readonly times: number }
  | { readonly kind: 'show'; readonly player: PlayerIndex; readonly cards: readonly Card[] }
  /** Gives up what could still be won at the showdown. */
  | { readonly kind: 'muck'; readonly player: PlayerIndex }
  /** Takes `chips` from the house, which gets what the player wins. */
  | { readonly kind: 'cash-out'; readonly player: PlayerIndex; readonly chips: number };

/** What a player decides. */
export type Decision = Extract<Operation, { readonly kind: 'fold' | 'check' | 'call' | 'bet' }>;
