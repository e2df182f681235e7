export { userDataOfHands } from './user-data.ts';
