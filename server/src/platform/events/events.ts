/**
 * The log of events: appended in the transaction of what happened, read in the order of commitment, never changed.
 *
 * A reader keeps how far it is in the same transaction as what it made of the events. Its place is (tx, position), and
 * it stops before the oldest transaction still running: an event committed later can never stand before that place.
 */
import { create, fromBinary, type MessageInitShape, type MessageShape, toBinary } from '@bufbuild/protobuf';
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Transaction } from '../db/index.ts';
import { EVENT_SCHEMAS, type EventType, isEventType } from './event-schemas.ts';

export interface NewEvent<T extends EventType> {
  /** What it happened to, such as `job:<id>`; events of one stream are numbered. */
  readonly stream: string;
  readonly type: T;
  readonly payload: MessageInitShape<(typeof EVENT_SCHEMAS)[T]>;
  /** The same id again changes nothing. */
  readonly id?: string;
}

/** The payloads by their types: `type` tells which one it is. */
export type EventPayload = {
  [T in EventType]: { readonly type: T; readonly payload: MessageShape<(typeof EVENT_SCHEMAS)[T]> };
}[EventType];

export interface StoredEvent {
  readonly id: string;
  readonly stream: string;
  readonly seq: number;
  readonly occurredAt: Date;
  readonly place: Place;
  /** Null for an event that a newer program wrote: whoever reads skips it. */
  readonly event: EventPayload | null;
}

/** Where a reader is: after the event there. */
export interface Place {
  readonly tx: string;
  readonly position: number;
}

export const BEGINNING: Place = { tx: '0', position: 0 };

/** Appends; null where this id is in the log already. Any feature may. */
export async function appendEvent<T extends EventType>(
  trx: Transaction,
  { id = uuidv7(), stream, type, payload }: NewEvent<T>,
): Promise<number | null> {
  const schema = EVENT_SCHEMAS[type];
  const bytes = Buffer.from(toBinary(schema, create(schema, payload)));
  const { rows } = await sql<{ seq: number | null }>`
    select platform.append_event(${id}, ${stream}, ${type}, ${bytes}) as seq`.execute(trx);
  return rows[0]?.seq ?? null;
}

/** The next events after a place, oldest first. The order is that of the column: what is selected as `tx` is text. */
export async function readEvents(trx: Transaction, after: Place, most: number): Promise<StoredEvent[]> {
  const { rows } = await sql<Row>`
    select event_id, stream, seq, type, payload, occurred_at, tx::text as tx, position from platform.events
    where (tx, position) > (${after.tx}::xid8, ${after.position}) and tx < pg_snapshot_xmin(pg_current_snapshot())
    order by events.tx, events.position limit ${most}`.execute(trx);
  return rows.map(({ event_id, stream, seq, type, payload, occurred_at, tx, position }) => ({
    id: event_id,
    stream,
    seq,
    event: readPayload(type, payload),
    occurredAt: occurred_at,
    place: { tx, position: Number(position) },
  }));
}

function readPayload(type: string, bytes: Uint8Array): EventPayload | null {
  // The type and the schema it names belong together, which the compiler cannot see.
  return isEventType(type) ? ({ type, payload: fromBinary(EVENT_SCHEMAS[type], bytes) } as EventPayload) : null;
}

interface Row {
  event_id: string;
  stream: string;
  seq: number;
  type: string;
  payload: Buffer;
  occurred_at: Date;
  tx: string;
  position: string | number;
}
