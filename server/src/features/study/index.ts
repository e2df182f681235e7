export { Calculators } from './calculators.ts';
export { createEquityRunner } from './equity-runner.ts';
export { loadOrderings } from './ordering-files.ts';
export { createSolveJudge, type SolveJudge } from './solve/solve-judge.ts';
export { createSolveRunner } from './solve/solve-runner.ts';
export { addStudyJobRoutes, createStudyJobs, forgetSolve, type StudyJobs } from './study.jobs.ts';
export { addStudyRoutes } from './study.routes.ts';
export { StudyService } from './study.service.ts';
export { userDataOfStudy } from './user-data.ts';
