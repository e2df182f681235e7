export { type AddRoute, type Ask, answer, type RouteGuards, routesOn } from './add-route.ts';
export { addApiDocs } from './api-docs.ts';
export { ApiError, wireError } from './api-error.ts';
export type { Asker, Authenticate } from './asker.ts';
export { addCors } from './cors.ts';
export { createApp } from './create-app.ts';
export { addHealthRoutes, type Probe } from './health.routes.ts';
export { routeOf } from './route-schema.ts';
export { addStaticApp } from './static-app.ts';
