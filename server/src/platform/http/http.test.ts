import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { ROUTES, type Route, statusOfError } from '@ploscope/contracts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createChecker, type OpenApi, operationsOf } from '../../testing/fuzz/openapi.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

let server: TestServer;
let web: string;
beforeAll(async () => {
  web = mkdtempSync(join(tmpdir(), 'ploscope-web-'));
  mkdirSync(join(web, 'assets'));
  writeFileSync(join(web, 'index.html'), '<!doctype html><title>app</title>');
  writeFileSync(join(web, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(web, 'assets/main-abc123.js'), 'export {};');
  writeFileSync(join(web, 'assets/main-abc123.js.br'), brotliCompressSync('export {};'));
  writeFileSync(join(web, 'assets/kernel-abc123.wasm'), Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
  writeFileSync(join(web, 'assets/plo4-1-abc123.bin'), Buffer.from([1]));
  writeFileSync(join(web, '.secret'), 'no');
  server = await startTestServer({}, { webRoot: web });
});
afterAll(async () => {
  await server.close();
  rmSync(web, { recursive: true });
});

/** Asks for an address exactly as it is written. */
function rawGet(path: string): Promise<{ status: number | undefined; body: unknown }> {
  const { hostname, port } = new URL(server.url);
  return new Promise((resolve, reject) => {
    const asked = request({ hostname, port, path }, async (response) => {
      const parts = await response.toArray();
      resolve({ status: response.statusCode, body: JSON.parse(Buffer.concat(parts).toString()) });
    });
    asked.on('error', reject).end();
  });
}

const get = (path: string, accept = '*/*'): Promise<Response> => fetch(server.url + path, { headers: { accept } });

describe('the web app', () => {
  test.each([
    ['/assets/main-abc123.js', 'javascript'],
    ['/assets/kernel-abc123.wasm', 'application/wasm'],
    ['/assets/plo4-1-abc123.bin', 'application/octet-stream'],
  ])('%s never changes and has its type', async (path, type) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toContain(type);
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  });

  test('the compressed twin of a file is sent to who reads it, as the same file', async () => {
    const response = await fetch(`${server.url}/assets/main-abc123.js`, { headers: { 'accept-encoding': 'br' } });
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('vary')).toContain('accept-encoding');
    expect(await response.text()).toBe('export {};');
    const plain = await fetch(`${server.url}/assets/main-abc123.js`, { headers: { 'accept-encoding': 'identity' } });
    expect(plain.headers.get('content-encoding')).toBeNull();
  });

  test.each(['/', '/index.html', '/favicon.svg'])('%s is asked for again each time', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  test('an address of the app gets the app, asked for as a page', async () => {
    const response = await get('/study/equity?x=1', 'text/html');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('<title>app</title>');
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(
      (await fetch(`${server.url}/study/equity`, { method: 'HEAD', headers: { accept: 'text/html' } })).status,
    ).toBe(200);
  });

  test.each([
    ['/study/equity', '*/*'],
    ['/assets/gone-123.js', 'text/html'],
    ['/api/nothing', 'text/html'],
    ['/api', 'text/html'],
    ['/.secret', 'text/html'],
    ['/..%2f..%2fpackage.json', 'text/html'],
  ])('%s asked for as %s is not found', async (path, accept) => {
    const response = await get(path, accept);
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: 'not-found' } });
  });

  test('without an app, a page is not found in the form of every error', async () => {
    const bare = await startTestServer();
    const response = await fetch(`${bare.url}/study`, { headers: { accept: 'text/html' } });
    expect([response.status, await response.json()]).toMatchObject([404, { error: { code: 'not-found' } }]);
    await bare.close();
  });

  test('another method than GET on a page is not found', async () => {
    const response = await fetch(`${server.url}/study`, { method: 'POST', headers: { accept: 'text/html' } });
    expect(response.status).toBe(404);
  });
});

describe('security', () => {
  test.each(['/', '/assets/main-abc123.js', '/health', '/api/nothing'])('%s has the headers', async (path) => {
    const { headers } = await get(path);
    const policy = headers.get('content-security-policy') ?? '';
    for (const part of [
      "default-src 'self'",
      "script-src 'self' 'wasm-unsafe-eval'",
      "style-src 'self'",
      "worker-src 'self'",
      "connect-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]) {
      expect(policy.split(/;\s*/)).toContain(part);
    }
    expect(policy).not.toMatch(/'unsafe-(eval|inline)'/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('cross-origin-embedder-policy')).toBeNull();
    expect(headers.get('x-powered-by')).toBeNull();
    expect(headers.get('server')).toBeNull();
  });

  test.each(['/%ff%fe', '/%', '//health', '/%00', '/api//health'])(
    'the address %s is told to be wrong',
    async (path) => {
      // `fetch` would read two slashes as a host of their own.
      const { status, body } = await rawGet(path);
      expect(status).toBe(400);
      expect(body).toMatchObject({ error: { code: 'bad-address', hint: expect.stringContaining('slashes') } });
    },
  );

  test.each(['*;a=b', '*', 'x'])('%s, which is no path, is refused', async (path) => {
    const { hostname, port } = new URL(server.url);
    const told = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect(Number(port), hostname, () => {
        socket.write(`POST ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`);
      });
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
    expect(told).toMatch(/^HTTP\/1\.1 40[04] /);
  });

  test.each([
    ['/%', {}],
    ['/api/study/equity', { 'content-encoding': 'gzip' }],
    ['//', {}],
  ])('a refusal before the route is known, as of %s, has the headers too', async (path, headers) => {
    const { hostname, port } = new URL(server.url);
    const refused = await new Promise<IncomingMessage>((resolve, reject) => {
      request({ hostname, port, path, headers }, resolve).on('error', reject).end();
    });
    expect(refused.statusCode).toBeGreaterThanOrEqual(400);
    expect(refused.headers['x-content-type-options']).toBe('nosniff');
    expect(refused.headers['content-security-policy']).toContain("frame-ancestors 'none'");
    refused.resume();
  });

  test.each([
    ['GET', '/api/study/equity', 'POST'],
    ['DELETE', '/api/study/equity', 'POST'],
    ['POST', '/health', 'GET, HEAD'],
    ['PUT', '/api/health?x=1', 'GET, HEAD'],
    ['POST', '/metrics', 'GET, HEAD'],
  ])('%s %s names the methods there are', async (method, path, allow) => {
    const response = await fetch(server.url + path, { method, headers: { accept: 'text/html' } });
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe(allow);
    expect(await response.json()).toMatchObject({ error: { code: 'method', hint: expect.any(String) } });
  });

  test('what is not HTTP is answered shortly and cut off', async () => {
    const { hostname, port } = new URL(server.url);
    const answer = await new Promise<string>((resolve, reject) => {
      let text = '';
      const socket = connect(Number(port), hostname, () => socket.write('nonsense\r\n\r\n'));
      socket.on('data', (chunk) => {
        text += chunk;
      });
      socket.on('close', () => resolve(text));
      socket.on('error', reject);
    });
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
  });
});

describe('operation', () => {
  test.each(['/health', '/api/health'])('%s tells that the kernel computes', async (path) => {
    const response = await get(path);
    expect(response.status).toBe(200);
    const body = (await response.json()) as { timestamp: string };
    expect(body).toEqual({ status: 'healthy', version: '0.0.0-test', timestamp: expect.any(String) });
    expect(Math.abs(Date.parse(body.timestamp) - Date.now())).toBeLessThan(5000);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });

  test('health is 503 when the kernel does not compute', async () => {
    const broken = await startTestServer({}, { workerUrl: new URL('file:///nowhere/study-worker.js') });
    try {
      const response = await fetch(`${broken.url}/health`);
      expect(response.status).toBe(503);
      expect(await response.json()).toMatchObject({ status: 'unhealthy', error: expect.any(String) });
      const asked = await broken.equity({ hands: ['AsAhKsKh', '9d8d7c6c'] });
      expect(asked.status).toBe(500);
      expect(JSON.stringify(asked.body)).not.toContain('nowhere');
    } finally {
      await broken.close();
    }
  });

  test('metrics count requests by route, so that no address makes a new series', async () => {
    for (const path of ['/a1', '/a2', '/assets/zz.js']) await get(path);
    await server.equity({ hands: ['AsAhKsKh', '9d8d7c6c'] });
    const text = await (await get('/metrics')).text();
    expect(text).toContain('http_requests_total{method="POST",endpoint="/api/study/equity"} 1');
    expect(text).toContain('http_request_duration_seconds_bucket{le="0.1",method="POST",endpoint="/api/study/equity"}');
    expect(text).toContain('equity_answers_total{method="hands",exact="true"} 1');
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).not.toMatch(/endpoint="\/a1/);
  });
});

describe('documentation', () => {
  test('OpenAPI 3.1 describes every route with its request, answers and errors', async () => {
    const document = (await (await get('/api/openapi.json')).json()) as OpenApi;
    expect(document.openapi).toBe('3.1.0');
    const operations = new Map(operationsOf(document).map((operation) => [operation.operationId, operation]));
    expect([...operations.keys()].sort()).toEqual(Object.keys(ROUTES).sort());
    const tags = document.tags.map(({ name }) => name);
    for (const [name, route] of Object.entries<Route>(ROUTES)) {
      const operation = operations.get(name);
      expect(operation?.method).toBe(route.method);
      expect(operation?.path).toBe(route.path.replace(/:(\w+)/g, '{$1}'));
      expect(operation?.summary).toBe(route.summary);
      expect(tags).toContain(operation?.tags[0]);
      const parameters = operation?.parameters ?? [];
      const named = parameters.filter((parameter) => parameter.in === 'path').map((parameter) => parameter.name);
      expect(named).toEqual([...route.path.matchAll(/:(\w+)/g)].map(([, parameter]) => parameter));
      expect(parameters.some((parameter) => parameter.in === 'query')).toBe(
        route.query !== null && name !== 'endGoogle',
      );
      expect(parameters.some((parameter) => parameter.name === 'idempotency-key')).toBe(route.idempotent ?? false);
      expect(operation?.requestBody !== undefined).toBe(route.body !== null);
      expect(operation?.security).toEqual(route.access === 'anyone' ? undefined : [{ bearer: [] }]);
      const errors = route.errors.map((code) => String(statusOfError(code)));
      const statuses = Object.keys(operation?.responses ?? {});
      expect(statuses).toEqual(expect.arrayContaining([...Object.keys(route.answers), ...errors]));
      for (const answer of Object.values(operation?.responses ?? {})) expect(answer.description).not.toBe('');
    }
    expect(document.components.securitySchemes).toMatchObject({ bearer: { type: 'http', scheme: 'bearer' } });
  });

  test('OpenAPI names no schema that is not in it, and each is one that can be checked by', async () => {
    const document = (await (await get('/api/openapi.json')).json()) as OpenApi;
    const text = JSON.stringify(document);
    expect(text).not.toMatch(/"\$ref":"(?!#\/components\/schemas\/)/);
    for (const [, name] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      expect(document.components.schemas).toHaveProperty(name ?? '');
    }
    const check = createChecker(document);
    for (const schema of Object.values(document.components.schemas)) expect(check(schema, '\u0000')).not.toBeNull();
  });

  test('OpenAPI has each schema once, and only those that are used', async () => {
    const document = (await (await get('/api/openapi.json')).json()) as OpenApi;
    const names = Object.keys(document.components.schemas);
    const used = [...JSON.stringify(document).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
    expect([...new Set(used)].sort()).toEqual(names.sort());
    expect(names.filter((name) => name.endsWith('Input'))).toEqual([]);
    expect(document.components.schemas.SolveRequest).toMatchObject({ properties: { options: {} } });
  });

  test('/api/docs shows it, with a policy of its own', async () => {
    const response = await get('/api/docs', 'text/html');
    expect(response.status).toBe(200);
    const page = await response.text();
    expect(page).toContain('swagger-ui');
    expect(response.headers.get('content-security-policy')).not.toContain('unsafe-eval');
    for (const [, path] of page.matchAll(/(?:src|href)="(\/[^"]+)"/g)) {
      expect((await get(path ?? '')).status).toBe(200);
    }
    expect(page).not.toMatch(/<script(?![^>]*src=)[^>]*>[^<]/);
  });
});
