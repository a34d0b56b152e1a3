-- One row: the hour at which nights are expected, null for none, and since when they are.
CREATE TABLE night_expectation (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  hour      integer CHECK (hour BETWEEN 0 AND 23),
  zone      text NOT NULL,
  since     timestamptz NOT NULL
);

-- The last run that ended is asked for again and again.
CREATE INDEX generation_run_ended ON generation_run (requested_at DESC)
  WHERE kind = 'ALL' AND status IN ('COMPLETED', 'FAILED');
