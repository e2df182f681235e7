/**
 * A solve as it is submitted: the spot document itself, with the options of one solve beside it. What the document
 * means is poker's business (`parseSolveSpot`), which names the field and the character that are wrong.
 */
import { z } from 'zod';

/** Largest spot document, in bytes: locks name many hands. */
export const MAX_SOLVE_BYTES = 128 * 1024;

/** Where a solve stops that names neither a target nor its iterations, as a part of the pot. */
export const DEFAULT_SOLVE_TARGET = 0.003;

export const solveOptionsSchema = z
  .strictObject({
    target: z
      .number()
      .gt(0)
      .lt(1)
      .optional()
      .describe('Stops at this exploitability, as a part of the pot; 0.003 unless given, or iterations are.'),
    iterations: z.int().min(1).max(1_000_000).optional().describe('Stops after so many iterations at the latest.'),
    seconds: z
      .number()
      .gt(0)
      .max(86_400)
      .optional()
      .describe('Stops after so many seconds of computing at the latest.'),
    method: z.enum(['auto', 'exact', 'bucketed']).optional().describe('How rivers behind a flop are played.'),
    buckets: z.int().min(1).max(4096).optional().describe('Buckets of a river.'),
    storage: z.enum(['auto', 'f32', 'i16']).optional().describe('Bits a number is kept in while solving.'),
    firstStreetOnly: z
      .boolean()
      .optional()
      .describe('The file holds the first street; later ones are solved again when looked at.'),
    priority: z.int().min(-10).max(10).optional().describe('Among one’s own jobs; higher first.'),
  })
  .meta({ id: 'SolveOptions' });

export const solveRequestSchema = z
  .looseObject({
    ploscope: z.literal('spot/1').optional(),
    options: solveOptionsSchema.optional().describe('How to solve it; not a part of the spot.'),
  })
  .meta({
    id: 'SolveRequest',
    description: 'A spot document (`spot/1`) with two ranges and a tree; see docs/solver.md.',
  });

export type SolveOptions = z.infer<typeof solveOptionsSchema>;
export type SolveRequest = z.infer<typeof solveRequestSchema>;
