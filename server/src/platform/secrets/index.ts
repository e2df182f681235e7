export { createSecrets, databasePasswords, JWT_PURPOSE, loadSecrets, type Secrets, secretMark } from './secrets.ts';
