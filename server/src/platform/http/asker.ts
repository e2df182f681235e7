/** Who asks. What proves it is the business of the feature `auth`; here it is only asked for. */
export interface Asker {
  readonly userId: string;
  readonly role: 'player' | 'admin';
  readonly isGuest: boolean;
  /** The session the access token belongs to; null for a personal access token. */
  readonly sessionId: string | null;
}

/** Who a bearer token stands for; null where it proves nothing. Rejects only when the database cannot be asked. */
export type Authenticate = (bearer: string) => Promise<Asker | null>;
