/** The first hand of a text that can be replayed, or why none can. */
import { HandCutter, type Replay, type Result, replay, SITE_FORMATS } from '@ploscope/poker';

export function firstHand(text: string): Result<Replay, string> {
  const cutter = new HandCutter(SITE_FORMATS);
  let wrong = '';
  for (const cut of [...cutter.feed(text), ...cutter.end()]) {
    const read = cut.ok ? cut.format.parse(cut.lines) : cut;
    const played = read.ok ? replay(read.value) : read;
    if (played.ok) return played;
    wrong ||= played.error.message;
  }
  return { ok: false, error: wrong };
}
