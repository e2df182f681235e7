/** Bytes for people: `340 MB`, `2.5 GB`. */
const MEGABYTE = 1024 ** 2;
const GIGABYTE = 1024 ** 3;

/** What is needed or held is rounded up, what there is rounded down, so that too much never looks like enough. */
export function sayBytes(bytes: number, round: 'up' | 'down'): string {
  const to = round === 'up' ? Math.ceil : Math.floor;
  const toTenths = (value: number): string => (to(value * 10) / 10).toLocaleString('en');
  const megabytes = bytes / MEGABYTE;
  if (megabytes < 10) return `${toTenths(megabytes)} MB`;
  return to(megabytes) < 1024 ? `${to(megabytes)} MB` : `${toTenths(bytes / GIGABYTE)} GB`;
}
