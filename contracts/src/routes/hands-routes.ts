/** Played hands: imported, listed, replayed, counted, exported. */
import { z } from 'zod';
import { doneSchema, idParamsSchema, pageQuerySchema, pageSchema } from '../answered.ts';
import {
  handGraphSchema,
  handLineSchema,
  handSchema,
  handSortSchema,
  handStatisticsSchema,
  importAnswerSchema,
  importRequestSchema,
  MAX_FILTER_CHARS,
} from '../hands.ts';
import { BODY_ERRORS, type Route } from './route.ts';

const hands = { tag: 'hands', params: null, query: null, body: null, access: 'player', limit: 'read' } as const;
const filter = z.string().max(MAX_FILTER_CHARS).optional().describe('Which hands, in poker’s text of a filter.');
const one = { ...hands, owned: true, params: idParamsSchema, errors: ['request', 'not-found', 'rate-limit'] } as const;

export const HANDS_ROUTES = {
  importHands: {
    ...hands,
    method: 'POST',
    path: '/api/hands/import',
    summary: 'Imports hands from a text; a hand that is there already is counted, not stored twice.',
    limit: 'import',
    idempotent: true,
    body: importRequestSchema,
    answers: { 200: importAnswerSchema },
    errors: [...BODY_ERRORS, 'hands-full', 'time-budget', 'busy', 'client-busy', 'idempotency-key', 'rate-limit'],
  },
  hands: {
    ...hands,
    method: 'GET',
    path: '/api/hands',
    summary: 'One’s own hands, the newest first unless told.',
    query: z.strictObject({
      ...pageQuerySchema.shape,
      filter,
      sort: handSortSchema.default('newest'),
    }),
    answers: { 200: pageSchema(handLineSchema, 'Hands') },
    errors: ['request', 'hand-filter', 'client-busy', 'rate-limit'],
  },
  hand: { ...one, method: 'GET', path: '/api/hands/:id', summary: 'One hand, whole.', answers: { 200: handSchema } },
  handSource: {
    ...one,
    method: 'GET',
    path: '/api/hands/:id/source',
    summary: 'The text it was read from.',
    answers: {},
    file: 'text/plain',
  },
  deleteHand: {
    ...one,
    method: 'DELETE',
    path: '/api/hands/:id',
    summary: 'Deletes a hand and its reviews.',
    answers: { 200: doneSchema },
  },
  handStatistics: {
    ...hands,
    method: 'GET',
    path: '/api/hands/statistics',
    summary: 'Statistics of the hands of a filter, of the player or of somebody at the table.',
    query: z.strictObject({ filter, player: z.string().max(100).optional() }),
    answers: { 200: handStatisticsSchema },
    errors: ['request', 'hand-filter', 'client-busy', 'rate-limit'],
  },
  handGraph: {
    ...hands,
    method: 'GET',
    path: '/api/hands/graph',
    summary: 'Results over time, of the hands of a filter.',
    query: z.strictObject({ filter }),
    answers: { 200: handGraphSchema },
    errors: ['request', 'hand-filter', 'client-busy', 'rate-limit'],
  },
  exportHands: {
    ...hands,
    method: 'GET',
    path: '/api/hands/export',
    summary: 'The hands of a filter as one file.',
    query: z.strictObject({ filter, format: z.enum(['phh', 'ohh']).default('phh') }),
    answers: {},
    file: 'text/plain',
    errors: ['request', 'hand-filter', 'client-busy', 'rate-limit'],
  },
} as const satisfies Record<string, Route>;
