/**
 * Wakes workers: a message says that a job may be looked at, and nothing more.
 *
 * The rows of `jobs` are the truth (docs/decisions/0014-the-broker-only-wakes.md). So a message may come twice, late or
 * for a job that is long done; whoever takes one looks at the row first. What a message may not do is get lost quietly.
 */
export type QueueName = 'spot-processing' | 'solver-processing';

export const QUEUE_NAMES: readonly QueueName[] = ['spot-processing', 'solver-processing'];

/** A message that was delivered this often and never acknowledged goes to the dead letters. */
export const DELIVERY_LIMIT = 6;

export interface Message {
  readonly jobId: string;
  /** Deliveries before this one, as far as the driver knows. */
  readonly redeliveries: number;
  /** Never rejects: when the broker cannot be told, the message comes again. */
  ack(): Promise<void>;
  /** Gives it back, to be delivered again at once; it counts as a delivery, so this is no way to wait. Never rejects. */
  giveBack(): Promise<void>;
}

export interface Depth {
  readonly waiting: number;
  readonly dead: number;
}

export interface Queue {
  /**
   * Resolves when the message is safe (publisher confirm, commit). Rejects when it cannot be had now: the caller tries
   * again later. A message whose publishing rejected may come all the same.
   */
  publish(queue: QueueName, jobId: string): Promise<void>;
  /**
   * The next message; waits until there is one, through any trouble of the broker, or until `signal` is aborted: null
   * then, and when the queue is closed. Nothing is fetched beyond the one.
   */
  take(queue: QueueName, signal: AbortSignal): Promise<Message | null>;
  /** Puts one message to the dead letters. Resolves and rejects as `publish` does. */
  bury(queue: QueueName, jobId: string, reason: string): Promise<void>;
  /** Messages that wait to be taken, and dead letters; null when the broker cannot be asked. */
  depth(queue: QueueName): Promise<Depth | null>;
  /** Ends every take with null. What was taken and not acknowledged comes again. */
  close(): Promise<void>;
}

/** Told of each failure that a driver waits out by itself, so that a log can say why nothing happens. */
export type OnTrouble = (error: unknown) => void;
