export { addApiDocs } from './api-docs.ts';
export { ApiError, wireError } from './api-error.ts';
export { createApp } from './create-app.ts';
export { addHealthRoutes } from './health.routes.ts';
export { addRateLimit } from './rate-limit.ts';
export { routeOf } from './route-schema.ts';
export { addStaticApp } from './static-app.ts';
