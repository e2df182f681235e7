// What a full best response would say now, foreseen from rough figures: they come often, leave out what the decisions of
// the first street add, and scatter.

import type { Measurement } from './trend.ts';

/** Figures that a line is laid through; older ones were on a steeper part of the way. */
const WINDOW = 5;
/** Bounds of the exponent with which exploitability falls. */
const SLOWEST = 0.5;
const FASTEST = 3;
/** What the decisions of the first street add to a rough figure, as a factor, until a measurement has told. */
const START_PART = 1.35;
/** Figures of which a measurement finds more than this lacking, as a factor, tell nothing. */
const MOST_PART = 5;
const LEAST_PART = 0.5;
/** In place of a share of nothing, which has no logarithm. */
const LEAST = 1e-12;

/** The line through rough figures, both axes logarithmic. */
interface Line {
  readonly logIterations: number;
  readonly logShare: number;
  /** How fast shares fall. */
  readonly exponent: number;
}

export class RoughTrend {
  private readonly roughs: Measurement[] = [];
  private startPart = START_PART;
  private telling = true;

  /** Whether figures foresee anything: not where all that is to be won is won on the first street. */
  get tells(): boolean {
    return this.telling;
  }

  /** A rough figure. */
  add(rough: Measurement): void {
    this.roughs.push(rough);
    if (this.roughs.length > WINDOW) this.roughs.shift();
  }

  /** A full best response, which tells what rough figures lack. */
  correct({ iterations, share }: Measurement): void {
    const line = this.line();
    if (!line) return;
    const part = share / onLine(line, iterations);
    this.telling = part <= MOST_PART;
    if (this.telling) this.startPart = Math.max(LEAST_PART, part);
  }

  /** What a full best response should say after so many iterations; Infinity while nothing is known. */
  shareAt(iterations: number): number {
    const line = this.telling ? this.line() : null;
    return line ? this.startPart * onLine(line, iterations) : Infinity;
  }

  /** Iterations after which `target` should be reached; Infinity while nothing is known or no target is set. */
  iterationsTo(target: number): number {
    const line = this.telling ? this.line() : null;
    if (!line || !(target > 0)) return Infinity;
    return Math.exp(line.logIterations + (line.logShare + Math.log(this.startPart / target)) / line.exponent);
  }

  private line(): Line | null {
    if (this.roughs.length === 0) return null;
    const points = this.roughs.map(({ iterations, share }) => ({
      x: Math.log(iterations),
      y: Math.log(Math.max(LEAST, share)),
    }));
    const logIterations = points.reduce((sum, { x }) => sum + x, 0) / points.length;
    const logShare = points.reduce((sum, { y }) => sum + y, 0) / points.length;
    const spread = points.reduce((sum, { x }) => sum + (x - logIterations) ** 2, 0);
    const fall = points.reduce((sum, { x, y }) => sum - (x - logIterations) * (y - logShare), 0);
    const exponent = spread > 0 ? Math.min(FASTEST, Math.max(SLOWEST, fall / spread)) : SLOWEST;
    return { logIterations, logShare, exponent };
  }
}

function onLine({ logIterations, logShare, exponent }: Line, iterations: number): number {
  return Math.exp(logShare - exponent * (Math.log(iterations) - logIterations));
}
