-- What all migrations make together: written by `node tools/schema.mjs`, never by hand.

CREATE SCHEMA auth;

CREATE SCHEMA hands;

CREATE SCHEMA jobs;

CREATE SCHEMA platform;

CREATE SCHEMA study;

CREATE FUNCTION auth.hold_user(of_user uuid) RETURNS boolean
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'auth', 'pg_temp'
    AS $$
begin
  perform from users where id = of_user for key share;
  return found;
end $$;

CREATE FUNCTION jobs.enqueue(job_id uuid, of_user uuid, in_queue text, of_kind text, with_priority smallint, with_label text, with_request jsonb, with_kept_bytes integer, most_open integer, most_bytes bigint, OUT made boolean, OUT held bigint) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'jobs', 'pg_temp'
    AS $$
begin
  -- One player's submissions take turns, so that the limits hold for those made at the same moment.
  perform pg_advisory_xact_lock(hashtextextended(of_user::text, 1));
  made := false;
  if (select count(*) from jobs where user_id = of_user and status in ('QUEUED', 'PROCESSING')) >= most_open then
    return;
  end if;
  held := jobs.held_by(of_user);
  if held + octet_length(with_request::text) + with_kept_bytes > most_bytes then
    return;
  end if;
  insert into jobs (id, user_id, queue, kind, priority, label, request, kept_bytes)
    values (job_id, of_user, in_queue, of_kind, with_priority, with_label, with_request, with_kept_bytes);
  perform pg_notify('jobs_waiting', in_queue);
  made := true;
end $$;

CREATE FUNCTION jobs.held_by(of_user uuid) RETURNS bigint
    LANGUAGE sql STABLE
    AS $$
  select coalesce((select sum(held_bytes) from jobs.jobs where user_id = of_user), 0)::bigint
$$;

CREATE FUNCTION jobs.take_review(of_job uuid, OUT status text, OUT result jsonb, OUT error jsonb) RETURNS record
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'jobs', 'pg_temp'
    AS $$
begin
  select j.status, j.result, j.error into status, result, error
    from jobs j where j.id = of_job and j.kind = 'review' and j.status in ('COMPLETED', 'FAILED', 'CANCELLED') for update;
  delete from jobs j
    where j.id = of_job and take_review.status is not null and not (take_review.status = 'FAILED' and j.tries >= 6);
end $$;

CREATE FUNCTION platform.append_event(id uuid, of_stream text, of_type text, with_payload bytea) RETURNS integer
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'platform', 'pg_temp'
    AS $$
declare
  last_seq integer;
  last_tx xid8;
begin
  perform pg_advisory_xact_lock(hashtextextended(of_stream, 0));
  if exists (select from events where event_id = id) then
    return null;
  end if;
  select seq, tx into last_seq, last_tx from events where stream = of_stream order by seq desc limit 1;
  last_seq := coalesce(last_seq, 0) + 1;
  insert into events (event_id, stream, seq, type, payload, tx)
    values (id, of_stream, last_seq, of_type, with_payload,
      case when last_tx > pg_current_xact_id() then last_tx else pg_current_xact_id() end);
  perform pg_notify('events', '');
  return last_seq;
end $$;

CREATE FUNCTION platform.grant_feature(feature text, what text) RETURNS void
    LANGUAGE plpgsql
    AS $$
begin
  execute format('grant %s to %I', what, current_user || '_' || feature);
end $$;

CREATE FUNCTION platform.make_feature(feature text) RETURNS void
    LANGUAGE plpgsql
    AS $$
declare
  feature_login text := current_user || '_' || feature;
begin
  -- Logins belong to the whole server, so another database of it may have made this one already.
  begin
    execute format('create role %I login', feature_login);
  exception when duplicate_object or unique_violation then
    null;
  end;
  -- The owner may act for a feature; accounts are exported and deleted so.
  execute format('grant %I to current_user', feature_login);
  execute format('grant connect on database %I to %I', current_database(), feature_login);
  execute format('create schema %I', feature);
  execute format('grant usage on schema %I, platform to %I', feature, feature_login);
  -- What every feature may do.
  execute format('grant execute on function platform.append_event to %I', feature_login);
  execute format('grant select, insert on platform.idempotency_keys to %I', feature_login);
end $$;

CREATE FUNCTION platform.refuse_change() RETURNS trigger
    LANGUAGE plpgsql
    AS $$
begin
  raise exception 'events are never changed';
end $$;

CREATE FUNCTION platform.send_mail(mail_id uuid, sealed_mail bytea) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'platform', 'pg_temp'
    AS $$
begin
  insert into mails (id, sealed) values (mail_id, sealed_mail);
  perform pg_notify('mails', '');
end $$;

CREATE FUNCTION study.forget_solve(of_user uuid, of_job uuid) RETURNS void
    LANGUAGE plpgsql SECURITY DEFINER
    SET search_path TO 'study', 'pg_temp'
    AS $$
declare
  solved uuid;
begin
  -- In turn with this player's submissions (jobs.enqueue): one of them may be solving the same spot.
  perform pg_advisory_xact_lock(hashtextextended(of_user::text, 1));
  delete from solves where job_id = of_job returning spot_id into solved;
  delete from spots where id = solved and not exists (select from solves where spot_id = solved);
end $$;

CREATE TABLE auth.identities (
    issuer text NOT NULL,
    subject text NOT NULL,
    user_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE auth.mail_tokens (
    token_hash bytea NOT NULL,
    user_id uuid NOT NULL,
    purpose text NOT NULL,
    email text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    used_at timestamp with time zone,
    CONSTRAINT mail_tokens_purpose_check CHECK ((purpose = ANY (ARRAY['verify-email'::text, 'reset-password'::text, 'change-email'::text])))
);

CREATE TABLE auth.personal_tokens (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    name text NOT NULL,
    token_hash bytea NOT NULL,
    hint text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    used_at timestamp with time zone,
    expires_at timestamp with time zone,
    CONSTRAINT personal_tokens_name_check CHECK (((length(name) >= 1) AND (length(name) <= 100)))
);

CREATE TABLE auth.recovery_codes (
    user_id uuid NOT NULL,
    code_hash bytea NOT NULL,
    used_at timestamp with time zone
);

CREATE TABLE auth.refresh_tokens (
    token_hash bytea NOT NULL,
    session_id uuid NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    used_at timestamp with time zone,
    successor_hash bytea
);

CREATE TABLE auth.user_sessions (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    token_jti uuid NOT NULL,
    user_agent text DEFAULT ''::text NOT NULL,
    address text DEFAULT ''::text NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    used_at timestamp with time zone DEFAULT now() NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    revoked_at timestamp with time zone,
    revoked_why text,
    CONSTRAINT user_sessions_revoked_why_check CHECK ((revoked_why = ANY (ARRAY['logout'::text, 'everywhere'::text, 'reuse'::text, 'password'::text, 'removed'::text])))
);

CREATE TABLE auth.users (
    id uuid NOT NULL,
    email text,
    email_verified_at timestamp with time zone,
    password_hash text,
    role text DEFAULT 'player'::text NOT NULL,
    is_guest boolean DEFAULT false NOT NULL,
    totp_secret bytea,
    totp_confirmed_at timestamp with time zone,
    totp_last_step bigint,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT users_check CHECK ((is_guest OR (email IS NOT NULL))),
    CONSTRAINT users_email_check CHECK (((email = lower(email)) AND ((length(email) >= 3) AND (length(email) <= 254)))),
    CONSTRAINT users_role_check CHECK ((role = ANY (ARRAY['player'::text, 'admin'::text])))
);

CREATE TABLE hands.contents (
    hand_id uuid NOT NULL,
    packing smallint NOT NULL,
    source bytea NOT NULL,
    document bytea NOT NULL,
    nets bigint[] NOT NULL,
    adjusted double precision[],
    tallies bytea NOT NULL
);

CREATE TABLE hands.hands (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    digest bytea NOT NULL,
    site text NOT NULL,
    number text NOT NULL,
    site_number text GENERATED ALWAYS AS (
CASE
    WHEN ((number <> ''::text) AND (site <> ALL (ARRAY['phh'::text, 'ohh'::text]))) THEN ((site || ' '::text) || number)
    ELSE NULL::text
END) STORED,
    played_s bigint NOT NULL,
    imported_at timestamp with time zone DEFAULT now() NOT NULL,
    held_bytes integer NOT NULL,
    facts_version smallint NOT NULL,
    table_name text NOT NULL,
    tournament boolean NOT NULL,
    game text NOT NULL,
    currency text NOT NULL,
    decimals smallint NOT NULL,
    stakes text NOT NULL,
    small_blind bigint NOT NULL,
    big_blind bigint NOT NULL,
    players smallint NOT NULL,
    pot_type text NOT NULL,
    straddled boolean NOT NULL,
    flop_players smallint NOT NULL,
    street text NOT NULL,
    showdown boolean NOT NULL,
    pot bigint NOT NULL,
    pot_bb double precision NOT NULL,
    rake bigint NOT NULL,
    boards text[] NOT NULL,
    textures text[] NOT NULL,
    names text[] NOT NULL,
    player smallint,
    "position" text,
    stack bigint,
    cards text NOT NULL,
    saw_flop boolean,
    in_position boolean,
    last_street text,
    folded_on text,
    went_to_showdown boolean,
    all_in text,
    won bigint,
    net bigint,
    net_bb double precision,
    adjusted double precision,
    adjusted_bb double precision,
    rake_share bigint,
    line text NOT NULL,
    made text[] NOT NULL,
    tally_version smallint NOT NULL,
    tally bytea,
    review text DEFAULT 'none'::text NOT NULL,
    ev_lost double precision,
    ev_lost_bb double precision,
    CONSTRAINT hands_review_check CHECK ((review = ANY (ARRAY['none'::text, 'waiting'::text, 'analysed'::text, 'no-solution'::text, 'error'::text])))
);

CREATE TABLE hands.held (
    user_id uuid NOT NULL,
    hands integer NOT NULL,
    bytes bigint NOT NULL,
    CONSTRAINT held_bytes_check CHECK ((bytes >= 0)),
    CONSTRAINT held_hands_check CHECK ((hands >= 0))
);

CREATE TABLE hands.offsets (
    consumer text NOT NULL,
    tx xid8 NOT NULL,
    "position" bigint NOT NULL
);

CREATE TABLE hands.profiles (
    user_id uuid NOT NULL,
    name text NOT NULL,
    ranges jsonb NOT NULL,
    updated_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE hands.reviews (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    hand_id uuid NOT NULL,
    street text NOT NULL,
    state text NOT NULL,
    reason jsonb,
    job_id uuid,
    spot jsonb,
    exploitability double precision,
    ev_lost double precision,
    ev_lost_bb double precision,
    decisions jsonb DEFAULT '[]'::jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    finished_at timestamp with time zone,
    seat smallint DEFAULT 0 NOT NULL,
    profile text DEFAULT ''::text NOT NULL,
    situations jsonb DEFAULT '[null, null]'::jsonb NOT NULL,
    spots jsonb,
    seconds integer DEFAULT 60 NOT NULL,
    CONSTRAINT reviews_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'analysed'::text, 'no-solution'::text, 'error'::text]))),
    CONSTRAINT reviews_street_check CHECK ((street = ANY (ARRAY['flop'::text, 'turn'::text, 'river'::text])))
);

CREATE TABLE jobs.checkpoint_chunks (
    job_id uuid NOT NULL,
    number integer NOT NULL,
    attempt integer NOT NULL,
    index integer NOT NULL,
    bytes bytea NOT NULL
);
ALTER TABLE ONLY jobs.checkpoint_chunks ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE jobs.checkpoints (
    job_id uuid NOT NULL,
    number integer NOT NULL,
    attempt integer NOT NULL,
    bytes bigint NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE jobs.jobs (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    queue text NOT NULL,
    kind text NOT NULL,
    label text DEFAULT ''::text NOT NULL,
    status text DEFAULT 'QUEUED'::text NOT NULL,
    priority smallint DEFAULT 0 NOT NULL,
    request jsonb NOT NULL,
    progress jsonb,
    result jsonb,
    result_bytes bigint,
    error jsonb,
    attempt integer DEFAULT 0 NOT NULL,
    tries smallint DEFAULT 0 NOT NULL,
    leased_by text,
    lease_until timestamp with time zone,
    published_at timestamp with time zone,
    cancel_asked_at timestamp with time zone,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    started_at timestamp with time zone,
    finished_at timestamp with time zone,
    kept_bytes integer DEFAULT 0 NOT NULL,
    held_bytes bigint GENERATED ALWAYS AS ((((octet_length((request)::text) + COALESCE(octet_length((result)::text), 0)) + COALESCE(result_bytes, (0)::bigint)) + kept_bytes)) STORED NOT NULL,
    CONSTRAINT jobs_check CHECK (((status = 'PROCESSING'::text) = (lease_until IS NOT NULL))),
    CONSTRAINT jobs_kept_bytes_check CHECK ((kept_bytes >= 0)),
    CONSTRAINT jobs_kind_check CHECK ((kind = ANY (ARRAY['equity'::text, 'solve'::text, 'review'::text]))),
    CONSTRAINT jobs_priority_check CHECK (((priority >= '-10'::integer) AND (priority <= 10))),
    CONSTRAINT jobs_queue_check CHECK ((queue = ANY (ARRAY['spot-processing'::text, 'solver-processing'::text]))),
    CONSTRAINT jobs_status_check CHECK ((status = ANY (ARRAY['QUEUED'::text, 'PROCESSING'::text, 'COMPLETED'::text, 'FAILED'::text, 'CANCELLED'::text])))
);

CREATE TABLE jobs.offsets (
    consumer text NOT NULL,
    tx xid8 NOT NULL,
    "position" bigint NOT NULL
);

CREATE TABLE jobs.result_chunks (
    job_id uuid NOT NULL,
    attempt integer NOT NULL,
    index integer NOT NULL,
    bytes bytea NOT NULL
);
ALTER TABLE ONLY jobs.result_chunks ALTER COLUMN bytes SET STORAGE EXTERNAL;

CREATE TABLE jobs.usage (
    user_id uuid NOT NULL,
    day date NOT NULL,
    kind text NOT NULL,
    completed integer DEFAULT 0 NOT NULL,
    failed integer DEFAULT 0 NOT NULL,
    cancelled integer DEFAULT 0 NOT NULL
);

CREATE TABLE platform.dead_messages (
    id bigint NOT NULL,
    queue text NOT NULL,
    job_id uuid NOT NULL,
    reason text NOT NULL,
    deliveries integer DEFAULT 0 NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE platform.dead_messages ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME platform.dead_messages_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE platform.events (
    "position" bigint NOT NULL,
    tx xid8 DEFAULT pg_current_xact_id() NOT NULL,
    event_id uuid NOT NULL,
    stream text NOT NULL,
    seq integer NOT NULL,
    type text NOT NULL,
    payload bytea NOT NULL,
    occurred_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT events_seq_check CHECK ((seq > 0)),
    CONSTRAINT events_stream_check CHECK (((length(stream) >= 1) AND (length(stream) <= 200))),
    CONSTRAINT events_type_check CHECK (((length(type) >= 1) AND (length(type) <= 200)))
);

ALTER TABLE platform.events ALTER COLUMN "position" ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME platform.events_position_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE platform.idempotency_keys (
    made_by text DEFAULT CURRENT_USER NOT NULL,
    user_id uuid NOT NULL,
    route text NOT NULL,
    key text NOT NULL,
    request_hash bytea NOT NULL,
    answer jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT idempotency_keys_key_check CHECK (((length(key) >= 1) AND (length(key) <= 200)))
);

CREATE TABLE platform.installation (
    id uuid DEFAULT gen_random_uuid() NOT NULL
);

CREATE TABLE platform.mails (
    id uuid NOT NULL,
    sealed bytea NOT NULL,
    tries smallint DEFAULT 0 NOT NULL,
    next_try_at timestamp with time zone DEFAULT now() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

CREATE TABLE platform.messages (
    id bigint NOT NULL,
    queue text NOT NULL,
    job_id uuid NOT NULL,
    deliveries integer DEFAULT 0 NOT NULL,
    visible_at timestamp with time zone DEFAULT now() NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE platform.messages ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME platform.messages_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);

CREATE TABLE study.solves (
    job_id uuid NOT NULL,
    spot_id uuid NOT NULL
);

CREATE TABLE study.spots (
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    spot_hash bytea NOT NULL,
    document jsonb NOT NULL,
    created_at timestamp with time zone DEFAULT now() NOT NULL
);

ALTER TABLE ONLY auth.identities
    ADD CONSTRAINT identities_pkey PRIMARY KEY (issuer, subject);

ALTER TABLE ONLY auth.mail_tokens
    ADD CONSTRAINT mail_tokens_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY auth.personal_tokens
    ADD CONSTRAINT personal_tokens_pkey PRIMARY KEY (id);

ALTER TABLE ONLY auth.personal_tokens
    ADD CONSTRAINT personal_tokens_token_hash_key UNIQUE (token_hash);

ALTER TABLE ONLY auth.recovery_codes
    ADD CONSTRAINT recovery_codes_pkey PRIMARY KEY (user_id, code_hash);

ALTER TABLE ONLY auth.refresh_tokens
    ADD CONSTRAINT refresh_tokens_pkey PRIMARY KEY (token_hash);

ALTER TABLE ONLY auth.user_sessions
    ADD CONSTRAINT user_sessions_pkey PRIMARY KEY (id);

ALTER TABLE ONLY auth.user_sessions
    ADD CONSTRAINT user_sessions_token_jti_key UNIQUE (token_jti);

ALTER TABLE ONLY auth.users
    ADD CONSTRAINT users_email_key UNIQUE (email);

ALTER TABLE ONLY auth.users
    ADD CONSTRAINT users_pkey PRIMARY KEY (id);

ALTER TABLE ONLY hands.contents
    ADD CONSTRAINT contents_pkey PRIMARY KEY (hand_id);

ALTER TABLE ONLY hands.hands
    ADD CONSTRAINT hands_pkey PRIMARY KEY (id);

ALTER TABLE ONLY hands.hands
    ADD CONSTRAINT hands_user_id_digest_key UNIQUE (user_id, digest);

ALTER TABLE ONLY hands.hands
    ADD CONSTRAINT hands_user_id_site_number_key UNIQUE (user_id, site_number);

ALTER TABLE ONLY hands.held
    ADD CONSTRAINT held_pkey PRIMARY KEY (user_id);

ALTER TABLE ONLY hands.offsets
    ADD CONSTRAINT offsets_pkey PRIMARY KEY (consumer);

ALTER TABLE ONLY hands.profiles
    ADD CONSTRAINT profiles_pkey PRIMARY KEY (user_id);

ALTER TABLE ONLY hands.reviews
    ADD CONSTRAINT reviews_hand_id_street_key UNIQUE (hand_id, street);

ALTER TABLE ONLY hands.reviews
    ADD CONSTRAINT reviews_pkey PRIMARY KEY (id);

ALTER TABLE ONLY jobs.checkpoint_chunks
    ADD CONSTRAINT checkpoint_chunks_pkey PRIMARY KEY (job_id, number, attempt, index);

ALTER TABLE ONLY jobs.checkpoints
    ADD CONSTRAINT checkpoints_pkey PRIMARY KEY (job_id, number);

ALTER TABLE ONLY jobs.jobs
    ADD CONSTRAINT jobs_pkey PRIMARY KEY (id);

ALTER TABLE ONLY jobs.offsets
    ADD CONSTRAINT offsets_pkey PRIMARY KEY (consumer);

ALTER TABLE ONLY jobs.result_chunks
    ADD CONSTRAINT result_chunks_pkey PRIMARY KEY (job_id, attempt, index);

ALTER TABLE ONLY jobs.usage
    ADD CONSTRAINT usage_pkey PRIMARY KEY (user_id, day, kind);

ALTER TABLE ONLY platform.dead_messages
    ADD CONSTRAINT dead_messages_pkey PRIMARY KEY (id);

ALTER TABLE ONLY platform.events
    ADD CONSTRAINT events_event_id_key UNIQUE (event_id);

ALTER TABLE ONLY platform.events
    ADD CONSTRAINT events_pkey PRIMARY KEY ("position");

ALTER TABLE ONLY platform.events
    ADD CONSTRAINT events_stream_seq_key UNIQUE (stream, seq);

ALTER TABLE ONLY platform.idempotency_keys
    ADD CONSTRAINT idempotency_keys_pkey PRIMARY KEY (user_id, route, key);

ALTER TABLE ONLY platform.installation
    ADD CONSTRAINT installation_pkey PRIMARY KEY (id);

ALTER TABLE ONLY platform.mails
    ADD CONSTRAINT mails_pkey PRIMARY KEY (id);

ALTER TABLE ONLY platform.messages
    ADD CONSTRAINT messages_pkey PRIMARY KEY (id);

ALTER TABLE ONLY study.solves
    ADD CONSTRAINT solves_pkey PRIMARY KEY (job_id);

ALTER TABLE ONLY study.spots
    ADD CONSTRAINT spots_pkey PRIMARY KEY (id);

ALTER TABLE ONLY study.spots
    ADD CONSTRAINT spots_user_id_spot_hash_key UNIQUE (user_id, spot_hash);

CREATE INDEX identities_by_user ON auth.identities USING btree (user_id);

CREATE INDEX idx_sessions_token_jti ON auth.user_sessions USING btree (token_jti);

CREATE INDEX idx_users_email ON auth.users USING btree (email);

CREATE INDEX mail_tokens_by_user ON auth.mail_tokens USING btree (user_id, purpose);

CREATE INDEX personal_tokens_by_user ON auth.personal_tokens USING btree (user_id, created_at);

CREATE INDEX refresh_tokens_by_session ON auth.refresh_tokens USING btree (session_id);

CREATE INDEX user_sessions_by_user ON auth.user_sessions USING btree (user_id, created_at);

CREATE INDEX hands_by_loss ON hands.hands USING btree (user_id, ev_lost_bb, id) WHERE (ev_lost_bb IS NOT NULL);

CREATE INDEX hands_by_name ON hands.hands USING gin (names);

CREATE INDEX hands_by_net ON hands.hands USING btree (user_id, net_bb, id) WHERE (net_bb IS NOT NULL);

CREATE INDEX hands_by_pot ON hands.hands USING btree (user_id, pot_bb, id);

CREATE INDEX hands_by_time ON hands.hands USING btree (user_id, played_s, id);

CREATE INDEX reviews_by_job ON hands.reviews USING btree (job_id) WHERE (job_id IS NOT NULL);

CREATE INDEX reviews_by_loss ON hands.reviews USING btree (user_id, COALESCE(ev_lost_bb, (- (1)::double precision)), id);

CREATE INDEX reviews_by_user ON hands.reviews USING btree (user_id, id);

CREATE INDEX reviews_in_line ON hands.reviews USING btree (user_id, id) WHERE ((state = 'waiting'::text) AND (job_id IS NULL));

CREATE INDEX jobs_by_user ON jobs.jobs USING btree (user_id, created_at DESC, id DESC);

CREATE INDEX jobs_dead ON jobs.jobs USING btree (finished_at DESC, id DESC) WHERE ((status = 'FAILED'::text) AND (tries >= 6));

CREATE INDEX jobs_held ON jobs.jobs USING btree (user_id) INCLUDE (id, held_bytes);

CREATE INDEX jobs_leased ON jobs.jobs USING btree (lease_until) WHERE (status = 'PROCESSING'::text);

CREATE INDEX jobs_open ON jobs.jobs USING btree (user_id) WHERE (status = ANY (ARRAY['QUEUED'::text, 'PROCESSING'::text]));

CREATE INDEX jobs_waiting ON jobs.jobs USING btree (queue, user_id, priority DESC, id) WHERE (status = 'QUEUED'::text);

CREATE INDEX dead_messages_queue ON platform.dead_messages USING btree (queue);

CREATE INDEX events_by_tx ON platform.events USING btree (tx, "position");

CREATE INDEX idempotency_keys_by_age ON platform.idempotency_keys USING btree (created_at);

CREATE INDEX mails_due ON platform.mails USING btree (next_try_at);

CREATE INDEX messages_queue_id ON platform.messages USING btree (queue, id);

CREATE INDEX idx_spots_user_id ON study.spots USING btree (user_id);

CREATE INDEX solves_by_spot ON study.solves USING btree (spot_id);

CREATE TRIGGER events_are_append_only BEFORE DELETE OR UPDATE OR TRUNCATE ON platform.events FOR EACH STATEMENT EXECUTE FUNCTION platform.refuse_change();

ALTER TABLE ONLY auth.identities
    ADD CONSTRAINT identities_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY auth.mail_tokens
    ADD CONSTRAINT mail_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY auth.personal_tokens
    ADD CONSTRAINT personal_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY auth.recovery_codes
    ADD CONSTRAINT recovery_codes_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY auth.refresh_tokens
    ADD CONSTRAINT refresh_tokens_session_id_fkey FOREIGN KEY (session_id) REFERENCES auth.user_sessions(id) ON DELETE CASCADE;

ALTER TABLE ONLY auth.user_sessions
    ADD CONSTRAINT user_sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES auth.users(id) ON DELETE CASCADE;

ALTER TABLE ONLY hands.contents
    ADD CONSTRAINT contents_hand_id_fkey FOREIGN KEY (hand_id) REFERENCES hands.hands(id) ON DELETE CASCADE;

ALTER TABLE ONLY hands.reviews
    ADD CONSTRAINT reviews_hand_id_fkey FOREIGN KEY (hand_id) REFERENCES hands.hands(id) ON DELETE CASCADE;

ALTER TABLE ONLY jobs.checkpoint_chunks
    ADD CONSTRAINT checkpoint_chunks_job_id_fkey FOREIGN KEY (job_id) REFERENCES jobs.jobs(id) ON DELETE CASCADE;

ALTER TABLE ONLY jobs.checkpoints
    ADD CONSTRAINT checkpoints_job_id_fkey FOREIGN KEY (job_id) REFERENCES jobs.jobs(id) ON DELETE CASCADE;

ALTER TABLE ONLY jobs.result_chunks
    ADD CONSTRAINT result_chunks_job_id_fkey FOREIGN KEY (job_id) REFERENCES jobs.jobs(id) ON DELETE CASCADE;

ALTER TABLE ONLY study.solves
    ADD CONSTRAINT solves_spot_id_fkey FOREIGN KEY (spot_id) REFERENCES study.spots(id) ON DELETE CASCADE;

ALTER TABLE platform.idempotency_keys ENABLE ROW LEVEL SECURITY;

CREATE POLICY own ON platform.idempotency_keys USING ((made_by = CURRENT_USER));
