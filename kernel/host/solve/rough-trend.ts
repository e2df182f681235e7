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

  /** A rough figure. */
  add(rough: Measurement): void {
    this.roughs.push(rough);
    if (this.roughs.length > WINDOW) this.roughs.shift();
  }

  /** A full best response, which tells what rough figures lack. */
  correct({ iterations, share }: Measurement): void {
    const foreseen = this.shareAt(iterations);
    if (foreseen > 0 && Number.isFinite(foreseen)) this.startPart *= share / foreseen;
  }

  /** What a full best response should say after so many iterations; Infinity while nothing is known. */
  shareAt(iterations: number): number {
    const line = this.line();
    if (!line) return Infinity;
    return this.startPart * Math.exp(line.logShare - line.exponent * (Math.log(iterations) - line.logIterations));
  }

  /** Iterations after which `target` should be reached; Infinity while nothing is known or no target is set. */
  iterationsTo(target: number): number {
    const line = this.line();
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
