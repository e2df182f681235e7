export { GrpcClient } from './grpc-client.ts';
export { type RunningGrpcServer, startGrpcServer } from './grpc-server.ts';
export type { Keepalive } from './keepalive.ts';
export { type GrpcService, grpcService } from './service.ts';
