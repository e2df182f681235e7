/** The events there are, each with the Protobuf message that is its payload (contracts/proto/ploscope/events/v1). */
import {
  JobCancelledSchema,
  JobCompletedSchema,
  JobEnqueuedSchema,
  JobFailedSchema,
  UserDeletedSchema,
  UserRegisteredSchema,
} from '@ploscope/contracts/proto';

export const EVENT_SCHEMAS = {
  UserRegistered: UserRegisteredSchema,
  UserDeleted: UserDeletedSchema,
  JobEnqueued: JobEnqueuedSchema,
  JobCompleted: JobCompletedSchema,
  JobFailed: JobFailedSchema,
  JobCancelled: JobCancelledSchema,
} as const;

export type EventType = keyof typeof EVENT_SCHEMAS;

export function isEventType(text: string): text is EventType {
  return Object.hasOwn(EVENT_SCHEMAS, text);
}
