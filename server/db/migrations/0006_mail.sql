-- Mails to be sent. A mail is written in the transaction it tells of, so that neither exists without the other, and is
-- removed once it was handed over. It holds links that open accounts, so it is sealed with the server's key.

create table platform.mails (
  id uuid primary key,
  sealed bytea not null,
  tries smallint not null default 0,
  -- Also the lease of who is sending it.
  next_try_at timestamptz not null default now(),
  created_at timestamptz not null default now()
);
create index mails_due on platform.mails (next_try_at);

create function platform.send_mail(mail_id uuid, sealed_mail bytea)
  returns void language plpgsql security definer set search_path = platform, pg_temp as $$
begin
  insert into mails (id, sealed) values (mail_id, sealed_mail);
  perform pg_notify('mails', '');
end $$;
revoke execute on function platform.send_mail from public;
select platform.grant_feature('auth', 'execute on function platform.send_mail');
