/** Somebody who uses the interface over real HTTP: what they send, and what they were answered, byte by byte. */
import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  /** The body where it is JSON, else undefined. */
  readonly json: unknown;
}

export interface Sent {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Kept open over requests, as a browser and a proxy keep theirs. */
const agent = new Agent({ keepAlive: true, maxSockets: 16 });

export function closeConnections(): void {
  agent.destroy();
}

/** Sends one request; `bearer` is null for nobody. */
export function send(url: string, bearer: string | null, { method, path, body, headers }: Sent): Promise<Reply> {
  const text = body === undefined ? null : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const asked = request(
      url + path,
      {
        method,
        agent,
        headers: {
          ...(bearer === null ? {} : { authorization: `Bearer ${bearer}` }),
          ...(text === null ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
          ...headers,
        },
      },
      (response) => {
        response.toArray().then((parts: Buffer[]) => {
          const answered = Buffer.concat(parts).toString('latin1');
          const isJson = (response.headers['content-type'] ?? '').startsWith('application/json');
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            text: answered,
            json: isJson && answered !== '' ? JSON.parse(Buffer.concat(parts).toString()) : undefined,
          });
        }, reject);
      },
    );
    asked.on('error', reject);
    asked.end(text ?? undefined);
  });
}

/** The code of an error; null for an answer that is none. */
export function codeOf({ json }: Reply): string | null {
  return (json as { error?: { code?: string } } | undefined)?.error?.code ?? null;
}
