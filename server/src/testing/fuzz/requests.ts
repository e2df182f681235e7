/** Requests made from our own OpenAPI: as it asks for, and then with one or two things wrong. */
import { ROUTES, type Route } from '@ploscope/contracts';
import type { Account } from '../interface/accounts.ts';
import { EXAMPLES } from '../interface/examples.ts';
import { hostileBytes, hostileText, mutate } from './hostile.ts';
import { type OpenApi, operationsOf, type Parameter, type Placed } from './openapi.ts';
import type { Random } from './random.ts';
import { sampleOf } from './schema-values.ts';
import type { Bytes } from './wire.ts';

export interface Attack {
  /** Whose contract holds for the answer; null where the address or the method is none of ours any more. */
  readonly operation: Placed | null;
  readonly bytes: Bytes;
  readonly isHead: boolean;
  /** It may be no HTTP at all, so the shortest answer will do. */
  readonly isBroken: boolean;
  /** The path names a row of somebody else's. */
  readonly isForeign: boolean;
}

/** Who asks, and ids to ask for. */
export interface Asking {
  readonly bearer: string | null;
  readonly account: Account | null;
  readonly ownIds: readonly string[];
  readonly foreignIds: readonly string[];
}

type Headers = [string, string][];
interface Draft {
  operation: Placed | null;
  method: string;
  target: string;
  headers: Headers;
  body: Buffer;
  isBroken: boolean;
  isForeign: boolean;
  cut?: boolean;
  slowMs?: number;
}

/** Hashing passwords and computing take the server's time, so they are asked for less. */
const WEIGHTS = { 'sign-in': 1, mail: 2, compute: 2, submit: 6, create: 6, import: 6, read: 6 } as const;

export function createAttacks(document: OpenApi): (asking: Asking, random: Random) => Attack {
  const operations = operationsOf(document).flatMap((operation) => {
    const route: Route | undefined = ROUTES[operation.operationId as keyof typeof ROUTES];
    return Array.from({ length: WEIGHTS[route?.limit ?? 'read'] }, () => operation);
  });
  return (asking, random) => {
    const draft = valid(random.pick(operations), document, asking, random);
    for (let wrong = random.pick([0, 1, 1, 1, 2]); wrong > 0; wrong--) random.pick(WRONGS)(draft, random);
    return finished(draft);
  };
}

function valid(operation: Placed, document: OpenApi, asking: Asking, random: Random): Draft {
  const draft: Draft = {
    operation,
    method: operation.method,
    target: operation.path,
    headers: asking.bearer === null ? [] : [['authorization', `Bearer ${asking.bearer}`]],
    body: Buffer.alloc(0),
    isBroken: false,
    isForeign: false,
  };
  const query: string[] = [];
  for (const parameter of operation.parameters ?? []) {
    if (parameter.in === 'path') {
      const foreign = random.chance(0.3) ? asking.foreignIds : [];
      const ids = foreign.length > 0 ? foreign : asking.ownIds;
      draft.isForeign = ids.length > 0 && ids === foreign;
      draft.target = draft.target.replace(`{${parameter.name}}`, ids.length > 0 ? random.pick(ids) : random.uuid());
    } else if (parameter.required || random.chance(0.4)) {
      const text = parameterText(parameter, document, random);
      if (parameter.in === 'query') query.push(`${parameter.name}=${encoded(text)}`);
      else draft.headers.push([parameter.name, text.replace(/[^\x20-\x7e]/g, '?')]);
    }
  }
  if (query.length > 0) draft.target += `?${query.join('&')}`;
  const schema = operation.requestBody?.content['application/json']?.schema;
  if (schema === undefined) return draft;
  const example = EXAMPLES[operation.operationId]?.body;
  let body = example !== undefined && random.chance(0.5) ? example(asking.account) : sampleOf(schema, document, random);
  if (random.chance(0.4)) body = mutate(body, random);
  draft.headers.push(['content-type', 'application/json']);
  draft.body = Buffer.from(JSON.stringify(body) ?? 'null');
  return draft;
}

function parameterText(parameter: Parameter, document: OpenApi, random: Random): string {
  if (random.chance(0.3)) return hostileText(random).slice(0, 300);
  return String(sampleOf(parameter.schema, document, random));
}

function encoded(text: string): string {
  return encodeURIComponent(Buffer.from(text).toString()).replaceAll("'", '%27');
}

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND', 'QUERY'];
const TARGETS = [
  '/',
  '//',
  '/api',
  '/api/',
  '/api/study/solves/',
  '/api/study/solves/%00',
  '/api/study/solves/%ff',
  '/api/study/solves/%',
  '/api/study/solves/..%2f..%2fadmin',
  '/api/../../etc/passwd',
  '/..%2f..%2fpackage.json',
  '/api/docs/static/..%2f..%2f..%2fpackage.json',
  '/api/docs/',
  '/metrics',
  '/api/openapi.json',
  '/api/mailbox',
  '/.ploscope/secret-key',
  '/socket.io/',
  '/socket.io/?EIO=4&transport=polling',
  '/socket.io/?EIO=3&transport=polling&sid=x',
  '/index.html',
  'http://evil.example/api/auth/me',
  '*',
  '/%c0%ae%c0%ae/',
  `/${'a/'.repeat(3000)}`,
  `/api/study/solves/${'a'.repeat(6000)}`,
  `/api/jobs?${'a=b&'.repeat(2000)}`,
  '/api/jobs?limit=1&limit=2',
  '/api/jobs?limit[]=1&__proto__[x]=1&constructor=2',
  '/api/jobs?%',
  '/api/jobs?cursor=%00',
];
const HEADERS: Headers = [
  ['content-type', 'text/plain'],
  ['content-type', 'application/json; charset=utf-16'],
  ['content-type', 'application/x-www-form-urlencoded'],
  ['content-type', 'multipart/form-data; boundary=x'],
  ['content-type', ';'],
  ['content-type', 'application/json, text/html'],
  ['content-encoding', 'gzip'],
  ['content-encoding', 'br, identity'],
  ['accept', 'application/xml;q=0.1'],
  ['accept', 'text/html'],
  ['accept-encoding', 'gzip;q=x'],
  ['authorization', 'Bearer'],
  ['authorization', 'Bearer a.b.c'],
  ['authorization', 'Basic YTpi'],
  ['authorization', `Bearer plo_${'é'.repeat(43)}`],
  ['authorization', `Bearer ${'z'.repeat(7000)}`],
  ['cookie', 'ploscope_refresh=x; ploscope_google=%7B'],
  ['cookie', `ploscope_refresh=${'A'.repeat(43)}; ploscope_google=${'A'.repeat(80)}`],
  ['cookie', '%%%=%%%;=;;,'],
  ['cookie', '__proto__=1; constructor=2'],
  ['origin', 'null'],
  ['origin', 'https://evil.example'],
  ['sec-fetch-site', 'cross-site'],
  ['host', 'evil.example'],
  ['host', 'a@b:c'],
  ['x-forwarded-for', "'; select 1 --"],
  ['x-forwarded-host', 'evil.example'],
  ['x-http-method-override', 'DELETE'],
  ['user-agent', 'é'.repeat(3000)],
  ['range', 'bytes=0-1,5-'],
  ['if-none-match', '*'],
  ['if-modified-since', 'never'],
  ['accept-version', '9.9.9'],
  ['access-control-request-method', 'X'],
  ['idempotency-key', ''],
  ['idempotency-key', 'k'.repeat(201)],
  ['idempotency-key', 'é\u0080'],
  ['connection', 'close'],
  ['connection', 'upgrade'],
  ['upgrade', 'h2c'],
  ['content-length', '1'],
];
/** These make the request none that HTTP knows. */
const BROKEN_HEADERS: Headers = [
  ['x-a', 'b\r\nx-injected: yes'],
  ['x-a', 'b\nx-injected: yes'],
  ['x-a', '\u0000'],
  ['bad name', 'x'],
  ['', 'x'],
  ['content-length', '-1'],
  ['content-length', '99999999999999999999'],
  ['transfer-encoding', 'chunked, chunked'],
  ['transfer-encoding', 'xchunked'],
  ['x-long', 'h'.repeat(20_000)],
  ['expect', '200-ok'],
  ['expect', '100-continue'],
  ['upgrade', 'websocket'],
];

type Wrong = (draft: Draft, random: Random) => void;
const bytesWrong: Wrong = (draft, random) => {
  draft.body = hostileBytes(draft.body.toString(), random);
};
const idWrong: Wrong = (draft, random) => {
  draft.target = draft.target.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, encoded(hostileText(random)).slice(0, 2000));
  draft.operation = null;
  draft.isForeign = false;
};
const WRONGS: readonly Wrong[] = [
  bytesWrong,
  bytesWrong,
  bytesWrong,
  idWrong,
  (draft, random) => {
    draft.target += `${draft.target.includes('?') ? '&' : '?'}${encoded(hostileText(random))}=${encoded(hostileText(random))}`;
  },
  (draft, random) => {
    draft.headers.push(random.pick(HEADERS));
  },
  (draft, random) => {
    draft.headers.push(random.pick(HEADERS), random.pick(HEADERS));
  },
  (draft, random) => {
    draft.headers.push(random.pick(BROKEN_HEADERS));
    draft.isBroken = true;
  },
  (draft, random) => {
    draft.method = random.pick(METHODS);
    draft.operation = null;
    draft.isForeign = false;
  },
  (draft, random) => {
    draft.target = random.pick(TARGETS);
    draft.operation = null;
    draft.isForeign = false;
  },
  (draft, random) => {
    draft.target += random.pick([' ', '\u00e9', '#x', '\\', '\u0000', '"', '/', ';a=b', '%2f', '%']);
    draft.operation = null;
    draft.isBroken = true;
  },
  (draft, random) => {
    if (random.chance(0.5)) draft.cut = true;
    else draft.slowMs = 20;
  },
];

/** Less than the 16 KiB of a head that Node reads. */
const MOST_HEAD = 15_000;

function finished(draft: Draft): Attack {
  const { method, target, cut, slowMs } = draft;
  const headers = [...draft.headers];
  const has = (name: string): boolean => headers.some(([given]) => given === name);
  if (!has('host')) headers.unshift(['host', 'localhost']);
  // A body that never comes would rightly be waited for.
  const isShort = draft.body.length === 0 && has('content-length');
  const body = isShort ? Buffer.from(' ') : draft.body;
  // Of two lengths the parser refuses the second, or takes what comes after the first as the next request.
  const lengths = headers.filter(([name]) => name === 'content-length' || name === 'transfer-encoding').length;
  if (lengths === 0 && (body.length > 0 || method === 'POST')) headers.push(['content-length', String(body.length)]);
  const isUpgrade = headers.some(([name, value]) => name === 'connection' && value === 'upgrade');
  const isBroken =
    draft.isBroken ||
    lengths > 0 ||
    isUpgrade ||
    has('upgrade') ||
    headers.filter(([name]) => name === 'host').length > 1;
  const head = `${method} ${target} HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  return {
    operation: draft.operation,
    bytes: {
      head,
      body,
      ...(cut === undefined ? {} : { cut }),
      ...(slowMs === undefined ? {} : { slowMs }),
    },
    isHead: method === 'HEAD',
    isBroken: isBroken || head.length > MOST_HEAD,
    isForeign: draft.isForeign,
  };
}
