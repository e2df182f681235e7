export type { AuthParts, UserData } from './auth-parts.ts';
export { type Auth, createAuth } from './create-auth.ts';
export { type Swept, sweepAuth } from './sweep.ts';
