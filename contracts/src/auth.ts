/** Accounts as they cross the wire. */
import { z } from 'zod';
import { idSchema, instantSchema } from './answered.ts';

/** Upper limits keep a hash from becoming work; there are no rules of composition. */
export const MIN_PASSWORD_CHARS = 8;
export const MAX_PASSWORD_CHARS = 128;

/** Kept in lower case, so that one mailbox is one account. */
export const emailSchema = z
  .string()
  .trim()
  .max(254)
  .pipe(z.email('Write an e-mail address, such as you@example.org.'))
  .transform((text) => text.toLowerCase());

const newPasswordSchema = z
  .string()
  .min(MIN_PASSWORD_CHARS)
  .max(MAX_PASSWORD_CHARS)
  .describe(
    `${MIN_PASSWORD_CHARS} to ${MAX_PASSWORD_CHARS} characters of any kind; passwords known from leaks are refused.`,
  );
/** One that is only compared. */
const oldPasswordSchema = z.string().min(1).max(MAX_PASSWORD_CHARS);
/** Six digits of an authenticator, or a recovery code. */
const secondFactorSchema = z.string().trim().min(6).max(32);
const ownCodeSchema = secondFactorSchema.optional().describe('Where the account asks for a second factor.');
const mailTokenSchema = z
  .string()
  .min(20, 'This link is not whole: copy all of it from the mail.')
  .max(100, 'This link is not whole: copy all of it from the mail.')
  .describe('From the link in the mail.');

export const registerSchema = z.strictObject({ email: emailSchema, password: newPasswordSchema });
export const loginSchema = z.strictObject({
  email: emailSchema,
  password: oldPasswordSchema,
  code: ownCodeSchema,
});
export const tokenSchema = z.strictObject({ token: mailTokenSchema });
export const emailBodySchema = z.strictObject({ email: emailSchema });
export const resetSchema = z.strictObject({ token: mailTokenSchema, password: newPasswordSchema });
/** What only the owner has, asked for once more before what could take the account away. */
const ownProof = { password: oldPasswordSchema, code: ownCodeSchema };
export const changePasswordSchema = z.strictObject({ ...ownProof, newPassword: newPasswordSchema });
export const changeEmailSchema = z.strictObject({ ...ownProof, email: emailSchema });
export const deleteAccountSchema = z.strictObject({
  password: z.string().max(MAX_PASSWORD_CHARS).optional().describe('Where the account has one.'),
  email: z.string().max(254).optional().describe('The own address once more, where it has none.'),
  code: ownCodeSchema,
});
export const passwordSchema = z.strictObject({ password: oldPasswordSchema });
export const codeSchema = z.strictObject({ code: secondFactorSchema });
export const newPersonalTokenSchema = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .regex(/^\P{Cc}*$/u, 'must hold no control characters')
    .describe('What it is for, such as `laptop`.'),
  days: z.int().min(1).max(3650).nullable().default(365).describe('Days until it ends; null for never.'),
});
/** Why Google did not sign one in: `error` in the query of the sign-in page. */
export const googleErrorSchema = z.enum([
  'google-cancelled',
  'google-failed',
  'google-unproved',
  'account-unproved',
  'second-factor',
]);
/** Where Google sends the browser back to; its query is Google's. */
export const googleReturnSchema = z.looseObject({});

export const playerSchema = z
  .object({
    id: idSchema,
    email: z.string().nullable().describe('Null for a guest.'),
    emailVerified: z.boolean(),
    role: z.enum(['player', 'admin']),
    guest: z.boolean(),
    hasPassword: z.boolean().describe('False for one who only signs in with Google.'),
    twoFactor: z.boolean().describe('Asks for a second factor.'),
    createdAt: instantSchema,
  })
  .meta({ id: 'Player' });

export const accessSchema = z
  .object({
    accessToken: z.string().describe('For `Authorization: Bearer …`; ends by itself.'),
    expiresInS: z.int().describe('Seconds until it ends.'),
    player: playerSchema,
  })
  .meta({ id: 'Access' });

export const sessionSchema = z
  .object({
    id: idSchema,
    current: z.boolean().describe('The session that asks.'),
    userAgent: z.string(),
    address: z.string(),
    createdAt: instantSchema,
    usedAt: instantSchema,
    expiresAt: instantSchema,
  })
  .meta({ id: 'Session' });
export const sessionsSchema = z.object({ sessions: z.array(sessionSchema) }).meta({ id: 'Sessions' });

export const personalTokenSchema = z
  .object({
    id: idSchema,
    name: z.string(),
    hint: z.string().describe('Its first characters.'),
    createdAt: instantSchema,
    usedAt: instantSchema.nullable(),
    expiresAt: instantSchema.nullable(),
  })
  .meta({ id: 'PersonalToken' });
export const personalTokensSchema = z.object({ tokens: z.array(personalTokenSchema) }).meta({ id: 'PersonalTokens' });
export const madePersonalTokenSchema = z
  .object({ ...personalTokenSchema.shape, token: z.string().describe('The token itself, told this once.') })
  .meta({ id: 'MadePersonalToken' });

export const twoFactorSetupSchema = z
  .object({
    secret: z.string().describe('Base32, for typing in.'),
    uri: z.string().describe('`otpauth:` for a QR code.'),
  })
  .meta({ id: 'TwoFactorSetup' });
export const recoveryCodesSchema = z
  .object({ recoveryCodes: z.array(z.string()).describe('Each works once in place of a code; told this once.') })
  .meta({ id: 'RecoveryCodes' });

/** What sign-in offers here. */
export const offersSchema = z
  .object({
    google: z.boolean(),
    mailbox: z.boolean().describe('Mails stay on this machine and are read at /api/mailbox.'),
  })
  .meta({ id: 'SignInOffers' });
export const redirectSchema = z.object({ url: z.string() }).meta({ id: 'Redirect' });

export type GoogleError = z.infer<typeof googleErrorSchema>;
export type Player = z.infer<typeof playerSchema>;
export type Access = z.infer<typeof accessSchema>;
export type Session = z.infer<typeof sessionSchema>;
export type PersonalToken = z.infer<typeof personalTokenSchema>;
