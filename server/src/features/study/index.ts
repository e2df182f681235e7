export { Calculators } from './calculators.ts';
export { addStudyRoutes } from './study.routes.ts';
export { StudyService } from './study.service.ts';
