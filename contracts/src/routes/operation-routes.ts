/** Health, for load balancers and people. */
import { healthySchema, unhealthySchema } from '../health.ts';
import type { Route } from './route.ts';

const health = {
  method: 'GET',
  summary: 'Whether this server can do its work: a small equity is really computed, the database really asked.',
  tag: 'operation',
  access: 'anyone',
  limit: null,
  params: null,
  query: null,
  body: null,
  answers: { 200: healthySchema, 503: unhealthySchema },
  errors: [],
} as const;

export const OPERATION_ROUTES = {
  health: { ...health, path: '/health' },
  apiHealth: { ...health, path: '/api/health' },
} as const satisfies Record<string, Route>;
