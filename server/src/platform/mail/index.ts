export { type MailDelivery, type MailDeliveryParts, startMailDelivery } from './delivery.ts';
export { createFolderTransport } from './folder-transport.ts';
export { type Mail, MailRefusedError, type MailTransport } from './mail.ts';
export { addMailbox } from './mailbox.routes.ts';
export { createMailer, type Mailer } from './mailer.ts';
export { createSmtpTransport } from './smtp-transport.ts';
