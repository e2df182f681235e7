export type { Config } from './config-keys.ts';
export { formatEnvExample } from './env-example.ts';
export { loadConfig, processEnvironment } from './load-config.ts';
