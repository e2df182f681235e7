/**
 * Google by OpenID Connect: where to send the browser, and what its way back proves. The issuer is asked for its
 * addresses and keys when somebody first signs in with it, not when the server starts.
 */
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import type { Config } from '../../platform/config/index.ts';
import { isLoopbackHttp } from './cookies.ts';

const TIMEOUT_S = 10;

/** What the browser must bring back, and nobody else knows. */
export interface Expected {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Identity {
  readonly issuer: string;
  readonly subject: string;
  readonly email: string | null;
  readonly isEmailVerified: boolean;
}

export interface GoogleClient {
  begin(): Promise<{ url: string; expected: Expected }>;
  /** Rejects where the way back is not the one that was begun, or Google says no. */
  end(query: string, expected: Expected): Promise<Identity>;
}

type GoogleConfig = Pick<Config, 'googleClientId' | 'googleClientSecret' | 'googleIssuer'>;

/** Null where the operator has set up none. */
export function createGoogleClient(config: GoogleConfig, publicUrl: string): GoogleClient | null {
  const { googleClientId: id, googleClientSecret: secret, googleIssuer } = config;
  if (id === null || secret === null) return null;
  const issuer = new URL(googleIssuer);
  const returnUrl = `${publicUrl}/api/auth/google/return`;
  let found: Promise<Configuration> | undefined;
  const configuration = (): Promise<Configuration> => {
    found ??= discovery(issuer, id, secret, undefined, {
      // Plain http only to this machine, for an issuer that is tried out.
      execute: isLoopbackHttp(googleIssuer) ? [allowInsecureRequests] : [],
      timeout: TIMEOUT_S,
    }).catch((error: unknown) => {
      // Asked again the next time.
      found = undefined;
      throw error;
    });
    return found;
  };

  return {
    async begin() {
      const expected = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: returnUrl,
        scope: 'openid email',
        state: expected.state,
        nonce: expected.nonce,
        code_challenge: await calculatePKCECodeChallenge(expected.verifier),
        code_challenge_method: 'S256',
      });
      return { url: url.href, expected };
    },
    async end(query, { state, nonce, verifier }) {
      const current = new URL(`${returnUrl}${query}`);
      const tokens = await authorizationCodeGrant(await configuration(), current, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
      });
      const claims = tokens.claims();
      if (claims === undefined) throw new Error('no identity came back');
      const { iss, sub, email, email_verified } = claims;
      return {
        issuer: iss,
        subject: sub,
        email: typeof email === 'string' ? email : null,
        isEmailVerified: email_verified === true,
      };
    },
  };
}
