export { addHandRoutes } from './hands.routes.ts';
export type { MostHands } from './import-hands.ts';
export { addReviewRoutes } from './reviews/review.routes.ts';
export { startReviewSchedule } from './reviews/review-schedule.ts';
export { HandThreads } from './threads/hand-threads.ts';
export { userDataOfHands } from './user-data.ts';
