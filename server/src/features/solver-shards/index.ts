export { type CheckpointStore, runOverShards } from './run-over-shards.ts';
export { ShardHost } from './shard-host.ts';
export { ShardHosts, type ShardHostsOptions } from './shard-hosts.ts';
export { ShardLost } from './shard-lost.ts';
