/**
 * The mailbox as HTML: a list, and each mail on a page of its own. Whatever stands in a mail is text; only addresses of pages
 * become links. No script, and the one style is a file, as the content policy of every answer wants it.
 */
import { sayMailbox } from '../../text/mailbox.ts';
import type { StoredMail } from './folder-transport.ts';

export const MAILBOX = '/api/mailbox';
export const STYLE = `${MAILBOX}/style.css`;

export function formatMailbox(mails: readonly StoredMail[]): string {
  const items = mails.map(
    ({ id, to, subject, sentAt }) =>
      `<li><a href="${MAILBOX}/${escaped(id)}"><strong>${escaped(subject)}</strong>` +
      `<span>${escaped(sayMailbox.to(to))}</span>${time(sentAt)}</a></li>`,
  );
  const list =
    items.length === 0 ? `<p>${escaped(sayMailbox.empty)}</p>` : `<ul class="mails">\n${items.join('\n')}\n</ul>`;
  return page(
    sayMailbox.title,
    `<h1>${escaped(sayMailbox.title)}</h1>
<p>${escaped(sayMailbox.why)}</p>
${list}`,
  );
}

export function formatMail({ to, subject, text, sentAt }: StoredMail): string {
  return page(
    subject,
    `<nav><a class="back" href="${MAILBOX}">${escaped(sayMailbox.back)}</a></nav>
<h1>${escaped(subject)}</h1>
<p>${escaped(sayMailbox.to(to))}<br>${time(sentAt)}</p>
<pre class="text">${linked(text)}</pre>`,
  );
}

function page(title: string, body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escaped(title)}</title>
<link rel="icon" href="/favicon.svg"><link rel="stylesheet" href="${STYLE}"></head><body><main>
${body}
</main></body></html>
`;
}

function time(sentAt: string): string {
  return `<time datetime="${escaped(sentAt)}">${escaped(sayMailbox.at(sentAt))}</time>`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}

/** Text with its addresses as links; a full stop after one ends the sentence. */
function linked(text: string): string {
  const parts = text.split(/(https?:\/\/[^\s<>"']*[^\s<>"'.,;:!?)])/);
  return parts.map((part, i) => (i % 2 === 0 ? escaped(part) : link(escaped(part)))).join('');
}

function link(url: string): string {
  return `<a href="${url}" rel="noreferrer">${url}</a>`;
}
