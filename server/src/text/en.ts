/** What the server program says on the terminal. What it answers over HTTP stands in the catalogue of contracts. */
export const say = {
  error: 'error: ',
  ready: (url: string): string => `PLOScope is ready on ${url}`,
  badConfig: (errors: readonly string[]): string =>
    `The configuration is wrong.\n${errors.map((e) => `  ${e}`).join('\n')}`,
  migrated: 'The database is up to date.',
  lost: (reason: string): string => `The server cannot go on: ${reason}`,
  noDatabase: (role: string): string =>
    `The role ${role} needs a database: set DATABASE_URL, or start the role all on the same PLOSCOPE_DATA first.`,
  noGrpcToken: 'gRPC is served only with a token: set GRPC_TOKEN to at least 16 characters nobody can guess.',
  noShardToken: 'SHARD_HOSTS is set, so GRPC_TOKEN must be too: those machines ask for it.',
  databaseAway: (reason: string): string => `The database of DATABASE_URL cannot be reached: ${reason}`,
  noSchema: 'The database has not the schema of this program. Run the role migrate first: ROLE=migrate npm start',
  portTaken: (port: number): string =>
    `Port ${port} is already in use. Stop the program that uses it, or choose another: PORT=${port < 65535 ? port + 1 : 3000}`,
  portForbidden: (port: number): string =>
    `Port ${port} needs more rights than this user has. Choose another with PORT=…`,
  hostUnknown: (host: string): string => `HOST is ${host}, which is no address of this machine.`,
  cannotStart: (reason: string): string => `The server could not start: ${reason}`,
};
