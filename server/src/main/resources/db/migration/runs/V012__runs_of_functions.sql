-- Runs are done by durable functions, which go on by themselves: what has no end here never will.
ALTER TABLE generation_run
  DROP CONSTRAINT generation_run_status_check,
  DROP CONSTRAINT generation_run_check1,
  DROP CONSTRAINT generation_run_check3;
-- Lists that they wrote are under conditions that hold no longer.
INSERT INTO ranking_request (job_posting_id)
SELECT id FROM job_posting
WHERE active AND EXISTS (SELECT FROM generation_run WHERE status IN ('RUNNING', 'INTERRUPTED'))
ON CONFLICT DO NOTHING;
UPDATE generation_run SET status = 'FAILED', error = 'the process ended',
    finished_at = coalesce(finished_at, started_at)
WHERE status IN ('RUNNING', 'INTERRUPTED');

ALTER TABLE generation_run
  ADD COLUMN kind text NOT NULL DEFAULT 'ALL',
  ADD COLUMN requested_at timestamptz,
  -- The engine's run that does it, once one has begun.
  ADD COLUMN engine_run text UNIQUE,
  -- How often the engine was asked for it.
  ADD COLUMN asked integer NOT NULL DEFAULT 0,
  -- Chunks of which nothing, or not all, could be ranked.
  ADD COLUMN chunks_total integer NOT NULL DEFAULT 0 CHECK (chunks_total >= 0),
  ADD COLUMN chunks_failed integer NOT NULL DEFAULT 0 CHECK (chunks_failed >= 0),
  ALTER COLUMN started_at DROP NOT NULL,
  ALTER COLUMN as_of DROP NOT NULL;
UPDATE generation_run SET requested_at = started_at;
ALTER TABLE generation_run
  ALTER COLUMN kind DROP DEFAULT,
  ALTER COLUMN requested_at SET NOT NULL,
  ADD CHECK (kind IN ('ALL', 'SOME')),
  ADD CHECK (status IN ('QUEUED', 'RUNNING', 'COMPLETED', 'FAILED', 'CANCELLED')),
  ADD CHECK ((status IN ('QUEUED', 'RUNNING')) = (finished_at IS NULL)),
  ADD CHECK ((status IN ('FAILED', 'CANCELLED')) = (error IS NOT NULL)),
  ADD CHECK (status NOT IN ('RUNNING', 'COMPLETED')
    OR (started_at IS NOT NULL AND as_of IS NOT NULL)),
  ADD CHECK (status <> 'QUEUED' OR started_at IS NULL);

-- One run over all postings at a time.
CREATE UNIQUE INDEX generation_run_of_all ON generation_run (kind)
  WHERE kind = 'ALL' AND status IN ('QUEUED', 'RUNNING');
DROP INDEX generation_run_latest;
CREATE INDEX generation_run_latest ON generation_run (requested_at DESC);

-- The postings that one step of a run ranks.
CREATE TABLE generation_chunk (
  run_id          uuid NOT NULL REFERENCES generation_run ON DELETE CASCADE,
  number          integer NOT NULL CHECK (number >= 0),
  job_posting_ids text[] NOT NULL,
  status          text NOT NULL DEFAULT 'PENDING'
                  CHECK (status IN ('PENDING', 'RUNNING', 'DONE', 'FAILED')),
  -- Counted up by each attempt: whoever has an older one writes no list any more.
  attempt         integer NOT NULL DEFAULT 0 CHECK (attempt >= 0),
  instance        text,
  started_at      timestamptz,
  finished_at     timestamptz,
  written         integer NOT NULL DEFAULT 0 CHECK (written >= 0),
  failed          integer NOT NULL DEFAULT 0 CHECK (failed >= 0),
  matchings       integer NOT NULL DEFAULT 0 CHECK (matchings >= 0),
  load_millis     bigint NOT NULL DEFAULT 0,
  rank_millis     bigint NOT NULL DEFAULT 0,
  write_millis    bigint NOT NULL DEFAULT 0,
  error           text,
  PRIMARY KEY (run_id, number)
);

-- Which chunk's attempt has found out, so that a later attempt says it anew.
ALTER TABLE generation_failure ADD COLUMN chunk integer;

-- Postings of a run that somebody will want to look at: the slowest of each chunk, and those with
-- few eligible candidates or none.
CREATE TABLE generation_posting (
  run_id         uuid NOT NULL REFERENCES generation_run ON DELETE CASCADE,
  chunk          integer NOT NULL,
  job_posting_id text COLLATE "C" NOT NULL,
  rank_micros    bigint NOT NULL CHECK (rank_micros >= 0),
  eligible       integer NOT NULL CHECK (eligible >= 0),
  -- How many candidates each rule has kept out.
  ineligible     json NOT NULL,
  PRIMARY KEY (run_id, job_posting_id)
);
