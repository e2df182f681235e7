/** `docs/errors.md`, written from the catalogue. */
import { type CatalogueEntry, WIRE_ERRORS } from './error-catalogue.ts';
import { SPOT_ERRORS, SPOT_STATUS } from './spot-errors.ts';

/** The text of `docs/errors.md`. */
export function formatErrorDocument(): string {
  const wire: Readonly<Record<string, CatalogueEntry>> = WIRE_ERRORS;
  return `${[
    '# Errors',
    '',
    '<!-- Written by `node tools/documents.mjs` from contracts/src; edit it there. -->',
    '',
    'Every error has one form, over HTTP and in a line of a batch:',
    '',
    '```json',
    '{ "error": { "code": "bad-rank", "message": "…", "at": 3, "end": 4, "field": "hands[1]", "hint": "…" } }',
    '```',
    '',
    '`field` is the part of the document it is about and `at` … `end` the characters of its text (0-based, `end`',
    'excluded); both are null where there is no such place. `hint` says what would have been right, or is null.',
    '',
    '## The request',
    '',
    '| Code | Status | Message | What helps |',
    '|---|---|---|---|',
    ...Object.entries(wire).map(([code, e]) => `| \`${code}\` | ${e.status} | ${e.message} | ${e.remedy} |`),
    '',
    '## The spot',
    '',
    `These answer ${SPOT_STATUS}. Their messages name the card, the term or the player.`,
    '',
    '| Code | When |',
    '|---|---|',
    ...Object.entries(SPOT_ERRORS).map(([code, when]) => `| \`${code}\` | ${when} |`),
  ].join('\n')}\n`;
}
