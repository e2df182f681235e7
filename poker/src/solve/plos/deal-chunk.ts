/**
 * The strategies of one deal as bytes, before they are deflated.
 *
 *     u8          cards dealt, then each of them
 *     u32         nodes
 *     u8          1 when worths at the exits follow the nodes, else 0
 *     node ×      u32 node, u8 player, u8 actions, u8 form, then the parts
 *     u32 ×2      exits, by player (only with worths)
 *     f32 ×       worths: by player, by exit, by combo (only with worths)
 *
 * Only live combos are stored, in the order of the range. Parts stand action by action, a byte a combo. In form 0 the
 * last action is left out: it has what the others leave of 255. In form 1 every action is there.
 */
import { type NodeShares, PARTS, type SolvedDeal, type SolveRange } from '@ploscope/kernel';
import type { Card } from '../../cards.ts';
import { ByteReader, ByteWriter } from './bytes.ts';
import { liveCombos } from './live-combos.ts';

/** What a chunk is read with: none of it depends on the deal. */
export interface ChunkContext {
  readonly players: readonly [SolveRange, SolveRange];
  readonly handSize: number;
  /** Cards on the boards and dead. */
  readonly known: readonly Card[];
}

const NODE_HEAD = 7;
/** More than any street of a tree has. */
const MOST_EXITS = 65_536;
const REST_IMPLIED = 0;
const ALL_ACTIONS = 1;

const BOTH = [0, 1] as const;

/** `playerOf` says who acts at a node of the deal's street. */
export const encodeDeal = (
  { dealt, nodes, exitWorth }: SolvedDeal,
  playerOf: (node: number) => 0 | 1,
  context: ChunkContext,
): Uint8Array => {
  const live = liveOfBoth(context, dealt);
  const combos = combosOfBoth(context);
  const planned = nodes.map(({ node, parts }) => {
    const player = playerOf(node);
    const actions = combos[player] === 0 ? 0 : parts.length / combos[player];
    const whole = sumsUp(parts, actions, combos[player], live[player]);
    return { node, parts, player, actions, stored: whole ? Math.max(0, actions - 1) : actions, whole };
  });
  const exits = BOTH.map((player) => (combos[player] === 0 ? 0 : (exitWorth?.[player].length ?? 0) / combos[player]));
  let size = 1 + dealt.length + 5;
  for (const { player, stored } of planned) size += NODE_HEAD + stored * live[player].length;
  if (exitWorth !== null) for (const player of BOTH) size += 4 + 4 * exits[player]! * live[player].length;

  const writer = new ByteWriter(size);
  writer.u8(dealt.length);
  writer.set(dealt);
  writer.u32(nodes.length);
  writer.u8(exitWorth === null ? 0 : 1);
  for (const { node, parts, player, actions, stored, whole } of planned) {
    writer.u32(node);
    writer.u8(player);
    writer.u8(actions);
    writer.u8(whole ? REST_IMPLIED : ALL_ACTIONS);
    for (let action = 0; action < stored; action++) {
      const plane = writer.room(live[player].length);
      const from = action * combos[player];
      for (let i = 0; i < plane.length; i++) plane[i] = parts[from + live[player][i]!]!;
    }
  }
  if (exitWorth !== null) {
    for (const player of BOTH) writer.u32(exits[player]!);
    for (const player of BOTH) {
      for (let exit = 0; exit < exits[player]!; exit++) {
        for (const combo of live[player]) writer.f32(exitWorth[player][exit * combos[player] + combo]!);
      }
    }
  }
  return writer.bytes;
};

/** Null for bytes that are no chunk of these players. */
export const decodeDeal = (bytes: Uint8Array, context: ChunkContext): SolvedDeal | null => {
  const reader = new ByteReader(bytes);
  const dealt = [...reader.take(reader.u8())];
  if (dealt.some((card) => card > 51)) return null;
  const live = liveOfBoth(context, dealt);
  const combos = combosOfBoth(context);
  const count = reader.u32();
  const hasWorths = reader.u8();
  const nodes: NodeShares[] = [];
  for (let i = 0; i < count; i++) {
    const node = reader.u32();
    const player = reader.u8();
    const actions = reader.u8();
    const form = reader.u8();
    if (reader.isShort || (player !== 0 && player !== 1) || actions === 0 || form > ALL_ACTIONS) return null;
    const stored = form === ALL_ACTIONS ? actions : actions - 1;
    const planes = reader.take(stored * live[player].length);
    if (reader.isShort) return null;
    const parts = spread(planes, { stored, actions, combos: combos[player], live: live[player] });
    if (parts === null) return null;
    nodes.push({ node, parts });
  }
  if (hasWorths === 0) return reader.isWhole ? { dealt, nodes, buckets: null, exitWorth: null } : null;
  const exits = [reader.u32(), reader.u32()] as const;
  const bytesOfWorths = 4 * (exits[0] * live[0].length + exits[1] * live[1].length);
  if (hasWorths !== 1 || bytesOfWorths > bytes.length || Math.max(...exits) > MOST_EXITS) return null;
  const exitWorth = BOTH.map((player) => {
    const worth = new Float32Array(exits[player] * combos[player]);
    for (let exit = 0; exit < exits[player]; exit++) {
      for (const combo of live[player]) worth[exit * combos[player] + combo] = reader.f32();
    }
    return worth;
  }) as [Float32Array, Float32Array];
  return reader.isWhole ? { dealt, nodes, buckets: null, exitWorth } : null;
};

const combosOfBoth = ({ players, handSize }: ChunkContext): readonly [number, number] => [
  players[0].cards.length / handSize,
  players[1].cards.length / handSize,
];

const liveOfBoth = (
  { players, handSize, known }: ChunkContext,
  dealt: readonly Card[],
): readonly [Uint32Array, Uint32Array] => {
  const gone = [...known, ...dealt];
  return [liveCombos(players[0], handSize, gone), liveCombos(players[1], handSize, gone)];
};

/** Whether every live combo divides exactly all parts. */
const sumsUp = (parts: Uint8Array, actions: number, combos: number, live: Uint32Array): boolean =>
  live.every((combo) => {
    let sum = 0;
    for (let action = 0; action < actions; action++) sum += parts[action * combos + combo]!;
    return sum === PARTS;
  });

/** The stored planes at the places of their combos; null where parts sum to more than there are. */
const spread = (
  planes: Uint8Array,
  size: { readonly stored: number; readonly actions: number; readonly combos: number; readonly live: Uint32Array },
): Uint8Array | null => {
  const { stored, actions, combos, live } = size;
  const parts = new Uint8Array(actions * combos);
  const last = (actions - 1) * combos;
  for (let i = 0; i < live.length; i++) {
    let rest = PARTS;
    for (let action = 0; action < stored; action++) {
      const part = planes[action * live.length + i]!;
      rest -= part;
      parts[action * combos + live[i]!] = part;
    }
    if (stored === actions) continue;
    if (rest < 0) return null;
    parts[last + live[i]!] = rest;
  }
  return parts;
};
