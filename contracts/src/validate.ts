/** Reading an unknown document by its schema. A document of the wrong form is an error value naming its first wrong field. */
import type { z } from 'zod';
import { catalogueError } from './catalogue-error.ts';
import { plainEquityRequest, refuseSpotForm } from './equity-reading.ts';
import { equityRequestSchema } from './equity-request.ts';
import type { WireError } from './error-body.ts';

/** Checks a document; the error names the first field that is wrong, as `hands[1]` or `detail.combos`. */
export function validate<S extends z.ZodType>(
  schema: S,
  document: unknown,
): { ok: true; value: z.output<S> } | { ok: false; error: WireError } {
  const isEquity = Object.is(schema, equityRequestSchema);
  const read = schema.safeParse(isEquity ? plainEquityRequest(document) : document);
  if (read.success) return { ok: true, value: read.data };
  return { ok: false, error: (isEquity ? refuseSpotForm(document) : null) ?? firstIssue(read.error) };
}

function firstIssue(error: z.ZodError): WireError {
  const issue = error.issues[0];
  const unknownKey = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1) : [];
  const field = formatField([...(issue?.path ?? []), ...unknownKey]);
  return { ...catalogueError('request', issue?.message.slice(0, 300)), field };
}

/** A path such as ['hands', 1] as `hands[1]`; null for the whole document. */
function formatField(path: readonly PropertyKey[]): string | null {
  const text = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return text === '' ? null : text.replace(/^\./, '').slice(0, 80);
}
