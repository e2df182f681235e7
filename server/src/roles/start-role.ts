/** Starts the configured role. Each is loaded only when it is the one. */
import type { Config, Role } from '../platform/config/index.ts';
import type { RunningRole, Surroundings } from './surroundings.ts';

type Start = (config: Config, surroundings: Surroundings) => Promise<RunningRole>;

const ROLES: Readonly<Record<Role, () => Promise<Start>>> = {
  all: async () => (await import('./all.ts')).startAll,
  api: async () => (await import('./api.ts')).startApi,
  realtime: async () => (await import('./realtime.ts')).startRealtime,
  worker: async () => (await import('./worker.ts')).startWorkerRole,
  grpc: async () => (await import('./grpc.ts')).startGrpc,
  scheduler: async () => (await import('./scheduler.ts')).startScheduler,
  migrate: async () => (await import('./migrate.ts')).startMigrate,
  backup: async () => (await import('./backup.ts')).startBackup,
  restore: async () => (await import('./restore.ts')).startRestore,
};

export async function startRole(config: Config, surroundings: Surroundings): Promise<RunningRole> {
  const start = await ROLES[config.role]();
  return start(config, surroundings);
}
