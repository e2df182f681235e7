/** Mails by SMTP, with timeouts on everything: a mail server that hangs holds up no other mail for long. */
import { createTransport } from 'nodemailer';
import { MailRefusedError, type MailTransport } from './mail.ts';

const TIMEOUT_MS = 15_000;

export function createSmtpTransport({ url, from }: { url: string; from: string }): MailTransport {
  const transport = createTransport(
    {
      url,
      connectionTimeout: TIMEOUT_MS,
      greetingTimeout: TIMEOUT_MS,
      socketTimeout: TIMEOUT_MS,
      // A mail is text; nothing of it names a file or an address to be read.
      disableFileAccess: true,
      disableUrlAccess: true,
    },
    { from },
  );
  return {
    async deliver({ to, subject, text }) {
      try {
        // As an object, so that the address is one address whatever it holds.
        await transport.sendMail({ to: { name: '', address: to }, subject, text });
      } catch (error) {
        if (isRefused(error)) throw new MailRefusedError('the mail server refused it', { cause: error });
        throw error;
      }
    },
    close: () => transport.close(),
  };
}

/** 5xx to the recipient or the mail itself is for good; to our own sign-in it is for the operator to put right. */
function isRefused(error: unknown): boolean {
  if (!(error instanceof Error) || !('responseCode' in error) || !('code' in error)) return false;
  return Number(error.responseCode) >= 500 && (error.code === 'EENVELOPE' || error.code === 'EMESSAGE');
}
