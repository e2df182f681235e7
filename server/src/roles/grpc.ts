/** The role `grpc`: answers other programs of the installation, and lends its cores to solves of other machines. */
import type { Config } from '../platform/config/index.ts';
import { startLending } from './lending.ts';
import { openStudyJobs } from './open-study-jobs.ts';
import { openParts } from './parts.ts';
import { running } from './running.ts';
import { listen, openWatchPost } from './serving.ts';
import type { RunningRole, Surroundings } from './surroundings.ts';

export async function startGrpc(config: Config, surroundings: Surroundings): Promise<RunningRole> {
  const parts = await openParts(config, 'grpc');
  return running(parts, async () => {
    const studyJobs = openStudyJobs(parts, surroundings);
    const lending = await startLending(parts, studyJobs);
    const { app, health } = await openWatchPost(parts, surroundings);
    const url = await listen(app, parts);
    return { app, health, url, also: [lending, studyJobs] };
  });
}
