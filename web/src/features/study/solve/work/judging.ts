/** Reading a spot while it is typed: every mistake at its field, and how many hands each range holds. */
import { parseCards, type SpotError } from '@ploscope/poker';
import { type LoadOrderings, readHand } from '../../work/reading.ts';
import { type SolveDraft, textOf } from '../spot/draft.ts';
import { type DraftProblem, judge, place } from '../spot/problems.ts';
import type { SolveReport } from './protocol.ts';

export async function readDraft(draft: SolveDraft, loadOrderings: LoadOrderings): Promise<SolveReport> {
  const judged = judge(draft);
  const known = new Set(
    (['board', 'dead', ...(draft.twoBoards ? (['board2'] as const) : [])] as const).flatMap((field) => {
      const cards = parseCards(textOf(draft, field));
      return cards.ok ? cards.value : [];
    }),
  );
  const read = (field: 'oop.range' | 'ip.range') =>
    readHand(textOf(draft, field).trim(), draft.game, known, loadOrderings);
  const ranges = [await read('oop.range'), await read('ip.range')] as const;
  const problems = new Map(
    judged.problems.map((problem): [DraftProblem['field'], DraftProblem] => [problem.field, problem]),
  );
  const others: SpotError[] = [...judged.others];
  for (const [index, field] of (['oop.range', 'ip.range'] as const).entries()) {
    const { error } = ranges[index === 0 ? 0 : 1];
    if (error !== null) place(draft, { ...error, field }, problems, others);
  }
  const spot = problems.size === 0 && others.length === 0 ? judged.spot : null;
  return { spot, problems: [...problems.values()], others, ranges };
}
