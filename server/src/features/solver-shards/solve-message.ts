/**
 * What of a kernel's message is checked at the border: that it is a call to a worker, or the answer to a call that was
 * asked. What a call says is the kernel's business; a worker that fails on it answers so.
 */
import type { LaneReply, LaneRequest } from '@ploscope/kernel/host/node';
import { BadMessage } from './packed.ts';

type SolveRequest = Extract<LaneRequest, { kind: 'solve' }>;
type SolveAnswer = Extract<LaneReply, { kind: 'solve' }>;

/** Throws `BadMessage`. */
export function solveRequestOf(message: unknown): SolveRequest {
  if (!isFields(message) || message.kind !== 'solve' || !isTask(message.task)) throw new BadMessage('it is no call');
  if (!isFields(message.call) || typeof message.call.kind !== 'string') throw new BadMessage('it is no call');
  return { kind: 'solve', task: message.task, call: message.call as unknown as SolveRequest['call'] };
}

/** `askedOf`: the kind of call that a task is, undefined where none was asked. Throws `BadMessage`. */
export function replyOf(message: unknown, askedOf: (task: number) => string | undefined): LaneReply {
  if (!isFields(message) || !isTask(message.task)) throw new BadMessage('it is no answer');
  const { kind, task, reply } = message;
  const asked = askedOf(task);
  if (asked === undefined) throw new BadMessage('it answers what was not asked');
  if (kind === 'failed' && typeof message.message === 'string') return { kind, task, message: message.message };
  if (kind !== 'solve' || !isFields(reply)) throw new BadMessage('it is no answer');
  const wanted = asked === 'open-sampled' ? 'open' : asked;
  if (reply.kind !== wanted && reply.kind !== 'refused') throw new BadMessage('it answers something else');
  return { kind, task, reply: reply as unknown as SolveAnswer['reply'] };
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !ArrayBuffer.isView(value);
}

/** A coordinator counts its calls from 1. */
function isTask(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}
