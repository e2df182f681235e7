/**
 * The HTTP interface as a table: method, path, what goes in, what comes out, which errors of its own it answers. The
 * server registers its routes from here, OpenAPI is generated from here, and clients read paths from here.
 */
import type { z } from 'zod';
import { equityAnswerSchema } from './equity-answer.ts';
import { equityRequestSchema } from './equity-request.ts';
import type { ErrorCode } from './error-codes.ts';
import { healthySchema, unhealthySchema } from './health.ts';

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  /** Body of the request; null for none. */
  readonly body: z.ZodType | null;
  /** Answers that are not errors, by status. */
  readonly answers: Readonly<Record<number, z.ZodType>>;
  /** Error codes it answers besides those of a wrong spot and those any route can answer. */
  readonly errors: readonly ErrorCode[];
}

const health = {
  method: 'GET',
  summary: 'Whether this server can compute; a small equity is really computed.',
  tag: 'operation',
  body: null,
  answers: { 200: healthySchema, 503: unhealthySchema },
  errors: [],
} as const;

export const ROUTES = {
  equity: {
    method: 'POST',
    path: '/api/study/equity',
    summary: 'Equity of two to eight hands or ranges, on one board or two.',
    tag: 'study',
    body: equityRequestSchema,
    answers: { 200: equityAnswerSchema },
    errors: [
      'malformed-json',
      'request',
      'media-type',
      'compressed-body',
      'body-too-large',
      'time-budget',
      'rate-limit',
      'client-busy',
      'busy',
    ],
  },
  health: { ...health, path: '/health' },
  apiHealth: { ...health, path: '/api/health' },
} as const satisfies Record<string, Route>;
