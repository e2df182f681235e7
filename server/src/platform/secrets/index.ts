export { createSecrets, JWT_PURPOSE, loadSecrets, NoSecretError, type Secrets } from './secrets.ts';
