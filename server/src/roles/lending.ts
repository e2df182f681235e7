/** The gRPC half of a process: jobs for other programs of the installation, and cores for solves of other machines. */
import { availableParallelism } from 'node:os';
import { openNodeLanes } from '@ploscope/kernel/host/node';
import { solverService } from '../features/solver-rpc/index.ts';
import { ShardHost } from '../features/solver-shards/index.ts';
import type { StudyJobs } from '../features/study/index.ts';
import { startGrpcServer } from '../platform/grpc/index.ts';
import { say } from '../text/en.ts';
import { CannotStartError, type Parts } from './parts.ts';
import { createSolverJobs } from './solver-jobs.ts';

export interface Lending {
  readonly port: number;
  close(): Promise<void>;
}

/** `study`: where submitted solves go; closed by whoever opened it. */
export async function startLending({ config, db, listener, log, metrics }: Parts, study: StudyJobs): Promise<Lending> {
  const { grpcToken: token, grpcPort: port, host, kernelThreads, solveMaxBytes: maxBytes } = config;
  if (token === null) throw new CannotStartError(say.noGrpcToken);
  const workers = kernelThreads === 0 ? availableParallelism() : kernelThreads;
  const { spawn } = await openNodeLanes();
  const shards = new ShardHost({ workers, maxBytes, spawn });
  const jobs = createSolverJobs(db, listener, study);
  const report = (err: unknown): void => log.error({ err }, 'a call failed');
  const server = await startGrpcServer({
    host,
    port,
    token,
    services: [shards.service(), solverService(jobs, report)],
  });
  metrics.watchShards(() => shards.taken);
  log.info({ port: server.port }, 'grpc listens');
  return { port: server.port, close: () => server.close() };
}
