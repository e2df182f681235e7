export { type AddRoute, type Ask, type RouteGuards, routesOn } from './add-route.ts';
export { addApiDocs } from './api-docs.ts';
export { ApiError, wireError } from './api-error.ts';
export type { Asker, Authenticate } from './asker.ts';
export { createApp } from './create-app.ts';
export { addHealthRoutes } from './health.routes.ts';
export { routeOf } from './route-schema.ts';
export { addStaticApp } from './static-app.ts';
