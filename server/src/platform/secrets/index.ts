export { createSecrets, JWT_PURPOSE, loadSecrets, type Secrets } from './secrets.ts';
