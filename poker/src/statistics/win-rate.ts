/**
 * How a player's results run over time, in big blinds: one hand after another in, at any moment a curve and a rate out.
 *
 * Nothing is kept of a hand but what the curve needs. Hands are gathered in sections; of each section stay the hands at
 * which one of the four lines was highest or lowest, so that a thinned curve has the peaks and troughs of the whole one.
 * When there are too many points, neighbouring sections are joined and the next ones have twice the hands.
 */
import { Z_95 } from './wilson.ts';

export interface HandResult {
  /** In big blinds. */
  readonly net: number;
  /** All-ins at their expected share; null where there is nothing to adjust. */
  readonly adjusted: number | null;
  readonly showdown: boolean;
}

/** Where the lines stand after so many hands, in big blinds. */
export interface RunPoint {
  readonly hand: number;
  readonly net: number;
  readonly adjusted: number;
  /** Won and lost at the showdown. */
  readonly showdown: number;
  readonly nonShowdown: number;
}

export interface Rate {
  /** Big blinds in 100 hands. */
  readonly bbPer100: number;
  /** Of 100 hands, in big blinds. */
  readonly standardDeviation: number;
  /** Where the true rate lies with 95 % confidence. */
  readonly band: readonly [number, number];
}

export const MAX_POINTS = 500;

const LINES = ['net', 'adjusted', 'showdown', 'nonShowdown'] as const;

/** Points of a section in order of hands, each an extreme of one line at least. */
type Section = readonly RunPoint[];

export class WinRate {
  readonly #most: number;
  #sections: Section[] = [];
  #open: RunPoint[] = [];
  /** Hands of a full section. */
  #size = 1;
  #last: RunPoint = { hand: 0, net: 0, adjusted: 0, showdown: 0, nonShowdown: 0 };
  readonly #net = new Spread();
  readonly #adjusted = new Spread();

  /** At most so many points of the curve, 20 or more. */
  constructor(most: number = MAX_POINTS) {
    this.#most = Math.max(20, most);
  }

  /** The next hand in order of time. */
  add({ net, adjusted, showdown }: HandResult): void {
    const last = this.#last;
    this.#last = {
      hand: last.hand + 1,
      net: last.net + net,
      adjusted: last.adjusted + (adjusted ?? net),
      showdown: last.showdown + (showdown ? net : 0),
      nonShowdown: last.nonShowdown + (showdown ? 0 : net),
    };
    this.#net.add(net);
    this.#adjusted.add(adjusted ?? net);
    this.#open = extremes([...this.#open, this.#last]);
    if (this.#last.hand % this.#size === 0) this.#close();
  }

  get hands(): number {
    return this.#last.hand;
  }

  /** From zero hands to the last one. */
  points(): RunPoint[] {
    const start: RunPoint = { hand: 0, net: 0, adjusted: 0, showdown: 0, nonShowdown: 0 };
    const between = [...this.#sections.flat(), ...this.#open];
    return [start, ...between.filter(({ hand }) => hand < this.#last.hand), ...(this.hands > 0 ? [this.#last] : [])];
  }

  /** Null before the second hand. */
  net(): Rate | null {
    return this.#net.rate();
  }

  adjusted(): Rate | null {
    return this.#adjusted.rate();
  }

  #close(): void {
    this.#sections.push(this.#open);
    this.#open = [];
    // The start, the last hand and the open section need room too.
    const room = this.#most - 2 - 2 * LINES.length;
    while (this.#sections.reduce((sum, { length }) => sum + length, 0) > room) {
      const joined: Section[] = [];
      for (let at = 0; at + 1 < this.#sections.length; at += 2) {
        joined.push(extremes([...(this.#sections[at] ?? []), ...(this.#sections[at + 1] ?? [])]));
      }
      const odd = this.#sections.length % 2 === 1 ? this.#sections.at(-1) : undefined;
      if (odd !== undefined) this.#open = extremes([...odd, ...this.#open]);
      this.#sections = joined;
      this.#size *= 2;
    }
  }
}

/** Those of the points at which a line is highest or lowest. */
const extremes = (points: readonly RunPoint[]): RunPoint[] => {
  const kept = new Set<RunPoint>();
  for (const line of LINES) {
    let low = points[0];
    let high = points[0];
    for (const point of points) {
      if (low === undefined || point[line] < low[line]) low = point;
      if (high === undefined || point[line] > high[line]) high = point;
    }
    if (low !== undefined) kept.add(low);
    if (high !== undefined) kept.add(high);
  }
  return [...kept].sort((a, b) => a.hand - b.hand);
};

/** Mean and variance of numbers as they come, without loss of digits (B. P. Welford, Technometrics 4, 1962). */
class Spread {
  #count = 0;
  #mean = 0;
  #squares = 0;

  add(value: number): void {
    this.#count += 1;
    const before = value - this.#mean;
    this.#mean += before / this.#count;
    this.#squares += before * (value - this.#mean);
  }

  rate(): Rate | null {
    if (this.#count < 2) return null;
    const ofHand = Math.sqrt(this.#squares / (this.#count - 1));
    const bbPer100 = this.#mean * 100;
    const half = (Z_95 * ofHand * 100) / Math.sqrt(this.#count);
    return { bbPer100, standardDeviation: ofHand * 10, band: [bbPer100 - half, bbPer100 + half] };
  }
}
