/**
 * From a service of the schemas to what the gRPC library takes: paths, and messages to bytes and back.
 *
 * Bytes that are no such message are an error of the one call, which the library answers.
 */
import type { DescMessage, DescMethod, DescService, MessageShape } from '@bufbuild/protobuf';
import { fromBinary, toBinary } from '@bufbuild/protobuf';
import type { GenService, GenServiceMethods } from '@bufbuild/protobuf/codegenv2';
import type {
  handleBidiStreamingCall,
  handleClientStreamingCall,
  handleServerStreamingCall,
  handleUnaryCall,
  MethodDefinition,
  ServiceDefinition,
  UntypedServiceImplementation,
} from '@grpc/grpc-js';
import { logVerbosity, setLogVerbosity } from '@grpc/grpc-js';

// The library writes to standard error what it also tells its caller.
setLogVerbosity(logVerbosity.NONE);

interface Method<I extends DescMessage, O extends DescMessage> extends DescMethod {
  readonly input: I;
  readonly output: O;
}

interface Handlers<Request, Response> {
  unary: handleUnaryCall<Request, Response>;
  client_streaming: handleClientStreamingCall<Request, Response>;
  server_streaming: handleServerStreamingCall<Request, Response>;
  bidi_streaming: handleBidiStreamingCall<Request, Response>;
}

/** A handler for each method of a service. */
export type ServiceHandlers<M extends GenServiceMethods> = {
  readonly [K in keyof M]: Handlers<MessageShape<M[K]['input']>, MessageShape<M[K]['output']>>[M[K]['methodKind']];
};

/** A service as the server takes it. */
export interface GrpcService {
  readonly definition: ServiceDefinition;
  readonly handlers: UntypedServiceImplementation;
  /** Called when the server is about to stop: streams that would last are to end now. */
  readonly drain: () => Promise<void>;
}

export function grpcService<M extends GenServiceMethods>(
  service: GenService<M>,
  handlers: ServiceHandlers<M>,
  drain: () => Promise<void> = async () => undefined,
): GrpcService {
  const { methods }: DescService = service;
  const definition = Object.fromEntries(methods.map((method) => [method.localName, methodDefinition(method)]));
  return { definition, handlers: handlers as unknown as UntypedServiceImplementation, drain };
}

export function methodDefinition<I extends DescMessage, O extends DescMessage>(
  method: Method<I, O>,
): MethodDefinition<MessageShape<I>, MessageShape<O>> {
  const { input, output, methodKind } = method;
  return {
    path: `/${method.parent.typeName}/${method.name}`,
    requestStream: methodKind === 'client_streaming' || methodKind === 'bidi_streaming',
    responseStream: methodKind === 'server_streaming' || methodKind === 'bidi_streaming',
    requestSerialize: (message) => bytesOf(input, message),
    requestDeserialize: (bytes) => fromBinary(input, bytes),
    responseSerialize: (message) => bytesOf(output, message),
    responseDeserialize: (bytes) => fromBinary(output, bytes),
  };
}

function bytesOf<D extends DescMessage>(schema: D, message: MessageShape<D>): Buffer {
  const { buffer, byteOffset, byteLength } = toBinary(schema, message);
  return Buffer.from(buffer as ArrayBuffer, byteOffset, byteLength);
}
