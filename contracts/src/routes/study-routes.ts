/** Spots and their equities, answered at once. */
import { equityAnswerSchema } from '../equity-answer.ts';
import { equityRequestSchema } from '../equity-request.ts';
import { BODY_ERRORS, type Route } from './route.ts';

export const STUDY_ROUTES = {
  equity: {
    method: 'POST',
    path: '/api/study/equity',
    summary: 'Equity of two to eight hands or ranges, on one board or two.',
    tag: 'study',
    access: 'anyone',
    limit: 'compute',
    params: null,
    query: null,
    body: equityRequestSchema,
    answers: { 200: equityAnswerSchema },
    errors: [...BODY_ERRORS, 'time-budget', 'rate-limit', 'client-busy', 'busy'],
  },
} as const satisfies Record<string, Route>;
