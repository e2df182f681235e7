/** The secret of every server in tests: they share a database server, and so the passwords of the features' logins. */
import type { PasswordOf } from '../platform/db/index.ts';
import { createSecrets, databasePasswords } from '../platform/secrets/index.ts';

export const TEST_SECRET = 'a secret of the tests alone';

export const TEST_SECRETS = createSecrets({ secretKey: TEST_SECRET, jwtSecretKey: null });

export const testPasswordOf: PasswordOf = databasePasswords(TEST_SECRETS);
