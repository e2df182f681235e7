-- Accounts: who somebody is, and how they prove it. Secrets are stored hashed, or sealed with the server's key.

select platform.make_feature('auth');

create table auth.users (
  id uuid primary key,
  -- Lower case. Null for a guest.
  email text unique check (email = lower(email) and length(email) between 3 and 254),
  email_verified_at timestamptz,
  -- Null for a guest, and for one who only signs in with Google.
  password_hash text,
  role text not null default 'player' check (role in ('player', 'admin')),
  is_guest boolean not null default false,
  -- Sealed; set before it is confirmed, asked for once it is.
  totp_secret bytea,
  totp_confirmed_at timestamptz,
  -- The last time step a code was taken for: a code works once.
  totp_last_step bigint,
  created_at timestamptz not null default now(),
  check (is_guest or email is not null)
);
create index idx_users_email on auth.users (email);

create table auth.user_sessions (
  id uuid primary key,
  user_id uuid not null references auth.users on delete cascade,
  -- Stands in every access token of the session; checked on each request.
  token_jti uuid not null unique,
  user_agent text not null default '',
  address text not null default '',
  created_at timestamptz not null default now(),
  used_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  revoked_why text check (revoked_why in ('logout', 'everywhere', 'reuse', 'password', 'removed'))
);
create index idx_sessions_token_jti on auth.user_sessions (token_jti);
create index user_sessions_by_user on auth.user_sessions (user_id, created_at);

-- Every refresh token of a session that was ever given out: one that comes back after its successor was used ends it.
create table auth.refresh_tokens (
  token_hash bytea primary key,
  session_id uuid not null references auth.user_sessions on delete cascade,
  created_at timestamptz not null default now(),
  used_at timestamptz,
  successor_hash bytea
);
create index refresh_tokens_by_session on auth.refresh_tokens (session_id);

-- Somebody elsewhere who answers for a person: issuer and subject of OpenID Connect.
create table auth.identities (
  issuer text not null,
  subject text not null,
  user_id uuid not null references auth.users on delete cascade,
  created_at timestamptz not null default now(),
  primary key (issuer, subject)
);
create index identities_by_user on auth.identities (user_id);

-- What was sent by mail and may be brought back once.
create table auth.mail_tokens (
  token_hash bytea primary key,
  user_id uuid not null references auth.users on delete cascade,
  purpose text not null check (purpose in ('verify-email', 'reset-password', 'change-email')),
  -- The address it proves.
  email text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index mail_tokens_by_user on auth.mail_tokens (user_id, purpose);

create table auth.recovery_codes (
  user_id uuid not null references auth.users on delete cascade,
  code_hash bytea not null,
  used_at timestamptz,
  primary key (user_id, code_hash)
);

create table auth.personal_tokens (
  id uuid primary key,
  user_id uuid not null references auth.users on delete cascade,
  name text not null check (length(name) between 1 and 100),
  token_hash bytea not null unique,
  -- The first characters, for people to tell tokens apart.
  hint text not null,
  created_at timestamptz not null default now(),
  used_at timestamptz,
  expires_at timestamptz
);
create index personal_tokens_by_user on auth.personal_tokens (user_id, created_at);

-- Whether there is such a player. One there is stays until the transaction ends, so that what another feature makes for
-- a player is never made for nobody: no foreign key reaches across schemas.
create function auth.hold_user(of_user uuid) returns boolean
  language plpgsql security definer set search_path = auth, pg_temp as $$
begin
  perform from users where id = of_user for key share;
  return found;
end $$;
revoke execute on function auth.hold_user from public;

select platform.grant_feature('auth', 'select, insert, update, delete on all tables in schema auth');
