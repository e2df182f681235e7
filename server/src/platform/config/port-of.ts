/** The port of a role when none is configured: another for each, so that all can run on one machine. */
import type { Config, Role } from './config-keys.ts';

const PORTS: Readonly<Record<Role, number>> = {
  all: 3000,
  api: 5001,
  realtime: 5002,
  worker: 5003,
  scheduler: 5004,
  grpc: 5005,
  migrate: 5006,
  backup: 5007,
  restore: 5008,
};

export function portOf({ port, role }: Pick<Config, 'port' | 'role'>): number {
  return port ?? PORTS[role];
}
