/**
 * The strategies of one deal as bytes, before they are deflated.
 *
 *     u8          cards dealt, then each of them
 *     u32         nodes
 *     u8          kind: 0 strategies alone, 1 worths at the exits follow the nodes, 2 strategies by bucket
 *     u32 ×2      buckets, by player (only by bucket)
 *     node ×      u32 node, u8 player, u8 actions, u8 form, then the parts
 *     u32 ×2      exits, by player (only with worths)
 *     f32 ×       worths: by player, by exit, by combo (only with worths)
 *
 * Only live combos are stored, in the order of the range; by bucket, every bucket is. Parts stand action by action, a
 * byte a combo or bucket. In form 0 the last action is left out: it has what the others leave of 255. In form 1 every
 * action is there.
 */
import { cardsDealt, type NodeShares, PARTS, type SolvedDeal, type SolveRange } from '@ploscope/kernel';
import type { Card } from '../../cards.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { dealtBytes, readDealt, writeDealt } from './dealt-cards.ts';
import { liveCombos } from './live-combos.ts';

/** What a chunk is read with: none of it depends on the deal. */
export interface ChunkContext {
  readonly players: readonly [SolveRange, SolveRange];
  readonly handSize: number;
  readonly boards: 1 | 2;
  /** Cards on the boards and dead. */
  readonly known: readonly Card[];
}

const NODE_HEAD = 7;
/** More than any street of a tree has. */
const MOST_EXITS = 65_536;
/** Numbers of buckets have 16 bits. */
const MOST_BUCKETS = 65_535;

const ALONE = 0;
const WITH_WORTHS = 1;
const BY_BUCKET = 2;

const REST_IMPLIED = 0;
const ALL_ACTIONS = 1;

const BOTH = [0, 1] as const;

/** Which of a player's combos or buckets are stored: their places among `total`. */
interface Kept {
  readonly total: number;
  readonly places: Uint32Array;
}

/** `playerOf` says who acts at a node of the deal's street. */
export const encodeDeal = (
  { dealt, nodes, buckets, exitWorth }: SolvedDeal,
  playerOf: (node: number) => 0 | 1,
  context: ChunkContext,
): Uint8Array => {
  const kept = buckets === null ? liveOfBoth(context, dealt) : bucketsOfBoth(buckets);
  const planned = nodes.map(({ node, parts }) => {
    const player = playerOf(node);
    const own = kept[player];
    const actions = own.total === 0 ? 0 : parts.length / own.total;
    const whole = sumsUp(parts, actions, own);
    return { node, parts, player, own, actions, stored: whole ? Math.max(0, actions - 1) : actions, whole };
  });
  const exits = BOTH.map((player) => (exitWorth === null ? 0 : exitWorth[player].length / (kept[player].total || 1)));
  let size = dealtBytes(dealt) + 5 + (buckets === null ? 0 : 8);
  for (const { own, stored } of planned) size += NODE_HEAD + stored * own.places.length;
  if (exitWorth !== null) for (const player of BOTH) size += 4 + 4 * exits[player]! * kept[player].places.length;

  const writer = new ByteWriter(size);
  writeDealt(writer, dealt);
  writer.u32(nodes.length);
  writer.u8(buckets !== null ? BY_BUCKET : exitWorth === null ? ALONE : WITH_WORTHS);
  for (const count of buckets ?? []) writer.u32(count);
  for (const { node, parts, player, own, actions, stored, whole } of planned) {
    writer.u32(node);
    writer.u8(player);
    writer.u8(actions);
    writer.u8(whole ? REST_IMPLIED : ALL_ACTIONS);
    for (let action = 0; action < stored; action++) {
      const plane = writer.room(own.places.length);
      const from = action * own.total;
      for (let i = 0; i < plane.length; i++) plane[i] = parts[from + own.places[i]!]!;
    }
  }
  if (exitWorth !== null) {
    for (const player of BOTH) writer.u32(exits[player]!);
    for (const player of BOTH) {
      const { total, places } = kept[player];
      for (let exit = 0; exit < exits[player]!; exit++) {
        for (const combo of places) writer.f32(exitWorth[player][exit * total + combo]!);
      }
    }
  }
  return writer.bytes;
};

/** Null for bytes that are no chunk of these players. */
export const decodeDeal = (bytes: Uint8Array, context: ChunkContext): SolvedDeal | null => {
  const reader = new ByteReader(bytes);
  const dealt = readDealt(reader, context.boards);
  if (dealt === null) return null;
  const count = reader.u32();
  const kind = reader.u8();
  if (kind > BY_BUCKET) return null;
  const buckets = kind === BY_BUCKET ? ([reader.u32(), reader.u32()] as const) : null;
  if (buckets !== null && Math.max(...buckets) > MOST_BUCKETS) return null;
  const kept = buckets === null ? liveOfBoth(context, dealt) : bucketsOfBoth(buckets);
  const nodes = readNodes(reader, count, kept);
  if (nodes === null) return null;
  const exitWorth = kind === WITH_WORTHS ? readWorths(reader, bytes.length, kept) : null;
  if (kind === WITH_WORTHS && exitWorth === null) return null;
  return reader.isWhole ? { dealt, nodes, buckets, exitWorth } : null;
};

const readNodes = (reader: ByteReader, count: number, kept: readonly [Kept, Kept]): readonly NodeShares[] | null => {
  const nodes: NodeShares[] = [];
  for (let i = 0; i < count; i++) {
    const node = reader.u32();
    const player = reader.u8();
    const actions = reader.u8();
    const form = reader.u8();
    if (reader.isShort || (player !== 0 && player !== 1) || form > ALL_ACTIONS) return null;
    // How many actions nobody takes is not told.
    if ((actions === 0) !== (kept[player].total === 0)) return null;
    const stored = form === ALL_ACTIONS ? actions : Math.max(0, actions - 1);
    const planes = reader.take(stored * kept[player].places.length);
    if (reader.isShort) return null;
    const parts = spread(planes, stored, actions, kept[player]);
    if (parts === null) return null;
    nodes.push({ node, parts });
  }
  return nodes;
};

/** `most`: bytes of the whole chunk, which worths cannot be more than. */
const readWorths = (
  reader: ByteReader,
  most: number,
  kept: readonly [Kept, Kept],
): readonly [Float32Array, Float32Array] | null => {
  const exits = [reader.u32(), reader.u32()] as const;
  const bytes = 4 * (exits[0] * kept[0].places.length + exits[1] * kept[1].places.length);
  if (bytes > most || Math.max(...exits) > MOST_EXITS) return null;
  return BOTH.map((player) => {
    const { total, places } = kept[player];
    const worth = new Float32Array(exits[player] * total);
    for (let exit = 0; exit < exits[player]; exit++) {
      for (const combo of places) worth[exit * total + combo] = reader.f32();
    }
    return worth;
  }) as [Float32Array, Float32Array];
};

const liveOfBoth = ({ players, handSize, known }: ChunkContext, dealt: readonly number[]): readonly [Kept, Kept] => {
  const gone = [...known, ...dealt.flatMap(cardsDealt)];
  const live = (player: 0 | 1): Kept => ({
    total: players[player].cards.length / handSize,
    places: liveCombos(players[player], handSize, gone),
  });
  return [live(0), live(1)];
};

const bucketsOfBoth = (buckets: readonly [number, number]): readonly [Kept, Kept] => {
  const every = (total: number): Kept => ({ total, places: Uint32Array.from({ length: total }, (_, i) => i) });
  return [every(buckets[0]), every(buckets[1])];
};

/** Whether everything that is kept divides exactly all parts. */
const sumsUp = (parts: Uint8Array, actions: number, { total, places }: Kept): boolean =>
  places.every((place) => {
    let sum = 0;
    for (let action = 0; action < actions; action++) sum += parts[action * total + place]!;
    return sum === PARTS;
  });

/** The stored planes at the places they are kept for; null where parts sum to more than there are. */
const spread = (planes: Uint8Array, stored: number, actions: number, { total, places }: Kept): Uint8Array | null => {
  const parts = new Uint8Array(actions * total);
  const last = (actions - 1) * total;
  for (let i = 0; i < places.length; i++) {
    let rest = PARTS;
    for (let action = 0; action < stored; action++) {
      const part = planes[action * places.length + i]!;
      rest -= part;
      parts[action * total + places[i]!] = part;
    }
    if (stored === actions) continue;
    if (rest < 0) return null;
    parts[last + places[i]!] = rest;
  }
  return parts;
};
