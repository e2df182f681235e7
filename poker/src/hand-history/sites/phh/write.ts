/**
 * Writes a played hand in the Poker Hand History format (PHH). Fields of the format come first; what it has no field for
 * stands in fields whose names begin with `_ploscope`, which other programs pass over, so that reading the text gives the
 * same hand again. Of these only those are written that say something else than the format’s own fields already do.
 */
import type { Operation } from '../../../table/operation.ts';
import type { Post } from '../../../table/posts.ts';
import type { PlayedHand } from '../../played-hand.ts';
import { formatMinor } from '../decimal.ts';
import { forcedBetsOf, postsOf } from '../forced-bets.ts';
import { OWN } from './own-fields.ts';
import { quoted } from './toml-text.ts';
import { codeOf, usualBetting } from './variants.ts';
import { formatPost, writeActions } from './write-actions.ts';

/** Fields in the order written; null for those that have nothing to say. */
type Written = readonly (readonly [key: string, value: string | null])[];

/** The text of a document `.phh`, or of a part of a `.phhs` below its heading. */
export const formatPhh = (hand: PlayedHand): string =>
  [...tableFields(hand), ...factFields(hand), ...ownFields(hand)]
    .filter(([, value]) => value !== null)
    .map(([key, value]) => `${key} = ${value}\n`)
    .join('');

const tableFields = (hand: PlayedHand): Written => {
  const bets = forcedBetsOf(hand);
  const uniform = bets.antes.every((chips) => chips === bets.antes[0]);
  return [
    ['variant', quoted(codeOf(hand.game))],
    ['ante_trimming_status', String(uniform)],
    ['antes', amounts(hand, bets.antes)],
    ['blinds_or_straddles', amounts(hand, bets.blinds)],
    ['min_bet', amount(hand, hand.bigBlind)],
    ['starting_stacks', amounts(hand, stacksOf(hand))],
    ['actions', lines(writeActions(hand, leadingPosts(hand).length))],
  ];
};

const factFields = (hand: PlayedHand): Written => {
  const { currency } = hand.money;
  return [
    ...timeFields(hand.playedAt),
    ['hand', textOrNull(hand.id)],
    ['seats', list(hand.players.map(({ seat }) => String(seat)))],
    ['seat_count', hand.seats === null ? null : String(hand.seats)],
    ['table', textOrNull(hand.table)],
    ['players', list(hand.players.map(({ name }) => quoted(name)))],
    ['winnings', amounts(hand, hand.told.won)],
    ['finishing_stacks', amounts(hand, hand.told.stacks)],
    ['currency', ISO_CURRENCY.test(currency) ? quoted(currency) : null],
  ];
};

const ISO_CURRENCY = /^[A-Z]{3}$/;

const timeFields = (playedAt: string | null): Written => {
  if (playedAt === null) return [];
  const [date = '', time = ''] = playedAt.replace('Z', '').split('T');
  const [year, month, day] = date.split('-').map(Number);
  return [
    ['time', time],
    ['time_zone', quoted('UTC')],
    ['day', String(day)],
    ['month', String(month)],
    ['year', String(year)],
  ];
};

const ownFields = (hand: PlayedHand): Written => {
  const { told, tournament, money } = hand;
  const bets = forcedBetsOf(hand);
  const posts = leadingPosts(hand);
  const usualPosts = postsOf(bets, stacksOf(hand));
  const [small = 0, big = 0] = bets.blinds;
  return [
    [OWN.marker, quoted(hand.hand)],
    [OWN.site, hand.site === 'phh' ? null : quoted(hand.site)],
    [OWN.tournament, tournament === null ? null : quoted(tournament.id)],
    [OWN.buyIn, tournament === null ? null : textOrNull(tournament.buyIn)],
    [OWN.currency, ISO_CURRENCY.test(money.currency) ? null : quoted(money.currency)],
    [OWN.decimals, money.decimals === 0 ? null : String(money.decimals)],
    [OWN.betting, hand.betting === usualBetting(hand.game) ? null : quoted(hand.betting)],
    [OWN.opening, quoted(hand.opening)],
    [OWN.boards, hand.boards === 1 ? null : String(hand.boards)],
    [
      OWN.blinds,
      small === hand.smallBlind && big === hand.bigBlind ? null : amounts(hand, [hand.smallBlind, hand.bigBlind]),
    ],
    [OWN.ante, Math.max(0, ...bets.antes) === hand.ante ? null : amount(hand, hand.ante)],
    [OWN.fromHouse, hand.fromHouse === undefined ? null : amount(hand, hand.fromHouse)],
    [OWN.posts, same(posts, usualPosts) ? null : list(posts.map((post) => quoted(formatPost(hand, post))))],
    [OWN.hero, hand.hero === null ? null : String(hand.hero + 1)],
    [OWN.pot, amount(hand, told.pot)],
    [OWN.rake, amount(hand, told.rake)],
    [OWN.fees, amount(hand, told.fees)],
    [OWN.returned, amounts(hand, told.returned)],
    [OWN.pots, amounts(hand, told.pots)],
  ];
};

const stacksOf = ({ players }: PlayedHand): readonly number[] => players.map(({ stack }) => stack);

/** Posts before anything else happens; one that comes later stands among the actions. */
const leadingPosts = ({ operations }: PlayedHand): readonly Post[] => {
  const end = operations.findIndex(({ kind }) => kind !== 'post');
  return operations.slice(0, end < 0 ? operations.length : end).filter(isPost);
};

const isPost = (operation: Operation): operation is Post => operation.kind === 'post';

const same = (some: readonly Post[], others: readonly Post[]): boolean =>
  some.length === others.length &&
  some.every((post, i) => {
    const other = others[i];
    return post.player === other?.player && post.as === other.as && post.chips === other.chips;
  });

const amount = ({ money }: PlayedHand, chips: number | null): string | null =>
  chips === null ? null : formatMinor(chips, money.decimals);

const amounts = (hand: PlayedHand, chips: readonly number[] | null): string | null =>
  chips === null ? null : list(chips.map((one) => formatMinor(one, hand.money.decimals)));

const textOrNull = (text: string): string | null => (text === '' ? null : quoted(text));

const list = (items: readonly string[]): string => `[${items.join(', ')}]`;

const lines = (texts: readonly string[]): string =>
  texts.length === 0 ? '[]' : `[\n${texts.map((text) => `  ${quoted(text)},\n`).join('')}]`;
