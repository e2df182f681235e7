/** Played hands over HTTP: imported, listed, shown whole, counted, exported, deleted. */

import { Readable } from 'node:stream';
import { HANDS_ROUTES } from '@ploscope/contracts';
import { EXPORT_ENDINGS } from '@ploscope/poker';
import { type AddRoute, answer, goneSignal, wireError } from '../../platform/http/index.ts';
import { cancelJob } from '../jobs/index.ts';
import { exportHands } from './export-hands.ts';
import { handQuestion } from './filter-sql.ts';
import { handGraph } from './hand-graph.ts';
import { lineOf } from './hand-line.ts';
import { HAND_ORDERS, parseCursor } from './hand-order.ts';
import { ownStatistics } from './hand-statistics.ts';
import { deleteHand, findHand, findSource } from './hands.queries.ts';
import { createImports, type ImportParts } from './import-hands.ts';
import { listHands } from './list-hands.ts';
import { PlayerTurns } from './player-turns.ts';
import { reviewsOfHand } from './reviews/list-reviews.ts';
import { statisticsOfPlayer } from './statistics-of-player.ts';
import { unpack } from './threads/packing.ts';

/** Long readings of one player that wait for another. */
const WAITING = 4;
/** The same of exports, which take as long as they are read. */
const EXPORTS_WAITING = 2;

export function addHandRoutes(add: AddRoute, parts: ImportParts): void {
  const { db, threads } = parts;
  const imports = createImports(parts);
  const reading = new PlayerTurns(WAITING);
  const exporting = new PlayerTurns(EXPORTS_WAITING);
  const inTurn = async <T>(userId: string, work: () => Promise<T>): Promise<T> => {
    const done = await reading.run(userId, async () => ({ value: await work() }));
    if (done === null) throw wireError('client-busy', { retryAfterS: 1 });
    return done.value;
  };

  add(HANDS_ROUTES.importHands, async ({ asker, body, key, reply }) => {
    // Who sends a key comes back with it, and finds what is under way.
    const signal = key === null ? goneSignal(reply) : null;
    try {
      return answer(200, await imports.take(asker, body, key, signal));
    } catch (error) {
      if (!signal?.aborted) throw error;
      reply.hijack();
      return null;
    }
  });
  add(HANDS_ROUTES.hands, async ({ asker, query: { filter, sort, cursor, limit } }) => {
    const question = await handQuestion(filter);
    const after = cursor === undefined ? null : parseCursor(cursor, HAND_ORDERS[sort]);
    const order = HAND_ORDERS[sort];
    const listing = { userId: asker.userId, question, order, after, limit };
    return answer(200, await inTurn(asker.userId, () => listHands(db, listing)));
  });
  add(HANDS_ROUTES.hand, async ({ asker, params: { id } }) => {
    const row = await findHand(db.at('hands'), asker.userId, id);
    if (row === null) throw wireError('not-found');
    const reviews = await reviewsOfHand(db.at('hands'), asker.userId, id);
    const document: unknown = JSON.parse(unpack(row.packing, row.document));
    return answer(200, { line: lineOf(row), document, adjusted: row.adjusted_of_all, reviews });
  });
  add(HANDS_ROUTES.handSource, async ({ asker, params: { id }, reply }) => {
    const row = await findSource(db.at('hands'), asker.userId, id);
    if (row === null) throw wireError('not-found');
    reply.type('text/plain; charset=utf-8').send(unpack(row.packing, row.source));
    return null;
  });
  add(HANDS_ROUTES.deleteHand, async ({ asker, params: { id } }) => {
    const jobs = await db.as('hands', (trx) => deleteHand(trx, asker.userId, id));
    if (jobs === null) throw wireError('not-found');
    // What is still computed of it is for nobody.
    for (const jobId of jobs) await db.as('jobs', (trx) => cancelJob(trx, asker.userId, jobId, 'review'));
    return answer(200, { ok: true });
  });
  add(HANDS_ROUTES.handStatistics, async ({ asker: { userId }, query: { filter, player } }) => {
    const question = await handQuestion(filter);
    const count = () =>
      player === undefined ? ownStatistics(db, userId, question) : statisticsOfPlayer(db, { userId, question, player });
    return answer(200, await inTurn(userId, count));
  });
  add(HANDS_ROUTES.handGraph, async ({ asker: { userId }, query: { filter } }) => {
    const question = await handQuestion(filter);
    return answer(200, await inTurn(userId, () => handGraph(db, userId, question)));
  });
  add(HANDS_ROUTES.exportHands, async ({ asker: { userId }, query: { filter, format }, reply }) => {
    // Before anything is waited for: whoever goes meanwhile holds no turn.
    const sent = new Promise<unknown>((resolve) =>
      reply.raw.destroyed ? resolve(null) : reply.raw.once('close', resolve),
    );
    const signal = goneSignal(reply);
    const question = await handQuestion(filter);
    if (!(await exporting.hold(userId, sent))) throw wireError('client-busy', { retryAfterS: 5 });
    const parts = exportHands(db, threads, { userId, question, format, signal });
    reply
      .header('content-disposition', `attachment; filename="hands.${EXPORT_ENDINGS[format]}"`)
      .type('text/plain; charset=utf-8')
      .send(Readable.from(parts, { objectMode: false }));
    return null;
  });
}
