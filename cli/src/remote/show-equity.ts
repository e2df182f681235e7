/** What an equity of a server came to, shown as one computed here. */
import type { EquityJob } from '@ploscope/contracts';
import { formatAnswerJson } from '@ploscope/contracts/options';
import type { EquityAnswer, Spot } from '@ploscope/poker';
import { formatEquity, formatPlayersOf } from '../equity-view.ts';
import { outputOf } from '../terminal/output.ts';

/** `spot` is null where only the answer is known. */
export function showEquity({ result }: EquityJob, spot: Spot | null, json: boolean): void {
  if (result === null) return;
  // A test of contracts holds the two forms equal.
  const answer = result as EquityAnswer;
  const output = outputOf(process.stdout, process.env);
  const lines = json
    ? [formatAnswerJson(answer)]
    : spot === null
      ? formatPlayersOf(answer, output)
      : formatEquity(spot, answer, output);
  process.stdout.write(`${lines.join('\n')}\n`);
}
