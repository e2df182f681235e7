-- Hands: what players imported. A row has what lists, filters and statistics ask about, worked out when the hand was
-- imported; the hand itself and the text it was read from lie beside it, so that reading many rows reads no texts.

select platform.make_feature('hands');

create table hands.hands (
  id uuid primary key,
  user_id uuid not null,
  -- SHA-256 of what was played, in its one spelling: the same from whatever text it was read.
  digest bytea not null,
  site text not null,
  number text not null,
  -- Where the site numbers its hands: a number that two texts share is of one hand.
  site_number text generated always as (
    case when number <> '' and site not in ('phh', 'ohh') then site || ' ' || number end
  ) stored,
  -- Seconds since 1970; before all others where the source does not say.
  played_s bigint not null,
  imported_at timestamptz not null default now(),
  -- Bytes of the row's texts, which count for its owner.
  held_bytes integer not null,

  -- Facts of the hand, as poker's `HandFacts` names them.
  facts_version smallint not null,
  table_name text not null,
  tournament boolean not null,
  game text not null,
  currency text not null,
  decimals smallint not null,
  stakes text not null,
  small_blind bigint not null,
  big_blind bigint not null,
  players smallint not null,
  pot_type text not null,
  straddled boolean not null,
  flop_players smallint not null,
  street text not null,
  showdown boolean not null,
  pot bigint not null,
  pot_bb double precision not null,
  rake bigint not null,
  boards text[] not null,
  -- Words for the flops of all boards.
  textures text[] not null,
  names text[] not null,

  -- Facts of the player whose hand it is; null in a hand that was only watched.
  player smallint,
  position text,
  stack bigint,
  cards text not null,
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
  line text not null,
  -- What the cards made in the end, by board.
  made text[] not null,

  -- Chances and takings of that player that are not zero, in the order of `tally_version`.
  tally_version smallint not null,
  tally bytea,

  -- The costliest review and what all of them lost, kept by the reviews.
  review text not null default 'none' check (review in ('none', 'waiting', 'analysed', 'no-solution', 'error')),
  ev_lost double precision,
  ev_lost_bb double precision,

  unique (user_id, digest),
  unique (user_id, site_number)
);
create index hands_by_time on hands.hands (user_id, played_s, id);
create index hands_by_net on hands.hands (user_id, net_bb, id) where net_bb is not null;
create index hands_by_pot on hands.hands (user_id, pot_bb, id);
create index hands_by_loss on hands.hands (user_id, ev_lost_bb, id) where ev_lost_bb is not null;
create index hands_by_name on hands.hands using gin (names);

-- The whole of a hand, packed. `packing` tells how.
create table hands.contents (
  hand_id uuid primary key references hands.hands on delete cascade,
  packing smallint not null,
  -- The text it was read from.
  source bytea not null,
  -- The played hand, `hand/1`.
  document bytea not null,
  -- What each player won or lost, at the table and with all-ins at their expected share.
  nets bigint[] not null,
  adjusted double precision[],
  -- As `tally`, of all players one after another.
  tallies bytea not null
);

-- What a player holds, for the limit: changed in the transaction of the rows it counts.
create table hands.held (
  user_id uuid primary key,
  hands integer not null check (hands >= 0),
  bytes bigint not null check (bytes >= 0)
);

-- A street of a hand as a spot that is solved, and the player's decisions in it.
create table hands.reviews (
  id uuid primary key,
  user_id uuid not null,
  hand_id uuid not null references hands.hands on delete cascade,
  street text not null check (street in ('flop', 'turn', 'river')),
  state text not null check (state in ('waiting', 'analysed', 'no-solution', 'error')),
  -- An error of the wire: why there is no solution.
  reason jsonb,
  job_id uuid,
  spot jsonb,
  -- Part of the pot.
  exploitability double precision,
  ev_lost double precision,
  ev_lost_bb double precision,
  decisions jsonb not null default '[]',
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  unique (hand_id, street)
);
create index reviews_by_user on hands.reviews (user_id, id);
create index reviews_by_loss on hands.reviews (user_id, coalesce(ev_lost_bb, -1::double precision), id);
create index reviews_by_job on hands.reviews (job_id) where job_id is not null;

-- The ranges that reviews give players whose cards are not seen.
create table hands.profiles (
  user_id uuid primary key,
  name text not null,
  ranges jsonb not null,
  updated_at timestamptz not null default now()
);

select platform.grant_feature('hands', 'select, insert, update, delete on all tables in schema hands');
select platform.grant_feature('hands', 'usage on schema auth');
select platform.grant_feature('hands', 'execute on function auth.hold_user');
