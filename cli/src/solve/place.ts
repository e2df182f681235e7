/** The place a line leads to, as `ploscope show` looks at it: one node after certain cards. */
import { cardsDealt } from '@ploscope/kernel';
import { type BetTree, formatLine, parseCard, parseLine, type Street, type TreeNode, walkLine } from '@ploscope/poker';
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
  /** What was dealt on the way, a number a street. */
  readonly dealt: readonly number[];
  /** Of two boards to come, what one of them gets where the other is left open; else null. */
  readonly given: { readonly board: 0 | 1; readonly card: number } | null;
}

type Found = { readonly ok: true; readonly value: Place } | { readonly ok: false; readonly error: Failure };

/** `[*]` at the end of a line. */
const OPEN = /\[\s*\*\s*\]\s*$/;
/** `[7s*]` and `[*7s]` at the end of a line. */
const HALF = /-?\[\s*(?:\*\s*([^\s*\]]+)|([^\s*\]]+)\s*\*)\s*\]\s*$/;

/**
 * A card that is left open at the end is a question about all cards: the place before it. So is a card of one board with
 * that of the other left open.
 */
export function findPlace(tree: BetTree, line: string): Found {
  const half = tree.boards === 2 ? HALF.exec(line) : null;
  if (half === null) return findWhole(tree, line);
  const place = findWhole(tree, line.slice(0, half.index));
  if (!place.ok) return place;
  // Where nothing is dealt, or the deal before it is left open, the whole line says what is wrong with it.
  if (place.value.found.kind !== 'deal') return findWhole(tree, line.replace(HALF, '-[*]'));
  if (OPEN.test(line.slice(0, half.index))) return findWhole(tree, line.replace(HALF, '-x'));
  const [, second, first] = half;
  const text = first ?? second ?? '';
  const card = parseCard(text);
  const at = line.indexOf(text, half.index);
  if (!card.ok) return { ok: false, error: lineFailure(line, { ...card.error, at: at + card.error.at }) };
  const gone = [...tree.known, ...place.value.dealt.flatMap(cardsDealt)];
  if (gone.includes(card.value)) {
    return { ok: false, error: wrongInput(saySolve.cardOut(text), saySolve.otherCard, { text: line, at }) };
  }
  return { ok: true, value: { ...place.value, given: { board: first === undefined ? 1 : 0, card: card.value } } };
}

function findWhole(tree: BetTree, line: string): Found {
  const steps = parseLine(line);
  if (!steps.ok) return { ok: false, error: lineFailure(line, steps.error) };
  const last = steps.value.at(-1);
  const followed = last?.kind === 'card' && last.dealt === null ? steps.value.slice(0, -1) : steps.value;
  const open = followed.find((step) => step.kind === 'card' && step.dealt === null);
  if (open !== undefined) {
    const { wanted, advice } = saySolve.openDeal[tree.boards];
    return { ok: false, error: wrongInput(wanted, advice, { text: line, at: open.at }) };
  }
  const whole = walkLine(tree, line);
  if (!whole.ok) return { ok: false, error: lineFailure(line, whole.error) };
  const walked = walkLine(tree, formatLine(followed));
  if (!walked.ok) return { ok: false, error: lineFailure(line, walked.error) };
  const { street: at, node, dealt } = walked.value;
  const { street, nodes } = tree.streets[at]!;
  return { ok: true, value: { line: formatLine(followed), street, at, node, found: nodes[node]!, dealt, given: null } };
}

function lineFailure(
  line: string,
  { message, hint, at }: { message: string; hint: string | null; at: number },
): Failure {
  return wrongInput(message, hint ?? saySolve.lineNames, line.trim() === '' ? null : { text: line, at });
}
