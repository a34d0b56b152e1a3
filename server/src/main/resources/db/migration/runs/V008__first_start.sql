-- One row: when the service first started, which scores are as of until a run is completed.
CREATE TABLE first_start (
  singleton  boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  started_at timestamptz NOT NULL
);
