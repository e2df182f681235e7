export { createSecrets, databasePasswords, JWT_PURPOSE, loadSecrets, type Secrets } from './secrets.ts';
