-- Job postings in whose lists a model is still to write reasons.
CREATE TABLE reason_request (
  job_posting_id text COLLATE "C" PRIMARY KEY REFERENCES job_posting ON DELETE CASCADE,
  position       bigint NOT NULL DEFAULT nextval('position'),
  -- the run that wrote the list; null between runs
  run_id         uuid,
  -- how often it was repeated: whoever answers it knows which one
  version        bigint NOT NULL DEFAULT 0,
  -- how often calls for it failed
  failures       integer NOT NULL DEFAULT 0,
  -- about how many matchings a model is asked at once: fewer after a call that failed
  at_once        integer NOT NULL DEFAULT 50 CHECK (at_once > 0)
);
CREATE INDEX reason_request_by_position ON reason_request (position);

-- One row: until when somebody is at work on the requests, or it is not worth being.
CREATE TABLE reason_turn (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  until     timestamptz NOT NULL
);
INSERT INTO reason_turn (until) VALUES ('epoch');
