export type { Config, Role } from './config-keys.ts';
export { formatEnvExample } from './env-example.ts';
export { loadConfig, processEnvironment } from './load-config.ts';
export { isLoopback } from './loopback.ts';
export { portOf } from './port-of.ts';
