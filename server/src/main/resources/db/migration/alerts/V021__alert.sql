-- What is told of nights, each once, whichever instance sees it first.
CREATE TABLE alert (
  id          uuid PRIMARY KEY,
  number      bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  type        text NOT NULL
    CHECK (type IN ('night.failed', 'night.missed', 'night.incomplete', 'night.recovered')),
  -- the run, the beginning of the missed night, or the alert that is over
  fact        text NOT NULL,
  occurred_at timestamptz NOT NULL,
  -- what a webhook sends, byte for byte the same on each attempt
  body        text NOT NULL,
  UNIQUE (type, fact)
);

CREATE TABLE alert_delivery (
  alert_id        uuid NOT NULL REFERENCES alert ON DELETE CASCADE,
  channel         text NOT NULL CHECK (channel IN ('WEBHOOK', 'MAIL')),
  state           text NOT NULL DEFAULT 'PENDING'
    CHECK (state IN ('PENDING', 'SENT', 'GIVEN_UP', 'GONE')),
  attempts        integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  -- also until when an attempt that goes on has the row for itself
  next_attempt_at timestamptz,
  ended_at        timestamptz,
  error           text,
  PRIMARY KEY (alert_id, channel),
  CHECK ((state = 'PENDING') = (next_attempt_at IS NOT NULL)),
  CHECK ((state = 'PENDING') = (ended_at IS NULL)),
  CHECK (state <> 'SENT' OR error IS NULL)
);

CREATE INDEX alert_delivery_pending ON alert_delivery (next_attempt_at) WHERE state = 'PENDING';
