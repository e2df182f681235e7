/**
 * The HTTP interface as a table: method, path, who may ask, what goes in, what comes out, which errors of its own it
 * answers. The server registers its routes from here, OpenAPI is generated from here, and clients read paths from here.
 */
import { AUTH_ROUTES } from './auth-routes.ts';
import { HANDS_ROUTES } from './hands-routes.ts';
import { JOBS_ROUTES } from './jobs-routes.ts';
import { OPERATION_ROUTES } from './operation-routes.ts';
import { REVIEW_ROUTES } from './review-routes.ts';
import { STUDY_ROUTES } from './study-routes.ts';

export const ROUTES = {
  ...OPERATION_ROUTES,
  ...STUDY_ROUTES,
  ...AUTH_ROUTES,
  ...JOBS_ROUTES,
  ...HANDS_ROUTES,
  ...REVIEW_ROUTES,
} as const;

export { HANDS_ROUTES } from './hands-routes.ts';
export type { Access, LimitName, Route } from './route.ts';
export { BODY_ERRORS } from './route.ts';
