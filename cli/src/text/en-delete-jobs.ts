/** What `ploscope jobs delete` says, in English. */

export const sayDelete = {
  whichOnes: 'Say which jobs: their ids, or --finished for all that have ended.',
  notBoth: '--finished deletes all that have ended; leave out the ids.',
  notWith: (option: string): string => `${option} does not go with ploscope jobs delete.`,
  onlyFinished: '--yes goes with --finished.',
  finished: (count: number): string =>
    count === 1
      ? 'Delete one job and its result? [y/N] '
      : `Delete ${count.toLocaleString('en')} jobs and their results? [y/N] `,
  needsYes: 'Without a terminal nobody can be asked.',
  addYes: 'To delete all finished jobs without a question: ploscope jobs delete --finished --yes',
  deleted: (id: string): string => `Deleted: ${id}`,
  deletedAll: (count: number): string =>
    count === 1 ? 'Deleted one job.' : `Deleted ${count.toLocaleString('en')} jobs.`,
  noneFinished: 'There are no jobs that have ended.',
  nothingDeleted: 'Nothing is deleted.',
  failed: (id: string, reason: string): string => `${id}: ${reason}`,
} as const;
