/**
 * A command that waits for a server: Ctrl-C ends the waiting in good order, and a server out of reach is a failure. The
 * job goes on in either case.
 */
import type { Failure } from '../failure.ts';
import { catchInterrupt } from '../solve/interrupt.ts';
import { connect, type Remote } from './connect.ts';
import { OutOfReach } from './reach.ts';

/** Exit code of a program stopped by Ctrl-C. */
const STOPPED = 130;

type Left = Failure | number | undefined;

/** `onStop` gives the lines that say how to go on; `hint` what to do when the server does not come back. */
export async function attended(
  work: (remote: Remote) => Promise<Left>,
  onStop: () => readonly string[] = () => [],
  hint: () => string | null = () => null,
): Promise<Left> {
  const interrupt = catchInterrupt();
  try {
    const remote = await connect({ signal: interrupt.signal });
    return remote.ok ? await work(remote.value) : remote.error;
  } catch (error) {
    if (error instanceof OutOfReach) return { ...error.failure, hint: hint() ?? error.failure.hint };
    if (!interrupt.signal.aborted) throw error;
    for (const line of onStop()) process.stderr.write(`${line}\n`);
    return STOPPED;
  } finally {
    interrupt.release();
  }
}
