/** A mistake in a spot, told with the words the player typed: which player, which option, which character. */
import type { SpotError } from '@ploscope/poker';
import { type Failure, wrongInput } from './failure.ts';
import { adviseQuotes } from './shell-quotes.ts';
import { say } from './text/en.ts';

/** What was typed for each field of the spot. */
export interface Typed {
  readonly hands: readonly string[];
  readonly board?: string | undefined;
  readonly board2?: string | undefined;
  readonly dead?: string | undefined;
  readonly game?: string | undefined;
}

/** The failure a spot error is. Mistakes of no single text have no caret. */
export function spotFailure(error: SpotError, typed: Typed): Failure {
  const player = /^hands\[(\d+)\]$/.exec(error.field);
  const index = player === null ? null : Number(player[1]);
  // Positions count from the first character that is no blank.
  const text = (index === null ? typedFor(typed, error.field) : typed.hands[index])?.trim();
  const subject = index === null ? (say.fieldNames[error.field] ?? '') : say.player(index + 1);
  const place = text === undefined || text === '' ? null : { text, at: error.at };
  const hint = error.code === 'ordering-missing' ? say.orderingMissing : error.hint;
  const advice = index === null || error.code === 'ordering-missing' ? hint : adviseQuotes(text ?? '', hint);
  return wrongInput(`${subject}${error.message}`, advice, place);
}

function typedFor(typed: Typed, field: string): string | undefined {
  return field === 'board' || field === 'board2' || field === 'dead' || field === 'game' ? typed[field] : undefined;
}
