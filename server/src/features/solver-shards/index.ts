export { type CheckpointStore, runOverShards, type ShardedEnd, type ShardedRun } from './run-over-shards.ts';
export { ShardHost, type ShardHostOptions } from './shard-host.ts';
export { ShardHosts, type ShardHostsOptions } from './shard-hosts.ts';
export { type LossReason, ShardLost } from './shard-lost.ts';
