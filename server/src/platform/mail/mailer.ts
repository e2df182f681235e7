/**
 * Sends a mail by writing it down, in the transaction of what it tells of. So an acknowledged registration has its mail
 * even where the process ends at once, and one that was rolled back has none. `startMailDelivery` brings it on.
 */
import { sql } from 'kysely';
import { uuidv7 } from 'uuidv7';
import type { Transaction } from '../db/index.ts';
import type { Secrets } from '../secrets/index.ts';
import { isOneLine, type Mail } from './mail.ts';

/** The purpose mails are sealed for. */
export const MAIL_PURPOSE = 'mails';

export interface Mailer {
  send(trx: Transaction, mail: Mail): Promise<void>;
}

export function createMailer(secrets: Secrets): Mailer {
  return {
    async send(trx, mail) {
      if (!isOneLine(mail.to) || !isOneLine(mail.subject)) throw new Error('a line break in the head of a mail');
      const sealed = secrets.seal(MAIL_PURPOSE, Buffer.from(JSON.stringify(mail)));
      await sql`select platform.send_mail(${uuidv7()}, ${sealed})`.execute(trx);
    },
  };
}
