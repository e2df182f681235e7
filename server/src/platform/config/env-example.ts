/** `.env.example`: every setting with its meaning and default, written from the table of keys so that it stays true. */
import { CONFIG_KEYS } from './config-keys.ts';

/** The text of `.env.example`. */
export function formatEnvExample(): string {
  const head = [
    '# Settings of the PLOScope server, each with its default. Copy to .env and uncomment what you change.',
    '# Written from server/src/platform/config/config-keys.ts by `node tools/documents.mjs`.',
  ];
  const keys = Object.values(CONFIG_KEYS).map(
    ({ name, fallback, meaning, wanted }) => `\n# ${meaning}\n# Takes ${wanted}.\n#${name}=${fallback}`,
  );
  return `${[...head, ...keys].join('\n')}\n`;
}
