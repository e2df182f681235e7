/** Jobs: what takes longer than a request may. Submitted, watched, cancelled, fetched. */
import { z } from 'zod';
import { doneSchema, idParamsSchema, pageQuerySchema, pageSchema } from '../answered.ts';
import { equityRequestSchema } from '../equity-request.ts';
import {
  deadJobSchema,
  equityJobSchema,
  jobSchema,
  jobStatusSchema,
  jobStorageSchema,
  solveJobSchema,
  submittedSchema,
} from '../jobs.ts';
import { solveRequestSchema } from '../solve-request.ts';
import { BODY_ERRORS, type Route } from './route.ts';

const jobs = { tag: 'jobs', params: null, query: null, body: null } as const;

const submit = {
  ...jobs,
  method: 'POST',
  access: 'player',
  account: true,
  limit: 'submit',
  idempotent: true,
  answers: { 202: submittedSchema },
  errors: [...BODY_ERRORS, 'too-many-jobs', 'storage-full', 'idempotency-key', 'rate-limit'],
} as const;
const one = {
  ...jobs,
  access: 'player',
  owned: true,
  limit: 'read',
  params: idParamsSchema,
} as const;
const read = { ...one, method: 'GET', errors: ['request', 'not-found', 'rate-limit'] } as const;
const cancel = {
  ...one,
  method: 'POST',
  answers: { 200: doneSchema },
  errors: ['request', 'not-found', 'job-over', 'rate-limit'],
} as const;

export const JOBS_ROUTES = {
  submitEquity: {
    ...submit,
    path: '/api/study/equities',
    summary: 'Submits an equity that may take minutes.',
    body: equityRequestSchema,
  },
  equityJob: {
    ...read,
    path: '/api/study/equities/:id',
    summary: 'How far an equity is, and its answer.',
    answers: { 200: equityJobSchema },
  },
  cancelEquity: { ...cancel, path: '/api/study/equities/:id/cancel', summary: 'Ends an equity.' },
  submitSolve: {
    ...submit,
    path: '/api/study/solves',
    summary: 'Submits a spot to be solved; one that does not fit is refused at once, with what it takes.',
    body: solveRequestSchema,
    errors: [...submit.errors, 'client-busy', 'busy', 'unavailable'],
  },
  solveJob: {
    ...read,
    path: '/api/study/solves/:id',
    summary: 'How far a solve is, and what it came to.',
    answers: { 200: solveJobSchema },
  },
  cancelSolve: { ...cancel, path: '/api/study/solves/:id/cancel', summary: 'Ends a solve.' },
  solveFile: {
    ...one,
    method: 'GET',
    path: '/api/study/solves/:id/result',
    summary: 'The strategies of a solve, a `.plos` file.',
    answers: {},
    file: 'application/octet-stream',
    errors: ['request', 'not-found', 'no-result', 'rate-limit'],
  },
  jobs: {
    ...jobs,
    method: 'GET',
    path: '/api/jobs',
    summary: 'One’s own jobs, the newest first.',
    access: 'player',
    limit: 'read',
    query: z.strictObject({ ...pageQuerySchema.shape, status: jobStatusSchema.optional() }),
    answers: { 200: pageSchema(jobSchema, 'Jobs') },
    errors: ['request', 'rate-limit'],
  },
  jobStorage: {
    ...jobs,
    method: 'GET',
    path: '/api/jobs/storage',
    summary: 'How much one’s own jobs hold, and how much they may.',
    access: 'player',
    limit: 'read',
    answers: { 200: jobStorageSchema },
    errors: ['rate-limit'],
  },
  deleteJob: {
    ...one,
    method: 'DELETE',
    path: '/api/jobs/:id',
    summary: 'Deletes a job that has ended, and its result.',
    answers: { 200: doneSchema },
    errors: ['request', 'not-found', 'job-open', 'rate-limit'],
  },
  deadJobs: {
    ...jobs,
    method: 'GET',
    path: '/api/admin/dead-jobs',
    summary: 'Jobs that were begun as often as they may be, of all players, the newest first.',
    access: 'admin',
    limit: 'read',
    query: pageQuerySchema,
    answers: { 200: pageSchema(deadJobSchema, 'DeadJobs') },
    errors: ['request', 'rate-limit'],
  },
  retryDeadJob: {
    ...jobs,
    method: 'POST',
    path: '/api/admin/dead-jobs/:id/retry',
    summary: 'Lets a dead job be tried again.',
    access: 'admin',
    limit: 'read',
    params: idParamsSchema,
    answers: { 200: doneSchema },
    errors: ['request', 'not-found', 'rate-limit'],
  },
} as const satisfies Record<string, Route>;
