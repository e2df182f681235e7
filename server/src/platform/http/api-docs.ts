/**
 * `/api/openapi.json`, generated from contracts, and its reader at `/api/docs`. The reader brings its own inline
 * styles and scripts, so its pages alone have its own content policy.
 */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { withoutTwins } from './openapi-schemas.ts';

/** Must be added before the routes it describes. */
export async function addApiDocs(app: FastifyInstance, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'PLOScope',
        version,
        description: 'Equities and solved spots for Pot-Limit Omaha and Hold’em. Codes of errors: docs/errors.md.',
        license: { name: 'MIT', identifier: 'MIT' },
      },
      tags: [
        { name: 'study', description: 'Spots and their equities' },
        { name: 'jobs', description: 'What takes longer than a request may: submitted, watched, cancelled, fetched' },
        { name: 'hands', description: 'Played hands: imported, listed, counted, reviewed, exported' },
        { name: 'auth', description: 'Accounts, sessions, second factor, personal access tokens' },
        { name: 'operation', description: 'Health and metrics' },
      ],
      components: {
        securitySchemes: {
          bearer: {
            type: 'http',
            scheme: 'bearer',
            description: 'The access token of a sign-in (a JWT), or a personal access token (`plo_…`).',
          },
        },
      },
    },
    transform: jsonSchemaTransform,
    transformObject: (document) => withoutTwins(jsonSchemaTransformObject(document)),
  });
  app.get('/api/openapi.json', { schema: { hide: true } }, async (_request, reply) => reply.send(app.swagger()));
  await app.register(swaggerUi, {
    routePrefix: '/api/docs',
    staticCSP: {
      'default-src': "'self'",
      'script-src': "'self'",
      'style-src': "'self' 'unsafe-inline'",
      'img-src': "'self' data:",
      'object-src': "'none'",
      'base-uri': "'none'",
      'frame-ancestors': "'none'",
    },
  });
}
