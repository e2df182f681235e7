/**
 * How jobs stand in a backup: as if every worker had given its job back, and without the states of solves under way,
 * which are gigabytes. So after a restore each of them is sent again and begins anew; an attempt that the backup
 * interrupted counts for nothing. One whose end was asked for stays under its lease, which has run out by then: the relay
 * ends it and says so.
 */
import type { BackupRules } from '../../platform/backup/index.ts';

const givenBack = "t.status = 'PROCESSING' and t.cancel_asked_at is null";
const open = `(t.status = 'QUEUED' or ${givenBack})`;

export const jobBackupRules: BackupRules = {
  leftOut: {
    'jobs.checkpoints': 'states of solves under way: gigabytes, and a restored job begins anew',
    'jobs.checkpoint_chunks': 'the pieces of those states',
  },
  columns: {
    'jobs.jobs': {
      status: `case when ${givenBack} then 'QUEUED' else t.status end`,
      tries: `case when ${givenBack} then greatest(t.tries - 1, 0) else t.tries end`,
      leased_by: `case when ${givenBack} then null else t.leased_by end`,
      lease_until: `case when ${givenBack} then null else t.lease_until end`,
      progress: `case when ${open} then null else t.progress end`,
      published_at: `case when ${open} then null else t.published_at end`,
    },
  },
  afterwards: {},
};
