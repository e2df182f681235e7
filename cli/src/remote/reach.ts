/**
 * Calls of a server that hold out: a connection that is lost, a server that starts again or one that says to wait is
 * asked again. One that was never reached is told at once.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Called } from '@ploscope/contracts';
import type { Failure } from '../failure.ts';
import { systemReason } from '../system-reason.ts';
import { say } from '../text/en.ts';
import { sayRemote } from '../text/en-remote.ts';

/** How long a server that has a job may be gone, in milliseconds. */
const GIVE_UP_MS = 600_000;
/** The same for a command that only asks. */
export const SHORT_MS = 20_000;
const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;
const LONGEST_TOLD_WAIT_S = 120;
/** No answer to a short question takes that long. */
const TIMEOUT_MS = 30_000;

/** The server is out of reach. */
export class OutOfReach extends Error {
  readonly failure: Failure;
  /** It was there before. */
  readonly wasReached: boolean;

  constructor(message: string, wasReached: boolean, hint: string = sayRemote.checkServer) {
    super(message);
    this.wasReached = wasReached;
    this.failure = { exitCode: 1, message, hint, place: null };
  }
}

type Call<T> = (signal: AbortSignal) => Promise<Called<T>>;

export interface Reach {
  /** Rejects with `OutOfReach`, or with the signal's reason. */
  hold<T>(call: Call<T>): Promise<Called<T>>;
  /** The same for what must not be done twice: it is asked again only where the server cannot have the request. */
  holdOnce<T>(call: Call<T>): Promise<Called<T>>;
}

export interface ReachSettings {
  readonly server: string;
  readonly signal: AbortSignal;
  /** Writes a note where the player sees it. */
  readonly tell: (note: string) => void;
  /** How long a server that was reached may be gone, in milliseconds. */
  readonly giveUpMs?: number;
}

export function openReach({ server, signal, tell, giveUpMs = GIVE_UP_MS }: ReachSettings): Reach {
  let wasReached = false;
  const holding = async <T>(call: Call<T>, isOnce: boolean): Promise<Called<T>> => {
    const begun = performance.now();
    let toldAt: number | null = null;
    for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(2 * waitMs, LONGEST_WAIT_MS)) {
      let told: string;
      let wait = waitMs * (0.75 + Math.random() / 2);
      try {
        const called = await call(AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MS)]));
        wasReached = true;
        if (called.ok || !isPassing(called) || (isOnce && isOfGateway(called))) {
          if (toldAt !== null) tell(sayRemote.back);
          return called;
        }
        if (called.retryAfterS !== null) wait = 1000 * Math.min(called.retryAfterS, LONGEST_TOLD_WAIT_S);
        told = sayRemote.toldToWait(called.error.message, Math.ceil(wait / 1000));
      } catch (error) {
        signal.throwIfAborted();
        if (!isLoss(error)) throw error;
        // Sent and not answered: it was reached, and whether it has the request only it knows.
        wasReached ||= hadConnected(error);
        if (!wasReached) throw new OutOfReach(sayRemote.unreachable(server, reasonOf(error)), false);
        if (isOnce && mayBeSent(error)) throw new OutOfReach(sayRemote.answerLost(server), true, sayRemote.tryAgain);
        told = sayRemote.lost(server, reasonOf(error));
      }
      if (performance.now() - begun > giveUpMs) throw new OutOfReach(sayRemote.lostWhile(server), true);
      if (toldAt === null) tell(told);
      toldAt ??= performance.now();
      await sleep(wait, undefined, { signal });
    }
  };
  return { hold: (call) => holding(call, false), holdOnce: (call) => holding(call, true) };
}

/** Refused for now only. */
function isPassing({ status, error }: Called<unknown> & { ok: false }): boolean {
  return (
    error.code === 'rate-limit' || error.code === 'client-busy' || status === 502 || status === 503 || status === 504
  );
}

/** A gateway's word that it has no answer: whether the server has the request only it knows. */
function isOfGateway({ status }: Called<unknown> & { ok: false }): boolean {
  return status === 502 || status === 504;
}

/** `fetch` says every failure of the network as a `TypeError`, and its cause. */
export function isLoss(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return (
    error.name === 'TimeoutError' ||
    (error instanceof TypeError && (error.cause instanceof Error || error.message === 'terminated'))
  );
}

function causeOf(error: unknown): unknown {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  // Several addresses were tried.
  return cause instanceof AggregateError ? (cause.errors[0] ?? cause) : cause;
}

/** The request may have arrived. */
function hadConnected(error: unknown): boolean {
  if (error instanceof Error && error.name === 'TimeoutError') return true;
  const cause = causeOf(error);
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return /^(ECONNRESET|EPIPE|UND_ERR_(SOCKET|HEADERS_TIMEOUT|BODY_TIMEOUT))$/.test(code);
}

/** Unless no connection came about. */
function mayBeSent(error: unknown): boolean {
  const cause = causeOf(error);
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  return !/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|UND_ERR_CONNECT_TIMEOUT)$/.test(code);
}

export function reasonOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return sayRemote.noAnswer;
  return systemReason(causeOf(error)).replace(/\.$/, '');
}

/** A note on standard error, in place of the line of progress that may stand there. */
export function tellNote(note: string): void {
  const clear = process.stderr.isTTY ? '\r\u001b[2K' : '';
  process.stderr.write(`${clear}${say.note}${note}\n`);
}
