/**
 * A shard host as a process of its own, for tests: says on standard output which port it took, ends with its parent.
 *
 * Arguments: token, workers.
 */
import { openNodeLanes } from '@ploscope/kernel/host/node';
import { ShardHost } from '../features/solver-shards/index.ts';
import { startGrpcServer } from '../platform/grpc/index.ts';

const [token = '', workers = '1'] = process.argv.slice(2);
const { spawn } = await openNodeLanes();
const host = new ShardHost({ workers: Number(workers), maxBytes: 4e9, spawn });
const server = await startGrpcServer({ host: '127.0.0.1', port: 0, token, services: [host.service()] });
console.log(server.port);
process.stdin.on('end', () => process.exit(0)).resume();
