/** The feature `auth` put together with what it stands on, the same in every role that has to know who asks. */
import { type Auth, createAuth, type UserData } from '../features/auth/index.ts';
import { userDataOfHands } from '../features/hands/index.ts';
import { userDataOfJobs } from '../features/jobs/index.ts';
import { userDataOfStudy } from '../features/study/index.ts';
import { createMailer } from '../platform/mail/index.ts';
import type { Parts } from './parts.ts';
import { publicUrlOf } from './public-url.ts';

/** What every feature keeps of a player. */
export const USER_DATA: readonly UserData[] = [userDataOfJobs, userDataOfStudy, userDataOfHands];

export function makeAuth({ config, db, limits, log, secrets }: Parts): Auth {
  return createAuth({
    config,
    db,
    limits,
    log,
    secrets,
    mailer: createMailer(secrets),
    publicUrl: publicUrlOf(config),
    userData: USER_DATA,
  });
}
