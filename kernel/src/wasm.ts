// The border to the WebAssembly module: its exports, typed, and nothing else.
//
// Exported addresses are WebAssembly globals; exported counters of 64 bits are bigints.

/** A constant address or size inside the module's memory. */
interface Address {
  readonly value: number;
}

export interface KernelExports {
  readonly memory: WebAssembly.Memory;
  mark(): number;
  release(at: number): void;
  reserve(bytes: number): number;
  /** Lets blocks reach up to 4 GB; addresses are then to be read as unsigned. */
  useWholeMemory(): void;

  rankFiveCards(a: number, b: number, c: number, d: number, e: number): number;
  /** 0 high card … 8 straight flush. */
  madeHand(rank: number): number;

  readonly DECK: Address;
  readonly HANDS: Address;
  readonly WINS: Address;
  readonly TIES: Address;
  readonly SHARES: Address;
  setDeck(size: number, players: number): void;
  buildTriples(player: number, holeCards: number): void;
  enumerate(players: number, known: number): void;
  runOuts(): bigint;
  readonly HAND_MADE: Address;
  enumerateMadeHands(players: number, known: number): void;
  enumerateHoldem(players: number, known: number, madeHands: boolean): void;

  /** Slot 0 or 1. */
  setBoard(slot: number, holdem: boolean, a: number, b: number, c: number, d: number, e: number): void;
  /** `hand`: one card a byte, lowest first. */
  rankHand(slot: number, hand: bigint, holeCards: number): number;
  buildPairs(slot: number, holdem: boolean): void;

  readonly SWEPT: Address;
  readonly MADE: Address;
  handsAt(): number;
  weightsAt(): number;
  halfPotsAt(): number;
  metAt(): number;
  reserveSweep(count: number, holeCards: number, combos: boolean): void;
  /** `gone`: a bit for each card that is not live. `keep`: 1 the pots, 2 the reach met, of every combo. */
  sweep(gone: bigint, keep: number): void;
  sweepMadeHands(): void;
  clearCombos(): void;

  readonly BOARDS: Address;
  readonly SHARE_SQUARES: Address;
  readonly SHARE_WEIGHTS: Address;
  readonly SUMS: Address;
  readonly BOARD_SHARES: Address;
  readonly JOINT: Address;
  readonly JOINT_SQUARES: Address;
  readonly JOINT_WEIGHTS: Address;
  readonly DEAL_MADE: Address;
  readonly NEXT_DEALS: Address;
  readonly NEXT_SHARES: Address;
  openDeals(players: number, boards: number, holeCards: number, gone: bigint): void;
  setPlayer(
    player: number,
    role: number,
    combos: number,
    list: number,
    cuts: number,
    alias: number,
    tries: number,
  ): void;
  acceptedDeals(seed: number, order: number, count: number, tries: number): number;
  sampleDeals(seed: number, chunk: number, clusters: number, rotations: number, madeHands: boolean): void;

  readonly LIVE: Address;
  readonly UP_TO: Address;
  /** Ranks of all hands of the `live` cards in `LIVE`, u16 each, to address `to`. */
  rankAllHands(live: number, holeCards: number, to: number): void;
  countUpTo(from: number, count: number, limits: number): void;

  /** u8[64]: number of each card among those that are live; written by the host. */
  readonly COMPACT: Address;
  /** Strengths (u16) of hands (u64 each) on the board of the last `buildPairs`; 0 when a card is gone. */
  rankHands(holeCards: number, hands: number, count: number, gone: bigint, to: number): void;
  keepHands(handSize: number, from: number, count: number, gone: bigint, hands: number, index: number): number;
  sortHands(
    handSize: number,
    player: number,
    from: number,
    count: number,
    strengths: number,
    hands: number,
    index: number,
  ): number;
  segmentEnds(to: number): number;
  findTwins(
    handSize: number,
    first: number,
    firstCount: number,
    second: number,
    secondCount: number,
    firstTwins: number,
    secondTwins: number,
    table: number,
  ): void;
  reserveRows(nodes: number, actions: number): void;
  reserveLanes(cards: number, handSize: number): void;
  setSweepHands(hero: number, count: number, twins: number, opponent: number, opponentCount: number): void;
  sweepShowdown(
    handSize: number,
    hero: number,
    ends: number,
    segments: number,
    reach: number,
    worth: number,
    met: number,
    forms: number,
  ): void;
  setStorage(f32: boolean): void;
  tableBytes(forest: number, player: number, blocks: number): number;
  /** `mode`: 0 train, 1 measure, 2 play and forget. */
  forward(deal: number, room: number, player: number, mode: number, from: number, stride: number, keep: number): void;
  evaluateLanes(deal: number, room: number, handSize: number, hero: number): void;
  setWorthTo(worth: number, best: number, stride: number): void;
  /** Copies the rows of the entries too, f32[entries][hands in blocks]; 0 for nowhere. */
  setRowsTo(worth: number, best: number): void;
  /** 1.5 times a power of two: what worths are rounded by before they are added. */
  setRounding(by: number): void;
  /** Addresses of tables that rename the hands above. */
  setImages(at: number, count: number): void;
  /** Keeps the worths of a node's actions, f32[actions][hands in blocks]; −1 for none. */
  setLook(node: number, to: number): void;
  backward(deal: number, room: number, hero: number, mode: number, gain: number, loss: number, weight: number): void;

  sweepMet(handSize: number, reach: number, met: number): void;
  makeBuckets(
    player: number,
    ends: number,
    segments: number,
    met: number,
    count: number,
    index: number,
    target: number,
    first: number,
    ids: number,
    bucketEnds: number,
    room: number,
  ): number;
  /** Buckets on two boards: `assembly/solve/sampled/grid.ts`. */
  levelsOf(met: number, lane: number, count: number, to: number): void;
  makeGrid(
    keys: number,
    count: number,
    index: number,
    first: number,
    second: number,
    third: number,
    ids: number,
    room: number,
  ): number;
  expandBuckets(
    table: number,
    forest: number,
    player: number,
    ids: number,
    index: number,
    count: number,
    to: number,
  ): void;
  indexPack(
    handSize: number,
    hands: number,
    first: number,
    count: number,
    gone: bigint,
    via: number,
    base: number,
    nobody: number,
    to: number,
  ): void;
  twinPack(twins: number, first: number, count: number, opponentFirst: number, opponentCount: number, to: number): void;
  emptyNobody(deal: number, room: number, hero: number, index: number, nobody: number): void;
  /** Whether training sums over single cards and pairs only. */
  setPaired(on: boolean): void;
  /** Offsets of a packed hand of four cards in the sums that training goes by, 20 bytes. */
  writeOffsets(hand: bigint, to: number): void;
  /** What the hero's hands meet at the lanes of a street with cards to come, by offsets of both players' hands. */
  meetPairs(deal: number, room: number, hero: number, heroes: number, opponents: number): void;
  seatPack(
    seat: number,
    player: number,
    handSize: number,
    ids: number,
    via: number,
    first: number,
    count: number,
    buckets: number,
    hands: number,
    met: number,
  ): void;
  seatBoth(seat: number, bucketEnds: number, segments: number, twins: number, secondCount: number): void;
  seatOnBoard(
    seat: number,
    board: number,
    handSize: number,
    firstClasses: number,
    secondClasses: number,
    firstVia: number,
    secondVia: number,
    firstPlace: number,
    secondPlace: number,
    segments: number,
  ): void;
  spreadEntries(visit: number, forest: number, player: number, exits: number): void;
  clearWorths(visit: number, forest: number): void;
  playRunOut(
    visit: number,
    seat: number,
    deal: number,
    handSize: number,
    hero: number,
    weights: number,
    segments: number,
    opponentBuckets: number,
    heroBuckets: number,
    keep: number,
    gain: number,
    loss: number,
  ): void;
  placeHands(index: number, count: number, places: number, to: number): void;
  addRows(
    forest: number,
    hands: number,
    places: number,
    size: number,
    worthRows: number,
    bestRows: number,
    weight: number,
    worth: number,
    best: number,
    stride: number,
  ): void;
  copyEnds(forest: number, worth: number, best: number, stride: number): void;
  worthsAbove(visit: number, forest: number, met: number, all: number, to: number): void;

  classOfAt(): number;
  classCountsAt(): number;
  openOrdering(holeCards: number, combos: number, classes: number): void;
  sampleOrdering(seed: number, chunk: number, deals: number): void;
}

/** One instance of the kernel. Not shared between threads: each worker makes its own. */
export function openKernel(module: WebAssembly.Module): KernelExports {
  return new WebAssembly.Instance(module, {}).exports as unknown as KernelExports;
}

/** Where an exported address points. */
export function addressOf(global: Address): number {
  return global.value;
}
