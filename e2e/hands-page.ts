/** The room of hands as a player handles it: giving it files, reading the list, stepping through a hand. */
import type { Locator } from 'playwright-core';
import type { Journey } from './harness.ts';

const IMPORTED_WITHIN_MS = 60_000;

export interface HandsPageHandle {
  readonly button: (name: string | RegExp) => Locator;
  readonly tab: (name: string) => Promise<void>;
  readonly rows: Locator;
  /** A figure of the import that is done, as `new`. */
  readonly count: (name: string) => Promise<string>;
  readonly imported: () => Promise<void>;
  readonly loadSample: () => Promise<void>;
  readonly press: (key: string, times: number) => Promise<void>;
}

export async function openHands({ page, baseUrl }: Journey, path = '/hands'): Promise<HandsPageHandle> {
  await page.goto(`${baseUrl}${path}`);
  const button = (name: string | RegExp): Locator =>
    page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name });
  const imported = async (): Promise<void> =>
    void (await page.getByText('Import done').waitFor({ timeout: IMPORTED_WITHIN_MS }));
  return {
    button,
    imported,
    rows: page.getByTestId('hand-row'),
    tab: (name) => page.getByRole('navigation', { name: 'Screens of hands' }).getByText(name).click(),
    count: async (name) =>
      (await page
        .locator('dt', { hasText: new RegExp(`^${name}$`) })
        .locator('+ dd')
        .textContent()) ?? '',
    loadSample: async () => {
      await button('Load sample hands').click();
      await imported();
      await page.getByTestId('hand-row').first().waitFor();
    },
    press: async (key, times) => {
      for (let time = 0; time < times; time += 1) await page.keyboard.press(key);
    },
  };
}

/** A hand that is read, one whose pot does not add up, and one of a game that is not played here. */
export const MIXED_FILE = `PokerStars Hand #990000000001:  Omaha Pot Limit ($0.50/$1.00 USD) - 2026/03/01 20:00:00 ET
Table 'Mira' 2-max Seat #1 is the button
Seat 1: Hero ($100 in chips)
Seat 2: Villain ($100 in chips)
Hero: posts small blind $0.50
Villain: posts big blind $1
*** HOLE CARDS ***
Dealt to Hero [As Ah Kd Kh]
Hero: raises $2 to $3
Villain: calls $2
*** FLOP *** [Ks 9d 4c]
Villain: checks
Hero: bets $4
Villain: folds
Uncalled bet ($4) returned to Hero
Hero collected $5.70 from pot
*** SUMMARY ***
Total pot $6 | Rake $0.30
Board [Ks 9d 4c]


PokerStars Hand #990000000002:  Omaha Pot Limit ($0.50/$1.00 USD) - 2026/03/01 20:01:00 ET
Table 'Mira' 2-max Seat #2 is the button
Seat 1: Hero ($102.70 in chips)
Seat 2: Villain ($97 in chips)
Villain: posts small blind $0.50
Hero: posts big blind $1
*** HOLE CARDS ***
Dealt to Hero [2s 2h 7d 8h]
Villain: folds
Uncalled bet ($0.50) returned to Hero
Hero collected $7 from pot
*** SUMMARY ***
Total pot $7 | Rake $0


PokerStars Hand #990000000003:  Omaha Hi/Lo Pot Limit ($0.50/$1.00 USD) - 2026/03/01 20:02:00 ET
Table 'Mira' 2-max Seat #1 is the button
Seat 1: Hero ($103.20 in chips)
Seat 2: Villain ($96.50 in chips)
Hero: posts small blind $0.50
Villain: posts big blind $1
*** HOLE CARDS ***
Dealt to Hero [2s 3h 7d 8h]
Hero: folds
Uncalled bet ($0.50) returned to Villain
Villain collected $1 from pot
*** SUMMARY ***
Total pot $1 | Rake $0
`;

/** Two players to the river, where a bet is called with one pair. */
export const RIVER_CALL = `PokerStars Hand #990000000010:  Omaha Pot Limit ($0.50/$1.00 USD) - 2026/03/02 20:00:00 ET
Table 'Mira' 2-max Seat #1 is the button
Seat 1: Hero ($100 in chips)
Seat 2: Villain ($100 in chips)
Hero: posts small blind $0.50
Villain: posts big blind $1
*** HOLE CARDS ***
Dealt to Hero [Qs Qh Jd Td]
Hero: raises $2 to $3
Villain: calls $2
*** FLOP *** [Ks 9d 4c]
Villain: checks
Hero: checks
*** TURN *** [Ks 9d 4c] [2h]
Villain: checks
Hero: checks
*** RIVER *** [Ks 9d 4c 2h] [7s]
Villain: bets $6
Hero: calls $6
*** SHOW DOWN ***
Villain: shows [Kc Kh Jc Th] (three of a kind, Kings)
Hero: mucks hand
Villain collected $17.40 from pot
*** SUMMARY ***
Total pot $18 | Rake $0.60
Board [Ks 9d 4c 2h 7s]
Seat 1: Hero (button) (small blind) mucked [Qs Qh Jd Td]
Seat 2: Villain (big blind) showed [Kc Kh Jc Th] and won ($17.40) with three of a kind, Kings
`;
