/** What an `Idempotency-Key` may be, by HTTP as by gRPC: the columns that keep it hold this much, and no control characters. */
import { z } from 'zod';

const MAX_KEY_CHARS = 200;

export const idempotencyKeySchema = z
  .string()
  .min(1)
  .max(MAX_KEY_CHARS)
  // Spelled without `\p`, so that clients made from the schema read it without the flag of Unicode.
  .regex(/^[ -~\u00a0-\uffff]+$/);
