/**
 * Where values lie on the small bar of a reference band: the band takes its middle, with as much room on each side as it
 * is wide, so that every bar reads alike. What lies further out stands at the end.
 */

/** `most`: the largest value there can be; null where there is no bound. */
export function bandScale([least, most]: readonly [number, number], bound: number | null): (value: number) => string {
  const width = most - least;
  const from = Math.max(0, least - width);
  const to = Math.min(bound ?? Number.POSITIVE_INFINITY, most + width);
  return (value) => {
    const share = (Math.min(to, Math.max(from, value)) - from) / (to - from);
    return `${(share * 100).toFixed(1)}%`;
  };
}
