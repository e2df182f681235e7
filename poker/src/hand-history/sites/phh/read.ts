/**
 * Reads a hand in the Poker Hand History format (PHH): a TOML document whose fields are the table at the start and a
 * list of actions. Source: phh.readthedocs.io, and the files of its data set where they say more than the text.
 *
 * Not read: who wrote it down, where it was played, comments, time limits. An unknown stack (`inf`) is an error.
 */
import { GAMES, type Game, HOLE_CARDS } from '../../../games.ts';
import { fail, type Result, succeed } from '../../../result.ts';
import type { Operation } from '../../../table/operation.ts';
import type { Post } from '../../../table/posts.ts';
import { BETTINGS, type Betting, type Opening } from '../../../table/setup.ts';
import { documentMistakes } from '../../../text/en-hand-documents.ts';
import type { HandError } from '../../hand-error.ts';
import { HAND_VERSION, type HandPlayer, type Money, type PlayedHand, SITES, type Told } from '../../played-hand.ts';
import { BetsSoFar } from '../../reading/bets-so-far.ts';
import { uncalledApart } from '../../reading/uncalled-apart.ts';
import { type ForcedBets, postsOf } from '../forced-bets.ts';
import { parseSeenCards } from '../seen-cards.ts';
import { type ActionWords, actionWords } from './action-words.ts';
import { Chips } from './chips.ts';
import { Fields } from './fields.ts';
import { OWN } from './own-fields.ts';
import { readActions } from './read-actions.ts';
import { playedAt } from './times.ts';
import { parseToml } from './toml.ts';
import { VARIANTS, type Variant, variantName } from './variants.ts';

const MOST_PLAYERS = 10;

export const readPhh = (lines: readonly string[]): Result<PlayedHand, HandError> => {
  const document = parseToml(lines.join('\n'));
  if (!document.ok) {
    return fail({ ...documentMistakes.brokenDocument(document.error.found), line: document.error.line });
  }
  const fields = new Fields(document.value);
  const variant = readVariant(fields);
  const hand = variant === null ? null : readHand(fields, variant);
  if (fields.error !== null) return fail(fields.error);
  if (hand === null) return fail({ ...documentMistakes.badField('variant'), line: 0 });
  // Other programs took over what sites call won.
  return succeed(fields.has(OWN.marker) ? hand : uncalledApart(hand));
};

const readVariant = (fields: Fields): Variant | null => {
  const code = fields.text('variant');
  if (code === null) fields.refuse(documentMistakes.missingField('variant'));
  const variant = VARIANTS.find((known) => known.code === code);
  if (variant === undefined && code !== null) {
    fields.refuse(documentMistakes.unsupportedGame(variantName(code)), fields.line('variant'));
  }
  return variant ?? null;
};

const readHand = (fields: Fields, variant: Variant): PlayedHand | null => {
  const ours = fields.has(OWN.marker);
  const stacks = fields.amounts('starting_stacks');
  if (stacks === null) fields.refuse(documentMistakes.missingField('starting_stacks'));
  const placed = fields.texts('actions');
  if (placed === null) fields.refuse(documentMistakes.missingField('actions'));
  const actions = (placed ?? []).map(actionWords);
  const count = stacks?.length ?? 0;
  if (count < 2 || count > MOST_PLAYERS)
    fields.refuse(documentMistakes.playerCount(count), fields.line('starting_stacks'));
  const game = readGame(fields, variant, actions);
  if (fields.error !== null || stacks === null || game === null) return null;

  const chips = new Chips(fields, actions, ours);
  const players = readPlayers(fields, stacks.map(chips.of));
  const bets = readForcedBets(fields, chips, count);
  const own = ours ? readOwnPosts(fields, chips, count) : null;
  const posts =
    own ??
    postsOf(
      bets,
      players.map(({ stack }) => stack),
    );
  const [small = 0, big = 0] = chips.list(OWN.blinds) ?? [bets.blinds[0] ?? 0, bets.blinds[1] ?? 0];
  const bigBlind = big > 0 ? big : (chips.one('min_bet') ?? 0);
  const soFar = new BetsSoFar(
    players.map(({ stack }) => stack),
    bigBlind,
  );
  for (const post of posts) soFar.follow(post);
  const operations: readonly Operation[] = [
    ...posts,
    ...readActions(actions, {
      players: count,
      decimals: chips.decimals,
      ours,
      bets: soFar,
      refuse: (said, line) => fields.refuse(said, line),
    }),
  ];
  return {
    hand: HAND_VERSION,
    site: SITES.find((site) => site === fields.text(OWN.site)) ?? 'phh',
    id: fields.text('hand') ?? '',
    playedAt: playedAt(fields),
    table: fields.text('table') ?? '',
    seats: fields.whole('seat_count'),
    tournament: readTournament(fields),
    money: readMoney(fields, chips.decimals),
    game,
    betting: readBetting(fields, variant),
    opening: readOpening(fields, bets, operations),
    boards: fields.whole(OWN.boards) === 2 ? 2 : 1,
    smallBlind: small,
    bigBlind,
    ante: chips.one(OWN.ante) ?? Math.max(0, ...bets.antes),
    ...readGift(chips.one(OWN.fromHouse)),
    players,
    hero: readHero(fields, count),
    operations,
    told: readTold(fields, chips, count),
  };
};

const readGift = (chips: number | null): Pick<PlayedHand, 'fromHouse'> => (chips === null ? {} : { fromHouse: chips });

/** By the number of hole cards that somebody was dealt or showed; a hand that has none of them is of four cards. */
const readGame = (fields: Fields, variant: Variant, actions: readonly ActionWords[]): Game | null => {
  for (const { words, line } of actions) {
    const at = words[1] === 'dh' ? 3 : words[1] === 'sm' ? 2 : words.length;
    const cards = words.slice(at).join('');
    const count = parseSeenCards(cards)?.count ?? 0;
    if (count === 0) continue;
    const game = variant.game(count);
    if (game === null) fields.refuse(documentMistakes.unsupportedGame(`${variant.code} of ${count} cards`), line);
    return game;
  }
  return GAMES.find((game) => variant.game(HOLE_CARDS[game]) !== null) ?? null;
};

const readBetting = (fields: Fields, variant: Variant): Betting =>
  BETTINGS.find((betting) => betting === fields.text(OWN.betting)) ?? variant.betting;

/** Everybody paid an ante, nobody a blind, and nothing was decided before the flop: a bomb pot. */
const readOpening = (fields: Fields, bets: ForcedBets, operations: readonly Operation[]): Opening => {
  const own = fields.text(OWN.opening);
  if (own !== null) return own === 'flop' ? 'flop' : 'preflop';
  if (bets.blinds.some((chips) => chips > 0) || bets.antes.every((chips) => chips === 0)) return 'preflop';
  const first = operations.find(({ kind }) => kind !== 'post' && kind !== 'deal');
  return first?.kind === 'board' ? 'flop' : 'preflop';
};

const readForcedBets = (fields: Fields, chips: Chips, count: number): ForcedBets => {
  const list = (key: string): readonly number[] => {
    const values = chips.list(key);
    if (values === null) fields.refuse(documentMistakes.missingField(key));
    else if (values.length !== count) {
      fields.refuse(documentMistakes.fieldLength(key, count, values.length), fields.line(key));
    }
    return values ?? [];
  };
  return { antes: list('antes'), blinds: list('blinds_or_straddles') };
};

const readOwnPosts = (fields: Fields, chips: Chips, count: number): readonly Post[] | null => {
  const entries = fields.texts(OWN.posts);
  if (entries === null) return null;
  const notes = entries.map(({ text, line }) => actionWords({ text: `# post ${text}`, line }));
  const read = readActions(notes, {
    players: count,
    decimals: chips.decimals,
    ours: true,
    bets: new BetsSoFar([], 0),
    refuse: (said, line) => fields.refuse(said, line),
  });
  return read.filter((operation): operation is Post => operation.kind === 'post');
};

const readPlayers = (fields: Fields, stacks: readonly number[]): readonly HandPlayer[] => {
  const names = checkedLength(fields, 'players', fields.texts('players'), stacks.length);
  const seats = checkedLength(fields, 'seats', fields.wholes('seats'), stacks.length);
  return stacks.map((stack, index) => ({
    name: names?.[index]?.text ?? `p${index + 1}`,
    seat: seats?.[index] ?? index + 1,
    stack,
  }));
};

const checkedLength = <T>(fields: Fields, key: string, list: readonly T[] | null, count: number) => {
  if (list !== null && list.length !== count) {
    fields.refuse(documentMistakes.fieldLength(key, count, list.length), fields.line(key));
  }
  return list;
};

const readHero = (fields: Fields, count: number): number | null => {
  const hero = fields.whole(OWN.hero);
  if (hero !== null && (hero < 1 || hero > count)) {
    fields.refuse(documentMistakes.noSuchPlayer(String(hero)), fields.line(OWN.hero));
  }
  return hero === null ? null : hero - 1;
};

const readTournament = (fields: Fields): PlayedHand['tournament'] => {
  const id = fields.text(OWN.tournament);
  return id === null ? null : { id, buyIn: fields.text(OWN.buyIn) ?? '' };
};

/** Signs that stand for one currency where its name is missing. */
const SIGNS: Readonly<Record<string, string>> = {
  $: 'USD',
  '€': 'EUR',
  '£': 'GBP',
  '¥': 'JPY',
  '₮': 'USDT',
  '₿': 'BTC',
};

const readMoney = (fields: Fields, decimals: number): Money => ({
  currency:
    fields.text(OWN.currency) ?? fields.text('currency') ?? SIGNS[fields.text('currency_symbol') ?? ''] ?? 'chips',
  decimals,
});

const readTold = (fields: Fields, chips: Chips, count: number): Told => ({
  pot: chips.one(OWN.pot),
  rake: chips.one(OWN.rake),
  fees: chips.one(OWN.fees),
  won: checkedLength(fields, 'winnings', chips.list('winnings'), count),
  returned: checkedLength(fields, OWN.returned, chips.list(OWN.returned), count),
  pots: chips.list(OWN.pots),
  stacks: checkedLength(fields, 'finishing_stacks', chips.list('finishing_stacks'), count),
});
