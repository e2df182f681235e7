/** The numbers of the convergence chart: both kinds of points on one axis, and how far the other axis reaches. */
import { bandOf, type Point, type RoughPoint } from '../points.ts';

export type Against = 'seconds' | 'iterations';

export interface ChartData {
  readonly x: readonly number[];
  /** Percent of the pot; null where there is none at this place. */
  readonly measured: readonly (number | null)[];
  readonly rough: readonly (number | null)[];
}

export interface Band {
  readonly x: number;
  readonly least: number;
  readonly most: number;
}

const PCT = 100;

function placeOf({ elapsedMs, iterations }: Point, against: Against): number {
  return against === 'seconds' ? elapsedMs / 1000 : iterations;
}

export function chartData(points: readonly Point[], roughs: readonly RoughPoint[], against: Against): ChartData {
  const at = (list: readonly Point[]): Map<number, number> =>
    new Map(list.map((point) => [placeOf(point, against), point.exploitability * PCT]));
  const measured = at(points);
  const rough = at(roughs);
  const x = [...new Set([...measured.keys(), ...rough.keys()])].sort((a, b) => a - b);
  return {
    x,
    measured: x.map((place) => measured.get(place) ?? null),
    rough: x.map((place) => rough.get(place) ?? null),
  };
}

/** Two standard errors to either side of each estimate, in percent of the pot. */
export function bandsOf(roughs: readonly RoughPoint[], against: Against): readonly Band[] {
  return roughs.map((rough) => {
    const { least, most } = bandOf(rough);
    return { x: placeOf(rough, against), least: least * PCT, most: most * PCT };
  });
}

/** Whole powers of ten around what is shown, the target included. */
export function decades(least: number, most: number, target: number): [number, number] {
  const low = Math.min(least || 1, target > 0 ? target : least || 1);
  return [10 ** Math.floor(Math.log10(low)), 10 ** Math.ceil(Math.log10(Math.max(most || 1, low * 1.01)))];
}
