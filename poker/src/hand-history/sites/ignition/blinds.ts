/**
 * The blinds of an Ignition hand. Cash games do not tell them but by what is posted, and not all is posted in every hand:
 * newer files have a line with the stakes, and of stakes that are usual one blind tells the other.
 */
import { readAmount } from '../../reading/amount.ts';

const STAKES = /^Table Info: .{0,100}\bStakes: ([^-]{1,20})-([^,]{1,20})/;
const POSTED = /^(?:Small|Big) Blind {1,3}(?:\[ME\] ?)?: |^Dealer {1,3}(?:\[ME\] ?)?: /;
const SMALL = /(?:Ante\/)?Small [Bb]lind ([$\d.,]{1,20})/;
const BIG = /Big [Bb]lind(?:\/Bring in)? ([$\d.,]{1,20})/;
const LONGEST = 250;

/** Big blinds of which the small blind is less than half, in cents. */
const SMALL_OF_BIG: Readonly<Record<number, number>> = { 5: 2, 25: 10 };

export const readBlinds = (
  lines: readonly string[],
  decimals: number,
  level: readonly [number, number] | null,
): { readonly smallBlind: number; readonly bigBlind: number } | null => {
  if (level !== null) return { smallBlind: level[0], bigBlind: level[1] };
  let small: number | null = null;
  let big: number | null = null;
  for (const line of lines) {
    if (line.startsWith('*** ')) break;
    if (line.length > LONGEST) continue;
    const stakes = line.startsWith('Table Info:') ? STAKES.exec(line) : null;
    if (stakes !== null) {
      const told = [readAmount(stakes[1] ?? '', decimals), readAmount(stakes[2] ?? '', decimals)] as const;
      if (told[0] !== null && told[1] !== null) return { smallBlind: told[0], bigBlind: told[1] };
    }
    if (!POSTED.test(line)) continue;
    const action = line.slice(line.indexOf(' : ') + ' : '.length);
    small ??= amountOf(SMALL.exec(action), decimals);
    big ??= amountOf(BIG.exec(action), decimals);
  }
  if (big !== null) return { smallBlind: small ?? SMALL_OF_BIG[big] ?? Math.floor(big / 2), bigBlind: big };
  if (small === null) return null;
  const usual = Object.entries(SMALL_OF_BIG).find(([, less]) => less === small);
  return { smallBlind: small, bigBlind: usual === undefined ? 2 * small : Number(usual[0]) };
};

const amountOf = (found: RegExpExecArray | null, decimals: number): number | null =>
  found === null ? null : readAmount(found[1] ?? '', decimals);
