/** How mails leave: by the mail server that is set, else into a folder of this machine. */
import { join } from 'node:path';
import type { Config } from '../config/index.ts';
import { createFolderTransport } from './folder-transport.ts';
import type { MailTransport } from './mail.ts';
import { createSmtpTransport } from './smtp-transport.ts';

export type MailConfig = Pick<Config, 'smtpUrl' | 'mailFrom' | 'dataFolder'>;

export function createMailTransport(config: MailConfig): MailTransport {
  const { smtpUrl, mailFrom: from } = config;
  if (smtpUrl !== null) return createSmtpTransport({ url: smtpUrl, from });
  return createFolderTransport({ folder: mailFolderOf(config), from });
}

export function mailFolderOf({ dataFolder }: Pick<Config, 'dataFolder'>): string {
  return join(dataFolder, 'mails');
}
