/** What the launcher of the database says when it cannot do its work: each sentence ends with the way out. */

const OTHER_DATABASE = 'or set DATABASE_URL to a PostgreSQL of yours';

export const sayEmbedded = {
  inUse: (folder: string, pid: number): string =>
    `The data folder ${folder} is in use by process ${pid}. Stop that process, or choose another folder with PLOSCOPE_DATA. A program that only wants its database finds the address in ${folder}/database-url.`,
  cannotWrite: (folder: string, reason: string): string =>
    `The data folder ${folder} cannot be written (${reason}). Give this user the right to write there, or choose another folder with PLOSCOPE_DATA.`,
  otherOwner: (folder: string): string =>
    `The database in ${folder} belongs to another user of this machine. Start as that user, or choose another folder with PLOSCOPE_DATA.`,
  diskFull: (folder: string): string =>
    `The disk that holds ${folder} is full. Free some space there, or choose a folder on another disk with PLOSCOPE_DATA.`,
  otherVersion: (folder: string, found: string, wanted: string): string =>
    `The database in ${folder} was made by PostgreSQL ${found}, and this program runs ${wanted}. Choose another folder with PLOSCOPE_DATA, ${OTHER_DATABASE} of version ${found}.`,
  notACluster: (folder: string): string =>
    `${folder} is there, but it is no complete database. Move it away (a new one is then made), or choose another folder with PLOSCOPE_DATA.`,
  noBinaries: (platform: string): string =>
    `PostgreSQL for ${platform} is not installed. Install again with optional packages (npm ci), ${OTHER_DATABASE}.`,
  cannotRun: (reason: string): string =>
    `PostgreSQL does not run on this machine (${reason}). Set DATABASE_URL to one that does.`,
  rootRefused: (folder: string, reason: string): string =>
    `PostgreSQL refuses to run as root, and no other way works here (${reason}). Start as a normal user, choose a folder that every user can reach instead of ${folder} with PLOSCOPE_DATA, ${OTHER_DATABASE}.`,
  cannotMake: (folder: string, reason: string): string =>
    `The database could not be made in ${folder}: ${reason}. Choose another folder with PLOSCOPE_DATA, ${OTHER_DATABASE}.`,
  doesNotStart: (log: string, reason: string): string =>
    `The database does not start: ${reason}. What it said stands in ${log}. Start the program again, ${OTHER_DATABASE}.`,
  doesNotStop: (folder: string, pid: number): string =>
    `A database of an earlier run (process ${pid}) still holds ${folder} and does not end. End that process and start again.`,
  keepsDying: (log: string, times: number): string =>
    `The database died ${times} times in a row and is not started again. What it said stands in ${log}. Start the program again, ${OTHER_DATABASE}.`,
};
