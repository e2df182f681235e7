/**
 * A command that waits for a server: Ctrl-C ends the waiting in good order, and a server out of reach is a failure. The
 * job goes on in either case.
 */
import type { Failure } from '../failure.ts';
import { catchInterrupt } from '../solve/interrupt.ts';
import { sayRemote } from '../text/en-remote.ts';
import { connect, type Remote } from './connect.ts';
import { OutOfReach } from './reach.ts';

/** The job that is waited for, as far as it is known. */
export interface Awaited {
  /** Null until the server has told it. */
  id: string | null;
  isOver: boolean;
}

/** Exit code of a program stopped by Ctrl-C. */
const STOPPED = 130;

type Left = Failure | number | undefined;

/** `job`: null where nothing is waited for. */
export async function attended(
  job: Awaited | null,
  work: (remote: Remote) => Promise<Left>,
  { asGuest = false }: { readonly asGuest?: boolean } = {},
): Promise<Left> {
  const interrupt = catchInterrupt();
  try {
    const remote = await connect({ signal: interrupt.signal, asGuest });
    return remote.ok ? await work(remote.value) : remote.error;
  } catch (error) {
    if (error instanceof OutOfReach && typeof job?.id === 'string' && error.wasReached) {
      return { ...error.failure, hint: job.isOver ? sayRemote.isDone(job.id) : sayRemote.goesOn(job.id) };
    }
    if (error instanceof OutOfReach) return error.failure;
    if (!interrupt.signal.aborted) throw error;
    for (const line of job === null ? [] : howToGoOn(job)) process.stderr.write(`${line}\n`);
    return STOPPED;
  } finally {
    interrupt.release();
  }
}

/** What is said when the player wants no more. */
function howToGoOn({ id, isOver }: Awaited): readonly string[] {
  if (id === null) return [sayRemote.maybeSubmitted];
  return isOver ? [sayRemote.isDone(id)] : [sayRemote.goesOn(id), sayRemote.toCancel(id)];
}
