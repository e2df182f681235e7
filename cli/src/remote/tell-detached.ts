/** What is said of a job that is not waited for. */
import { sayRemote } from '../text/en-remote.ts';

/** The id alone stands on standard output, for a script. */
export function tellDetached(id: string, json: boolean): undefined {
  process.stdout.write(`${json ? JSON.stringify({ id }) : id}\n`);
  process.stderr.write(`${sayRemote.toWatch(id)}\n`);
}
