/** One transaction over several features, each part with the rights of its own. */
import { sql } from 'kysely';
import type { Feature, Transaction } from '../../platform/db/index.ts';

/** From here on the transaction, begun by the owner, has the rights of one feature; null for the owner's again. */
export async function setRole(trx: Transaction, feature: Feature | null): Promise<void> {
  await sql`set local role ${feature === null ? sql.raw('none') : sql.id(`ploscope_${feature}`)}`.execute(trx);
}
