/** Who is an administrator: whoever has proved an address of the operator's list. The list is the one truth. */
import type { Transaction } from '../../platform/db/index.ts';
import type { AuthConfig } from './auth-parts.ts';
import type { User } from './users.ts';

/** The role the list gives, which may differ from that of the row. */
export function listedRole(
  { adminEmails }: Pick<AuthConfig, 'adminEmails'>,
  user: Pick<User, 'email' | 'email_verified_at'>,
): 'admin' | 'player' {
  const isListed = adminEmails.some((email) => email.toLowerCase() === user.email);
  return isListed && user.email_verified_at !== null ? 'admin' : 'player';
}

/** Sets the role the list gives, where it differs; resolves with the row as it is then. */
export async function refreshRole(trx: Transaction, config: AuthConfig, user: User): Promise<User> {
  const role = listedRole(config, user);
  if (role === user.role) return user;
  await trx.updateTable('auth.users').set({ role }).where('id', '=', user.id).execute();
  return { ...user, role };
}
