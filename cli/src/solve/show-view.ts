/** What is shown as tables for people. */
import { cardsDealt } from '@ploscope/kernel';
import { formatCard, formatCards, type NodeSums, parseCards, type Seat, type SolveSpot } from '@ploscope/poker';
import { formatCount, formatPct, formatSmallPct } from '../terminal/numbers.ts';
import type { Output } from '../terminal/output.ts';
import { type Column, formatTable } from '../terminal/table.ts';
import { say } from '../text/en.ts';
import { saySolve } from '../text/en-solve.ts';
import type { HandRow } from './hand-rows.ts';
import { actionName, formatSpotHead, seatName } from './names.ts';
import type { Place } from './place.ts';
import { actionsOf, type Body, type CardRow, type KindRow, type Shown } from './shown.ts';
import { chipsOrNone, formatActions } from './solve-view.ts';

/** Hands that a person reads at once. */
const MOST_HANDS = 40;
/** All cards of one board; of the pairs of two boards there are more than a thousand. */
const MOST_COMING = 52;

/** The lines, without line ends. */
export function formatShow(shown: Shown, output: Output): string[] {
  const { plos, place, sums, body } = shown;
  const { found } = place;
  const actor = found.kind === 'act' ? sums[found.player] : null;
  const isOne = body.kind === 'hands' && body.count === 1;
  return [
    formatSpotHead(plos.spot),
    formatPlace(shown),
    '',
    ...(actor === null || isOne ? [] : [...formatActions(found, actor, output), '']),
    ...formatPlayers(sums),
    ...formatBody(shown),
    ...formatAdvice(shown),
    '',
    ...foot(shown),
  ];
}

/** `River · x-b60 · OOP to act, 60 to call · pot 180`. */
function formatPlace({ place, plos: { spot } }: Shown): string {
  const { found, line, street } = place;
  const { player, onStreet } = found;
  const toCall = onStreet[1 - player]! - onStreet[player];
  const who =
    found.kind === 'act'
      ? saySolve.place.acts(seatName(player))
      : found.kind === 'deal'
        ? saySolve.place.dealt[spot.board2 === null ? 1 : 2]
        : saySolve.place.over;
  const due = found.kind === 'act' && toCall > 0 ? `, ${saySolve.place.toCall(formatCount(toCall))}` : '';
  return [
    saySolve.streets[street],
    line === '' ? saySolve.place.start : line,
    ...formatBoards(spot, place),
    who + due,
    saySolve.head.pot(formatCount(found.pot)),
  ].join(' · ');
}

/** The boards with what was dealt since, where anything was. */
function formatBoards({ board, board2 }: SolveSpot, { dealt }: Place): string[] {
  if (dealt.length === 0) return [];
  const [first = '', second] = [board, ...(board2 === null ? [] : [board2])].map((text, at) => {
    const cards = parseCards(text);
    const came = dealt.flatMap((number) => cardsDealt(number)[at] ?? []);
    return formatCards([...(cards.ok ? cards.value : []), ...came]);
  });
  return [second === undefined ? say.headBoard(first) : say.headBoards(first, second)];
}

function formatPlayers(sums: readonly [NodeSums, NodeSums]): string[] {
  return formatTable([
    left(saySolve.columns.player, [seatName(0), seatName(1)]),
    right(
      saySolve.columns.combos,
      sums.map(({ combos }) => formatCount(combos)),
    ),
    right(
      saySolve.columns.reach,
      sums.map(({ reach }) => formatReach(reach)),
    ),
    right(
      saySolve.columns.ev,
      sums.map(({ ev }) => chipsOrNone(ev)),
    ),
    right(
      saySolve.columns.equity,
      sums.map(({ equity }) => pctOrNone(equity)),
    ),
  ]);
}

function formatBody(shown: Shown): string[] {
  const { body, seat } = shown;
  switch (body.kind) {
    case 'none':
      return [];
    case 'card':
      return ['', ...formatComing(shown, body)];
    case 'hands':
      return ['', ...formatHands(shown, body)];
    case 'category':
    case 'suits':
      return ['', ...(body.rows.length === 0 ? [saySolve.nobodyComes(seatName(seat))] : formatKinds(shown, body.rows))];
  }
}

/** How to compare what comes on two boards, where nothing is compared. */
function formatAdvice({ plos: { spot }, place, body }: Shown): string[] {
  if (body.kind !== 'none' || place.found.kind !== 'deal' || spot.board2 === null) return [];
  const gone = [spot.board, spot.board2].flatMap((text) => {
    const cards = parseCards(text ?? '');
    return cards.ok ? cards.value : [];
  });
  const card = Array.from({ length: 52 }, (_, i) => 51 - i).find((other) => !gone.includes(other)) ?? 0;
  const line = `${place.line === '' ? '' : `${place.line}-`}[${formatCard(card)}*]`;
  return ['', saySolve.comparePairs(line)];
}

function formatKinds(shown: Shown, rows: readonly KindRow[]): string[] {
  const { body, seat } = shown;
  const title = body.kind === 'suits' ? saySolve.columns.kinds.suits : saySolve.columns.kinds.category;
  return formatTable([
    left(
      `${title}, ${seatName(seat)}`,
      rows.map(({ label }) => label),
    ),
    right(
      saySolve.columns.share,
      rows.map(({ sums }) => formatPct(sums.share)),
    ),
    ...actionsOf(shown).map((action, i) =>
      right(
        actionName(action),
        rows.map(({ sums }) => pctOrNone(sums.frequencies?.[i] ?? null)),
      ),
    ),
    right(
      saySolve.columns.ev,
      rows.map(({ sums }) => chipsOrNone(sums.ev)),
    ),
    right(
      saySolve.columns.equity,
      rows.map(({ sums }) => pctOrNone(sums.equity)),
    ),
  ]);
}

function formatHands(shown: Shown, { rows, count }: Extract<Body, { kind: 'hands' }>): string[] {
  const first: HandRow[] = [];
  for (const row of rows) {
    if (first.length === MOST_HANDS) break;
    first.push(row);
  }
  const actions = actionsOf(shown);
  const table = formatTable([
    left(
      `${saySolve.columns.hand}, ${seatName(shown.seat)}`,
      first.map(({ hand }) => hand),
    ),
    right(
      saySolve.columns.reach,
      first.map(({ reach }) => formatPct(reach)),
    ),
    ...actions.map((action, i) =>
      right(
        actionName(action),
        first.map(({ frequencies }) => pctOrNone(frequencies[i] ?? null)),
      ),
    ),
    ...actions.map((action, i) =>
      right(
        saySolve.columns.evOf(actionName(action)),
        first.map(({ actionEvs }) => chipsOrNone(actionEvs[i] ?? null)),
      ),
    ),
    right(
      saySolve.columns.ev,
      first.map(({ ev }) => chipsOrNone(ev)),
    ),
    right(
      saySolve.columns.equity,
      first.map(({ equity }) => pctOrNone(equity)),
    ),
  ]);
  return count > first.length ? [...table, '', saySolve.shown(formatCount(first.length), formatCount(count))] : table;
}

function formatComing({ plos }: Shown, { rows: all, next }: Extract<Body, { kind: 'card' }>): string[] {
  const acts = next.kind === 'act' ? next : null;
  const isLong = all.length > MOST_COMING;
  const rows = isLong ? bestFor(0, all).slice(0, MOST_COMING) : all;
  const often = ({ sums }: CardRow, i: number): string =>
    pctOrNone((acts === null ? null : sums[acts.player].frequencies)?.[i] ?? null);
  const table = formatTable([
    left(
      saySolve.columns.deals[plos.spot.board2 === null ? 1 : 2],
      rows.map(({ card }) => card),
    ),
    ...([0, 1] as const).map((seat) =>
      right(
        saySolve.columns.seatEv(seatName(seat)),
        rows.map(({ sums }) => chipsOrNone(sums[seat].ev)),
      ),
    ),
    right(
      saySolve.columns.seatEquity(seatName(0)),
      rows.map(({ sums }) => pctOrNone(sums[0].equity)),
    ),
    ...(acts?.actions ?? []).map((action, i) =>
      right(
        `${seatName(acts?.player ?? 0)} ${actionName(action)}`,
        rows.map((row) => often(row, i)),
      ),
    ),
  ]);
  const shown = saySolve.shownPairs(formatCount(rows.length), formatCount(all.length), seatName(0));
  return isLong ? [...table, '', shown] : table;
}

function bestFor(seat: Seat, rows: readonly CardRow[]): readonly CardRow[] {
  const worth = ({ sums }: CardRow): number => sums[seat].ev ?? Number.NEGATIVE_INFINITY;
  return rows.toSorted((a, b) => worth(b) - worth(a));
}

/** How good the figures are. */
function foot({ plos: { figures }, view, body, wantedAgain }: Shown): string[] {
  const rows = body.kind === 'card' ? body.rows : [];
  const cards = rows.flatMap((row) => row.solvedAgain ?? []);
  const isBucketed = view.bucketed || rows.some((row) => row.bucketed);
  const again = wantedAgain ? saySolve.solvedAgainWanted : saySolve.solvedAgain;
  const againCards = wantedAgain ? saySolve.solvedAgainCardsWanted : saySolve.solvedAgainCards;
  return [
    saySolve.solvedTo(formatSmallPct(figures.exploitability.share)),
    ...(isBucketed ? [saySolve.bucketed(formatCount(figures.buckets ?? 0))] : []),
    ...(view.solvedAgain === null ? [] : [again(formatSmallPct(view.solvedAgain))]),
    ...(cards.length === 0 ? [] : [againCards(formatSmallPct(Math.max(...cards)))]),
  ];
}

/** Combos counted by their reach: whole where they are many. */
function formatReach(reach: number): string {
  return reach >= 1000 ? formatCount(reach) : reach.toFixed(1);
}

function pctOrNone(share: number | null): string {
  return share === null ? '–' : formatPct(share);
}

function left(title: string, cells: readonly string[]): Column {
  return { title, align: 'left', cells };
}

function right(title: string, cells: readonly string[]): Column {
  return { title, align: 'right', cells };
}
