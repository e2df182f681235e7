/** Where players sit around the table on the screen: clockwise as they act, one's own seat at the bottom. */
import type { PlayedHand, PlayerIndex } from '@ploscope/poker';

export interface SeatPlace {
  readonly player: PlayerIndex;
  /** Of the table, 0…1 from the left and from the top. */
  readonly x: number;
  readonly y: number;
  /** Where its bet lies. */
  readonly betX: number;
  readonly betY: number;
}

/** A table that lies, for a desk; one that stands, for a phone. */
export type TableShape = 'wide' | 'tall';

const RADII = { wide: { x: 0.415, y: 0.375 }, tall: { x: 0.355, y: 0.41 } } as const;
/** How far out from the middle a bet lies, of the way to the seat. */
const BET_AT = { wide: 0.56, tall: 0.52 } as const;

export function seatPlaces(
  { players, hero }: Pick<PlayedHand, 'players' | 'hero'>,
  shape: TableShape,
): readonly SeatPlace[] {
  const round = players.map((_, player) => player).sort((one, other) => seatOf(players, one) - seatOf(players, other));
  const first = Math.max(0, round.indexOf(hero ?? players.length - 1));
  const radii = RADII[shape];
  return round.map((_, place) => {
    const player = round[(first + place) % round.length] ?? 0;
    const angle = anglesOf(round.length, shape)[place] ?? 0;
    const [right, down] = [Math.cos(angle), Math.sin(angle)];
    const at = BET_AT[shape];
    return {
      player,
      x: 0.5 + radii.x * right,
      y: 0.5 + radii.y * down,
      betX: 0.5 + radii.x * at * right,
      betY: 0.5 + radii.y * at * down,
    };
  });
}

function seatOf(players: PlayedHand['players'], player: PlayerIndex): number {
  return players[player]?.seat ?? player;
}

/**
 * Clockwise from the bottom. Seats at the same distance along the rim rather than by the same angle, or they would crowd
 * where the rim bends.
 */
function anglesOf(count: number, shape: TableShape): readonly number[] {
  const { x, y } = RADII[shape];
  const steps = 720;
  const lengths = [0];
  for (let step = 1; step <= steps; step += 1) {
    const angle = Math.PI / 2 + (2 * Math.PI * step) / steps;
    const before = Math.PI / 2 + (2 * Math.PI * (step - 1)) / steps;
    const across = x * (shape === 'wide' ? 1.7 : 0.84);
    const length = Math.hypot(across * (Math.cos(angle) - Math.cos(before)), y * (Math.sin(angle) - Math.sin(before)));
    lengths.push((lengths[step - 1] ?? 0) + length);
  }
  const rim = lengths[steps] ?? 1;
  return Array.from({ length: count }, (_, place) => {
    const step = lengths.findIndex((length) => length >= (rim * place) / count);
    return Math.PI / 2 + (2 * Math.PI * Math.max(0, step)) / steps;
  });
}
