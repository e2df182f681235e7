/** What the server says over gRPC, to the programs and operators of one installation. */
export const sayGrpc = {
  shortToken: (chars: number): string => `GRPC_TOKEN needs at least ${chars} characters.`,
  unauthenticated: 'This call needs the token of the installation: authorization: Bearer <GRPC_TOKEN>.',
  noGreeting: 'The first message of the stream must be the greeting.',
  slowGreeting: 'No greeting came.',
  otherKernel: (theirs: string, ours: string): string =>
    `The kernels differ: ${theirs} there, ${ours} here. Run the same build on all hosts.`,
  noFreeShard: (workers: number): string => `All ${workers} workers of this host are taken.`,
  badMessage: (reason: string): string => `This is no message of the kernel: ${reason}.`,
  tooManyBytes: (bytes: number, most: number): string =>
    `A shard of this host may take ${most} bytes; this one needs ${bytes}.`,
  workerEnded: (reason: string): string => `The worker ended: ${reason}`,
  closing: 'The host is being stopped.',
  shardLost: (address: string, reason: string): string => `The shard on ${address} is lost: ${reason}`,
  streamEnded: 'the stream ended',
  noShards: 'No shard is left to solve on.',
};
