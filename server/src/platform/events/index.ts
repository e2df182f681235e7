export { appendEvent, BEGINNING, type EventPayload, type Place, readEvents, type StoredEvent } from './events.ts';
export { beginAgain, type Follower, followEvents } from './follow-events.ts';
