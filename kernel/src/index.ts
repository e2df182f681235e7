// The kernel's typed face: job documents, their check, their plan. Where it runs is the host's business.

export { type ByteSource, gathered, sourceOfBytes } from './byte-source.ts';
export { checkEquityJob } from './equity/check.ts';
export { type EquityPlan, planEquity } from './equity/plan.ts';
export * from './job.ts';
export { cardsDealt, pairOf } from './solve/dealt.ts';
export * from './solve/forest.ts';
export * from './solve/job.ts';
export * from './solve/result.ts';
