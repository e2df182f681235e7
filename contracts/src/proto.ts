/**
 * What programs of one installation say to each other by gRPC, and the records of the event log. Made from
 * contracts/proto by tools/protobuf.mjs; no page of the web app needs it, so it has a door of its own.
 */

export * from './gen/ploscope/events/v1/event_pb.ts';
export * from './gen/ploscope/events/v1/job_events_pb.ts';
export * from './gen/ploscope/events/v1/user_events_pb.ts';
export * from './gen/ploscope/solver/v1/shard_service_pb.ts';
export * from './gen/ploscope/solver/v1/solver_service_pb.ts';
