/** Reviews of played hands: what each decision cost, by a solve of its spot; and the ranges they give those not seen. */
import { z } from 'zod';
import { doneSchema, idParamsSchema, pageQuerySchema, pageSchema } from '../answered.ts';
import {
  profileSchema,
  reviewLineSchema,
  reviewRequestSchema,
  reviewStateSchema,
  reviewsQueuedSchema,
  setProfileSchema,
} from '../hands.ts';
import { BODY_ERRORS, type Route } from './route.ts';

const hands = { tag: 'hands', params: null, query: null, body: null, access: 'player', limit: 'read' } as const;
const one = { ...hands, owned: true, params: idParamsSchema, errors: ['request', 'not-found', 'rate-limit'] } as const;

export const REVIEW_ROUTES = {
  reviewHands: {
    ...hands,
    method: 'POST',
    path: '/api/hands/reviews',
    summary: 'Queues hands for review: their decisions become spots, which are solved as jobs.',
    account: true,
    limit: 'submit',
    idempotent: true,
    body: reviewRequestSchema,
    answers: { 202: reviewsQueuedSchema },
    errors: [...BODY_ERRORS, 'hand-filter', 'too-many-jobs', 'idempotency-key', 'client-busy', 'rate-limit'],
  },
  reviews: {
    ...hands,
    method: 'GET',
    path: '/api/hands/reviews',
    summary: 'Reviews, the costliest first unless told.',
    query: z.strictObject({
      ...pageQuerySchema.shape,
      sort: z.enum(['ev-lost', 'newest']).default('ev-lost'),
      state: reviewStateSchema.exclude(['none']).optional(),
    }),
    answers: { 200: pageSchema(reviewLineSchema, 'Reviews') },
    errors: ['request', 'rate-limit'],
  },
  deleteReview: {
    ...one,
    method: 'DELETE',
    path: '/api/hands/reviews/:id',
    summary: 'Deletes a review; one that waits is not computed any more.',
    answers: { 200: doneSchema },
  },
  rangeProfile: {
    ...hands,
    method: 'GET',
    path: '/api/hands/profile',
    summary: 'The ranges that reviews give players whose cards are not seen.',
    answers: { 200: profileSchema },
    errors: ['rate-limit'],
  },
  setRangeProfile: {
    ...hands,
    method: 'POST',
    path: '/api/hands/profile',
    summary: 'Sets the ranges that reviews give.',
    body: setProfileSchema,
    answers: { 200: doneSchema },
    errors: [...BODY_ERRORS, 'hand-profile', 'rate-limit'],
  },
} as const satisfies Record<string, Route>;
