/** Gathers what is to be shown of a place. */
import { cardsDealt, type NodeView, pairOf } from '@ploscope/kernel';
import {
  type BetTree,
  comboCategories,
  formatDealt,
  parseCards,
  type Seat,
  type SolveSpot,
  sumNode,
  sumNodeBy,
} from '@ploscope/poker';
import { type Failure, wrongInput } from '../failure.ts';
import { formatLongTime } from '../terminal/numbers.ts';
import { outputOf } from '../terminal/output.ts';
import { openStatusLine } from '../terminal/progress-line.ts';
import { whileTicking } from '../terminal/ticking-line.ts';
import { saySolve } from '../text/en-solve.ts';
import { comboOfHand, combosOfRange, everyCombo, type Held, handRow } from './hand-rows.ts';
import { type Looking, look } from './looking.ts';
import { findPlace, type Place } from './place.ts';
import type { ShowSettings } from './show-settings.ts';
import type { Body, CardRow, Shown } from './shown.ts';

/** Shown as 0.00 %. */
const HARDLY = 0.00005;

type Gathered<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

export async function gather(
  { result, tree, job, solver }: Omit<Looking, 'againFrom'>,
  settings: ShowSettings,
): Promise<Gathered<Shown>> {
  const place = findPlace(tree, settings.line);
  if (!place.ok) return place;
  const { found } = place.value;
  const street = againStreet(place.value, settings);
  if (street === 0) return { ok: false, error: wrongInput(saySolve.firstStreetAgain, saySolve.lineToStreet) };
  const looking: Looking = { result, tree, job, solver, againFrom: street };
  if (settings.by === 'card' && found.kind !== 'deal') {
    return { ok: false, error: wrongInput(saySolve.byCardElsewhere, saySolve.byCardAdvice) };
  }
  if (place.value.given !== null && looksAtHands(settings)) {
    return { ok: false, error: wrongInput(saySolve.handsElsewhere, saySolve.handsElsewhereAdvice) };
  }
  const seat = settings.player ?? (found.kind === 'act' ? found.player : 0);
  // Asked for before anything is computed, so that a hand nobody holds costs no time.
  const combos = combosAsked(looking, place.value, seat, settings);
  if (!combos.ok) return combos;
  const isSolved = place.value.at >= street || (result.plos.firstOnly && place.value.at > 0);
  const looked = (): ReturnType<typeof look> => look(looking, place.value);
  const tell = (elapsedMs: number): string => saySolve.solvingAgain(formatLongTime(elapsedMs));
  const view = isSolved ? await whileTicking(tell, looked) : await looked();
  if (!view.ok) return view;
  const both = [sumNode(view.value, 0), sumNode(view.value, 1)] as const;
  const { plos } = result;
  const shown = { plos, place: place.value, view: view.value, seat, sums: both, wantedAgain: settings.solveAgain };
  const body = await bodyOf(looking, shown, settings, combos.value);
  return body.ok ? { ok: true, value: { ...shown, body: body.value } } : body;
}

/** Whether anything but the cards that can come is asked for. */
function looksAtHands({ hand, range, by }: ShowSettings): boolean {
  return hand !== undefined || range !== undefined || (by !== undefined && by !== 'card');
}

/** The street to solve again from: the one shown, or where cards are compared the one behind them. */
function againStreet({ at, found }: Place, { solveAgain }: ShowSettings): number {
  if (!solveAgain) return Number.POSITIVE_INFINITY;
  return found.kind === 'deal' ? at + 1 : at;
}

/** Null where no hands are asked for. */
function combosAsked(
  looking: Looking,
  place: Place,
  seat: Seat,
  { hand, range, form, by }: ShowSettings,
): Gathered<readonly number[] | null> {
  const held = heldBy(looking, place, seat);
  if (hand !== undefined) return comboOfHand(hand, held);
  if (range !== undefined) return combosOfRange(range, held);
  const byCard = place.found.kind === 'deal';
  return { ok: true, value: form === 'csv' && by === undefined && !byCard ? everyCombo(held) : null };
}

function heldBy({ result: { plos } }: Looking, { dealt }: Place, seat: Seat): Held {
  const { spot, players } = plos;
  const written = (seat === 0 ? spot.oop : spot.ip).range;
  return {
    game: spot.game,
    seat,
    range: players[seat],
    written,
    gone: [...knownCards(spot), ...dealt.flatMap(cardsDealt)],
  };
}

/** Cards on the boards and dead. */
function knownCards({ board, board2, dead }: SolveSpot): number[] {
  return [board, board2 ?? '', dead].flatMap((text) => {
    const cards = parseCards(text);
    return cards.ok ? cards.value : [];
  });
}

async function bodyOf(
  looking: Looking,
  { plos, place, view, seat }: Omit<Shown, 'body'>,
  { by, hand, range, form }: ShowSettings,
  combos: readonly number[] | null,
): Promise<Gathered<Body>> {
  if (combos !== null) {
    const held = heldBy(looking, place, seat);
    // For people the best hands come first; a table keeps the order of the range.
    const order = form === 'csv' ? combos : byEv(combos, view, seat);
    const rows = {
      *[Symbol.iterator]() {
        for (const combo of order) yield handRow(combo, view, held);
      },
    };
    return { ok: true, value: { kind: 'hands', rows, count: combos.length } };
  }
  const { kind } = place.found;
  // All pairs of two boards take long; what one of them gets does not.
  const comparesCards = kind === 'deal' && (looking.tree.boards === 1 || place.given !== null);
  const asked = by ?? (comparesCards ? 'card' : kind === 'act' ? 'category' : null);
  if (asked === null || hand !== undefined || range !== undefined) return { ok: true, value: { kind: 'none' } };
  if (asked === 'card') return cardsOf(looking, place);
  const categories = comboCategories(plos.players[seat].cards, plos.spot.game);
  const kinds = asked === 'category' ? categories.pairs : categories.suits;
  const rows = sumNodeBy(view, seat, kinds).map((sums, index) => ({ ...kinds.kind(index), sums }));
  return { ok: true, value: { kind: asked, rows: rows.filter(({ sums }) => sums.combos > 0) } };
}

/** The highest EV first, of those that come there; what the others would be worth is of little use. */
function byEv(combos: readonly number[], { ev, reach }: NodeView, seat: Seat): readonly number[] {
  const worth = (combo: number): number => {
    const own = ev[seat][combo] ?? 0;
    return Number.isNaN(own) ? Number.NEGATIVE_INFINITY : own;
  };
  const comes = (combo: number): number => ((reach[seat][combo] ?? 0) < HARDLY ? 0 : 1);
  return combos.toSorted((a, b) => comes(b) - comes(a) || worth(b) - worth(a) || b - a);
}

/** The place after each card that can come, or on two boards after each pair. */
async function cardsOf(looking: Looking, place: Place): Promise<Gathered<Body>> {
  const { tree } = looking;
  const street = tree.streets[place.at + 1]!;
  const node = street.entries[place.found.first]!;
  const coming = comingDeals(tree, place);
  const line = openStatusLine(outputOf(process.stderr, process.env), (text) => process.stderr.write(text));
  const started = performance.now();
  const rows: CardRow[] = [];
  try {
    for (const next of coming) {
      line.show(performance.now() - started, () => saySolve.comingDeals[tree.boards](rows.length, coming.length));
      const view = await look(looking, { dealt: [...place.dealt, next], node });
      if (!view.ok) return view;
      const sums = [sumNode(view.value, 0), sumNode(view.value, 1)] as const;
      const { solvedAgain, bucketed } = view.value;
      rows.push({ card: formatDealt(next), sums, solvedAgain, bucketed });
    }
  } finally {
    line.clear();
  }
  return { ok: true, value: { kind: 'card', rows, next: street.nodes[node]! } };
}

/** What can be dealt next, from the highest card down. */
function comingDeals({ known, boards }: BetTree, { dealt, given }: Place): readonly number[] {
  const gone = new Set([...known, ...dealt.flatMap(cardsDealt)]);
  const cards = Array.from({ length: 52 }, (_, i) => 51 - i).filter((card) => !gone.has(card));
  if (boards === 1) return cards;
  const on = (board: 0 | 1): readonly number[] => (given?.board === board ? [given.card] : cards);
  return on(0).flatMap((first) => on(1).flatMap((second) => (second === first ? [] : [pairOf(first, second)])));
}
