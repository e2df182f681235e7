/**
 * The order of test files within a project: those known to take long come first, so that at its end no worker has one of
 * them alone before it while the others are idle. vitest learns durations by itself, but a clean checkout has none.
 */
import { relative, sep } from 'node:path';
import { BaseSequencer } from 'vitest/node';
import { ROOT } from './paths.mjs';

/** More than ten seconds on two cores. */
export const LONG = [
  'kernel/src/ranks.test.ts',
  'cli/src/flop.test.ts',
  'kernel/host/solve/sampled.test.ts',
  'cli/src/two-boards.test.ts',
  'cli/src/remote/remote.test.ts',
  'kernel/host/solve/sampled-view.test.ts',
  'kernel/src/solve/sampled/value.test.ts',
  'cli/src/guide.test.ts',
  'web/src/features/study/solve/flop.test.ts',
  'cli/src/solve.test.ts',
  'kernel/host/solve/estimate.test.ts',
  'kernel/host/sampling.test.ts',
  'server/src/roles/roles.test.ts',
  'server/src/features/study/study.limits.test.ts',
  'server/src/platform/queue/rabbitmq-queue.test.ts',
  'server/src/features/study/solve/solve-job.test.ts',
  'server/src/roles/serving.access.test.ts',
  'server/src/roles/backup.test.ts',
  'e2e/solve-access.test.ts',
  'e2e/solve-flop.test.ts',
  'e2e/solve.test.ts',
  'e2e/solve-errors.test.ts',
  'e2e/soak/start.test.ts',
  'e2e/soak/jobs.test.ts',
  'e2e/soak/solve.test.ts',
  'server/src/roles/backup.soak.test.ts',
  'server/src/features/auth/auth.soak.test.ts',
];

const RANKS = new Map(LONG.map((file, rank) => [file, rank]));

/** @param {import('vitest/node').TestSpecification} file */
function rank({ moduleId }) {
  return RANKS.get(relative(ROOT, moduleId).replaceAll(sep, '/')) ?? LONG.length;
}

export class LongestFirst extends BaseSequencer {
  /**
   * Projects stay in the order they come in.
   *
   * @override
   * @param {import('vitest/node').TestSpecification[]} files
   */
  async sort(files) {
    const sorted = await super.sort(files);
    const projects = [...new Set(sorted.map(({ project }) => project))];
    return projects.flatMap((project) =>
      sorted.filter((file) => file.project === project).sort((a, b) => rank(a) - rank(b)),
    );
  }
}
