/**
 * A worker on another host, as the kernel's host takes one: what is posted goes out on a stream, what comes back is
 * checked and handed on. However the stream ends, the listener hears it as `ShardLost`, once.
 */
import { create } from '@bufbuild/protobuf';
import type { ServiceError } from '@grpc/grpc-js';
import { type AttachRequest, AttachRequestSchema, type AttachResponse, ShardService } from '@ploscope/contracts/proto';
import type { Lane, LaneReply } from '@ploscope/kernel/host/node';
import type { GrpcClient } from '../../platform/grpc/index.ts';
import { sayGrpc } from '../../text/en-grpc.ts';
import { isSameKernel, type KernelVersion, kernelName } from './kernel-version.ts';
import { MessageReader, partsOf } from './message-parts.ts';
import { mapped, Outbox } from './outbox.ts';
import { pack } from './packed.ts';
import { lossOf, ShardLost } from './shard-lost.ts';
import { replyOf } from './solve-message.ts';

/** A module's memory has 4 GB, so no answer has more. */
const MAX_ANSWER_BYTES = 2 ** 32;
/** How long the other end may take to end its worker; then the stream is cut. */
const CLOSE_MS = 3_000;

export function openRemoteLane(client: GrpcClient, version: KernelVersion): Lane {
  const { address } = client;
  const stream = client.bidiStream(ShardService.method.attach);
  const outbox = new Outbox<AttachRequest>(stream);
  const reader = new MessageReader(MAX_ANSWER_BYTES);
  const asked = new Map<number, string>();
  let onReply: (reply: LaneReply) => void = () => undefined;
  let onEnd: (error: Error) => void = () => undefined;
  let lost: ShardLost | null = null;
  let closing = false;

  const lose = (loss: ShardLost): void => {
    if (lost) return;
    lost = loss;
    outbox.close();
    stream.cancel();
    if (!closing) onEnd(loss);
  };

  const hear = ({ body }: AttachResponse): void => {
    if (lost || closing) return;
    if (body.case === 'welcome') {
      const { kernel } = body.value;
      if (isSameKernel(kernel, version)) return;
      lose(new ShardLost(address, 'other-kernel', sayGrpc.otherKernel(kernelName(kernel), kernelName(version))));
      return;
    }
    if (body.case === undefined) return;
    const message = reader.take(body);
    if (message === undefined) return;
    const reply = replyOf(message, (task) => asked.get(task));
    asked.delete(reply.task);
    onReply(reply);
  };

  stream.on('data', (response: AttachResponse) => {
    try {
      hear(response);
    } catch (error) {
      lose(
        new ShardLost(address, 'broken', sayGrpc.badMessage(error instanceof Error ? error.message : String(error))),
      );
    }
  });
  const ended = new Promise<void>((resolve) => stream.once('status', () => resolve()));
  stream.on('error', (error: ServiceError) => lose(lossOf(address, error)));
  stream.on('end', () => lose(new ShardLost(address, 'gone', sayGrpc.streamEnded)));
  outbox.push([create(AttachRequestSchema, { body: { case: 'hello', value: { kernel: version } } })]);

  return {
    post(request, transfer = []) {
      if (request.kind !== 'solve') throw new TypeError(`a worker elsewhere takes no ${request.kind}`);
      if (lost || closing) return;
      asked.set(request.task, request.call.kind);
      const parts = partsOf(pack(request, transfer));
      outbox.push(mapped(parts, (body) => create(AttachRequestSchema, { body })));
    },
    listen(toReply, toEnd) {
      onReply = toReply;
      onEnd = toEnd;
      if (lost) queueMicrotask(() => toEnd(lost!));
    },
    async close() {
      closing = true;
      outbox.close();
      if (lost) return;
      // Ended from here, the other end ends its worker first, so that its place is free when this returns.
      stream.end();
      const timer = setTimeout(() => stream.cancel(), CLOSE_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}
