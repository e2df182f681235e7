/**
 * The first lines: `Winamax Poker - CashGame - HandId: #1-2-3 - Omaha5 pot limit (5€/10€) - 2017/03/18 08:51:13 UTC`, then
 * `Table: 'name' 5-max (real money) Seat #1 is the button`, then `Seat 1: name (1000€, 9€ bounty)`.
 */
import { fail, type Result, succeed } from '../../../result.ts';
import { handMistakes } from '../../../text/en-hands.ts';
import { type HandError, handError } from '../../hand-error.ts';
import { readAmount, readWholeAmount } from '../../reading/amount.ts';
import { cashMoney, tournamentChips } from '../../reading/currency.ts';
import type { DraftHead } from '../../reading/hand-draft.ts';
import { namedGame } from '../../reading/named-game.ts';
import { readMoment } from '../../reading/site-clock.ts';

export interface TableLine {
  readonly name: string;
  readonly seats: number | null;
  readonly button: number | null;
  readonly isRealMoney: boolean;
}

export const readTableLine = (line: string): TableLine | null => {
  const start = line.indexOf("'");
  const end = line.lastIndexOf("'");
  if (!line.startsWith('Table') || end <= start) return null;
  const behind = line.slice(end + 1);
  const seats = /(\d{1,2})-max/.exec(behind);
  const button = /Seat #(\d{1,2}) is the button/.exec(behind);
  return {
    name: line.slice(start + 1, end),
    seats: seats === null ? null : Number(seats[1]),
    button: button === null ? null : Number(button[1]),
    isRealMoney: behind.includes('(real money)'),
  };
};

export interface SeatLine {
  readonly seat: number;
  readonly name: string;
  readonly stack: number;
}

/** Null for any other line. */
export const readSeatLine = (line: string, decimals: number): SeatLine | null => {
  if (!line.startsWith('Seat ')) return null;
  const colon = line.indexOf(': ');
  const open = line.lastIndexOf(' (');
  if (colon < 0 || open <= colon) return null;
  const seat = Number(line.slice(5, colon));
  const end = /[)]|, /.exec(line.slice(open))?.index;
  const stack = end === undefined ? null : readWholeAmount(line.slice(open + 2, open + end), decimals);
  if (!Number.isInteger(seat) || seat < 1 || stack === null) return null;
  return { seat, name: line.slice(colon + 2, open), stack };
};

const HAND_ID = /^#\d{1,20}-\d{1,10}-\d{1,20} - /;
const GAME = /^([^(]*)\(([^()]*)\) - /;
/** Stands at the end; no more of a long name is searched for it. */
const MOST_BUY_IN = 120;
const BUY_IN = /" buyIn: (.*?) level: ?\d*$/;

/** Chips of tournaments and play money are whole unless a stack is not. */
const hasFractions = (lines: readonly string[]): boolean =>
  lines.some((line) => line.startsWith('Seat ') && / \(\d+\.\d+[,)]/.test(line.slice(-60)));

export const readHead = (line: string, table: TableLine, lines: readonly string[]): Result<DraftHead, HandError> => {
  const unreadable = fail(handError('unreadable', handMistakes.unreadableHeader(line)));
  const at = line.lastIndexOf(' - HandId: ');
  const kind = line.slice('Winamax Poker - '.length, Math.max(0, at));
  const behind = line.slice(at + ' - HandId: '.length);
  const id = HAND_ID.exec(behind)?.[0];
  if (at < 0 || id === undefined) return unreadable;
  const rest = behind.slice(id.length);
  const game = GAME.exec(rest);
  if (game === null) return unreadable;
  const [all, name = '', stakes = ''] = game;
  const named = namedGame(name);
  if (named === null) return fail(handError('unreadable', handMistakes.unknownGame(name)));
  if (named === 'unplayed') return fail(handError('unsupported-variant', handMistakes.unplayedGame(name.trim())));

  const isTournament = kind.startsWith('Tournament') || kind.includes('" buyIn: ');
  const money = isTournament
    ? tournamentChips(hasFractions(lines) || /\.\d/.test(stakes))
    : cashMoney(table.isRealMoney ? `${stakes} EUR` : stakes.replace(/[^\d./]/g, ''), hasFractions(lines));
  // An ante stands before the blinds.
  const [bigBlind, smallBlind] = stakes
    .split('/')
    .reverse()
    .map((blind) => readAmount(blind, money.decimals));
  if (bigBlind === undefined || bigBlind === null || smallBlind === undefined || smallBlind === null) {
    return fail(handError('unreadable', handMistakes.noBlinds()));
  }
  return succeed({
    site: 'winamax',
    id: id.slice(1, -3),
    playedAt: readMoment(rest.slice(all.length), 'UTC'),
    table: table.name,
    seats: table.seats,
    tournament: isTournament
      ? { id: tournamentId(table.name), buyIn: BUY_IN.exec(kind.slice(-MOST_BUY_IN))?.[1] ?? '' }
      : null,
    money,
    ...named,
    smallBlind,
    bigBlind,
  });
};

/** In the name of its tables: `KING 5(1468666)#118`. */
const tournamentId = (table: string): string => /\((\d+)\)#\d+$/.exec(table)?.[1] ?? '';
