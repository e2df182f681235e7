/** What study keeps of a player: the spots that were solved. */
import type { UserData } from '../auth/index.ts';

export const userDataOfStudy: UserData = {
  feature: 'study',
  exportOf: async (trx, userId) => {
    const spots = await trx
      .selectFrom('study.spots')
      .select(['id', 'document', 'created_at'])
      .where('user_id', '=', userId)
      .orderBy('id')
      .execute();
    return { spots };
  },
  deleteOf: async (trx, userId) => {
    await trx.deleteFrom('study.spots').where('user_id', '=', userId).execute();
  },
};
