/** `/health` and `/api/health` for load balancers, `/metrics` for Prometheus. */
import { ROUTES } from '@ploscope/contracts';
import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../telemetry/index.ts';
import { routeOf } from './route-schema.ts';

/** Finds out whether the program does its work: null when it does, or one sentence on what does not. */
export type Probe = () => Promise<string | null>;

export function addHealthRoutes(app: FastifyInstance, version: string, probe: Probe, metrics: Metrics): void {
  for (const route of [ROUTES.health, ROUTES.apiHealth]) {
    app.route({
      ...routeOf(route),
      logLevel: 'warn',
      handler: async (_request, reply) => {
        const error = await probe();
        const timestamp = new Date().toISOString();
        reply.header('cache-control', 'no-store');
        if (error === null) return reply.send({ status: 'healthy', timestamp, version });
        return reply.code(503).send({ status: 'unhealthy', error, timestamp });
      },
    });
  }
  app.get('/metrics', { schema: { hide: true }, logLevel: 'warn' }, async (_request, reply) => {
    reply.header('cache-control', 'no-store').type(metrics.registry.contentType);
    return reply.send(await metrics.registry.metrics());
  });
}
