/**
 * The equity request: the spot with the options of one calculation. `POST /api/study/equity` takes it as its body and
 * a batch file holds one to a line, so both read the same document.
 *
 * The schema settles shape and size. What the strings mean is poker's business (`parseSpot`), which names the
 * character that is wrong.
 */
import { z } from 'zod';
import { parsePrecision } from './precision.ts';

/** Longest range text read from a wire, in characters. */
export const MAX_RANGE_CHARS = 4000;
/** Longest board or dead-card text read from a wire, in characters. */
export const MAX_CARDS_CHARS = 200;
/** Largest body of an equity request and longest batch line, in bytes. */
export const MAX_REQUEST_BYTES = 64 * 1024;

const cardsText = z.string().max(MAX_CARDS_CHARS);

const PRECISION = 'A precision is a percentage such as "0.05%", or a share such as 0.0005.';

const precision = z
  .union([z.number().gt(0, PRECISION).lt(1, PRECISION), z.string().max(20, PRECISION)], { error: PRECISION })
  .refine((value) => typeof value === 'number' || parsePrecision(value) !== null, { error: PRECISION });

const wanted = (what: string): z.ZodBoolean => z.boolean({ error: `${what} is true or false.` });

/** A whole number from `least` to `most`, refused in one sentence whatever is wrong with it. */
const whole = (what: string, least: number, most: number): z.ZodInt => {
  const error = `${what} is a whole number from ${least} to ${most.toLocaleString('en')}.`;
  return z.int({ error }).min(least, { error }).max(most, { error });
};

export const equityRequestSchema = z
  .strictObject({
    ploscope: z.literal('spot/1').optional().describe('Form of the document.'),
    game: z.enum(['plo4', 'plo5', 'plo6', 'holdem']).optional().describe('plo4 unless given.'),
    hands: z
      .array(z.string().max(MAX_RANGE_CHARS))
      .min(2)
      .max(8)
      .describe('One hand or range a player, 2 to 8 of them (PLO6: up to 7); `random` for any cards.'),
    board: cardsText.optional().describe('Known cards of the first board: 0, 3, 4 or 5 of them.'),
    board2: cardsText.nullable().optional().describe('Second board; an empty text is a second board yet undealt.'),
    dead: cardsText.optional().describe('Cards known to be out of the deck.'),
    method: z
      .enum(['auto', 'exact', 'sampled'], { error: 'A method is "auto", "exact" or "sampled".' })
      .optional()
      .describe('`auto` (default) is exact where that fits the time; `exact` insists; `sampled` never enumerates.'),
    precision: precision.optional().describe('Standard error at which sampling stops: "0.05%" or 0.0005.'),
    trials: whole('A number of trials', 1, 1e12).optional().describe('Deals after which sampling stops.'),
    seed: whole('A seed', 0, 0xffffffff).optional().describe('Seed of the sampling; the same seed repeats the answer.'),
    detail: z
      .strictObject(
        {
          madeHands: wanted('`madeHands`').optional().describe('Share of deals by made hand.'),
          nextCards: wanted('`nextCards`').optional().describe('Equity by the next card dealt.'),
          combos: wanted('`combos`').optional().describe('Equity of every combo of two ranges.'),
        },
        { error: 'The detail is an object of madeHands, nextCards and combos.' },
      )
      .optional()
      .describe('What else to work out; each costs time.'),
  })
  .meta({
    id: 'EquityRequest',
    examples: [
      { hands: ['AsAhKsKh', '9d8d7c6c'] },
      { game: 'plo4', hands: ['AA$ds', '15%'], board: 'Ks9d4c', precision: '0.05%' },
    ],
  });

export type EquityRequest = z.infer<typeof equityRequestSchema>;
