/**
 * Hand histories of PokerStars: cash games, Zoom, home games and tournaments. What stands below the first line is read by
 * `stars-lines`, which GG shares.
 */
import { fail, type Result, succeed } from '../../result.ts';
import { handMistakes } from '../../text/en-hands.ts';
import { type HandError, handError } from '../hand-error.ts';
import type { PlayedHand, Tournament } from '../played-hand.ts';
import { readAmount } from '../reading/amount.ts';
import { cashMoney, tournamentChips } from '../reading/currency.ts';
import { namedGame } from '../reading/named-game.ts';
import { readMoment } from '../reading/site-clock.ts';
import type { SiteFormat } from './site-format.ts';
import { isCancelled, readStarsLines, type StarsHead } from './stars-lines/read-stars-lines.ts';

const FIRST_LINE = /^\s{0,4}PokerStars (?:Zoom |Home Game )?(?:Hand|Game) #(\d{1,20}):\s*(.*)$/;

export const pokerstars: SiteFormat = {
  site: 'pokerstars',
  begins: (line) => (line.startsWith('PokerStars ') || line.startsWith(' ')) && FIRST_LINE.test(line),
  parse: (lines) => parse(lines),
};

const parse = (lines: readonly string[]): Result<PlayedHand, HandError> => {
  if (isCancelled(lines)) return fail(handError('cancelled', handMistakes.handCancelled()));
  const head = readHead(lines[0] ?? '');
  return head.ok ? readStarsLines(lines, head.value) : head;
};

const DATE = / - \d{4}\/\d\d\/\d\d/;
const TOURNAMENT = /^(?:\{[^}]*\}\s*)?(?:Zoom |Rush )?Tournament #(\d+),\s*/;
/** Where the name of the game begins, behind a buy-in. */
const GAME =
  /(?:\b[5-7] Card |\b6\+ |Split |Single Draw |Triple Draw )?(?:Hold'em|Omaha|Courchevel|Fusion|Razz|Stud|Badugi|Draw|8-Game|HORSE|HOSE|Mixed)/;

const readHead = (line: string): Result<StarsHead, HandError> => {
  const [, id, rest] = FIRST_LINE.exec(line) ?? [];
  const date = rest?.search(DATE) ?? -1;
  const close = rest?.lastIndexOf(')', date) ?? -1;
  const open = rest?.lastIndexOf('(', close) ?? -1;
  if (id === undefined || rest === undefined || date < 0 || open < 0) {
    return fail(handError('unreadable', handMistakes.unreadableHeader(line)));
  }
  // Where games change, the one that is dealt stands with its stakes: `8-Game (Razz Limit, $2/$4 USD)`.
  const comma = rest.slice(open + 1, close).indexOf(', ');
  const words = rest.slice(0, comma < 0 ? open : open + 1 + comma).trim();
  const stakes = rest.slice(open + 1, close).slice(comma < 0 ? 0 : comma + 2);
  const tournament = TOURNAMENT.exec(words);
  const { buyIn, name } = gameWords(words.slice(tournament?.[0].length ?? 0));
  const named = namedGame(name);
  if (named === null) return fail(handError('unreadable', handMistakes.unknownGame(words)));
  if (named === 'unplayed' || /cap|button blind/i.test(stakes)) {
    return fail(handError('unsupported-variant', handMistakes.unplayedGame(`${name} (${stakes})`)));
  }
  const money = tournament === null ? cashMoney(stakes) : tournamentChips(/\d\.\d/.test(stakes));
  const smallBlind = readAmount(stakes, money.decimals);
  const bigBlind = readAmount(stakes, money.decimals, stakes.indexOf('/') + 1);
  if (smallBlind === null || bigBlind === null || !stakes.includes('/')) {
    return fail(handError('unreadable', handMistakes.noBlinds()));
  }
  return succeed({
    site: 'pokerstars',
    id,
    playedAt: readMoment(rest.slice(date), 'ET'),
    tournament: tournament === null ? null : ({ id: tournament[1]!, buyIn } satisfies Tournament),
    money,
    ...named,
    smallBlind,
    bigBlind,
  });
};

/** `$3.00+$0.30 USD Omaha Pot Limit - Level I`: the buy-in, and the game that is dealt, in brackets where games change. */
const gameWords = (words: string): { buyIn: string; name: string } => {
  const at = words.search(GAME);
  const level = words.search(/ -\s{1,4}(?:Level|Match)/);
  const name = words.slice(Math.max(0, at), level < at ? undefined : level);
  const inBrackets = /\(([^()]+)\)?$/.exec(name.trim());
  return { buyIn: words.slice(0, Math.max(0, at)).trim(), name: inBrackets?.[1] ?? name.trim() };
};
