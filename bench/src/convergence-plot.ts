// Exploitability against iterations and against seconds.

import { legendParts, panelParts, picture } from './plot.ts';

export interface Curve {
  readonly name: string;
  readonly points: readonly { readonly iterations: number; readonly seconds: number; readonly share: number }[];
}

const HEIGHTS = { top: 64, bottom: 340 };
const PANELS = [
  { frame: { left: 64, right: 416, ...HEIGHTS }, of: 'iterations' },
  { frame: { left: 500, right: 852, ...HEIGHTS }, of: 'seconds' },
] as const;

export function plotConvergence(curves: readonly Curve[]): string {
  const percents = [...curves.flatMap(({ points }) => points.map(({ share }) => share * 100)), 0.01];
  const left = PANELS[0].frame.left;
  return picture(880, 400, 'Exploitability against iterations and against seconds', [
    `<text class="title" x="${left}" y="32" dy="4">Exploitability, % of the pot</text>`,
    ...PANELS.flatMap(({ frame, of }) =>
      panelParts({
        frame,
        unit: of,
        curves: curves.map(({ points }) => points.map((point) => ({ x: point[of], percent: point.share * 100 }))),
        percents,
      }),
    ),
    ...legendParts(
      curves.map(({ name }) => name),
      left + 250,
      32,
    ),
  ]);
}
