/** Study → Equity as a player handles it: opening a spot, typing into its fields, reading its answer. */
import type { Locator } from 'playwright-core';
import { expect } from 'vitest';
import type { Journey } from './harness.ts';

/** Shared cores are slow at times; an answer that takes longer is a failure all the same. */
const ANSWER_WITHIN_MS = 30_000;

export interface StudyPage {
  readonly player: (number: number) => Locator;
  readonly board: Locator;
  readonly dead: Locator;
  readonly button: (name: string | RegExp) => Locator;
  readonly note: (words: string | RegExp) => Locator;
  /** The equity shown in large, as text: `60.05%`. */
  readonly equityShown: (number: number) => Promise<string>;
  /** Waits until the player's equity is shown and belongs to the spot as it stands. */
  readonly expectEquity: (number: number, equity: string | RegExp) => Promise<void>;
  readonly expectExact: () => Promise<void>;
  /** Chooses among a few options by their words, such as the game or the precision. */
  readonly choose: (words: string) => Promise<void>;
}

/** `fragment` is what stands behind the `#`, or nothing for a first visit. */
export async function openStudy({ page, baseUrl }: Journey, fragment = ''): Promise<StudyPage> {
  await page.goto(`${baseUrl}/study/equity${fragment === '' ? '' : `#${fragment}`}`);
  const study = studyOn({ page });
  await study.player(1).waitFor();
  return study;
}

export function studyOn({ page }: Pick<Journey, 'page'>): StudyPage {
  const bars = page.locator('#answer ol');
  const shown = (number: number): Locator => page.getByTestId(`equity-${number}`);
  const settled = async (): Promise<void> => {
    await page.locator('#answer ol[data-shown="fresh"]').waitFor({ timeout: ANSWER_WITHIN_MS });
  };
  return {
    player: (number) => page.getByLabel(`Hand or range of player ${number}`, { exact: true }),
    board: page.locator('#field-board'),
    dead: page.locator('#field-dead'),
    button: (name) => page.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }),
    note: (words) => page.getByText(words),
    equityShown: async (number) => (await shown(number).textContent()) ?? '',
    expectEquity: async (number, equity) => {
      const matching =
        typeof equity === 'string'
          ? shown(number).and(page.getByText(equity, { exact: true }))
          : shown(number).filter({ hasText: equity });
      await bars.waitFor({ timeout: ANSWER_WITHIN_MS });
      await matching.waitFor({ timeout: ANSWER_WITHIN_MS });
      await settled();
      await matching.waitFor({ timeout: 1_000 });
    },
    expectExact: async () => {
      await settled();
      expect(await page.locator('#answer').textContent()).toMatch(/exact[\d,]+ run-outs/);
    },
    choose: (words) => page.locator('label').getByText(words, { exact: true }).click(),
  };
}
