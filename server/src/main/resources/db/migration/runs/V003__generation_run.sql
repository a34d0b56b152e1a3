CREATE TABLE generation_run (
  id               uuid PRIMARY KEY,
  status           text NOT NULL CHECK (status IN ('RUNNING', 'COMPLETED', 'FAILED', 'INTERRUPTED')),
  started_by       text NOT NULL,
  started_at       timestamptz NOT NULL,
  finished_at      timestamptz,
  as_of            timestamptz NOT NULL,
  feedback_mean    integer CHECK (feedback_mean BETWEEN 0 AND 10000),
  training_mean    integer CHECK (training_mean BETWEEN 0 AND 10000),
  weights          json NOT NULL,
  engine_version   text NOT NULL,
  alias_version    text NOT NULL,
  candidates       integer NOT NULL DEFAULT 0 CHECK (candidates >= 0),
  postings_total   integer NOT NULL DEFAULT 0,
  postings_written integer NOT NULL DEFAULT 0,
  matchings        integer NOT NULL DEFAULT 0 CHECK (matchings >= 0),
  load_millis      bigint NOT NULL DEFAULT 0,
  rank_millis      bigint NOT NULL DEFAULT 0,
  write_millis     bigint NOT NULL DEFAULT 0,
  error            text,
  CHECK (postings_written BETWEEN 0 AND postings_total),
  CHECK ((status = 'RUNNING') = (finished_at IS NULL)),
  CHECK (status <> 'COMPLETED' OR (feedback_mean IS NOT NULL AND training_mean IS NOT NULL)),
  CHECK ((status = 'FAILED') = (error IS NOT NULL))
);

CREATE INDEX generation_run_latest ON generation_run (started_at DESC);

-- What could not be ranked: a job posting, which keeps its rows, or a candidate, who was left out.
CREATE TABLE generation_failure (
  run_id         uuid NOT NULL REFERENCES generation_run ON DELETE CASCADE,
  job_posting_id text COLLATE "C",
  candidate_id   text COLLATE "C",
  reason         text NOT NULL,
  CHECK (num_nonnulls(job_posting_id, candidate_id) = 1),
  UNIQUE NULLS NOT DISTINCT (run_id, job_posting_id, candidate_id)
);
