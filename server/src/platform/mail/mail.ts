/** A mail as features write it: plain text to one address. */

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Hands mails over to whoever brings them on. */
export interface MailTransport {
  /** Rejects where it was not taken; with a `MailRefusedError` where trying again is no use. */
  deliver(mail: Mail): Promise<void>;
  close(): void;
}

/** The other side will never take it. */
export class MailRefusedError extends Error {
  override readonly name = 'MailRefusedError';
}

/** A line break in an address or a subject would begin another header. */
export function isOneLine(text: string): boolean {
  return !/[\r\n\0]/.test(text);
}
