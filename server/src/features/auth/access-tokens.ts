/**
 * Access tokens: JSON Web Tokens signed with Ed25519, good for a quarter of an hour. The key comes from the server's
 * secret, so all processes sign and check alike. A token names its session (`jti`), which is looked up at each request.
 */
import { createPrivateKey, createPublicKey } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { JWT_PURPOSE, type Secrets } from '../../platform/secrets/index.ts';
import { readBase64Url } from './opaque-tokens.ts';

export const ACCESS_TOKEN_S = 15 * 60;
const ALGORITHM = 'EdDSA';
const ISSUER = 'ploscope';
const AUDIENCE = 'ploscope-api';
/** Of PKCS #8, before the 32 bytes of an Ed25519 key (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

export interface AccessClaims {
  readonly userId: string;
  readonly jti: string;
}

export interface AccessTokens {
  sign(claims: AccessClaims): Promise<string>;
  /** Null for a token that is not ours, or has ended. */
  verify(token: string): Promise<AccessClaims | null>;
  /** Whether it was signed here, ended or not. */
  isOurs(token: string): Promise<boolean>;
}

export function createAccessTokens(secrets: Secrets): AccessTokens {
  const der = Buffer.concat([PKCS8_HEAD, secrets.key(JWT_PURPOSE)]);
  const privateKey = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(privateKey);
  const verify = async (token: string, at?: Date): Promise<AccessClaims | null> => {
    // The signature's last character has bits that mean nothing: another text for the same bytes is not our token.
    if (readBase64Url(token.slice(token.lastIndexOf('.') + 1)) === null) return null;
    try {
      const { payload } = await jwtVerify(token, publicKey, {
        algorithms: [ALGORITHM],
        issuer: ISSUER,
        audience: AUDIENCE,
        requiredClaims: ['exp', 'sub', 'jti'],
        ...(at === undefined ? {} : { currentDate: at }),
      });
      const { sub: userId, jti } = payload;
      return userId === undefined || jti === undefined ? null : { userId, jti };
    } catch {
      return null;
    }
  };
  return {
    sign: ({ userId, jti }) =>
      new SignJWT()
        .setProtectedHeader({ alg: ALGORITHM, typ: 'JWT' })
        .setIssuer(ISSUER)
        .setAudience(AUDIENCE)
        .setSubject(userId)
        .setJti(jti)
        .setIssuedAt()
        .setExpirationTime(`${ACCESS_TOKEN_S}s`)
        .sign(privateKey),
    verify: (token) => verify(token),
    isOurs: async (token) => (await verify(token, new Date(0))) !== null,
  };
}
