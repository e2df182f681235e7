/** Where players find the product, for links. */
import type { Config } from '../platform/config/index.ts';

/** Without a slash at its end. */
export function publicUrlOf({ publicUrl, port }: Pick<Config, 'publicUrl' | 'port'>): string {
  return (publicUrl ?? `http://localhost:${port ?? 3000}`).replace(/\/+$/, '');
}
