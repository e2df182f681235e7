export { findAnswer, forgetOldKeys, type Keyed, keepAnswer, once } from './once.ts';
