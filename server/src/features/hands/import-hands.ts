/**
 * A piece of text becomes rows: read in a thread, stored in one transaction, and counted against what the player may
 * have. Hands that are there already are left as they are, so a piece that is sent again changes nothing; with a key it
 * also gets the same answer.
 */
import { type ImportAnswer, type ImportRequest, ROUTES } from '@ploscope/contracts';
import { sql } from 'kysely';
import type { Logger } from 'pino';
import type { Database, Transaction } from '../../platform/db/index.ts';
import { type Asker, wireError } from '../../platform/http/index.ts';
import { findAnswer, type Keyed, once } from '../../platform/idempotency/index.ts';
import { holdUser } from '../auth/index.ts';
import { takeHeld } from './held.ts';
import { PlayerTurns } from './player-turns.ts';
import type { Read } from './threads/hand.messages.ts';
import { CONTENT_COLUMNS, HAND_COLUMNS } from './threads/hand-row.ts';
import type { HandThreads } from './threads/hand-threads.ts';

/** How many hands one may have. */
export interface MostHands {
  readonly ofPlayer: number;
  readonly ofGuest: number;
}

export interface ImportParts {
  readonly db: Database;
  readonly threads: HandThreads;
  readonly most: MostHands;
  readonly log: Pick<Logger, 'error'>;
}

export interface Imports {
  /** `signal` is aborted where nobody waits for the answer any more; null where somebody comes back for it. */
  take(asker: Asker, request: ImportRequest, key: string | null, signal: AbortSignal | null): Promise<ImportAnswer>;
}

/** Longest a piece may be read, in milliseconds. */
const READ_MS = 20_000;
/** Faults of one piece that are logged. */
const MOST_LOGGED = 3;
/** Pieces of one player that wait while another is read. */
const WAITING = 2;

export function createImports({ db, threads, most, log }: ImportParts): Imports {
  const reading = new PlayerTurns(WAITING);
  const storing = new PlayerTurns(WAITING);
  const busy = (): Error => wireError('client-busy', { retryAfterS: 1 });
  return {
    async take({ userId, isGuest }, request, key, signal) {
      const keyed: Keyed = { userId, route: ROUTES.importHands.path, key, request };
      if (key !== null) {
        const first = await findAnswer(db.at('hands'), keyed);
        if (first !== null) return first as ImportAnswer;
      }
      const read = await reading.run(userId, () => readPiece(threads, request, signal));
      if (read === null) throw busy();
      if (read.faults.length > 0)
        log.error({ userId, faults: read.faults.slice(0, MOST_LOGGED) }, 'hands were not read');
      const room = isGuest ? most.ofGuest : most.ofPlayer;
      const stored = await storing.run(userId, () =>
        db.as('hands', (trx) => once(trx, keyed, () => store(trx, userId, read, room))),
      );
      if (stored === null) throw busy();
      return stored;
    },
  };
}

async function readPiece(threads: HandThreads, piece: ImportRequest, signal: AbortSignal | null): Promise<Read> {
  const outcome = await threads.run({ kind: 'read', piece }, READ_MS, signal);
  switch (outcome.kind) {
    case 'read':
      return outcome;
    case 'full':
      throw wireError('busy', { retryAfterS: 5 });
    case 'late':
      throw wireError('time-budget');
    case 'cancelled':
      throw wireError('unavailable', { retryAfterS: 5 });
    case 'crashed':
      throw wireError('internal', { cause: outcome.cause });
  }
}

/** Throws `hands-full` where the new ones do not fit; then none of them is there. */
async function store(trx: Transaction, userId: string, read: Read, most: number): Promise<ImportAnswer> {
  const { count, errors } = read;
  if (count === 0) return { hands: 0, duplicates: 0, errors: [...errors] };
  // Before anything else is held: whoever deletes an account holds its row first, too.
  await holdUser(trx, userId);
  const held = await takeHeld(trx, userId);
  const { hands, bytes } = await insert(trx, userId, read);
  if (hands > 0 && held.hands + hands > most) throw wireError('hands-full');
  await held.add(hands, bytes);
  return { hands, duplicates: count - hands, errors: [...errors] };
}

async function insert(trx: Transaction, userId: string, read: Read): Promise<{ hands: number; bytes: number }> {
  const columns = sql.raw(HAND_COLUMNS.map((name) => `"${name}"`).join(', '));
  const contents = sql.raw(CONTENT_COLUMNS.map((name) => `"${name}"`).join(', '));
  const { rows } = await sql<{ hands: number; bytes: number }>`
    with made as (
      insert into hands.hands (user_id, ${columns})
      select ${userId}::uuid, ${columns} from json_populate_recordset(null::hands.hands, ${read.hands}::json)
      on conflict do nothing
      returning id, held_bytes
    ), whole as (
      insert into hands.contents (${contents})
      select ${contents} from json_populate_recordset(null::hands.contents, ${read.contents}::json)
      where hand_id in (select id from made)
    )
    select count(*) as hands, coalesce(sum(held_bytes), 0)::bigint as bytes from made`.execute(trx);
  return rows[0] ?? { hands: 0, bytes: 0 };
}
