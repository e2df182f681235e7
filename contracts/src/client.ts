/**
 * The typed client: any route of the table, called from anywhere that has `fetch`. The page and the command line use it.
 *
 * An answer that is an error comes back as a value, never as an exception; a server that cannot be reached rejects with
 * what `fetch` says.
 */
import type { z } from 'zod';
import { catalogueError } from './catalogue-error.ts';
import { errorBodySchema, type WireError } from './error-body.ts';
import type { Route } from './routes/index.ts';

/** As much of `Response` as is read here: this room knows neither Node nor the browser. */
export interface WebAnswer {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  json(): Promise<unknown>;
}

/** As much of `RequestInit` as is said. */
export interface WebCall {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  readonly signal?: unknown;
  readonly credentials: 'same-origin';
}

type Input<S extends z.ZodType | null> = S extends z.ZodType ? z.input<S> : undefined;
type Field<K extends string, S extends z.ZodType | null> = S extends z.ZodType
  ? { readonly [P in K]: z.input<S> }
  : object;

/** What a call of a route takes. */
export type CallOf<R extends Route> = Field<'params', R['params']> &
  (R['query'] extends z.ZodType ? { readonly query?: Input<R['query']> } : object) &
  Field<'body', R['body']> & {
    readonly idempotencyKey?: string;
    /** An `AbortSignal`. */
    readonly signal?: unknown;
  };

/** What it answers. */
export type AnswerOf<R extends Route> = z.output<R['answers'][keyof R['answers']]>;

export type Called<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly status: number; readonly error: WireError; readonly retryAfterS: number | null };

export interface ClientSettings<A extends WebAnswer> {
  /** Such as `http://localhost:3000`; empty in a page, for its own server. */
  readonly baseUrl: string;
  readonly fetch: (url: string, call: WebCall) => Promise<A>;
  /** The access token to send, if any; asked for at each call. */
  readonly token?: () => Promise<string | null> | string | null;
}

export interface Client<A extends WebAnswer = WebAnswer> {
  call<R extends Route>(route: R, call: CallOf<R>): Promise<Called<AnswerOf<R>>>;
  /** For a route that answers a file: the answer whose body is to be read. */
  file<R extends Route>(route: R, call: CallOf<R>): Promise<Called<A>>;
}

interface AnyCall {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly signal?: unknown;
}

export function createClient<A extends WebAnswer>({ baseUrl, fetch, token }: ClientSettings<A>): Client<A> {
  const send = async (route: Route, { params, query, body, idempotencyKey, signal }: AnyCall): Promise<A> => {
    const bearer = (await token?.()) ?? null;
    return fetch(`${baseUrl}${addressOf(route.path, params ?? {}, query ?? {})}`, {
      method: route.method,
      headers: {
        ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
        ...(route.body === null ? {} : { 'content-type': 'application/json' }),
        ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
      },
      ...(route.body === null ? {} : { body: JSON.stringify(body) }),
      ...(signal === undefined ? {} : { signal }),
      credentials: 'same-origin',
    });
  };
  return {
    async call(route, call) {
      const response = await send(route, call as AnyCall);
      const document: unknown = await response.json().catch(() => undefined);
      const schema = route.answers[response.status];
      const read = schema?.safeParse(document);
      if (read?.success) return { ok: true, value: read.data as AnswerOf<typeof route> };
      return refusal(response, document);
    },
    async file(route, call) {
      const response = await send(route, call as AnyCall);
      if (response.status === 200) return { ok: true, value: response };
      return refusal(response, await response.json().catch(() => undefined));
    },
  };
}

function refusal(response: WebAnswer, document: unknown): Called<never> & { ok: false } {
  const read = errorBodySchema.safeParse(document);
  const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
  return {
    ok: false,
    status: response.status,
    // An answer that is none of ours: a proxy's page, or another program's.
    error: read.success ? read.data.error : catalogueError(response.status >= 500 ? 'unavailable' : 'not-found'),
    retryAfterS: Number.isFinite(retryAfter) ? retryAfter : null,
  };
}

/** The path with its parameters and its query. */
function addressOf(
  path: string,
  params: Readonly<Record<string, string>>,
  query: Readonly<Record<string, unknown>>,
): string {
  const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = Object.entries(query)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`);
  return search.length === 0 ? filled : `${filled}?${search.join('&')}`;
}
