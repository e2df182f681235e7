/** The look of the mailbox: the app's ink and paper, light or dark as the browser asks, readable from 320 px on. */
export const MAILBOX_STYLE = `:root {
  color-scheme: light dark;
  --bg: #f4f6f3;
  --surface: #ffffff;
  --ink: #14201b;
  --ink-2: #46544d;
  --line: #dfe5df;
  --accent: #0b6b55;
}
@media (prefers-color-scheme: dark) {
  :root {
    --bg: #0f1413;
    --surface: #151c1a;
    --ink: #e8efeb;
    --ink-2: #afbcb5;
    --line: #25302c;
    --accent: #4fc7a5;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0;
  padding: 24px 16px 48px;
  background: var(--bg);
  color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif;
  overflow-wrap: anywhere;
}
main { max-width: 44rem; margin: 0 auto; }
h1 { margin: 0 0 8px; font-size: 1.5rem; line-height: 1.25; }
p { margin: 0 0 16px; color: var(--ink-2); }
a { color: var(--accent); }
a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
.back { display: inline-block; padding: 10px 0; }
.mails { margin: 24px 0 0; padding: 0; list-style: none; border: 1px solid var(--line); border-radius: 10px; overflow: hidden; }
.mails li + li { border-top: 1px solid var(--line); }
.mails a { display: block; padding: 12px 16px; background: var(--surface); color: var(--ink); text-decoration: none; }
.mails a:hover strong { text-decoration: underline; }
.mails a:focus-visible { outline-offset: -2px; border-radius: 10px; }
.mails strong { display: block; font-weight: 600; }
.mails span, .mails time { display: block; color: var(--ink-2); font-size: 0.875rem; }
.text {
  margin: 0;
  padding: 16px;
  border: 1px solid var(--line);
  border-radius: 10px;
  background: var(--surface);
  font: inherit;
  white-space: pre-wrap;
}
`;
