export { appendEvent, BEGINNING, type NewEvent, type Place, readEvents, type StoredEvent } from './events.ts';
