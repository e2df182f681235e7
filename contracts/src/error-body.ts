/** The one form of an error, over HTTP and in a batch line. */
import { z } from 'zod';

export const errorBodySchema = z
  .object({
    error: z.object({
      code: z.string().describe('One of the codes in docs/errors.md.'),
      message: z.string().describe('A sentence for the player.'),
      at: z.int().nullable().describe('Index of the first wrong character in the text of `field`.'),
      end: z.int().nullable().describe('Index after the last wrong character.'),
      field: z.string().nullable().describe('Part of the document it is about, such as `hands[1]`.'),
      hint: z.string().nullable().describe('What would have been right, where that is known.'),
    }),
  })
  .meta({ id: 'ErrorBody' });

export type ErrorBody = z.infer<typeof errorBodySchema>;
/** An error as it crosses the wire. */
export type WireError = ErrorBody['error'];
