-- Reviews are computed as jobs of a kind of their own. They wait here, and become jobs a few at a time.

alter table jobs.jobs drop constraint jobs_kind_check;
alter table jobs.jobs add constraint jobs_kind_check check (kind in ('equity', 'solve', 'review'));

-- How a review's job ended, told once: then the job is gone. One that was given up stays for an administrator, who may
-- let it be tried again. Nothing where there is none, or none that has ended. For the feature hands.
create function jobs.take_review(of_job uuid, out status text, out result jsonb, out error jsonb)
  language plpgsql security definer set search_path = jobs, pg_temp as $$
begin
  select j.status, j.result, j.error into status, result, error
    from jobs j where j.id = of_job and j.kind = 'review' and j.status in ('COMPLETED', 'FAILED', 'CANCELLED') for update;
  delete from jobs j
    where j.id = of_job and take_review.status is not null and not (take_review.status = 'FAILED' and j.tries >= 6);
end $$;
revoke execute on function jobs.take_review from public;

alter table hands.reviews
  -- Where the player sits in the spot.
  add column seat smallint not null default 0,
  -- Name of the profile, and by seat the situation whose range was taken.
  add column profile text not null default '',
  add column situations jsonb not null default '[null, null]',
  -- What is still to be computed, `ReviewSpot` by `ReviewSpot`; null when it is over.
  add column spots jsonb,
  -- Seconds a street may take.
  add column seconds integer not null default 60;
create index reviews_in_line on hands.reviews (user_id, id) where state = 'waiting' and job_id is null;

-- Up to where the log was read for reviews that have ended.
create table hands.offsets (
  consumer text primary key,
  tx xid8 not null,
  position bigint not null
);

select platform.grant_feature('hands', 'select, insert, update, delete on hands.offsets');
select platform.grant_feature('hands', 'select on platform.events');
select platform.grant_feature('hands', 'usage on schema jobs');
select platform.grant_feature('hands', 'execute on function jobs.enqueue, jobs.take_review');
