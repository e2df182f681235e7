/** `Table 'Sirrah II' 6-max Seat #3 is the button`, and `Seat 3: some name ($12.50 in chips, $5 bounty) is sitting out`. */
import { readWholeAmount } from '../../reading/amount.ts';

export interface TableLine {
  readonly name: string;
  readonly seats: number | null;
  readonly button: number | null;
}

export const readTableLine = (line: string): TableLine | null => {
  const start = line.indexOf("'");
  const end = line.lastIndexOf("'");
  if (!line.startsWith('Table ') || end <= start) return null;
  const behind = line.slice(end + 1);
  const seats = /(\d{1,2})-max/i.exec(behind);
  const button = /Seat #(\d{1,2}) is the button/.exec(behind);
  return {
    name: line.slice(start + 1, end),
    seats: seats === null ? null : Number(seats[1]),
    button: button === null ? null : Number(button[1]),
  };
};

export interface SeatLine {
  readonly seat: number;
  readonly name: string;
  readonly stack: number;
}

/** Null for any other line. Names may have brackets in them, so the stack is looked for from behind. */
export const readSeatLine = (line: string, decimals: number): SeatLine | null => {
  if (!line.startsWith('Seat ')) return null;
  const colon = line.indexOf(': ');
  const end = line.lastIndexOf(' in chips');
  const open = line.lastIndexOf(' (', end);
  if (colon < 0 || end < 0 || open <= colon) return null;
  const seat = Number(line.slice(5, colon));
  const stack = readWholeAmount(line.slice(open + 2, end), decimals);
  if (!Number.isInteger(seat) || seat < 1 || stack === null) return null;
  return { seat, name: line.slice(colon + 2, open), stack };
};
