/** Advice about ranges that are valid but perhaps not what was meant, on standard error with a caret. */
import { type Game, parseRange, type Range, type Spot } from '@ploscope/poker';
import { formatCaret } from './terminal/caret.ts';
import { type Output, paint } from './terminal/output.ts';
import { say } from './text/en.ts';

/** Writes the advice about every range of a spot. */
export function showHints({ game, hands }: Spot, output: Output): void {
  for (const text of hands) showHintsOf(text, game, output);
}

/** Writes the advice about one range, as text. */
export function showHintsOf(text: string, game: Game, output: Output): void {
  const range = parseRange(text, game);
  if (range.ok) writeHints(range.value, output);
}

/** Writes the advice about one range. */
export function writeHints({ hints, text }: Range, output: Output): void {
  for (const { message, hint, at } of hints) {
    const [line = '', caret = ''] = formatCaret(text, at);
    const advice = hint === null ? [] : [`  ${hint}`];
    const lines = [`${paint(output, 'yellow', say.note)}${message}`, line, paint(output, 'yellow', caret), ...advice];
    process.stderr.write(`${lines.join('\n')}\n`);
  }
}
