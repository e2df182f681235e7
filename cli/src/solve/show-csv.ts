/** What is shown as CSV (RFC 4180): a line of titles, then a line a row. Empty where there is nothing to tell. */
import { SEATS } from './show-json.ts';
import { actionsOf, type Shown } from './shown.ts';

type Cell = string | number | null;

/** Lines with their ends. */
export function* formatShowCsv(shown: Shown): Generator<string> {
  for (const row of rowsOf(shown)) yield `${row.map(formatCell).join(',')}\n`;
}

function* rowsOf(shown: Shown): Generator<readonly Cell[]> {
  const { body, seat } = shown;
  const labels = actionsOf(shown).map(({ label }) => label);
  const each = [...labels, ...labels.map((label) => `ev ${label}`)];
  if (body.kind === 'hands') {
    yield ['hand', 'weight', 'reach', ...each, 'ev', 'equity'];
    for (const { hand, weight, reach, frequencies, actionEvs, ev, equity } of body.rows) {
      yield [hand, weight, reach, ...frequencies, ...actionEvs, ev, equity];
    }
  } else if (body.kind === 'card') {
    const acts = body.next.kind === 'act' ? body.next : null;
    const actions = acts?.actions ?? [];
    yield ['card', 'ev oop', 'ev ip', 'equity oop', 'equity ip', ...actions.map(({ label }) => label)];
    for (const { card, sums } of body.rows) {
      const often = acts === null ? null : sums[acts.player].frequencies;
      const figures = [sums[0].ev, sums[1].ev, sums[0].equity, sums[1].equity];
      yield [card, ...figures, ...actions.map((_, i) => often?.[i] ?? null)];
    }
  } else if (body.kind === 'none') {
    const { sums } = shown;
    yield ['player', 'reach', 'ev', 'equity'];
    for (const at of [0, 1] as const) yield [SEATS[at], sums[at].reach, sums[at].ev, sums[at].equity];
  } else {
    yield [body.kind, 'player', 'combos', 'reach', 'share', ...each, 'ev', 'equity'];
    for (const { label, sums } of body.rows) {
      const { combos, reach, share, frequencies, actionEvs, ev, equity } = sums;
      const figures = [...labels.map((_, i) => frequencies?.[i] ?? null), ...actionEvs];
      yield [label, SEATS[seat], combos, reach, share, ...figures, ev, equity];
    }
  }
}

/** Numbers to seven digits, which is what is behind them. */
function formatCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(Number(cell.toPrecision(7)));
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
