/**
 * How a command fails: a message, the text it is about with a caret where that is known, and the exit code.
 * 2 means that the input was wrong, 1 anything else, 130 that the player stopped it.
 */
import { formatCaret } from './terminal/caret.ts';
import { type Output, paint } from './terminal/output.ts';
import { say } from './text/en.ts';

export interface Failure {
  readonly exitCode: 1 | 2;
  readonly message: string;
  /** What was typed, and where in it the mistake is. */
  readonly place: { readonly text: string; readonly at: number } | null;
  readonly hint: string | null;
}

/** The input was wrong. */
export function wrongInput(message: string, hint: string | null = null, place: Failure['place'] = null): Failure {
  return { exitCode: 2, message, hint, place };
}

/** The lines that tell of a failure. */
export function formatFailure(failure: Failure, output: Output): string {
  const lines = [`${paint(output, 'red', say.error)}${failure.message}`];
  if (failure.place !== null) {
    const [text = '', caret = ''] = formatCaret(failure.place.text, failure.place.at);
    lines.push(text, paint(output, 'red', caret));
  }
  if (failure.hint !== null) lines.push(`  ${failure.hint}`);
  return `${lines.join('\n')}\n`;
}
