/** Bytes for people: `340 MB`, `2.5 GB`. */
const MEGABYTE = 1024 ** 2;
const GIGABYTE = 1024 ** 3;

/** What is needed or held is rounded up, what there is rounded down, so that too much never looks like enough. */
export function sayBytes(bytes: number, round: 'up' | 'down'): string {
  const to = round === 'up' ? Math.ceil : Math.floor;
  const megabytes = to(bytes / MEGABYTE);
  if (megabytes < 1024) return `${megabytes} MB`;
  return `${(to((bytes / GIGABYTE) * 10) / 10).toLocaleString('en')} GB`;
}
