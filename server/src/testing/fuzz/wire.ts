/**
 * Connections that are kept open and carry any bytes at all: Node's own client would refuse to send most of what is
 * wrong. Reads answers of HTTP/1.1 as strictly as a proxy would.
 */
import { connect, type Socket } from 'node:net';

export interface Bytes {
  readonly head: string;
  readonly body: Buffer;
  /** The rest is never sent and the connection is dropped. */
  readonly cut?: boolean;
  /** The body is sent in pieces, one every so many milliseconds. */
  readonly slowMs?: number;
}

export interface Answered {
  readonly status: number;
  /** By lower-case names; a repeated header as its last. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** How a request ended: an answer, or `closed` without one, or `silent`: neither within the time. */
export type Ended = Answered | 'closed' | 'silent' | 'cut';

const PATIENCE_MS = 15_000;

export interface Connection {
  /** One at a time. */
  exchange(request: Bytes, how: { readonly isHead: boolean; readonly isBroken: boolean }): Promise<Ended>;
  close(): void;
}

export function openConnection(port: number, host: string): Connection {
  let socket: Socket | null = null;
  return {
    async exchange(request, { isHead, isBroken }) {
      socket ??= connect(port, host);
      const using = socket;
      const drop = (): void => {
        using.destroy();
        if (socket === using) socket = null;
      };
      const ended = await exchangeOn(using, request, isHead);
      const isHalf = request.cut === true || request.slowMs !== undefined;
      const isOver = typeof ended === 'string' || ended.headers.connection === 'close' || using.destroyed || isHalf;
      // What was not read of this request would be taken for the next.
      if (isOver || isBroken || ended.status >= 400) drop();
      return ended;
    },
    close: () => socket?.destroy(),
  };
}

function exchangeOn(socket: Socket, { head, body, cut = false, slowMs = 0 }: Bytes, isHead: boolean): Promise<Ended> {
  return new Promise((resolve) => {
    let got = Buffer.alloc(0);
    const timer = setTimeout(() => end('silent'), PATIENCE_MS);
    const end = (how: Ended): void => {
      clearTimeout(timer);
      socket.off('data', onData).off('close', onClose).off('error', onError);
      socket.on('error', () => undefined);
      resolve(how);
    };
    const onData = (chunk: Buffer): void => {
      got = Buffer.concat([got, chunk]);
      const answer = readAnswer(got, isHead);
      if (answer !== null) end(answer);
    };
    // A refusal that closes may be told by the line's end alone.
    const onClose = (): void => end(readAnswer(got, isHead, true) ?? 'closed');
    const onError = (): void => undefined;
    socket.on('data', onData).on('close', onClose).on('error', onError);
    socket.write(head, 'latin1');
    if (cut) {
      socket.write(body.subarray(0, body.length >> 1));
      setTimeout(() => end('cut'), 30);
    } else if (slowMs > 0) void drip(socket, body, slowMs);
    else if (body.length > 0) socket.write(body);
  });
}

async function drip(socket: Socket, body: Buffer, everyMs: number): Promise<void> {
  const piece = Math.max(1, Math.ceil(body.length / 5));
  for (let at = 0; at < body.length && !socket.destroyed; at += piece) {
    socket.write(body.subarray(at, at + piece));
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

/** The first whole answer in some bytes that is no `100 Continue`; null while there is none. */
function readAnswer(bytes: Buffer, isHead: boolean, isClosed = false): Answered | null {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd < 0) return null;
  const [first = '', ...lines] = bytes.toString('latin1', 0, headEnd).split('\r\n');
  const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(first)?.[1] ?? 0);
  const rest = bytes.subarray(headEnd + 4);
  if (status === 100) return readAnswer(rest, isHead, isClosed);
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  if (isHead || status === 204 || status === 304) return { status, headers, body: Buffer.alloc(0) };
  const body = headers['transfer-encoding'] === 'chunked' ? unchunk(rest) : sized(rest, headers, isClosed);
  return body === null ? null : { status, headers, body };
}

function sized(rest: Buffer, headers: Readonly<Record<string, string>>, isClosed: boolean): Buffer | null {
  const length = headers['content-length'];
  if (length === undefined) return isClosed ? rest : null;
  return rest.length < Number(length) ? null : rest.subarray(0, Number(length));
}

function unchunk(bytes: Buffer): Buffer | null {
  const parts: Buffer[] = [];
  for (let at = 0; ; ) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd < 0) return null;
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    if (size === 0) return Buffer.concat(parts);
    if (bytes.length < lineEnd + 2 + size + 2) return null;
    parts.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
    at = lineEnd + 4 + size;
  }
}
