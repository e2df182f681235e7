export { startMailDelivery } from './delivery.ts';
export type { Mail } from './mail.ts';
export { mailFolderOf } from './mail-transport.ts';
export { addMailbox } from './mailbox.routes.ts';
export { createMailer, type Mailer } from './mailer.ts';
