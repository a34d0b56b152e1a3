-- The tables of the engine. An operator may read all of them with SQL; only the engine writes.
-- Ids of events and runs are ULIDs: ordered by the time they were made.

-- What is to be done and when: the table of db-scheduler. A row is one item; whoever has picked it
-- owns it as long as the version is the one that was picked, which is the fencing number.
CREATE TABLE queue (
  task_name text COLLATE "C" NOT NULL,      -- run, step, timer, deadline, cron or purge
  task_instance text COLLATE "C" NOT NULL,  -- run.round, run.round.hash, run.kind, or function
  task_data bytea,
  execution_time timestamptz NOT NULL,
  picked boolean NOT NULL,
  picked_by text,                           -- the instance
  last_success timestamptz,
  last_failure timestamptz,
  consecutive_failures integer,
  last_heartbeat timestamptz,
  version bigint NOT NULL,
  priority smallint,
  planned_for timestamptz,                  -- when it was to be done at first, whoever put it off
  is_code boolean NOT NULL GENERATED ALWAYS AS (task_name IN ('run', 'step')) STORED,
  PRIMARY KEY (task_name, task_instance)
) WITH (autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 500);
CREATE INDEX queue_due ON queue (is_code, execution_time) INCLUDE (picked);
CREATE INDEX queue_heartbeat ON queue (last_heartbeat) WHERE last_heartbeat IS NOT NULL;

-- Its two halves: what runs functions, and may take long; and what is quick, and must not wait for it.
CREATE VIEW code_queue AS SELECT * FROM queue WHERE is_code;
CREATE VIEW time_queue AS SELECT * FROM queue WHERE NOT is_code;

-- What is registered, by the id with the app's before it.
CREATE TABLE function (
  id text COLLATE "C" PRIMARY KEY,
  app_id text NOT NULL,
  name text NOT NULL,
  triggers json NOT NULL,                   -- [{"event":…,"expression":…},{"cron":…}]
  registered_at timestamptz NOT NULL,       -- for the first time
  seen_at timestamptz NOT NULL,             -- when an instance that calls it was last there
  paused_at timestamptz,                    -- null while it is not paused
  removed_at timestamptz,                   -- when its app was registered without it; else null
  definition json NOT NULL,                 -- all of it, for instances that do not call it
  revision bigint NOT NULL DEFAULT 1        -- counts up with definition and removed_at
);

CREATE TABLE event (
  id text COLLATE "C" PRIMARY KEY,
  name text NOT NULL,
  data json NOT NULL,
  external_id text,                         -- the sender's: starts nothing twice within 24 hours
  version text,
  occurred_at timestamptz NOT NULL,         -- the sender's time, else received_at
  received_at timestamptz NOT NULL,
  sent_by_run text COLLATE "C"              -- the run whose step sent it, or whose end it tells
);
CREATE INDEX event_by_name ON event (name, id);
CREATE INDEX event_by_age ON event (received_at);
CREATE INDEX event_sent ON event (id) WHERE NOT starts_with(name, 'inngest/');

-- When each sender's id has last started functions, by the event's name. Ids of more than 512 bytes
-- are kept as sha256: and their hash.
CREATE TABLE event_key (
  name text COLLATE "C" NOT NULL,
  external_id text COLLATE "C" NOT NULL,
  started_at timestamptz NOT NULL,
  PRIMARY KEY (name, external_id)
);
CREATE INDEX event_key_by_age ON event_key (started_at);

-- One complete execution of a function.
CREATE TABLE run (
  id text COLLATE "C" PRIMARY KEY,
  function_id text COLLATE "C" NOT NULL,
  event_id text COLLATE "C" NOT NULL,
  status text NOT NULL
    CHECK (status IN ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED', 'SKIPPED')),
  reason text,                              -- why it was skipped or cancelled
  round integer NOT NULL DEFAULT 0,         -- counts up when steps were planned, and when they end
  attempt integer NOT NULL DEFAULT 0,       -- of what the function does between its steps
  queued_at timestamptz NOT NULL,
  started_at timestamptz,
  ended_at timestamptz,
  output json,
  error json,
  singleton_key text,
  singleton_state text CHECK (singleton_state IN ('HELD', 'WAITING')),
  scheduled_for timestamptz,                -- the instant of its cron
  is_late boolean NOT NULL DEFAULT false,   -- whether nobody was there at that instant
  missed integer NOT NULL DEFAULT 0,        -- earlier instants that nobody was there for
  invoked_by text COLLATE "C",              -- the run that waits for it
  invoked_step text COLLATE "C",            -- and its step
  rerun_of text COLLATE "C",
  rerun_from text COLLATE "C"               -- the step that a rerun began at
);
CREATE INDEX run_by_function ON run (function_id, id);
CREATE INDEX run_going_on ON run (function_id, id) WHERE status IN ('QUEUED', 'RUNNING');
CREATE INDEX run_by_event ON run (event_id);
CREATE INDEX run_by_end ON run (ended_at) INCLUDE (status) WHERE ended_at IS NOT NULL;
CREATE INDEX run_by_status ON run (function_id, status, id);
CREATE INDEX run_by_original ON run (rerun_of) WHERE rerun_of IS NOT NULL;
CREATE UNIQUE INDEX run_singleton ON run (function_id, singleton_key, singleton_state)
  WHERE singleton_state IS NOT NULL;

-- One step of a run, as it is kept.
CREATE TABLE step (
  run_id text COLLATE "C" NOT NULL REFERENCES run ON DELETE CASCADE,
  hash text COLLATE "C" NOT NULL,           -- the SHA-1 of its unique id
  id text NOT NULL,                         -- as the function's author wrote it
  kind text NOT NULL CHECK (kind IN ('RUN', 'SLEEP', 'EVENT_WAIT', 'INVOCATION')),
  -- PENDING: waits for a call, a time, an event or a run. RETRYING: has failed, and is tried again
  -- when the run goes on. EDITED: to be run with the input that is kept here, once it comes up
  status text NOT NULL CHECK (status IN ('PENDING', 'RETRYING', 'EDITED', 'DONE', 'FAILED')),
  round integer NOT NULL,                   -- of the run, in which it came up
  attempt integer NOT NULL DEFAULT 0,       -- the next one while PENDING, else the one that ended it
  position bigint,                          -- the order in which steps ended
  input json,
  is_edited boolean NOT NULL DEFAULT false, -- whether somebody has edited the input
  output json,
  error json,                               -- the last attempt's
  planned_at timestamptz NOT NULL,
  started_at timestamptz,                   -- of the last attempt
  ended_at timestamptz,
  due_at timestamptz,                       -- when a sleep is over, or a wait given up
  event_name text,                          -- what an EVENT_WAIT waits for
  condition text,                           -- and which of them
  invoked_run text COLLATE "C",             -- what an INVOCATION waits for
  PRIMARY KEY (run_id, hash)
);
CREATE SEQUENCE step_position CACHE 1;
CREATE INDEX step_by_round ON step (run_id, round);
CREATE INDEX step_edited ON step (run_id) WHERE is_edited;
CREATE INDEX step_pending ON step (run_id) WHERE status = 'PENDING';
CREATE INDEX step_waiting ON step (event_name)
  WHERE kind = 'EVENT_WAIT' AND status = 'PENDING';

-- One try of a step or, with an empty hash, of the function between its steps.
CREATE TABLE attempt (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  run_id text COLLATE "C" NOT NULL REFERENCES run ON DELETE CASCADE,
  hash text COLLATE "C" NOT NULL,
  attempt integer NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('DONE', 'FAILED', 'RETRIED', 'LOST')),
  error json,
  instance text NOT NULL,
  fence bigint NOT NULL,
  started_at timestamptz NOT NULL,
  ended_at timestamptz NOT NULL
);
CREATE INDEX attempt_by_run ON attempt (run_id, id);
CREATE INDEX attempt_of_step_by_end ON attempt (ended_at)
  WHERE hash <> '' AND outcome IN ('DONE', 'FAILED');

-- Lines logged by a run's steps, the newest 5,000 of each run.
CREATE TABLE log_line (
  id bigint GENERATED ALWAYS AS IDENTITY,
  run_id text COLLATE "C" NOT NULL REFERENCES run ON DELETE CASCADE,
  hash text COLLATE "C" NOT NULL,           -- of the step; empty between steps
  attempt integer NOT NULL,
  logged_at timestamptz NOT NULL,
  level text NOT NULL,
  logger text NOT NULL,
  message text NOT NULL,
  error text,                               -- the stack of what was thrown
  PRIMARY KEY (run_id, id)
);

-- Each instant of a cron that was heeded, and the run that it started.
CREATE TABLE cron_tick (
  function_id text COLLATE "C" NOT NULL,
  scheduled_for timestamptz NOT NULL,
  run_id text COLLATE "C" NOT NULL,
  PRIMARY KEY (function_id, scheduled_for)
);

-- Who has a place of a concurrency limit: an item of the queue, or a run.
CREATE TABLE concurrency_place (
  limit_key text COLLATE "C" NOT NULL,
  holder text COLLATE "C" NOT NULL,
  PRIMARY KEY (limit_key, holder)
);
CREATE INDEX concurrency_place_by_holder ON concurrency_place (holder);

-- Items of the queue that wait for a place, in their order.
CREATE TABLE concurrency_wait (
  limit_key text COLLATE "C" NOT NULL,      -- empty while its function is paused, or unknown
  number bigint GENERATED ALWAYS AS IDENTITY,
  task_name text COLLATE "C" NOT NULL,
  task_instance text COLLATE "C" NOT NULL,
  PRIMARY KEY (limit_key, number),
  UNIQUE (task_name, task_instance)
);

-- The last run that each value of an idempotency expression has started.
CREATE TABLE idempotency (
  function_id text COLLATE "C" NOT NULL,
  key text NOT NULL,
  run_id text COLLATE "C" NOT NULL,
  started_at timestamptz NOT NULL,
  PRIMARY KEY (function_id, key)
);
CREATE INDEX idempotency_by_age ON idempotency (started_at);
