/** What accounts stand on, and what the parts of this feature hand to each other. */
import type { FastifyBaseLogger } from 'fastify';
import type { Config } from '../../platform/config/index.ts';
import type { Database, Feature, Transaction } from '../../platform/db/index.ts';
import type { Limits } from '../../platform/limits/index.ts';
import type { Mailer } from '../../platform/mail/index.ts';
import type { Secrets } from '../../platform/secrets/index.ts';
import type { AccessTokens } from './access-tokens.ts';
import type { GoogleClient } from './google-client.ts';
import type { Passwords } from './passwords.ts';

/** What another feature keeps of a player, for export and deletion. */
export interface UserData {
  /** Both functions run with its rights. */
  readonly feature: Feature;
  exportOf(trx: Transaction, userId: string): Promise<Record<string, unknown>>;
  deleteOf(trx: Transaction, userId: string): Promise<void>;
}

export type AuthConfig = Pick<
  Config,
  | 'adminEmails'
  | 'dataFolder'
  | 'googleClientId'
  | 'googleClientSecret'
  | 'googleIssuer'
  | 'host'
  | 'smtpUrl'
  | 'trustProxy'
>;

export interface AuthParts {
  readonly db: Database;
  readonly limits: Limits;
  readonly secrets: Secrets;
  readonly mailer: Mailer;
  readonly config: AuthConfig;
  readonly log: Pick<FastifyBaseLogger, 'warn' | 'error'>;
  /** Where players reach the product, such as `https://ploscope.example`. */
  readonly publicUrl: string;
  readonly userData: readonly UserData[];
}

/** The parts with what this feature makes of them. */
export interface AuthContext extends AuthParts {
  readonly accessTokens: AccessTokens;
  readonly passwords: Passwords;
  /** Null where Google is not set up. */
  readonly google: GoogleClient | null;
  /** Runs what an answer must not wait for, because its time would tell something. */
  readonly afterAnswer: (what: string, work: () => Promise<void>) => void;
}
