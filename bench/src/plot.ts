// Curves on logarithmic scales in panels of an SVG, for a page that may be light or dark.

export interface Frame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface Panel {
  readonly frame: Frame;
  /** What is written below. */
  readonly unit: string;
  /** The first has the first colour; of three there are colours. */
  readonly curves: readonly (readonly { readonly x: number; readonly percent: number }[])[];
  /** Percentages that the scale has room for. */
  readonly percents: readonly number[];
}

interface Scale {
  readonly at: (value: number) => number;
  readonly ticks: readonly number[];
}

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
  // A single value stands at the beginning.
  const width = high - low || 1;
  return { at: (value) => from + ((Math.log10(value) - low) / width) * (to - from), ticks };
}

export function panelParts({ frame: { left, right, top, bottom }, unit, curves, percents }: Panel): string[] {
  const parts: string[] = [];
  const percent = scaleOf(percents, bottom, top);
  const across = scaleOf(
    curves.flat().map(({ x }) => x),
    left,
    right,
  );
  for (const tick of percent.ticks) {
    const y = place(percent.at(tick));
    parts.push(`<line class="grid" x1="${left}" x2="${right}" y1="${y}" y2="${y}"/>`);
    parts.push(`<text x="${left - 8}" y="${y}" dy="4" text-anchor="end">${tick} %</text>`);
  }
  for (const tick of across.ticks) {
    const x = place(across.at(tick));
    parts.push(`<line class="grid" x1="${x}" x2="${x}" y1="${top}" y2="${bottom}"/>`);
    parts.push(`<text x="${x}" y="${bottom + 20}" text-anchor="middle">${tick.toLocaleString('en-US')}</text>`);
  }
  parts.push(`<line class="axis" x1="${left}" x2="${right}" y1="${bottom}" y2="${bottom}"/>`);
  parts.push(`<text x="${(left + right) / 2}" y="${bottom + 42}" text-anchor="middle">${unit}</text>`);
  curves.forEach((points, i) => {
    if (points.length === 0) return;
    const corners = points.map((point) => [place(across.at(point.x)), place(percent.at(point.percent))] as const);
    parts.push(`<path class="c${i}" d="M${corners.map((corner) => corner.join(' ')).join('L')}"/>`);
    for (const [x, y] of corners) parts.push(`<circle class="c${i}" cx="${x}" cy="${y}" r="2.5"/>`);
  });
  return parts;
}

/** A dot of each curve's colour, and its name. */
export function legendParts(names: readonly string[], left: number, y: number): string[] {
  return names.map((name, i) => {
    const x = left + i * 150;
    return `<circle class="c${i}" cx="${x}" cy="${y}" r="5"/><text x="${x + 12}" y="${y}" dy="4">${name}</text>`;
  });
}

export function picture(width: number, height: number, title: string, parts: readonly string[]): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">`,
    `<title>${title}</title><style>${STYLE}</style>`,
    `<rect class="ground" width="${width}" height="${height}" rx="8"/>`,
    ...parts,
    '</svg>\n',
  ].join('\n');
}

function place(value: number): string {
  return value.toFixed(1);
}
