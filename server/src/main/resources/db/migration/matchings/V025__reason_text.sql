-- What a model has written of facts in a job posting's lists: a row that loses its place and comes back, or has
-- the facts that another one has, is not asked about again. Facts of which no such text is to be shown (it was
-- refused, or a person said that it is wrong) have none.
CREATE TABLE reason_text (
  job_posting_id text COLLATE "C" NOT NULL REFERENCES job_posting ON DELETE CASCADE,
  facts_digest   bigint NOT NULL,
  text           text,
  source         text,
  language       text,
  model          text,
  version        integer,
  written_at     timestamptz NOT NULL,
  PRIMARY KEY (job_posting_id, facts_digest),
  CHECK (num_nulls(text, source, language, model, version) IN (0, 5))
);
CREATE INDEX reason_text_written_at ON reason_text (written_at);
