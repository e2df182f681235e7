/**
 * The equity answer on the wire: poker's `EquityAnswer` as a schema, so that it is documented and can be checked by
 * whoever reads it. A test holds the two equal.
 */
import { z } from 'zod';

const share = z.number().min(0).max(1);
const count = z.int().min(0);

const boardShareSchema = z
  .object({
    equity: share.describe('Share of the pot, ties divided among the tied only.'),
    win: share.describe('Share of run-outs won alone.'),
    tie: share.describe('Share of run-outs tied.'),
  })
  .meta({ id: 'BoardShare' });

const jointShareSchema = z
  .object({ all: share, threeQuarters: share, half: share, quarter: share, none: share, other: share })
  .meta({
    id: 'JointShare',
    description: 'How much of a two-board pot the player takes; shares of deals, together 1.',
  });

const madeHandsSchema = z.object({
  highCard: share,
  pair: share,
  twoPair: share,
  trips: share,
  straight: share,
  flush: share,
  fullHouse: share,
  quads: share,
  straightFlush: share,
});

const playerAnswerSchema = z
  .object({
    input: z.string().describe('The hand or range as it was written.'),
    combos: count.describe('Hands it holds once boards and dead cards are out.'),
    equity: share,
    win: share,
    tie: share,
    wins: count.nullable().describe('Run-outs won alone; when exact, on one board, and all players are single hands.'),
    ties: count.nullable().describe('Run-outs tied; null where `wins` is.'),
    standardError: z.number().min(0).nullable().describe('Of `equity`; null when exact.'),
    boards: z.array(boardShareSchema).min(1).max(2),
    joint: jointShareSchema.nullable().describe('With two boards only.'),
    madeHands: z.array(madeHandsSchema).optional().describe('By board; when asked.'),
    nextCards: z.array(z.record(z.string(), share)).optional().describe('By board, equity by next card; when asked.'),
    graph: z
      .array(share)
      .optional()
      .describe('Equity from the best hand of the range to its worst, at 0 %, 1 % … 100 % of its weight; when asked.'),
  })
  .meta({ id: 'PlayerAnswer' });

export const equityAnswerSchema = z
  .object({
    game: z.enum(['plo4', 'plo5', 'plo6', 'holdem']),
    exact: z.boolean().describe('Everything was enumerated.'),
    method: z.enum(['hands', 'hands-two-boards', 'tuples', 'sweep', 'sweep-two-boards', 'sweep-sampled', 'deals']),
    trials: count.describe('Run-outs enumerated, or deals sampled.'),
    standardError: z.number().min(0).nullable().describe('The largest of the players’; null when exact.'),
    jointExact: z.boolean().nullable().describe('Whether `joint` was enumerated; null for one board.'),
    jointStandardError: z.number().min(0).nullable().describe('The largest of the sampled `joint` shares.'),
    elapsedMs: z.number().min(0),
    players: z.array(playerAnswerSchema).min(2).max(8),
  })
  .meta({ id: 'EquityAnswer' });
