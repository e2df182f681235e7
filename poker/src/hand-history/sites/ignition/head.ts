/** The first lines of an Ignition hand: its number, table, game, level of a tournament, time; buy-in in newer files. */
import { HOLE_CARDS } from '../../../games.ts';
import { fail, type Result, succeed } from '../../../result.ts';
import { handMistakes } from '../../../text/en-hands.ts';
import { type HandError, handError } from '../../hand-error.ts';
import type { Money } from '../../played-hand.ts';
import { readAmount } from '../../reading/amount.ts';
import { tournamentChips } from '../../reading/currency.ts';
import type { DraftHead } from '../../reading/hand-draft.ts';
import { readMoment } from '../../reading/site-clock.ts';

export const FIRST_LINE = /^(?:Ignition|Bovada|Bodog[. a-zA-Z0-9]{0,12}) Hand #C?(\d{1,20}):? {1,3}(.{1,250})$/;
const GAME = /\b(HOLDEM|OMAHA|7CARD)([_ ]?(?:HL\b|HiLo|H\/L)| ?[56]\b)?/;
const BETTING = /(No|Pot|Fixed) Limit/;
const TABLE = /(?:TBL|Zone Poker ID)#([^\s,]{1,40})/;
const TOURNAMENT = /Tournament #([^\s,]{1,40})/;
const LEVEL = /\(([\d,.]{1,20})\/([\d,.]{1,20})\)/;
const BUY_IN = /^Table Info: .{0,200}\bBuyin: ([^,]{1,40})/;
const DEALT = /Card dealt to a spot \[([^\]]{1,30})\]/;

/** Blinds as far as the head itself tells them. */
export type IgnitionHead = Omit<DraftHead, 'smallBlind' | 'bigBlind'> & {
  readonly blinds: readonly [small: number, big: number] | null;
};

export const readHead = (lines: readonly string[]): Result<IgnitionHead, HandError> => {
  const line = lines[0]?.trimEnd() ?? '';
  const [, id, rest = ''] = FIRST_LINE.exec(line) ?? [];
  const named = GAME.exec(rest);
  if (id === undefined || named === null) return fail(handError('unreadable', handMistakes.unreadableHeader(line)));
  const limit = BETTING.exec(rest)?.[1];
  const [, game = '', kind = ''] = named;
  if (game === '7CARD' || /h/i.test(kind) || limit === 'Fixed') {
    const words = `${named[0]} ${limit === undefined ? '' : `${limit} Limit`}`.trim();
    return fail(handError('unsupported-variant', handMistakes.unplayedGame(words)));
  }
  const tournament = TOURNAMENT.exec(rest)?.[1];
  const isHoldem = game === 'HOLDEM';
  const money: Money = tournament === undefined ? { currency: 'USD', decimals: 2 } : tournamentChips(false);
  const info = lines[1] ?? '';
  return succeed({
    site: 'ignition',
    id,
    playedAt: readMoment(rest, 'UTC'),
    table: TABLE.exec(rest)?.[1] ?? '',
    seats: null,
    tournament:
      tournament === undefined
        ? null
        : { id: tournament, buyIn: info.length > LONGEST ? '' : (BUY_IN.exec(info)?.[1] ?? '') },
    money,
    game: isHoldem ? 'holdem' : omahaOf(lines),
    betting: limit === undefined ? (isHoldem ? 'no-limit' : 'pot-limit') : limit === 'No' ? 'no-limit' : 'pot-limit',
    blinds: levelBlinds(rest, money.decimals),
  });
};

const LONGEST = 400;

/** By the cards that are dealt. */
const omahaOf = (lines: readonly string[]): IgnitionHead['game'] => {
  const dealt = lines.find((line) => line.length < LONGEST && line.includes('Card dealt to a spot ['));
  const count = DEALT.exec(dealt ?? '')?.[1]
    ?.trim()
    .split(/\s+/).length;
  const games: readonly IgnitionHead['game'][] = ['plo5', 'plo6'];
  return games.find((game) => HOLE_CARDS[game] === count) ?? 'plo4';
};

const levelBlinds = (rest: string, decimals: number): IgnitionHead['blinds'] => {
  const level = LEVEL.exec(rest);
  const small = level === null ? null : readAmount(level[1] ?? '', decimals);
  const big = level === null ? null : readAmount(level[2] ?? '', decimals);
  return small === null || big === null ? null : [small, big];
};
