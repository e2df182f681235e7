-- Who this database is: backups of several in one folder are told apart by it. It is in no backup: what is restored is
-- an installation of its own.

create table platform.installation (
  id uuid primary key default gen_random_uuid()
);
insert into platform.installation default values;
