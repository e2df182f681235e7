/**
 * Played hands as they cross the wire: imported as text, listed as lines, replayed as documents, counted as statistics,
 * reviewed decision by decision. Money is in minor units of the hand's own currency.
 */
import { z } from 'zod';
import { idSchema, instantSchema } from './answered.ts';
import { errorBodySchema } from './error-body.ts';

/** Most text of one import request, in characters: whoever has more sends it in pieces, cut between hands. */
export const MAX_IMPORT_CHARS = 1_000_000;
/** Room for that text as JSON, whatever its characters. */
export const MAX_IMPORT_BYTES = 4 * 1024 * 1024;
/** Most filter text. */
export const MAX_FILTER_CHARS = 4_000;

export const importRequestSchema = z
  .strictObject({
    file: z.string().max(500).describe('Where the text is from, for its errors; `` for a pasted one.'),
    line: z.int().min(1).max(1_000_000_000).default(1).describe('The line of the file on which the text begins.'),
    text: z.string().min(1).max(MAX_IMPORT_CHARS),
  })
  .meta({ id: 'ImportRequest' });

export const importErrorSchema = z
  .object({ file: z.string(), line: z.int(), code: z.string(), message: z.string() })
  .meta({ id: 'ImportError' });

/** What came of an import: what `ploscope hands import --json` prints, but for `files`. */
export const importAnswerSchema = z
  .object({
    hands: z.int().min(0).describe('Hands that are new.'),
    duplicates: z.int().min(0).describe('Hands that were there already.'),
    errors: z.array(importErrorSchema),
  })
  .meta({ id: 'ImportAnswer' });

/** How far the review of a hand is. `none`: nothing asked for. */
export const reviewStateSchema = z.enum(['none', 'waiting', 'analysed', 'no-solution', 'error']);

/** By what lists of hands are sorted; `ev-lost` lists those that were reviewed. */
export const handSortSchema = z.enum(['newest', 'oldest', 'won', 'lost', 'pot', 'ev-lost']);

/** One line of the list. */
export const handLineSchema = z
  .object({
    id: idSchema,
    site: z.string(),
    number: z.string().describe('The site’s own number of the hand.'),
    playedAt: instantSchema.nullable(),
    game: z.string(),
    stakes: z.string().describe('As players say it: `$0.50/$1 PLO4`.'),
    currency: z.string(),
    decimals: z.int(),
    bigBlind: z.int(),
    players: z.int(),
    tournament: z.boolean(),
    position: z.string().nullable().describe('Of the player whose hand it is; null where that is unknown.'),
    cards: z.string(),
    board: z.string(),
    board2: z.string().nullable(),
    potType: z.string(),
    pot: z.int(),
    line: z.string().describe('What the player did, street by street.'),
    madeHand: z.string().nullable(),
    isShowdown: z.boolean(),
    net: z.int().nullable(),
    adjusted: z.number().nullable().describe('With all-ins at their expected share.'),
    review: reviewStateSchema,
    evLost: z.number().nullable().describe('By the costliest reviewed decisions together, in minor units.'),
  })
  .meta({ id: 'HandLine' });

/** One decision that was reviewed, or that waits for it: then there are no actions yet. */
export const reviewedDecisionSchema = z
  .object({
    operation: z.int().describe('Place of the decision among the operations of the hand.'),
    street: z.enum(['flop', 'turn', 'river']),
    line: z.string().describe('The way to it in the tree of the spot; with the spot it opens in Study.'),
    taken: z.string().describe('Label of the action that was taken, as in a line of the tree.'),
    actions: z.array(
      z.object({
        label: z.string(),
        share: z.number().describe('How often the solve takes it with this hand, 0…1.'),
        ev: z.number().describe('Won from the pot as it lies there, in minor units; 0 for a fold.'),
      }),
    ),
    evLost: z
      .number()
      .nullable()
      .describe('EV of the best action less EV of the one taken, in minor units; null where the solve cannot tell.'),
    precision: z
      .number()
      .nullable()
      .describe('In minor units: what best responses gain at the most. A loss that is not above it is no mistake.'),
    narrowed: z
      .boolean()
      .describe('Ranges come from the solve of the streets before; else they are those the street began with.'),
  })
  .meta({ id: 'ReviewedDecision' });

/** The review of a hand from one street on: one spot, solved, and the player’s decisions in it. */
export const reviewSchema = z
  .object({
    id: idSchema,
    handId: idSchema,
    street: z.enum(['flop', 'turn', 'river']).describe('With which the spot begins; later decisions are in it too.'),
    state: reviewStateSchema.exclude(['none']),
    reason: errorBodySchema.shape.error.nullable().describe('Why there is no solution.'),
    jobId: idSchema.nullable().describe('Null while it waits for a place among the jobs, and when its job is over.'),
    spot: z.unknown().describe('The spot document that is solved; null where there can be none.'),
    seat: z.int().min(0).max(1).describe('Of the player in the spot: 0 acts first.'),
    profile: z.string().describe('Name of the profile that the ranges are from.'),
    situations: z
      .array(z.string().nullable())
      .length(2)
      .describe('By seat, the situation of the profile whose range it is; null for an expression in its place.'),
    exploitability: z.number().nullable().describe('Part of the pot.'),
    evLost: z.number().nullable().describe('Of all mistakes, in minor units.'),
    evLostBb: z.number().nullable(),
    decisions: z.array(reviewedDecisionSchema),
    createdAt: instantSchema,
    finishedAt: instantSchema.nullable(),
  })
  .meta({ id: 'HandReview' });

/** A review in the list of reviews, with the hand it is of. */
export const reviewLineSchema = z.object({ review: reviewSchema, hand: handLineSchema }).meta({ id: 'ReviewLine' });

export const handSchema = z
  .object({
    line: handLineSchema,
    document: z.unknown().describe('The played hand, `hand/1`; read it with poker’s `readPlayedHand`.'),
    adjusted: z.array(z.number()).nullable().describe('Expected results of all players.'),
    reviews: z.array(reviewSchema),
  })
  .meta({ id: 'Hand' });

/** Sums over the hands of a filter; what they mean, poker’s table of statistics says. */
export const handStatisticsSchema = z
  .object({
    hands: z.int(),
    version: z.int().describe('Of the order of the tally.'),
    tally: z.array(z.number()).describe('Chances and takings, summed.'),
    net: z.number().describe('In big blinds.'),
    adjusted: z.number().describe('In big blinds.'),
    money: z.array(z.object({ currency: z.string(), decimals: z.int(), hands: z.int(), net: z.int() })),
  })
  .meta({ id: 'HandStatistics' });

/** Results in order of time, thinned to what a graph shows, in big blinds. */
export const handGraphSchema = z
  .object({
    hands: z.int(),
    points: z.array(
      z.object({ hand: z.int(), net: z.number(), adjusted: z.number(), showdown: z.number(), nonShowdown: z.number() }),
    ),
    bbPer100: z.number().nullable(),
    adjustedBbPer100: z.number().nullable(),
    standardDeviation: z.number().nullable().describe('Of 100 hands, in big blinds.'),
    band: z.array(z.number()).length(2).nullable().describe('95 % of the adjusted rate, BB/100.'),
  })
  .meta({ id: 'HandGraph' });

/** Ranges that a review gives players who are not seen: by position and what they did before the flop. */
const profile = {
  name: z.string().min(1).max(60),
  ranges: z.record(z.string().max(60), z.string().max(2_000)).describe('Range expressions by situation.'),
};
export const profileSchema = z.object(profile).meta({ id: 'RangeProfile' });
export const setProfileSchema = z.strictObject(profile).meta({ id: 'RangeProfileToSet' });

/** What is to be reviewed: hands by id, or those of a filter, the likeliest to be costly first: those with large pots. */
export const reviewRequestSchema = z
  .strictObject({
    hands: z.array(idSchema).min(1).max(200).optional(),
    filter: z.string().max(MAX_FILTER_CHARS).optional(),
    most: z.int().min(1).max(200).default(50).describe('Hands to be queued at the most.'),
    streets: z
      .array(z.enum(['flop', 'turn', 'river']))
      .min(1)
      .default(['turn', 'river'])
      .describe('A review begins with the first of them that two players began, and covers what follows.'),
    villain: z.string().max(2_000).optional().describe('A range expression in place of the profile.'),
    again: z.boolean().default(false).describe('Reviews anew what was reviewed before.'),
  })
  .meta({ id: 'ReviewRequest' });

export const reviewsQueuedSchema = z
  .object({
    queued: z.int(),
    skipped: z
      .array(z.object({ code: z.string(), message: z.string(), hands: z.int() }))
      .describe('Hands that have nothing to be reviewed, by the reason.'),
  })
  .meta({ id: 'ReviewsQueued' });

export type ImportRequest = z.infer<typeof importRequestSchema>;
export type ImportError = z.infer<typeof importErrorSchema>;
export type ImportAnswer = z.infer<typeof importAnswerSchema>;
export type ReviewState = z.infer<typeof reviewStateSchema>;
export type HandSort = z.infer<typeof handSortSchema>;
export type HandLine = z.infer<typeof handLineSchema>;
export type ReviewedDecision = z.infer<typeof reviewedDecisionSchema>;
export type HandReview = z.infer<typeof reviewSchema>;
export type ReviewLine = z.infer<typeof reviewLineSchema>;
export type HandOfPlayer = z.infer<typeof handSchema>;
export type HandStatistics = z.infer<typeof handStatisticsSchema>;
export type HandGraph = z.infer<typeof handGraphSchema>;
export type RangeProfile = z.infer<typeof profileSchema>;
export type ReviewRequest = z.infer<typeof reviewRequestSchema>;
export type ReviewsQueued = z.infer<typeof reviewsQueuedSchema>;
