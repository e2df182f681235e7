export { appendEvent, BEGINNING, type EventPayload, type Place, readEvents, type StoredEvent } from './events.ts';
