/**
 * Mails as files in a folder, where no mail server is set: `.eml`, which any mail program opens. Only the newest are
 * kept. The links in them open accounts, so only the owner of the folder may read them.
 */
import { randomBytes } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Mail, MailTransport } from './mail.ts';

const KEPT = 200;
const ENDING = '.eml';

export interface StoredMail extends Mail {
  readonly id: string;
  readonly sentAt: string;
}

export function createFolderTransport({ folder, from }: { folder: string; from: string }): MailTransport {
  return {
    async deliver(mail) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const now = new Date();
      const id = `${now.toISOString().replace(/\D/g, '')}-${randomBytes(4).toString('hex')}`;
      // Under its name only once it is whole.
      const unfinished = join(folder, `${id}.tmp`);
      await writeFile(unfinished, formatEml(mail, from, now), { mode: 0o600 });
      await rename(unfinished, join(folder, id + ENDING));
      for (const name of (await mailNames(folder)).slice(KEPT)) await rm(join(folder, name), { force: true });
    },
    close: () => undefined,
  };
}

/** The mails of the folder, the newest first. */
export async function readMails(folder: string): Promise<StoredMail[]> {
  const names = await mailNames(folder);
  const read = names.map(async (name): Promise<StoredMail | null> => {
    const text = await readFile(join(folder, name), 'utf8').catch(() => null);
    return text === null ? null : parseEml(name.slice(0, -ENDING.length), text);
  });
  return (await Promise.all(read)).filter((mail) => mail !== null);
}

async function mailNames(folder: string): Promise<string[]> {
  const names = await readdir(folder).catch(() => []);
  return names
    .filter((name) => name.endsWith(ENDING))
    .sort()
    .reverse();
}

function formatEml({ to, subject, text }: Mail, from: string, now: Date): string {
  const head = [
    `From: ${from.replace(/[\r\n]/g, ' ')}`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${now.toUTCString().replace('GMT', '+0000')}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: 8bit',
  ];
  return `${head.join('\r\n')}\r\n\r\n${text.replace(/\r?\n/g, '\r\n')}`;
}

/** Reads what `formatEml` wrote. */
function parseEml(id: string, eml: string): StoredMail {
  const end = eml.indexOf('\r\n\r\n');
  const head = new Map(
    eml
      .slice(0, end)
      .split('\r\n')
      .map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 2)]),
  );
  const date = new Date(head.get('Date') ?? '');
  return {
    id,
    to: head.get('To') ?? '',
    subject: head.get('Subject') ?? '',
    text: eml.slice(end + 4).replaceAll('\r\n', '\n'),
    sentAt: Number.isNaN(date.getTime()) ? '' : date.toISOString(),
  };
}
