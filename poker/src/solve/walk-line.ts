/** A line followed through a bet tree, step by step; what cannot be followed names the step and what there is instead. */
import { cardsDealt } from '@ploscope/kernel';
import { formatCard } from '../cards.ts';
import { fail, type Result, succeed, type TextError, textError } from '../result.ts';
import { say } from '../text/en.ts';
import { formatLine, type PlacedStep, parseLine } from './parse-line.ts';
import type { BetTree, TreeNode } from './tree/bet-tree.ts';

export interface LinePlace {
  /** Index into `tree.streets`. */
  readonly street: number;
  /** Index into the nodes of that street, as into the kernel's forest. */
  readonly node: number;
  /** What was dealt since the first street, a number for each street before `street`; -1 for every card. */
  readonly dealt: readonly number[];
}

/** Where a line leads. Codes: those of `parseLine`. */
export const walkLine = (tree: BetTree, line: string): Result<LinePlace, TextError> => {
  const steps = parseLine(line);
  if (!steps.ok) return steps;
  let street = 0;
  let node = 0;
  const dealt: number[] = [];
  for (const [index, step] of steps.value.entries()) {
    const before = formatLine(steps.value.slice(0, index));
    const found = tree.streets[street]!.nodes[node]!;
    if (found.kind === 'deal') {
      const problem = dealProblem(tree, step, dealt, before);
      if (problem !== null) return fail(problem);
      dealt.push(step.kind === 'card' ? (step.dealt ?? -1) : -1);
      street += 1;
      node = tree.streets[street]!.entries[found.first]!;
      continue;
    }
    const action = step.kind === 'action' ? found.actions.findIndex(({ label }) => label === step.label) : -1;
    if (action < 0) return fail(actionProblem(found, step, line, before));
    node = found.first + action;
  }
  return succeed({ street, node, dealt });
};

/** The labels of a node's actions, as a reader lists them. */
export const labelsOf = ({ actions }: TreeNode): readonly string[] => actions.map(({ label }) => label);

const dealProblem = (tree: BetTree, step: PlacedStep, dealt: readonly number[], before: string): TextError | null => {
  if (step.kind === 'action') return textError(say.cardDue(before, tree.boards), step.at, step.end);
  if (step.dealt === null) return null;
  const cards = cardsDealt(step.dealt);
  if (cards.length !== tree.boards) return textError(say.otherBoards(cards.length, tree.boards), step.at, step.end);
  const gone = dealt.filter((number) => number >= 0).flatMap(cardsDealt);
  for (const card of cards) {
    if (tree.known.includes(card)) return textError(say.cardKnown(formatCard(card)), step.at, step.end);
    if (gone.includes(card)) return textError(say.duplicateCard(formatCard(card)), step.at, step.end);
  }
  return null;
};

const actionProblem = (found: TreeNode, step: PlacedStep, line: string, before: string): TextError => {
  const said =
    found.kind === 'act'
      ? say.noSuchAction(line.slice(step.at, step.end), before, labelsOf(found))
      : say.lineOver(before);
  return textError(said, step.at, step.end);
};
