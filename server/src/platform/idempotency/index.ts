export { forgetOldKeys, once } from './once.ts';
