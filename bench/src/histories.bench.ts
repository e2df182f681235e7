// Speed of hand histories: a file of each site cut into hands, read, and played again by the rules until it comes to the
// result that the site tells. Measured in processor time, which is what one core gives whatever else the machine does. No
// published peer replays what it reads, so that there is nothing beside it.
import { readdirSync, readFileSync } from 'node:fs';
import { HandCutter, replay, SITE_FORMATS } from '@ploscope/poker';
import type { Row } from './row.ts';

/** What an import has to reach on one core. */
const PROMISED = 5000;
const HANDS = 4000;
/** As a file is read. */
const PIECE = 65_536;

const SITES = { pokerstars: 'PokerStars', gg: 'GG', winamax: 'Winamax' } as const;

/** All rows; takes a few seconds. */
export function historyRows(root: string): Row[] {
  const rows: Row[] = [];
  for (const [folder, name] of Object.entries(SITES)) {
    const text = manyHands(`${root}/poker/golden/hands/${folder}`);
    rows.push({
      what: `${name} hands read and replayed, one core`,
      ours: (HANDS / medianCpuMs(5, () => replayed(text))) * 1000,
      unit: 'hands/s',
      peer: 'none',
      theirs: null,
      bar: PROMISED,
    });
  }
  return rows;
}

/** Median of the processor time of `runs` runs after one that does not count, all threads together. */
function medianCpuMs(runs: number, work: () => unknown): number {
  work();
  const times = Array.from({ length: runs }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return times.sort((a, b) => a - b)[runs >> 1]!;
}

/** Hands that are played, over and over. */
function manyHands(folder: string): string {
  const files = readdirSync(folder).filter((name) => !/is-not-played|cancelled/.test(name));
  const texts = files.map((name) => readFileSync(`${folder}/${name}`, 'utf8').trim());
  return Array.from({ length: HANDS }, (_, i) => texts[i % texts.length]).join('\n\n\n');
}

/** Every hand comes out as its source tells, or this throws. */
function replayed(text: string): void {
  const cutter = new HandCutter(SITE_FORMATS);
  let hands = 0;
  const count = (cuts: ReturnType<HandCutter['feed']>): void => {
    for (const cut of cuts) {
      const read = cut.ok ? cut.format.parse(cut.lines) : cut;
      if (read.ok && replay(read.value).ok) hands += 1;
    }
  };
  for (let at = 0; at < text.length; at += PIECE) count(cutter.feed(text.slice(at, at + PIECE)));
  count(cutter.end());
  if (hands !== HANDS) throw new Error(`${HANDS - hands} hands are not read`);
}
