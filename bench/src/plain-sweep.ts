// One showdown the plain way: the same inclusion–exclusion over sorted hands, a number at a time, in JavaScript.

const PAIRS = Int32Array.from({ length: 53 }, (_, n) => (n * (n - 1)) / 2);
const TRIPLES = Int32Array.from({ length: 53 }, (_, n) => (n * (n - 1) * (n - 2)) / 6);

/** Hands of four cards, weakest first, and where each strength ends. */
export interface SortedHands {
  /** u8[hands][4], ascending within a hand. */
  readonly cards: Uint8Array;
  readonly ends: Uint32Array;
}

/** Reach that each hand beats less reach that beats it, both players holding the same hands. */
export function plainSweep({ cards, ends }: SortedHands, reach: Float32Array, out: Float64Array): void {
  const one = new Float64Array(52);
  const two = new Float64Array(PAIRS[52]!);
  const three = new Float64Array(TRIPLES[52]!);
  let total = 0;
  const beaten = (i: number): number => {
    const a = cards[i * 4]!;
    const b = cards[i * 4 + 1]!;
    const c = cards[i * 4 + 2]!;
    const d = cards[i * 4 + 3]!;
    const b2 = PAIRS[b]!;
    const c2 = PAIRS[c]!;
    const d2 = PAIRS[d]!;
    const c3 = TRIPLES[c]!;
    const d3 = TRIPLES[d]!;
    const singles = one[a]! + one[b]! + one[c]! + one[d]!;
    const pairs = two[b2 + a]! + two[c2 + a]! + two[c2 + b]! + two[d2 + a]! + two[d2 + b]! + two[d2 + c]!;
    const triples = three[c3 + b2 + a]! + three[d3 + b2 + a]! + three[d3 + c2 + a]! + three[d3 + c2 + b]!;
    return total - singles + pairs - triples;
  };
  const add = (i: number): void => {
    const x = reach[i]!;
    const a = cards[i * 4]!;
    const b = cards[i * 4 + 1]!;
    const c = cards[i * 4 + 2]!;
    const d = cards[i * 4 + 3]!;
    const b2 = PAIRS[b]!;
    const c2 = PAIRS[c]!;
    const d2 = PAIRS[d]!;
    const c3 = TRIPLES[c]!;
    const d3 = TRIPLES[d]!;
    total += x;
    one[a]! += x;
    one[b]! += x;
    one[c]! += x;
    one[d]! += x;
    two[b2 + a]! += x;
    two[c2 + a]! += x;
    two[c2 + b]! += x;
    two[d2 + a]! += x;
    two[d2 + b]! += x;
    two[d2 + c]! += x;
    three[c3 + b2 + a]! += x;
    three[d3 + b2 + a]! += x;
    three[d3 + c2 + a]! += x;
    three[d3 + c2 + b]! += x;
  };
  let from = 0;
  for (const to of ends) {
    for (let i = from; i < to; i++) out[i] = beaten(i);
    for (let i = from; i < to; i++) add(i);
    // The hand itself is among those that tie: it shares all four cards, which the sums leave out.
    for (let i = from; i < to; i++) out[i]! += beaten(i) + reach[i]!;
    from = to;
  }
  // Beaten + (beaten or tied) − met is beaten − lost to.
  for (let i = 0; i < out.length; i++) out[i]! -= beaten(i) + reach[i]!;
}
