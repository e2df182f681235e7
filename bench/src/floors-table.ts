// The table of docs/solver.md that tells how far turns come by bucket.

import { markdown } from './documents.ts';
import { type Measured, machinesOf } from './measured.ts';

/** A turn, solved by one method until it gained no more, or until the target where every combo plays by itself. */
export interface Floor extends Measured {
  readonly board: string;
  /** Buckets asked for; null where every combo plays by itself. */
  readonly buckets: number | null;
  /** Buckets there are, the mean of both players and all rivers. */
  readonly bucketsThere: number | null;
  /** Exploitability of what is stored, as a share of the pot. */
  readonly share: number;
  readonly iterations: number;
  /** Seconds of solving, without measurements by bucket. */
  readonly seconds: number;
  /** Whether twice the iterations gained hardly anything. */
  readonly flat: boolean;
  /** EV of the player who acts first, as a share of the pot. */
  readonly oopEv: number;
}

/** Empty where there is nothing to tell. */
export function floorsTable(floors: readonly Floor[]): string {
  if (floors.length === 0) return '';
  const boards = [...new Set(floors.map(({ board }) => board))];
  const counts = [...new Set(floors.map(({ buckets }) => buckets))].sort((a, b) => (a ?? 0) - (b ?? 0));
  const at = (board: string, buckets: number | null): Floor | undefined =>
    floors.find((floor) => floor.board === board && floor.buckets === buckets);
  const summary = (name: string, of: (all: readonly Floor[], buckets: number | null) => string): string[] => [
    name,
    ...counts.map((buckets) => {
      const all = boards.flatMap((board) => at(board, buckets) ?? []);
      return all.length === 0 ? '' : of(all, buckets);
    }),
  ];
  const awayOf = (all: readonly Floor[]): number[] =>
    all.flatMap(({ board, oopEv }) => {
      const exact = at(board, null);
      return exact ? [Math.abs(oopEv - exact.oopEv)] : [];
    });
  const away = (all: readonly Floor[], buckets: number | null, of: (values: readonly number[]) => number): string => {
    const values = awayOf(all);
    return buckets === null || values.length === 0 ? '' : percent(of(values));
  };
  const sharesOf = (all: readonly Floor[]): number[] => all.map(({ share }) => share);
  const rows = [
    ...boards.map((board) => [
      board,
      ...counts.map((buckets) => {
        const floor = at(board, buckets);
        return floor ? `${floor.flat ? '' : '≤ '}${percent(floor.share)}` : '';
      }),
    ]),
    summary('**Mean**', (all) => `**${percent(mean(sharesOf(all)))}**`),
    summary('**Worst**', (all) => `**${percent(Math.max(...sharesOf(all)))}**`),
    summary('EV off by, mean', (all, buckets) => away(all, buckets, mean)),
    summary('EV off by, most', (all, buckets) => away(all, buckets, (values) => Math.max(...values))),
    summary('Buckets there are', (all, buckets) =>
      buckets === null ? '' : String(Math.round(mean(all.map(({ bucketsThere }) => bucketsThere ?? 0)))),
    ),
  ].filter(([, ...cells]) => cells.some((cell) => cell !== ''));
  const head = ['Turn', ...counts.map((buckets) => (buckets === null ? 'By combo' : buckets.toLocaleString('en-US')))];
  return `${markdown(head, rows)}\n\n${machinesOf(floors)}`;
}

function percent(share: number): string {
  return `${(share * 100).toFixed(share < 0.0995 / 100 ? 3 : 2)} %`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
