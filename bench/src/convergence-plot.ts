// Exploitability against iterations and against seconds, both scales logarithmic, as an SVG for a page that may be
// light or dark.

export interface Curve {
  readonly name: string;
  readonly points: readonly { readonly iterations: number; readonly seconds: number; readonly share: number }[];
}

interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

const WIDTH = 880;
const HEIGHT = 400;
const TOP = 64;
const BOTTOM = 340;
const PANELS = [
  { left: 64, right: 416, of: 'iterations', unit: 'iterations' },
  { left: 500, right: 852, of: 'seconds', unit: 'seconds' },
] as const;

const STYLE = `
  text { font: 13px system-ui, sans-serif; fill: #46524c }
  .title { font-weight: 600; fill: #17211c }
  .ground { fill: #fdfefd } .grid { stroke: #dfe5e1 } .axis { stroke: #8a958f }
  path { fill: none; stroke-width: 2; stroke-linejoin: round }
  .c0 { stroke: #0b7a5d; fill: #0b7a5d } .c1 { stroke: #c2571f; fill: #c2571f } .c2 { stroke: #3b62c4; fill: #3b62c4 }
  path.c0, path.c1, path.c2 { fill: none }
  @media (prefers-color-scheme: dark) {
    text { fill: #b9c4be } .title { fill: #f2f6f4 }
    .ground { fill: #161c19 } .grid { stroke: #2b3430 }
    .c0 { stroke: #3fbf95; fill: #3fbf95 } .c1 { stroke: #ee8a4f; fill: #ee8a4f } .c2 { stroke: #86a5f5; fill: #86a5f5 }
  }`;

/** Positions by logarithm, ticks at 1, 2 and 5 times powers of ten, or at the powers alone where there are many. */
function scaleOf(values: readonly number[], from: number, to: number): Scale {
  const low = Math.log10(Math.min(...values));
  const high = Math.log10(Math.max(...values));
  const steps = high - low > 2.2 ? [1] : [1, 2, 5];
  const ticks: number[] = [];
  for (let power = Math.floor(low); power <= Math.ceil(high); power++) {
    for (const step of steps) {
      const tick = Number(`${step}e${power}`);
      if (Math.log10(tick) >= low - 1e-9 && Math.log10(tick) <= high + 1e-9) ticks.push(tick);
    }
  }
  return { at: (value) => from + ((Math.log10(value) - low) / (high - low)) * (to - from), ticks };
}

export function plotConvergence(curves: readonly Curve[]): string {
  const all = curves.flatMap(({ points }) => points);
  const percent = scaleOf([...all.map(({ share }) => share * 100), 0.01], BOTTOM, TOP);
  const parts: string[] = [];
  for (const { left, right, of, unit } of PANELS) {
    const scale = scaleOf(
      all.map((point) => point[of]),
      left,
      right,
    );
    for (const tick of percent.ticks) {
      const y = place(percent.at(tick));
      parts.push(`<line class="grid" x1="${left}" x2="${right}" y1="${y}" y2="${y}"/>`);
      parts.push(`<text x="${left - 8}" y="${y}" dy="4" text-anchor="end">${tick} %</text>`);
    }
    for (const tick of scale.ticks) {
      const x = place(scale.at(tick));
      parts.push(`<line class="grid" x1="${x}" x2="${x}" y1="${TOP}" y2="${BOTTOM}"/>`);
      parts.push(`<text x="${x}" y="${BOTTOM + 20}" text-anchor="middle">${tick.toLocaleString('en-US')}</text>`);
    }
    parts.push(`<line class="axis" x1="${left}" x2="${right}" y1="${BOTTOM}" y2="${BOTTOM}"/>`);
    parts.push(`<text x="${(left + right) / 2}" y="${BOTTOM + 42}" text-anchor="middle">${unit}</text>`);
    curves.forEach(({ points }, i) => {
      const corners = points.map((point) => `${place(scale.at(point[of]))} ${place(percent.at(point.share * 100))}`);
      parts.push(`<path class="c${i}" d="M${corners.join('L')}"/>`);
      for (const corner of corners) {
        const [x, y] = corner.split(' ');
        parts.push(`<circle class="c${i}" cx="${x}" cy="${y}" r="2.5"/>`);
      }
    });
  }
  curves.forEach(({ name }, i) => {
    const x = PANELS[0].left + 250 + i * 150;
    parts.push(`<circle class="c${i}" cx="${x}" cy="32" r="5"/><text x="${x + 12}" y="32" dy="4">${name}</text>`);
  });
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}">`,
    `<title>Exploitability against iterations and against seconds</title><style>${STYLE}</style>`,
    `<rect class="ground" width="${WIDTH}" height="${HEIGHT}" rx="8"/>`,
    `<text class="title" x="${PANELS[0].left}" y="32" dy="4">Exploitability, % of the pot</text>`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}

function place(value: number): string {
  return value.toFixed(1);
}
