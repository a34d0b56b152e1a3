-- What a score needs to know of each candidate, as bytes: a ranking reads these and no document.
CREATE TABLE candidate_record (
  candidate_id   text COLLATE "C" PRIMARY KEY REFERENCES candidate ON DELETE CASCADE,
  -- of the formulas and the tables of names that it was made with
  version        text NOT NULL,
  record         bytea,
  -- why there is none: the document breaks today's rules
  problem        text,
  -- sums of results, hundredths of a point: the calibration of a run is made of them
  feedback_sum   bigint NOT NULL CHECK (feedback_sum BETWEEN 0 AND 10000 * feedback_count),
  feedback_count bigint NOT NULL,
  training_sum   bigint NOT NULL CHECK (training_sum BETWEEN 0 AND 10000 * training_count),
  training_count bigint NOT NULL,
  CHECK (num_nonnulls(record, problem) = 1)
);
-- Records are bytes already; compressing them costs more than it saves.
ALTER TABLE candidate_record ALTER COLUMN record SET STORAGE EXTERNAL;

ALTER TABLE candidate
  DROP COLUMN feedback_sum, DROP COLUMN feedback_count,
  DROP COLUMN training_sum, DROP COLUMN training_count;

-- Who was stored, changed or erased, and in which transaction. Whoever keeps records in memory asks
-- for what the last snapshot did not show: numbers of a sequence would be committed out of order.
CREATE TABLE candidate_change (
  candidate_id text COLLATE "C" NOT NULL,
  transaction  xid8 NOT NULL DEFAULT pg_current_xact_id(),
  changed_at   timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX candidate_change_by_transaction ON candidate_change (transaction);

-- One row: changes of transactions up to here may have been deleted.
CREATE TABLE forgotten_changes (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  below xid8 NOT NULL
);
INSERT INTO forgotten_changes (below) VALUES ('0');
