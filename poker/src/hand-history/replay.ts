/**
 * A played hand, played again by the rules: every state it goes through and what it comes to. Where the rules come to
 * something else than the source told, that is an error with both figures.
 *
 * Hands that the source does not mention were dealt and not seen. Contenders whose cards it does not tell, and who won
 * nothing by its own account, gave up at the showdown (`as-told.ts`); whoever is left has to win what it tells.
 */
import { fail, type Result, succeed } from '../result.ts';
import type { Operation } from '../table/operation.ts';
import { type Refusal, refusalText } from '../table/refusal.ts';
import type { Settlement } from '../table/settlement.ts';
import type { TableSetup } from '../table/setup.ts';
import { apply, openTable, verifySetup } from '../table/table.ts';
import type { TableState } from '../table/table-state.ts';
import { replayMistakes } from '../text/en-replay.ts';
import { settleAsTold } from './as-told.ts';
import { type HandError, handError } from './hand-error.ts';
import { formatChips } from './money.ts';
import type { PlayedHand } from './played-hand.ts';

export interface Replay {
  readonly hand: PlayedHand;
  /** `states[0]` is before the first operation, `states[i + 1]` after operation `i` and before the next. */
  readonly states: readonly TableState[];
  readonly settlement: Settlement;
}

/** One operation between the states around it. */
export interface ReplayStep {
  readonly operation: Operation;
  readonly before: TableState;
  readonly after: TableState;
}

/** The table that the hand was played at. */
export const setupOf = (hand: PlayedHand): TableSetup => ({
  game: hand.game,
  betting: hand.betting,
  opening: hand.opening,
  boards: hand.boards,
  smallBlind: hand.smallBlind,
  bigBlind: hand.bigBlind,
  stacks: hand.players.map(({ stack }) => stack),
  ...(hand.fromHouse === undefined ? {} : { fromHouse: hand.fromHouse }),
});

/** Codes: `against-rules`, `incomplete`, `mismatch`. */
export const replay = (hand: PlayedHand): Result<Replay, HandError> => {
  const setup = setupOf(hand);
  const wrong = verifySetup(setup);
  if (wrong !== null) return fail(handError('against-rules', replayMistakes.setup(sentenceOf(hand, wrong))));

  let state = openTable(setup);
  const states = [state];
  for (const [index, operation] of hand.operations.entries()) {
    if (operation.kind !== 'post' && operation.kind !== 'deal') {
      state = dealUnseen(state);
      states[index] = state;
    }
    const next = apply(state, operation);
    if (!next.ok) return fail(forbidden(hand, index, operation, next.error));
    state = next.value;
    states.push(state);
  }
  state = dealUnseen(state);
  states[hand.operations.length] = state;

  if (state.phase !== 'showdown' && state.phase !== 'over') {
    const actor = state.actor === null ? null : nameOf(hand, state.actor);
    return fail(handError('incomplete', replayMistakes.endsBefore(state.street, actor)));
  }
  const settled = settleAsTold(hand, state);
  return settled.ok ? succeed({ hand, states, settlement: settled.value }) : settled;
};

/** Every operation with the states before and after it. */
export const stepsOf = ({ hand, states }: Replay): ReplayStep[] =>
  hand.operations.map((operation, i) => ({
    operation,
    before: states[i] as TableState,
    after: states[i + 1] as TableState,
  }));

const dealUnseen = (state: TableState): TableState => {
  let dealt = state;
  for (let player = 0; dealt.phase === 'posting' && player < dealt.dealt.length; player++) {
    if (dealt.dealt[player]) continue;
    const next = apply(dealt, { kind: 'deal', player, cards: [] });
    if (next.ok) dealt = next.value;
  }
  return dealt;
};

const forbidden = (hand: PlayedHand, index: number, operation: Operation, refused: Refusal): HandError => {
  const name = 'player' in operation ? nameOf(hand, operation.player) : null;
  const sentence = sentenceOf(hand, refused);
  return handError('against-rules', replayMistakes.againstRules(index + 1, operation.kind, name, sentence));
};

const sentenceOf = (hand: PlayedHand, refused: Refusal): string =>
  refusalText(
    refused,
    (chips) => formatChips(chips, hand.money),
    (player) => nameOf(hand, player),
  );

const nameOf = (hand: PlayedHand, player: number): string => hand.players[player]?.name ?? String(player);
