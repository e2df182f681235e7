export { type Counter, createLimits, type Limits } from './limits.ts';
