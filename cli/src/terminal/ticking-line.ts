/** A line of progress that moves by itself, so that a step of many seconds does not look like the end. */
import { type Output, outputOf } from './output.ts';
import { openStatusLine } from './progress-line.ts';

const TICK_MS = 100;

export interface TickingLine {
  /** Takes the line away; it does not come back. */
  stop(): void;
}

/**
 * `format` is asked for the line as it is so many milliseconds after the start. Written to standard error, where that is
 * no terminal seldom, and when `stateOf` tells another state.
 */
export function openTickingLine(
  format: (elapsedMs: number, output: Output) => string,
  stateOf: () => string = () => '',
): TickingLine {
  const output = outputOf(process.stderr, process.env);
  const line = openStatusLine(output, (text) => process.stderr.write(text));
  const startedAt = performance.now();
  const timer = setInterval(() => {
    const elapsedMs = performance.now() - startedAt;
    line.show(elapsedMs, () => format(elapsedMs, output), stateOf());
  }, TICK_MS);
  timer.unref();
  return {
    stop() {
      clearInterval(timer);
      line.clear();
    },
  };
}

/** The same while something is waited for. */
export async function whileTicking<T>(format: (elapsedMs: number) => string, work: () => Promise<T>): Promise<T> {
  const line = openTickingLine(format);
  try {
    return await work();
  } finally {
    line.stop();
  }
}
