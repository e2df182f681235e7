/** `ploscope hands export`: the hands of a filter as one file, streamed from the server to where it is to go. */
import { HANDS_ROUTES } from '@ploscope/contracts';
import type { Words } from '../arguments.ts';
import { type Failure, wrongInput } from '../failure.ts';
import { attended } from '../remote/attended.ts';
import type { Remote } from '../remote/connect.ts';
import { openTarget, unwritable } from '../remote/fetch-result.ts';
import { isLoss } from '../remote/reach.ts';
import { wireFailure } from '../remote/wire-failure.ts';
import { isSystemError } from '../system-reason.ts';
import { formatBytes } from '../terminal/numbers.ts';
import { say } from '../text/en.ts';
import { sayHands } from '../text/en-hands.ts';

type Left = Failure | number | undefined;
type Write = (bytes: Uint8Array) => Promise<unknown>;

export async function runExportCommand({ values }: Words): Promise<Left> {
  const format = values.get('format');
  if (format === undefined) return wrongInput(sayHands.needsFormat, say.seeHelp('hands'));
  if (format !== 'phh' && format !== 'ohh') return wrongInput(say.badValue('--format', sayHands.wantedFormat));
  const filter = values.get('filter');
  const query = { format, ...(filter === undefined ? {} : { filter }) } as const;
  const out = values.get('out');
  if (out === undefined) return attended(null, (remote) => fetchInto(remote, query, toStdout, null), { asGuest: true });
  const target = await openTarget(out);
  if (!target.ok) return target.error;
  try {
    await target.value.begin();
    return await attended(
      null,
      (remote) => fetchInto(remote, query, (bytes) => target.value.write(bytes), target.value),
      { asGuest: true },
    );
  } catch (error) {
    if (!isSystemError(error)) throw error;
    return unwritable(out, error);
  } finally {
    await target.value.discard();
  }
}

async function fetchInto(
  { client, server, signal }: Remote,
  query: { readonly format: 'phh' | 'ohh'; readonly filter?: string },
  write: Write,
  target: { readonly path: string; commit(): Promise<void> } | null,
): Promise<Left> {
  let bytes = 0;
  try {
    const answer = await client.file(HANDS_ROUTES.exportHands, { query, signal });
    if (!answer.ok) return wireFailure(answer.error, server);
    for await (const part of answer.value.body ?? []) {
      bytes += part.length;
      await write(part);
    }
  } catch (error) {
    signal.throwIfAborted();
    if (!isLoss(error)) throw error;
    return { exitCode: 1, message: sayHands.exportCut, hint: sayHands.tryAgain, place: null };
  }
  if (target === null) return undefined;
  await target.commit();
  process.stderr.write(`${sayHands.exported(target.path, formatBytes(bytes))}\n`);
  return undefined;
}

function toStdout(bytes: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(bytes, () => resolve());
  });
}
