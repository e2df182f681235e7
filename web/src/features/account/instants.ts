/** Instants of the wire as the player reads them, in the browser's own place and manner. */
const DAY = new Intl.DateTimeFormat('en', { dateStyle: 'medium' });
const MOMENT = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' });

export function formatDay(instant: string): string {
  return DAY.format(new Date(instant));
}

export function formatMoment(instant: string): string {
  return MOMENT.format(new Date(instant));
}
