/** An issuer of OpenID Connect on this machine, in Google's place. Whoever comes is the person it was told last. */
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import Provider, { type JWK } from 'oidc-provider';
import { freePort } from './auth-server.ts';

export interface Person {
  readonly subject: string;
  readonly email: string;
  readonly isEmailVerified: boolean;
}

export interface OidcIssuer {
  readonly url: string;
  /** As the settings of a server. */
  readonly env: Readonly<Record<string, string>>;
  signIn(person: Person): void;
  /** Follows the issuer's own pages to the address it sends the browser back to. */
  follow(url: string): Promise<string>;
  close(): Promise<void>;
}

const CLIENT_ID = 'ploscope-tests';
const CLIENT_SECRET = 'a secret of the client';

/** `returnUrl` is the only address it sends anybody back to. */
export async function startOidcIssuer(returnUrl: string): Promise<OidcIssuer> {
  const port = await freePort();
  const url = `http://localhost:${port}`;
  let person: Person = { subject: 'nobody', email: '', isEmailVerified: false };
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const provider = new Provider(url, {
    clients: [{ client_id: CLIENT_ID, client_secret: CLIENT_SECRET, redirect_uris: [returnUrl] }],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig' } as JWK] },
    cookies: { keys: ['a key for tests'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    // As Google does: the address stands in the token itself.
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: () => ({
      accountId: person.subject,
      claims: () => ({ sub: person.subject, email: person.email, email_verified: person.isEmailVerified }),
    }),
  });
  const pages = provider.callback();
  const server = createServer(async (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return pages(request, response);
    const { prompt, params } = await provider.interactionDetails(request, response);
    if (prompt.name === 'login') {
      return provider.interactionFinished(request, response, { login: { accountId: person.subject } });
    }
    const grant = new provider.Grant({ accountId: person.subject, clientId: String(params.client_id) });
    grant.addOIDCScope('openid email');
    const grantId = await grant.save();
    return provider.interactionFinished(request, response, { consent: { grantId } }, { mergeWithLastSubmission: true });
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return {
    url,
    env: { GOOGLE_ISSUER: url, GOOGLE_CLIENT_ID: CLIENT_ID, GOOGLE_CLIENT_SECRET: CLIENT_SECRET },
    signIn: (next) => {
      person = next;
    },
    follow: async (from) => {
      const cookies = new Map<string, string>();
      let at = from;
      while (at.startsWith(url)) {
        const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
        const response = await fetch(at, { redirect: 'manual', headers: { cookie } });
        for (const line of response.headers.getSetCookie()) {
          const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
          cookies.set(name, value);
        }
        const next = response.headers.get('location');
        if (next === null) throw new Error(`the issuer answered ${response.status}: ${await response.text()}`);
        at = new URL(next, url).href;
      }
      return at;
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
