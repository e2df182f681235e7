/** The hands of a filter as one file to keep. */
import { ROUTES } from '@ploscope/contracts';
import { api } from '../../../lib/api/page-api.ts';
import { download } from '../../../lib/download.ts';
import { handsText } from '../../../text/hands.ts';
import { jobsText } from '../../../text/jobs.ts';

/** Null when it is done; otherwise why not. */
export async function exportHands(filter: string, format: 'phh' | 'ohh'): Promise<string | null> {
  const query = { format, ...(filter === '' ? {} : { filter }) };
  const answer = await api.file(ROUTES.exportHands, { query });
  if (!answer.ok) return answer.error.message;
  // The connection may break while it is read.
  const file = await answer.value.blob().catch(() => null);
  if (file === null) return jobsText.broken;
  download(file, handsText.exportFile(format === 'phh' ? 'phhs' : 'ohh'));
  return null;
}
