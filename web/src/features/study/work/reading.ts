/**
 * Reading a spot while it is typed: each field on its own, so that one mistake does not hide another, then the whole.
 * Pure but for the orderings, which are fetched when a percentage first needs them.
 */
import {
  type CategoryNode,
  categoryTree,
  countRange,
  type Game,
  HOLE_CARDS,
  type OrderingName,
  type Orderings,
  orderingsOf,
  parseCards,
  parseRange,
  parseSpot,
  type Spot,
  type TextError,
} from '@ploscope/poker';
import { text } from '../../../text/en.ts';
import type { BranchAsk, Category, HandReport, SpotReport } from './protocol.ts';

export type LoadOrderings = (names: readonly OrderingName[]) => Promise<Orderings>;

export async function readSpot(spot: Spot, loadOrderings: LoadOrderings): Promise<SpotReport> {
  const known = knownCards(spot);
  const hands: HandReport[] = [];
  for (const written of spot.hands) hands.push(await readHand(written, spot.game, known, loadOrderings));
  const whole = parseSpot(spot);
  return {
    hands,
    board: cardsError(spot.board),
    board2: cardsError(spot.board2 ?? ''),
    dead: cardsError(spot.dead),
    problem: whole.ok ? null : whole.error,
  };
}

/** Reports by game, known cards and text: one keystroke changes one player, and the others need no new count. */
const kept = new Map<string, HandReport>();
const REPORTS_KEPT = 200;

/** One player's text: what it holds once the known cards are out of the deck. */
export async function readHand(
  written: string,
  game: Game,
  known: ReadonlySet<number>,
  loadOrderings: LoadOrderings,
): Promise<HandReport> {
  const key = [game, ...known, written].join(' ');
  const report = kept.get(key) ?? (await countHand(written, game, known, loadOrderings));
  kept.delete(key);
  kept.set(key, report);
  for (const oldest of kept.keys()) if (kept.size > REPORTS_KEPT) kept.delete(oldest);
  return report;
}

async function countHand(
  written: string,
  game: Game,
  known: ReadonlySet<number>,
  loadOrderings: LoadOrderings,
): Promise<HandReport> {
  const range = parseRange(written, game);
  if (!range.ok) return { error: range.error, hints: [], combos: null, share: null };
  const names = orderingsOf(range.value);
  const orderings = await loadOrderings(names);
  if (names.some((name) => !orderings.has(name)))
    return { error: orderingMissing(written), hints: [], combos: null, share: null };
  const { combos, share } = countRange(range.value, { known: withoutOwn(written, game, known), orderings });
  return { error: null, hints: range.value.hints, combos, share };
}

/** Children of a node, without their functions, which cannot leave the Worker. */
export async function readBranch(ask: BranchAsk, loadOrderings: LoadOrderings): Promise<readonly Category[]> {
  const tree = await treeOf(ask, loadOrderings);
  let node: CategoryNode | undefined = tree ?? undefined;
  for (const key of ask.path) node = node?.children().find((child) => child.key === key);
  return (node?.children() ?? []).map(({ key, label, level, combos, share }) => ({ key, label, level, combos, share }));
}

/** The last tree is kept: opening a branch after another must not count the range anew. */
let lastTree: { readonly key: string; readonly tree: CategoryNode } | null = null;

async function treeOf({ spot, player }: BranchAsk, loadOrderings: LoadOrderings): Promise<CategoryNode | null> {
  const written = spot.hands[player] ?? '*';
  const known = knownCards(spot);
  const key = [spot.game, ...known, written].join(' ');
  if (lastTree?.key === key) return lastTree.tree;
  const range = parseRange(written, spot.game);
  if (!range.ok) return null;
  const orderings = await loadOrderings(orderingsOf(range.value));
  const tree = categoryTree(range.value, { known, orderings });
  lastTree = { key, tree };
  return tree;
}

/** Boards and dead cards, as far as they read. */
function knownCards(spot: Spot): Set<number> {
  return new Set(
    [spot.board, spot.board2 ?? '', spot.dead].flatMap((written) => {
      const cards = parseCards(written);
      return cards.ok ? cards.value : [];
    }),
  );
}

/** A whole hand that lies on the board as well is a duplicate, named as such; it still counts as one hand. */
function withoutOwn(written: string, game: Game, known: ReadonlySet<number>): Set<number> {
  const cards = parseCards(written);
  if (!cards.ok || cards.value.length !== HOLE_CARDS[game]) return new Set(known);
  return new Set([...known].filter((card) => !cards.value.includes(card)));
}

/** A percentage of a game whose ordering this build does not have. */
function orderingMissing(written: string): TextError {
  const at = Math.max(0, written.search(/[\d.]+%/));
  const percent = /^[\d.]+%/.exec(written.slice(at))?.[0] ?? '';
  return {
    code: 'ordering-missing',
    message: text.spot.orderingMissing(percent),
    at,
    end: at + percent.length,
    hint: null,
  };
}

function cardsError(written: string): TextError | null {
  const cards = parseCards(written);
  return cards.ok ? null : cards.error;
}
