/**
 * What hands keep of a player: the hands that were imported, reviews, range profiles. Of each hand the export has what
 * names it; whole, hands are told by their own export, which does not hold all of them in memory.
 */
import type { UserData } from '../auth/index.ts';

export const userDataOfHands: UserData = {
  feature: 'hands',
  exportOf: async (trx, userId) => {
    const hands = await trx
      .selectFrom('hands.hands')
      .select(['id', 'site', 'number', 'played_s as playedAtSeconds', 'imported_at as importedAt'])
      .where('user_id', '=', userId)
      .orderBy('id')
      .execute();
    const reviews = await trx
      .selectFrom('hands.reviews')
      .select([
        'hand_id as handId',
        'street',
        'state',
        'reason',
        'spot',
        'ev_lost as evLost',
        'decisions',
        'created_at',
      ])
      .where('user_id', '=', userId)
      .orderBy('id')
      .execute();
    const profile = await trx
      .selectFrom('hands.profiles')
      .select(['name', 'ranges'])
      .where('user_id', '=', userId)
      .executeTakeFirst();
    return { hands, whole: 'GET /api/hands/export?format=phh', reviews, profile: profile ?? null };
  },
  // Contents and reviews go with their hands.
  deleteOf: async (trx, userId) => {
    await trx.deleteFrom('hands.hands').where('user_id', '=', userId).execute();
    await trx.deleteFrom('hands.held').where('user_id', '=', userId).execute();
    await trx.deleteFrom('hands.profiles').where('user_id', '=', userId).execute();
  },
};
