/**
 * Writes a played hand in the Open Hand History format. All fields of the format are filled, the pots with what the rules
 * make of the hand; then the text is read as anybody would, and what comes out otherwise than it went in stands in an
 * object of its own, `_ploscope`, which other programs pass over. So nothing is lost, and nothing is said twice.
 */
import type { Settlement } from '../../../table/settlement.ts';
import { HAND_VERSION, type PlayedHand } from '../../played-hand.ts';
import { replay } from '../../replay.ts';
import { formatMinor } from '../decimal.ts';
import { gameTypeOf } from './ohh-games.ts';
import { OWN, readOhh } from './read.ts';
import { writeRounds } from './write-rounds.ts';

const SPEC_VERSION = '1.4.6';
const WRITER_VERSION = '1.0.0';

/** One line of JSON. */
export const formatOhh = (hand: PlayedHand): string => {
  const ohh = standard(hand);
  const read = readOhh([JSON.stringify({ ohh })]);
  const differs = read.ok ? differences(hand, read.value) : hand;
  return JSON.stringify({ ohh: { ...ohh, [OWN]: { ...differs, hand: HAND_VERSION } } });
};

const differences = (hand: PlayedHand, read: PlayedHand): Partial<PlayedHand> => {
  const keys = Object.keys(hand) as (keyof PlayedHand)[];
  return Object.fromEntries(
    keys.filter((key) => JSON.stringify(hand[key]) !== JSON.stringify(read[key])).map((key) => [key, hand[key]]),
  );
};

const standard = (hand: PlayedHand) => {
  const amount = (chips: number): number => Number(formatMinor(chips, hand.money.decimals));
  const { players, tournament } = hand;
  return {
    spec_version: SPEC_VERSION,
    internal_version: WRITER_VERSION,
    site_name: SITE_NAMES[hand.site],
    network_name: SITE_NAMES[hand.site],
    ...(tournament === null
      ? {}
      : { tournament: true, tournament_info: { tournament_number: tournament.id, name: tournament.buyIn } }),
    game_number: hand.id,
    start_date_utc: hand.playedAt,
    table_name: hand.table,
    game_type: gameTypeOf(hand.game),
    bet_limit: { bet_type: hand.betting === 'no-limit' ? 'NL' : 'PL', bet_cap: 0 },
    table_size: hand.seats ?? players.length,
    currency: hand.money.currency,
    dealer_seat: players.at(-1)?.seat,
    small_blind_amount: amount(hand.smallBlind),
    big_blind_amount: amount(hand.bigBlind),
    ante_amount: amount(hand.ante),
    hero_player_id: hand.hero,
    flags: flagsOf(hand),
    players: players.map(({ name, seat, stack }, id) => ({ id, seat, name, starting_stack: amount(stack) })),
    rounds: writeRounds(hand, amount),
    pots: potsOf(hand, amount),
  };
};

const SITE_NAMES: Readonly<Record<PlayedHand['site'], string>> = {
  pokerstars: 'PokerStars',
  gg: 'GGPoker',
  ignition: 'Ignition',
  '888': '888poker',
  winamax: 'Winamax',
  phh: '',
  ohh: '',
};

const flagsOf = (hand: PlayedHand): string[] => {
  const flags: string[] = [];
  if (hand.operations.some(({ kind }) => kind === 'run')) flags.push('Run_It_Twice');
  if (hand.opening === 'flop') flags.push('Bomb_Pot');
  if (hand.site === 'ignition') flags.push('Anonymous');
  if (hand.hero === null) flags.push('Observed');
  return flags;
};

/** By the rules; a hand that they do not play to its end has only what its source told. */
const potsOf = (hand: PlayedHand, amount: (chips: number) => number) => {
  const played = replay(hand);
  if (played.ok) return settledPots(hand, played.value.settlement, amount);
  const { pot, rake, fees, won } = hand.told;
  const wins = (won ?? []).flatMap((chips, id) => (chips > 0 ? [{ player_id: id, win_amount: amount(chips) }] : []));
  const all = { number: 0, amount: amount(pot ?? 0), rake: amount(rake ?? 0), jackpot: amount(fees ?? 0) };
  return [{ ...all, player_wins: wins }];
};

const settledPots = (hand: PlayedHand, { pots, awards }: Settlement, amount: (chips: number) => number) => {
  const cashedOut = new Map(
    hand.operations.flatMap((operation) =>
      operation.kind === 'cash-out' ? [[operation.player, operation.chips] as const] : [],
    ),
  );
  const fees = hand.told.fees ?? 0;
  return pots.map(({ chips, rake }, number) => {
    const jackpot = number === 0 ? Math.min(fees, rake) : 0;
    const wins = new Map<number, number>();
    for (const { pot, player, chips: won } of awards) {
      if (pot === number) wins.set(player, (wins.get(player) ?? 0) + won);
    }
    // What the house paid stands once, whatever pots it was for.
    if (number === 0) for (const player of cashedOut.keys()) if (!wins.has(player)) wins.set(player, 0);
    return {
      number,
      amount: amount(chips),
      rake: amount(rake - jackpot),
      jackpot: amount(jackpot),
      player_wins: [...wins].map(([player, won]) => ({
        player_id: player,
        win_amount: amount(won),
        ...(number === 0 && cashedOut.has(player) ? { cashout_amount: amount(cashedOut.get(player) ?? 0) } : {}),
      })),
    };
  });
};
