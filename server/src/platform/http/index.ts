export { type AddRoute, answer, routesOn } from './add-route.ts';
export { addApiDocs } from './api-docs.ts';
export { ApiError, wireError } from './api-error.ts';
export { type Asker, type Authenticate, bearerOf } from './asker.ts';
export { addCors } from './cors.ts';
export { createApp } from './create-app.ts';
export { addHealthRoutes, type Probe } from './health.routes.ts';
export { refuseForeignOrigin } from './origin.ts';
export { addStaticApp } from './static-app.ts';
