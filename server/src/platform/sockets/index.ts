export { openSockets, type Sockets } from './sockets.ts';
