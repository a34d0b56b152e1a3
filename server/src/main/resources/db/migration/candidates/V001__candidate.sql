-- Revisions order changes of documents: one sequence, so that two of them can be compared.
CREATE SEQUENCE revision;

CREATE TABLE candidate (
  id             text COLLATE "C" PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9._:-]{1,128}$'),
  document       json NOT NULL CHECK (json_typeof(document) = 'object'),
  opted_out      boolean NOT NULL,
  location       text,
  work_modes     text[] NOT NULL,
  languages      text[] NOT NULL,
  -- sums of results, hundredths of a point: the calibration of a run is made of them
  feedback_sum   bigint NOT NULL CHECK (feedback_sum BETWEEN 0 AND 10000 * feedback_count),
  feedback_count bigint NOT NULL,
  training_sum   bigint NOT NULL CHECK (training_sum BETWEEN 0 AND 10000 * training_count),
  training_count bigint NOT NULL,
  revision       bigint NOT NULL DEFAULT nextval('revision'),
  created_at     timestamptz NOT NULL,
  updated_at     timestamptz NOT NULL CHECK (updated_at >= created_at)
);
