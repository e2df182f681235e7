/** The place a line leads to, as `ploscope show` looks at it: one node after certain cards. */
import { type BetTree, formatLine, parseLine, type Street, type TreeNode, walkLine } from '@ploscope/poker';
import { type Failure, wrongInput } from '../failure.ts';
import { saySolve } from '../text/en-solve.ts';

export interface Place {
  /** In its one spelling. */
  readonly line: string;
  readonly street: Street;
  /** Index of the street in the tree. */
  readonly at: number;
  readonly node: number;
  readonly found: TreeNode;
  /** Cards dealt on the way. */
  readonly dealt: readonly number[];
}

/** A card that is left open at the end is a question about all cards: the place before it. */
export function findPlace(
  tree: BetTree,
  line: string,
): { readonly ok: true; readonly value: Place } | { readonly ok: false; readonly error: Failure } {
  const steps = parseLine(line);
  if (!steps.ok) return { ok: false, error: lineFailure(line, steps.error) };
  const last = steps.value.at(-1);
  const followed = last?.kind === 'card' && last.card === null ? steps.value.slice(0, -1) : steps.value;
  const open = followed.find((step) => step.kind === 'card' && step.card === null);
  if (open !== undefined) {
    return { ok: false, error: wrongInput(saySolve.cardWanted, saySolve.cardAdvice, { text: line, at: open.at }) };
  }
  const whole = walkLine(tree, line);
  if (!whole.ok) return { ok: false, error: lineFailure(line, whole.error) };
  const walked = walkLine(tree, formatLine(followed));
  if (!walked.ok) return { ok: false, error: lineFailure(line, walked.error) };
  const { street: at, node, dealt } = walked.value;
  const { street, nodes } = tree.streets[at]!;
  return { ok: true, value: { line: formatLine(followed), street, at, node, found: nodes[node]!, dealt } };
}

function lineFailure(
  line: string,
  { message, hint, at }: { message: string; hint: string | null; at: number },
): Failure {
  return wrongInput(message, hint ?? saySolve.lineNames, line.trim() === '' ? null : { text: line, at });
}
