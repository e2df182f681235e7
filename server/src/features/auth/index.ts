export type { UserData } from './auth-parts.ts';
export { type Auth, createAuth } from './create-auth.ts';
export { sweepAuth } from './sweep.ts';
export { holdUser } from './users.ts';
