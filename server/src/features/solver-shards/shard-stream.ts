/**
 * One stream of a shard host: the greeting, then a worker of its own, and messages passed on both ways.
 *
 * Whatever comes costs the stream at most an error and its worker. Nothing is read while too much is unanswered.
 */
import { create } from '@bufbuild/protobuf';
import { type ServerDuplexStream, status } from '@grpc/grpc-js';
import { type AttachRequest, type AttachResponse, AttachResponseSchema, type Hello } from '@ploscope/contracts/proto';
import type { Lane, LaneReply, LaneRequest } from '@ploscope/kernel/host/node';
import { sayGrpc } from '../../text/en-grpc.ts';
import { isSameKernel, type KernelVersion, kernelName } from './kernel-version.ts';
import { MessageReader, type Part, partsOf, TooLarge } from './message-parts.ts';
import { mapped, Outbox } from './outbox.ts';
import { BadMessage, pack } from './packed.ts';
import { solveRequestOf } from './solve-message.ts';

export interface ShardStreamOptions {
  readonly version: KernelVersion;
  readonly spawn: () => Lane;
  /** Bytes that the worker, and a message to it, may take. */
  readonly maxBytes: number;
  /** How long the greeting may take. */
  readonly greetingMs: number;
}

export type ShardCall = ServerDuplexStream<AttachRequest, AttachResponse>;

/** Calls whose answers are on their way: more than a coordinator ever asks at once. */
const MOST_UNANSWERED = 4;
/** The host's own questions; a coordinator counts from 1. */
const OWN_TASK = 0;
/** After these a worker's memory may have grown. */
const GROWS = new Set(['open', 'open-sampled', 'prepare']);

export class ShardStream {
  /** When the worker is gone and all it took is free again. */
  readonly ended: Promise<void>;
  readonly #call: ShardCall;
  readonly #options: ShardStreamOptions;
  readonly #outbox: Outbox<AttachResponse>;
  readonly #reader: MessageReader;
  readonly #greeting: NodeJS.Timeout;
  #lane: Lane | null = null;
  #unanswered = 0;
  #over = false;
  #end: () => void = () => undefined;

  constructor(call: ShardCall, options: ShardStreamOptions) {
    this.#call = call;
    this.#options = options;
    this.#outbox = new Outbox(call);
    this.#reader = new MessageReader(options.maxBytes);
    this.ended = new Promise((resolve) => {
      this.#end = resolve;
    });
    this.#greeting = setTimeout(() => this.fail(status.DEADLINE_EXCEEDED, sayGrpc.slowGreeting), options.greetingMs);
    call.on('data', (request: AttachRequest) => this.#hear(request));
    call.on('end', () => this.#close(() => call.end()));
    call.on('cancelled', () => this.#close());
    call.on('error', () => this.#close());
  }

  fail(code: status, details: string): void {
    this.#close(() => this.#call.emit('error', { code, details }));
  }

  #hear({ body }: AttachRequest): void {
    if (this.#over) return;
    try {
      if (this.#lane === null) {
        if (body.case === 'hello') this.#greet(body.value);
        else this.fail(status.INVALID_ARGUMENT, sayGrpc.noGreeting);
      } else if (body.case === 'head' || body.case === 'chunk') this.#take(this.#lane, body);
      else throw new BadMessage('neither a head nor a chunk');
    } catch (error) {
      if (error instanceof TooLarge) {
        this.fail(status.RESOURCE_EXHAUSTED, sayGrpc.tooManyBytes(error.bytes, this.#options.maxBytes));
      } else if (error instanceof BadMessage) {
        this.fail(status.INVALID_ARGUMENT, sayGrpc.badMessage(error.message));
      } else this.fail(status.INTERNAL, sayGrpc.workerEnded(textOf(error)));
    }
  }

  #greet({ kernel }: Hello): void {
    clearTimeout(this.#greeting);
    const { version, spawn } = this.#options;
    if (!isSameKernel(kernel, version)) {
      this.fail(status.FAILED_PRECONDITION, sayGrpc.otherKernel(kernelName(kernel), kernelName(version)));
      return;
    }
    const lane = spawn();
    this.#lane = lane;
    lane.listen(
      (reply) => this.#answer(reply),
      (error) => this.fail(status.INTERNAL, sayGrpc.workerEnded(error.message)),
    );
    this.#outbox.push([create(AttachResponseSchema, { body: { case: 'welcome', value: { kernel: version } } })]);
  }

  #take(lane: Lane, part: Part): void {
    const message = this.#reader.take(part);
    if (message === undefined) return;
    const request: LaneRequest = solveRequestOf(message);
    this.#unanswered++;
    if (this.#unanswered >= MOST_UNANSWERED) this.#call.pause();
    lane.post(request);
  }

  #answer(reply: LaneReply): void {
    if (this.#over) return;
    if (reply.task === OWN_TASK) {
      const bytes = reply.kind === 'solve' && reply.reply.kind === 'memory' ? reply.reply.bytes : 0;
      const { maxBytes } = this.#options;
      if (bytes > maxBytes) this.fail(status.RESOURCE_EXHAUSTED, sayGrpc.tooManyBytes(bytes, maxBytes));
      return;
    }
    if (reply.kind === 'solve' && GROWS.has(reply.reply.kind)) {
      this.#lane?.post({ kind: 'solve', task: OWN_TASK, call: { kind: 'memory' } });
    }
    try {
      this.#outbox.push(responsesOf(reply), () => {
        this.#unanswered--;
        if (this.#unanswered < MOST_UNANSWERED) this.#call.resume();
      });
    } catch (error) {
      this.fail(status.INTERNAL, textOf(error));
    }
  }

  #close(then: () => void = () => undefined): void {
    if (this.#over) return;
    this.#over = true;
    clearTimeout(this.#greeting);
    this.#outbox.close();
    const gone = (): void => {
      this.#end();
      then();
    };
    if (this.#lane) void this.#lane.close().then(gone, gone);
    else gone();
    // What still comes is read and dropped, so that the stream can end.
    this.#call.resume();
  }
}

/** Packed at once, so that what cannot be sent is known; parted when the stream takes it. */
function responsesOf(reply: LaneReply): Iterable<AttachResponse> {
  const parts = partsOf(pack(reply, 'all'));
  return mapped(parts, (body) => create(AttachResponseSchema, { body }));
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
