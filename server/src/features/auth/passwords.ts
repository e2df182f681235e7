/**
 * Passwords: argon2id. Comparing takes the same time whether there is an account and a password or not, so that time
 * tells nobody who has an account.
 */
import { randomBytes } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { wireError } from '../../platform/http/index.ts';
import { createHashQueue } from './hash-queue.ts';
import { isKnownPassword } from './known-passwords.ts';

/** 64 MiB, three passes, one lane; argon2id is the library's default. */
const COST = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 };
/** The system's thread pool has four threads, and files are read by it too. */
const AT_ONCE = Math.max(1, Math.min(3, availableParallelism()));
const WAITING = 64;

export interface Passwords {
  hash(password: string): Promise<string>;
  /** False where there is none to compare with, after the same time. */
  matches(stored: string | null, password: string): Promise<boolean>;
  /** Made with other costs than today's. */
  isOutdated(stored: string): boolean;
  /** Throws `known-password`. */
  refuseKnown(password: string): Promise<void>;
}

export function createPasswords(): Passwords {
  const queue = createHashQueue({ atOnce: AT_ONCE, waiting: WAITING });
  // Different ways to type the same letter are the same password.
  const plain = (password: string): string => password.normalize('NFKC');
  const make = (password: string): Promise<string> => queue.run(() => hash(plain(password), COST));
  /** Of a password nobody has. */
  const nobodys = hash(randomBytes(32), COST);
  nobodys.catch(() => undefined);
  return {
    hash: make,
    async matches(stored, password) {
      const against = stored ?? (await nobodys);
      const isEqual = await queue.run(() => verify(against, plain(password)));
      return isEqual && stored !== null;
    },
    isOutdated(stored) {
      const { memoryCost, timeCost, parallelism } = parseOptions(stored);
      return memoryCost !== COST.memoryCost || timeCost !== COST.timeCost || parallelism !== COST.parallelism;
    },
    async refuseKnown(password) {
      if (await isKnownPassword(plain(password))) throw wireError('known-password');
    },
  };
}
