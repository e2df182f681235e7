-- The queue's messages where no broker is set up (server/src/platform/queue/postgres-queue.ts). They only wake: the rows
-- of jobs are the truth.

CREATE SCHEMA IF NOT EXISTS platform;

CREATE TABLE platform.messages (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  queue text NOT NULL,
  job_id uuid NOT NULL,
  deliveries integer NOT NULL DEFAULT 0,
  -- A message that was taken is out of sight until then; nobody acknowledged it by then, and it is delivered again.
  visible_at timestamptz NOT NULL DEFAULT now(),
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX messages_queue_id ON platform.messages (queue, id);

CREATE TABLE platform.dead_messages (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  queue text NOT NULL,
  job_id uuid NOT NULL,
  reason text NOT NULL,
  deliveries integer NOT NULL DEFAULT 0,
  created_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX dead_messages_queue ON platform.dead_messages (queue);
