/** Where a role finds its files, and what it calls itself. */
export interface Surroundings {
  /** Folder of the built web app. */
  readonly webRoot: string;
  /** File of the calculator's thread. */
  readonly workerUrl: URL;
  /** File of a solve's thread. */
  readonly solverUrl: URL;
  /** File of the thread that reads and writes hands. */
  readonly handsUrl: URL;
  readonly version: string;
}

/** A role that runs. */
export interface RunningRole {
  /** Where it listens, such as `http://127.0.0.1:3000`; null for a role that is over when it has begun. */
  readonly url: string | null;
  /** What a role that is over has to say of it. */
  readonly said?: string;
  /** Goes down in good order: says it is not well, takes nothing new, ends or gives back what it has. */
  close(): Promise<void>;
  /** Called once when it cannot go on. */
  onLost(tell: (reason: string) => void): void;
}
