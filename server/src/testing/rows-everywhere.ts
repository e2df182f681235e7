/**
 * Rows in every table that a backup holds, with all that is hard to carry over: bytes of every value, text that looks
 * like the end of the rows, nulls beside empty strings, documents, the ends of time.
 */
import { randomUUID } from 'node:crypto';
import type { Database } from '../platform/db/index.ts';

/** Text that escapes, quotes, breaks lines, and is not ASCII. */
const HARD_TEXT = [
  '',
  '\\.',
  '\\N',
  'a\tb\nc\r\nd\\e\b\f\v',
  "O'Neil; drop table x; --",
  'é ♠ 🂡 \u202e abc',
  '{"a": [1, null]}',
  'x'.repeat(5000),
];
const EVERY_BYTE = Buffer.from(Array.from({ length: 256 }, (_, byte) => byte));

/** Adds rows; each call adds others. `size` is of the largest value, in bytes. */
export async function addRowsEverywhere(db: Database, size = 100_000): Promise<void> {
  const user = randomUUID();
  const session = randomUUID();
  const large = Buffer.concat([EVERY_BYTE, Buffer.alloc(size, user)]);
  const hash = (): Buffer => Buffer.concat([EVERY_BYTE.subarray(0, 16), Buffer.from(randomUUID())]);
  await db.query(
    `insert into auth.users (id, email, password_hash, totp_secret, created_at, totp_last_step)
     values ($1, $2, null, $3, '-infinity', -9223372036854775808),
       (gen_random_uuid(), gen_random_uuid() || '@x', '', '', 'infinity', null)`,
    [user, `${user}@example.org`, EVERY_BYTE],
  );
  await db.query(
    `insert into auth.user_sessions (id, user_id, token_jti, user_agent, address, expires_at, revoked_why)
     values ($1, $2, gen_random_uuid(), $3, '', '2027-01-01 00:00:00.000001+05', null)`,
    [session, user, HARD_TEXT.join('|')],
  );
  await db.query('insert into auth.refresh_tokens (token_hash, session_id, successor_hash) values ($1, $2, null)', [
    hash(),
    session,
  ]);
  for (const text of HARD_TEXT) {
    await db.query('insert into auth.identities values ($1, $2, $3)', [text, `${user}${text}`, user]);
  }
  await db.query(
    `insert into auth.mail_tokens (token_hash, user_id, purpose, email, expires_at)
     values ($1, $2, 'verify-email', 'x', now())`,
    [hash(), user],
  );
  await db.query('insert into auth.recovery_codes values ($1, $2, null)', [user, hash()]);
  await db.query(
    `insert into auth.personal_tokens (id, user_id, name, token_hash, hint) values (gen_random_uuid(), $1, $2, $3, '')`,
    [user, HARD_TEXT[3], hash()],
  );
  const { id: job } = (
    await db.query<{ id: string }>(
      `insert into jobs.jobs (id, user_id, queue, kind, label, status, request, result, result_bytes)
       values (gen_random_uuid(), $1, 'solver-processing', 'solve', $2, 'COMPLETED', $3, 'null', 9007199254740991)
       returning id`,
      [user, HARD_TEXT[5], JSON.stringify({ text: HARD_TEXT, deep: [[[]], {}], large: 1e300, none: null })],
    )
  )[0]!;
  for (const index of [0, 1]) {
    await db.query('insert into jobs.result_chunks values ($1, 1, $2, $3)', [job, index, large]);
  }
  await db.query(`insert into jobs.usage values ($1, '2026-02-28', 'solve', 2147483647, 0, 0)`, [user]);
  for (const text of HARD_TEXT.slice(0, 3)) {
    await db.query('select platform.append_event(gen_random_uuid(), $1, $2, $3)', [`s${text}`, 'Happened', EVERY_BYTE]);
  }
  await db.query(
    `insert into jobs.offsets
     select gen_random_uuid(), tx, position from platform.events order by random() limit 1`,
  );
  await db.query(
    `insert into platform.idempotency_keys (made_by, user_id, route, key, request_hash, answer)
     values (current_user || '_jobs', $1, $2, 'k', '', '"\\u00e9\\\\"')`,
    [user, HARD_TEXT[1]],
  );
  await db.query('insert into platform.mails (id, sealed) values (gen_random_uuid(), $1)', [large]);
  await db.query(
    `with spot as (insert into study.spots (id, user_id, spot_hash, document)
       values (gen_random_uuid(), $1, $2, '[]') returning id)
     insert into study.solves select $3, id from spot`,
    [user, hash(), job],
  );
  await addHands(db, user, large, hash());
  // Left out of a backup.
  await db.query('insert into jobs.checkpoints values ($1, 1, 1, 1, now())', [job]);
  await db.query(`insert into jobs.checkpoint_chunks values ($1, 1, 1, 0, '\\x00')`, [job]);
  await db.query(`insert into platform.messages (queue, job_id) values ('solver-processing', $1)`, [job]);
}

async function addHands(db: Database, user: string, large: Buffer, digest: Buffer): Promise<void> {
  const [row] = await db.query<{ id: string }>(
    `insert into hands.hands (id, user_id, digest, site, number, played_s, held_bytes, facts_version, table_name, tournament,
       game, currency, decimals, stakes, small_blind, big_blind, players, pot_type, straddled, flop_players, street, showdown,
       pot, pot_bb, rake, boards, textures, names, cards, net, net_bb, adjusted, line, made, tally_version, tally)
     values (gen_random_uuid(), $1, $2, 'pokerstars', gen_random_uuid(), -9007199254740991, 1, 1, $3, false,
       'plo4', 'USD', 2, $4, 0, 1, 2, 'limped', false, 0, 'preflop', false,
       9007199254740991, 1e300, 0, $5, $5, $6, '', -1, 0.1, -5e-324, '', $5, 1, $7)
     returning id`,
    [user, digest, HARD_TEXT[3], HARD_TEXT[5], [], HARD_TEXT, EVERY_BYTE],
  );
  await db.query(
    `insert into hands.contents values ($1, 1, $2, '', '{-9007199254740991,null}', '{0.1,-5e-324,null}', $3)`,
    [row?.id, large, EVERY_BYTE],
  );
  await db.query('insert into hands.held values ($1, 1, 9007199254740991)', [user]);
  await db.query(
    `insert into hands.reviews (id, user_id, hand_id, street, state, reason) values (gen_random_uuid(), $1, $2, 'flop', 'error', $3)`,
    [user, row?.id, JSON.stringify({ message: HARD_TEXT })],
  );
  await db.query('insert into hands.profiles values ($1, $2, $3)', [user, HARD_TEXT[4], '{}']);
  await db.query(
    `insert into hands.offsets
     select gen_random_uuid(), tx, position from platform.events order by random() limit 1`,
  );
}
