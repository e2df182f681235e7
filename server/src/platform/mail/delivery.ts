/**
 * Brings written mails on, one at a time, again and again until they are taken or too old. Several processes may do so:
 * each claims a mail for a while before it sends it. A process that ends between sending and striking out leaves a mail
 * that is sent twice; none is lost.
 */
import type { FastifyBaseLogger } from 'fastify';
import { sql } from 'kysely';
import type { Database, Listener } from '../db/index.ts';
import type { Secrets } from '../secrets/index.ts';
import { type Mail, MailRefusedError } from './mail.ts';
import { createMailTransport, type MailConfig } from './mail-transport.ts';
import { MAIL_PURPOSE } from './mailer.ts';

/** How long a try may take; longer than any timeout of the transport. */
const LEASE_S = 90;
const LONGEST_WAIT_S = 3600;
/** Links in mails have ended by then. */
const GIVE_UP_S = 24 * 3600;
/** In case a notification was missed. */
const LOOK_EVERY_MS = 20_000;

export interface MailDeliveryParts {
  readonly db: Database;
  readonly listener: Listener;
  readonly secrets: Secrets;
  readonly config: MailConfig;
  readonly log: Pick<FastifyBaseLogger, 'warn' | 'error'>;
}

export interface MailDelivery {
  /** Waits for the mail under way. */
  close(): Promise<void>;
}

interface Claimed {
  readonly id: string;
  readonly sealed: Buffer;
  readonly isOld: boolean;
}

export function startMailDelivery({ db, listener, secrets, config, log }: MailDeliveryParts): MailDelivery {
  const transport = createMailTransport(config);
  let closed = false;
  let running: Promise<void> | null = null;
  let again = false;

  const look = (): void => {
    if (closed) return;
    again = true;
    running ??= drain().finally(() => {
      running = null;
    });
  };
  const drain = async (): Promise<void> => {
    while (again && !closed) {
      again = false;
      try {
        for (let mail = await claim(db); mail !== null && !closed; mail = await claim(db)) await bring(mail);
      } catch (error) {
        // The database is away; the listener tells when it is back.
        log.warn({ err: error }, 'mails wait');
      }
    }
  };
  const bring = async ({ id, sealed, isOld }: Claimed): Promise<void> => {
    const plain = secrets.unseal(MAIL_PURPOSE, sealed);
    if (plain === null) log.error({ mail: id }, 'a mail was sealed with another key and is given up');
    try {
      if (plain !== null) await transport.deliver(JSON.parse(plain.toString()) as Mail);
    } catch (error) {
      const isLost = isOld || error instanceof MailRefusedError;
      log.warn({ mail: id, err: error }, isLost ? 'a mail is given up' : 'a mail could not be sent yet');
      if (!isLost) return;
    }
    await db.query('delete from platform.mails where id = $1', [id]);
  };

  const stop = listener.listen('mails', look);
  const timer = setInterval(look, LOOK_EVERY_MS);
  timer.unref();
  look();
  return {
    async close() {
      closed = true;
      stop();
      clearInterval(timer);
      await running;
      transport.close();
    },
  };
}

/** The mail due longest, ours for the length of a try. */
async function claim(db: Database): Promise<Claimed | null> {
  return db.asOwner(async (trx) => {
    const { rows } = await sql<Claimed>`
      update platform.mails set tries = tries + 1,
        next_try_at = now() + make_interval(secs => least(${LEASE_S} * power(2, tries), ${LONGEST_WAIT_S}))
      where id = (select id from platform.mails where next_try_at <= now()
        order by next_try_at limit 1 for update skip locked)
      returning id, sealed, created_at < now() - make_interval(secs => ${GIVE_UP_S}) as "isOld"`.execute(trx);
    return rows[0] ?? null;
  });
}
