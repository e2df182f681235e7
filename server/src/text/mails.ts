/** The mails the server sends. */
import type { Mail } from '../platform/mail/index.ts';

type MailText = Omit<Mail, 'to'>;

const mail = (subject: string, ...paragraphs: readonly string[]): MailText => ({
  subject,
  text: `${paragraphs.join('\n\n')}\n`,
});

export const writeMail = {
  verifyEmail: (url: string): MailText =>
    mail(
      'Confirm your e-mail address',
      'Welcome to PLOScope.',
      `Open this page to confirm that this address is yours:\n${url}`,
      'The link works once, for 24 hours. If you did not ask for this, ignore this mail.',
    ),
  changeEmail: (url: string): MailText =>
    mail(
      'Confirm your new e-mail address',
      `Open this page to make this the address of your PLOScope account:\n${url}`,
      'The link works once, for 24 hours. If you did not ask for this, ignore this mail.',
    ),
  emailChanged: (to: string): MailText =>
    mail(
      'Your e-mail address was changed',
      `Your PLOScope account now belongs to ${to}. This is the last mail to this address.`,
      'If this was not you, somebody knows your password: answer to whoever runs this server.',
    ),
  resetPassword: (url: string): MailText =>
    mail(
      'Set a new password',
      `Open this page to set a new password for PLOScope:\n${url}`,
      'The link works once, for one hour. If you did not ask for this, ignore this mail: your password is unchanged.',
    ),
  passwordChanged: (url: string): MailText =>
    mail(
      'Your password was changed',
      'The password of your PLOScope account was changed, and other devices were signed out.',
      `If this was not you, set a new one at once:\n${url}`,
    ),
};
