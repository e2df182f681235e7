/** What the chart draws besides its points: the target as a dashed line, and the error of each estimate. */
import type uPlot from 'uplot';
import { solveText } from '../../../../text/solve.ts';
import type { Band } from './chart-data.ts';

/** Half the width of the ends of a band, in pixels of the page. */
const HALF_PX = 4;

export function drawBands(plot: uPlot, bands: readonly Band[], colour: string): void {
  const { ctx, bbox } = plot;
  const bottom = bbox.top + bbox.height;
  const inside = (y: number): number => Math.min(bottom, Math.max(bbox.top, y));
  const half = HALF_PX * devicePixelRatio;
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.lineWidth = 1.5 * devicePixelRatio;
  ctx.globalAlpha = 0.6;
  ctx.beginPath();
  for (const { x, least, most } of bands) {
    const at = plot.valToPos(x, 'x', true);
    const top = inside(plot.valToPos(most, 'y', true));
    // A logarithmic axis has no place for nothing.
    const foot = least > 0 ? inside(plot.valToPos(least, 'y', true)) : bottom;
    ctx.moveTo(at - half, top);
    ctx.lineTo(at + half, top);
    ctx.moveTo(at, top);
    ctx.lineTo(at, foot);
    if (foot === bottom) continue;
    ctx.moveTo(at - half, foot);
    ctx.lineTo(at + half, foot);
  }
  ctx.stroke();
  ctx.restore();
}

export function drawTarget(plot: uPlot, target: number, colour: string): void {
  if (target <= 0) return;
  const { ctx, bbox } = plot;
  const y = plot.valToPos(target, 'y', true);
  ctx.save();
  ctx.strokeStyle = colour;
  ctx.setLineDash([6, 5]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.fillStyle = colour;
  ctx.font = `${12 * devicePixelRatio}px "Spline Sans Variable", sans-serif`;
  ctx.textAlign = 'left';
  ctx.fillText(solveText.chart.target, bbox.left + 6, y - 5);
  ctx.restore();
}
