/** What an estimate is made of: `turn and river only, 6 of 49 turns`. */
import { formatCount } from '../../../../lib/format-number.ts';
import { solveText } from '../../../../text/solve.ts';
import type { RoughPoint } from '../points.ts';

/** `streets`: how many are played. */
export function roughWords({ judged, branches }: RoughPoint, streets: number): string {
  const { turns, rivers } = solveText.run.roughOf;
  return (streets > 2 ? turns : rivers)(formatCount(judged), formatCount(branches));
}
