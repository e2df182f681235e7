/** One transaction over several features, each part with the rights of its own. */
import { sql } from 'kysely';
import type { Feature, Transaction } from '../../platform/db/index.ts';

/** From here on the transaction, begun by the owner, has the rights of one feature; null for the owner's again. */
export async function setRole(trx: Transaction, feature: Feature | null): Promise<void> {
  const role = feature === null ? sql`'none'` : sql`session_user || '_' || ${feature}::text`;
  await sql`select set_config('role', ${role}, true)`.execute(trx);
}
