-- Calls of a model, each recorded before it begins: limits are worked out from them, over all
-- instances and over restarts. Runs are deleted without regard to what they spent.
CREATE TABLE model_call (
  id               bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  provider         text NOT NULL,
  model            text NOT NULL,
  run_id           uuid,
  -- the one call that finds out whether the model answers again
  trial            boolean NOT NULL,
  started_at       timestamptz NOT NULL,
  ended_at         timestamptz,
  -- in the order in which calls ended, which instants do not tell
  end_number       bigint,
  status           text CHECK (status IN
    ('ANSWERED', 'RATE_LIMITED', 'UNAVAILABLE', 'REFUSED', 'BLOCKED', 'MALFORMED', 'INTERRUPTED')),
  estimated_input  integer NOT NULL CHECK (estimated_input >= 0),
  estimated_output integer NOT NULL CHECK (estimated_output >= 0),
  -- what counts: the estimate, until the call has ended
  input_tokens     integer NOT NULL CHECK (input_tokens >= 0),
  output_tokens    integer NOT NULL CHECK (output_tokens >= 0),
  -- millionths of the currency that is set; null where the model has no price
  cost_micros      bigint CHECK (cost_micros >= 0),
  texts_asked      integer NOT NULL DEFAULT 0 CHECK (texts_asked >= 0),
  texts_kept       integer NOT NULL DEFAULT 0 CHECK (texts_kept BETWEEN 0 AND texts_asked),
  -- until when nobody calls the model, because this call was one too many
  resume_at        timestamptz,
  -- whether it was one too many for a day
  daily            boolean NOT NULL DEFAULT false,
  CHECK (num_nulls(ended_at, end_number, status) IN (0, 3)),
  CHECK ((resume_at IS NOT NULL) = (status IS NOT DISTINCT FROM 'RATE_LIMITED'))
);

CREATE SEQUENCE model_call_end OWNED BY model_call.end_number;

CREATE INDEX model_call_started ON model_call (started_at);
CREATE INDEX model_call_of_run ON model_call (run_id) WHERE run_id IS NOT NULL;
CREATE INDEX model_call_ended ON model_call (provider, model, end_number);
CREATE INDEX model_call_resumed ON model_call (provider, model, resume_at)
  WHERE resume_at IS NOT NULL;

-- Runs for which nobody calls a model any more.
CREATE TABLE model_stop (
  run_id     uuid PRIMARY KEY,
  stopped_at timestamptz NOT NULL
);

-- Matchings without a call of their own: those that have the template, by cause, and those that
-- keep a model's text, which have none.
CREATE TABLE reason_count (
  day    date NOT NULL,
  run_id uuid,
  cause  text,
  count  bigint NOT NULL CHECK (count >= 0),
  UNIQUE NULLS NOT DISTINCT (run_id, day, cause)
);

CREATE INDEX reason_count_of_day ON reason_count (day);
