/**
 * Does a played hand pass a filter? Asked of its facts; the answer is the same as that of a database which was asked the
 * fields on columns and then this for the rest.
 */
import { type Card, parseCards } from '../cards.ts';
import type { Game } from '../games.ts';
import type { Orderings } from '../ordering/ordering.ts';
import { parseRange } from '../range/parse.ts';
import { weigher } from '../range/weight-of.ts';
import type { HandFacts } from './facts.ts';
import type { FilterKey, HandFilter, Outcome, Span } from './hand-filter.ts';
import { timesOf } from './read-hand-filter.ts';
import { TEXTURE_KINDS } from './texture.ts';

/** Prepared once for a filter, then asked of many hands. Percentages of `hand` need their orderings (`orderingsOf`). */
export const filterMatcher = (filter: HandFilter, orderings?: Orderings): ((facts: HandFacts) => boolean) => {
  const holds = handHolder(filter.hand, orderings);
  const times = timesOf(filter);
  const asked = (Object.keys(filter) as FilterKey[]).filter((key) => filter[key] !== undefined);
  const isTexture = TEXTURE_KINDS.filter((kind) => filter[kind] !== undefined);
  return (facts) =>
    asked.every((key) => COLUMNS[key]?.(facts, filter) ?? true) &&
    isWithinTimes(facts.playedAt, times) &&
    isTexture.every((kind) => facts.textures.some((texture) => includes(filter[kind], texture[kind]))) &&
    (holds === null || holds(facts));
};

/** The same for one hand. */
export const matchesFilter = (filter: HandFilter, facts: HandFacts, orderings?: Orderings): boolean =>
  filterMatcher(filter, orderings)(facts);

type Asking = (facts: HandFacts, filter: HandFilter) => boolean;

/** What each field asks of the facts; times, textures and cards are asked above. */
const COLUMNS: { readonly [key in FilterKey]?: Asking } = {
  site: (facts, { site }) => includes(site, facts.site),
  game: (facts, { game }) => includes(game, facts.game),
  stakes: (facts, { stakes }) => includes(stakes, facts.stakes),
  tournament: (facts, { tournament }) => facts.tournament === tournament,
  player: (facts, { player }) => facts.names.includes(player ?? ''),
  players: (facts, { players }) => isWithin(players, facts.players),
  position: (facts, { position }) => includes(position, facts.position),
  pot: (facts, { pot }) => includes(pot, facts.potType),
  straddled: (facts, { straddled }) => facts.straddled === straddled,
  flopPlayers: (facts, { flopPlayers }) => isWithin(flopPlayers, facts.flopPlayers),
  inPosition: (facts, { inPosition }) => facts.inPosition === inPosition,
  street: (facts, { street }) => includes(street, facts.lastStreet),
  showdown: (facts, { showdown }) => facts.wentToShowdown === showdown,
  allIn: (facts, { allIn }) => includes(allIn, facts.allIn ?? 'no'),
  outcome: (facts, { outcome }) => includes(outcome, outcomeOf(facts.net)),
  result: (facts, { result }) => isWithin(result, facts.netBb),
  potSize: (facts, { potSize }) => isWithin(potSize, facts.bigBlind > 0 ? facts.pot / facts.bigBlind : 0),
  made: (facts, { made }) => facts.madeAtEnd.some((hand) => includes(made, hand)),
};

const includes = <T>(list: readonly T[] | undefined, value: T): boolean => list === undefined || list.includes(value);

const isWithin = (span: Span | undefined, value: number): boolean =>
  span === undefined || (value >= (span.least ?? -Infinity) && value <= (span.most ?? Infinity));

/** A hand of which nobody knows when it was played passes no bound of time. */
const isWithinTimes = (playedAt: string | null, { from, to }: ReturnType<typeof timesOf>): boolean => {
  if (from === null && to === null) return true;
  if (playedAt === null) return false;
  const at = Date.parse(playedAt);
  return at >= (from ?? -Infinity) && at <= (to ?? Infinity);
};

const outcomeOf = (net: number): Outcome => (net > 0 ? 'won' : net < 0 ? 'lost' : 'even');

/** Are the player’s cards in the range, read for the game of the hand? Cards that are not known are in none. */
const handHolder = (
  text: string | undefined,
  orderings: Orderings | undefined,
): ((facts: HandFacts) => boolean) | null => {
  if (text === undefined) return null;
  const weighers = new Map<Game, (hand: readonly Card[]) => number>();
  return ({ game, cards }) => {
    let weigh = weighers.get(game);
    if (weigh === undefined) {
      const read = parseRange(text, game);
      weigh = read.ok ? weigher(read.value, orderings === undefined ? {} : { orderings }) : () => 0;
      weighers.set(game, weigh);
    }
    return cards !== '' && weigh(cardsOf(cards)) > 0;
  };
};

const cardsOf = (text: string): readonly Card[] => {
  const cards = parseCards(text);
  return cards.ok ? cards.value : [];
};
