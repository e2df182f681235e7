/** Shapes that many answers share. */
import { z } from 'zod';

/** A row's id: UUID, version 7 where we made it. */
export const idSchema = z.uuid().describe('Id of the row.');

/** The path of one row. */
export const idParamsSchema = z.strictObject({ id: idSchema });

/** An instant: UTC, ISO 8601. */
export const instantSchema = z.iso.datetime();

/** Nothing to say but that it is done. */
export const doneSchema = z.object({ ok: z.literal(true) }).meta({ id: 'Done' });

/** A page of a list: newest first, `cursor` of the last answer goes on from there. */
export const pageQuerySchema = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(50).describe('Rows of one answer.'),
  cursor: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,200}$/)
    .optional()
    .describe('`next` of the answer before.'),
});

/** A page: its rows and the cursor of the next, null at the end. */
export function pageSchema<S extends z.ZodType>(row: S, id: string) {
  return z
    .object({ rows: z.array(row), next: z.string().nullable().describe('Cursor of the next page.') })
    .meta({ id });
}
