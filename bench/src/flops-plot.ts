// Exploitability of flops against seconds of solving: a panel for each pair of ranges and depth of stacks, a curve for
// each flop.

import type { FlopCurve } from './flops-table.ts';
import { legendParts, panelParts, picture } from './plot.ts';

const WIDTH = 880;
const TOP = 84;
const PANEL = 240;
/** From the top of one row of panels to that of the next. */
const ROW = PANEL + 96;
const COLUMNS = [
  { left: 64, right: 416 },
  { left: 500, right: 852 },
];

export function plotFlops(curves: readonly FlopCurve[]): string {
  const textures = [...new Set(curves.map(({ texture }) => texture))];
  const kinds = [...new Set(curves.map(kindOf))];
  const percents = curves.flatMap(({ points }) => points.map(({ share }) => share * 100));
  const parts = kinds.flatMap((kind, i) => {
    const top = TOP + Math.floor(i / COLUMNS.length) * ROW;
    const column = COLUMNS[i % COLUMNS.length]!;
    const own = curves.filter((curve) => kindOf(curve) === kind);
    return [
      `<text class="title" x="${column.left}" y="${top - 18}">${kind}</text>`,
      ...panelParts({
        frame: { ...column, top, bottom: top + PANEL },
        unit: 'seconds of solving',
        curves: textures.map((texture) =>
          own
            .filter((curve) => curve.texture === texture)
            .flatMap(({ points }) => points.map(({ seconds, share }) => ({ x: seconds, percent: share * 100 }))),
        ),
        percents,
      }),
    ];
  });
  const height = TOP + Math.ceil(kinds.length / COLUMNS.length) * ROW;
  return picture(WIDTH, height, 'Exploitability of flops against seconds of solving', [
    `<text class="title" x="${COLUMNS[0]!.left}" y="32" dy="4">Exploitability, % of the pot</text>`,
    ...parts,
    ...legendParts(textures, COLUMNS[0]!.left + 250, 32),
  ]);
}

function kindOf({ range, spr }: FlopCurve): string {
  return `${range.replace('%', ' %')} v ${range.replace('%', ' %')}, SPR ${spr}`;
}
