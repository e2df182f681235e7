/** Jobs as they cross the wire, over HTTP and as news on a socket. */
import { z } from 'zod';
import { idSchema, instantSchema } from './answered.ts';
import { equityAnswerSchema } from './equity-answer.ts';
import { errorBodySchema } from './error-body.ts';
import { reviewedDecisionSchema } from './hands.ts';

export const jobStatusSchema = z.enum(['QUEUED', 'PROCESSING', 'COMPLETED', 'FAILED', 'CANCELLED']);

/** How far a job is. What a kind of job does not know is null. */
export const jobProgressSchema = z
  .object({
    fraction: z.number().min(0).max(1).nullable().describe('Part of the work done.'),
    iterations: z.int().nullable().describe('Iterations of a solve.'),
    exploitability: z.number().nullable().describe('Part of the pot, as last measured; rough while `rough`.'),
    rough: z.boolean(),
    elapsedMs: z.number().describe('Time computed, waiting and attempts that died left out.'),
  })
  .meta({ id: 'JobProgress' });

/** What a finished solve tells; its strategies are the file. */
export const solveFiguresSchema = z
  .object({
    exploitability: z.number().describe('Part of the pot: a best response to what is stored, in the real game.'),
    ev: z.array(z.number()).length(2).describe('EV of the first and the second player, in chips.'),
    iterations: z.int(),
    elapsedMs: z.number(),
    bytes: z.int().describe('Size of the file.'),
  })
  .meta({ id: 'SolveFigures' });

/** What a finished review tells: the decisions of its hand, in order. */
export const reviewFiguresSchema = z
  .object({
    exploitability: z.number().describe('Part of the pot, of the first street that was solved.'),
    iterations: z.int().describe('Of all its streets.'),
    elapsedMs: z.number(),
    decisions: z.array(reviewedDecisionSchema),
  })
  .meta({ id: 'ReviewFigures' });

const job = {
  id: idSchema,
  label: z.string().describe('What it is about, in a few words: game, board and chips, or the hands.'),
  status: jobStatusSchema,
  progress: jobProgressSchema.nullable(),
  error: errorBodySchema.shape.error.nullable().describe('Why it failed.'),
  priority: z.int(),
  attempt: z.int().describe('How often it was begun.'),
  createdAt: instantSchema,
  startedAt: instantSchema.nullable(),
  finishedAt: instantSchema.nullable(),
};

export const equityJobSchema = z
  .object({ ...job, kind: z.literal('equity'), result: equityAnswerSchema.nullable() })
  .meta({ id: 'EquityJob' });
export const solveJobSchema = z
  .object({ ...job, kind: z.literal('solve'), result: solveFiguresSchema.nullable() })
  .meta({ id: 'SolveJob' });
/** Reviews are jobs too, but stand in a list of their own (`hands.ts`). */
export const jobSchema = z.discriminatedUnion('kind', [equityJobSchema, solveJobSchema]);

/** The first answer to who submits. */
export const submittedSchema = z.object({ id: idSchema }).meta({ id: 'Submitted' });

/** A job nobody could finish, for an admin. */
export const deadJobSchema = z
  .object({
    id: idSchema,
    userId: idSchema,
    queue: z.string(),
    kind: z.string(),
    attempt: z.int(),
    error: errorBodySchema.shape.error.nullable(),
    createdAt: instantSchema,
    finishedAt: instantSchema.nullable(),
  })
  .meta({ id: 'DeadJob' });

/** What a player's jobs hold, and how much they may for another to be taken. */
export const jobStorageSchema = z
  .object({
    bytes: z
      .int()
      .min(0)
      .describe('What was asked, the spots of solves, and results; not the states of solves under way.'),
    limit: z.int().min(0),
  })
  .meta({ id: 'JobStorage' });

/** Sent to the owner's sockets as `job` whenever a job moved, and when it was deleted. */
export const jobNewsSchema = z.object({
  id: idSchema,
  kind: z.enum(['equity', 'solve', 'review']),
  status: z.enum([...jobStatusSchema.options, 'DELETED']),
  progress: jobProgressSchema.nullable(),
});

export type JobStatus = z.infer<typeof jobStatusSchema>;
export type JobProgress = z.infer<typeof jobProgressSchema>;
export type SolveFigures = z.infer<typeof solveFiguresSchema>;
export type Job = z.infer<typeof jobSchema>;
export type EquityJob = z.infer<typeof equityJobSchema>;
export type SolveJob = z.infer<typeof solveJobSchema>;
export type ReviewFigures = z.infer<typeof reviewFiguresSchema>;
export type JobStorage = z.infer<typeof jobStorageSchema>;
export type JobNews = z.infer<typeof jobNewsSchema>;
