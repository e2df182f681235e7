/** What the page of mails that stayed on this machine says. */
export const sayMailbox = {
  title: 'Mailbox',
  why: 'No mail server is set (SMTP_URL), so mails stay here. Only this machine can open this page.',
  empty: 'No mail yet.',
  back: '← All mails',
  to: (address: string): string => `To ${address}`,
  at: (sentAt: string): string => `${sentAt.slice(0, 16).replace('T', ' ')} UTC`,
};
