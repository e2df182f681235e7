/**
 * Hand histories of GG and its skins: cash games, Rush & Cash and tournaments. The first line is GG's own; what stands
 * below is as PokerStars writes it. Clocks have no zone there; they are taken for UTC.
 */
import { fail, type Result, succeed } from '../../result.ts';
import { handMistakes } from '../../text/en-hands.ts';
import { type HandError, handError } from '../hand-error.ts';
import type { PlayedHand } from '../played-hand.ts';
import { readAmount } from '../reading/amount.ts';
import { cashMoney, tournamentChips } from '../reading/currency.ts';
import { namedGame } from '../reading/named-game.ts';
import { readMoment } from '../reading/site-clock.ts';
import type { SiteFormat } from './site-format.ts';
import { isCancelled, readStarsLines, type StarsHead } from './stars-lines/read-stars-lines.ts';

const FIRST_LINE = /^(?:GG )?Poker Hand #([A-Z]{0,3}\d{1,24}):\s*(.*)$/;

export const gg: SiteFormat = {
  site: 'gg',
  begins: (line) => (line.startsWith('Poker Hand #') || line.startsWith('GG Poker Hand #')) && FIRST_LINE.test(line),
  parse: (lines) => parse(lines),
};

const parse = (lines: readonly string[]): Result<PlayedHand, HandError> => {
  if (isCancelled(lines)) return fail(handError('cancelled', handMistakes.handCancelled()));
  const head = readHead(lines[0] ?? '');
  return head.ok ? readStarsLines(lines, head.value) : head;
};

const DATE = / - \d{4}\/\d\d\/\d\d/;
/** `$0.5/$1`, `1,000/2,000(250)`, `$25/$50 - ante $10`, or the one figure of games that have no small blind. */
const STAKES = /\(([^()]*\d[^()]*(?:\([^()]*\)[^()]*)?)\)\s*$/;
const TOURNAMENT = /^Tournament #(\d+),\s*/;
const LEVEL = /\s-\s*Level\s*\d+\s*$/;

const readHead = (line: string): Result<StarsHead, HandError> => {
  const [, id, rest = ''] = FIRST_LINE.exec(line) ?? [];
  const date = rest.search(DATE);
  const left = rest.slice(0, Math.max(0, date));
  const stakes = STAKES.exec(left.slice(-MOST_STAKES));
  if (id === undefined || stakes === null) return fail(handError('unreadable', handMistakes.unreadableHeader(line)));
  const words = left.slice(0, left.length - stakes[0].length);
  const tournament = TOURNAMENT.exec(words);
  const name = gameName(words.slice(tournament?.[0].length ?? 0).replace(LEVEL, ''));
  const named = namedGame(name);
  if (named === null) return fail(handError('unreadable', handMistakes.unknownGame(words)));
  if (named === 'unplayed') return fail(handError('unsupported-variant', handMistakes.unplayedGame(name)));
  const money = tournament === null ? cashMoney(stakes[1]!) : tournamentChips(/\d\.\d/.test(stakes[1]!));
  const slash = stakes[1]!.indexOf('/');
  const smallBlind = readAmount(stakes[1]!, money.decimals);
  const bigBlind = slash < 0 ? null : readAmount(stakes[1]!, money.decimals, slash + 1);
  if (smallBlind === null || bigBlind === null) return fail(handError('unreadable', handMistakes.noBlinds()));
  return succeed({
    site: 'gg',
    id,
    playedAt: readMoment(rest.slice(date), 'UTC'),
    tournament: tournament === null ? null : { id: tournament[1]!, buyIn: buyInOf(words.slice(tournament[0].length)) },
    money,
    ...named,
    smallBlind,
    bigBlind,
  });
};

/** No stakes are longer, so that a heading of any length is searched at its end only. */
const MOST_STAKES = 80;

const GAMES = /(?:\b[56][- ]Card )?(?:Hold'em|Omaha|PLO|NLO|Short ?Deck)/gi;

/** Names of tournaments may have games in them, `Omaholic Hold'em Night Omaha Pot Limit`: the last one is dealt. */
const gameName = (words: string): string => {
  const last = [...words.matchAll(GAMES)].at(-1);
  return last === undefined ? words.trim() : words.slice(last.index).trim();
};

/** The first sum of money in the name of a tournament; '' where there is none. */
const buyInOf = (name: string): string => /[$€£¥₹][\d,.]*\d/.exec(name)?.[0] ?? '';
