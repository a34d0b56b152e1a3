CREATE TABLE job_posting (
  id            text COLLATE "C" PRIMARY KEY CHECK (id ~ '^[A-Za-z0-9._:-]{1,128}$'),
  document      json NOT NULL CHECK (json_typeof(document) = 'object'),
  active        boolean NOT NULL,
  company_id    text COLLATE "C" NOT NULL,
  title         text NOT NULL,
  location      text,
  work_mode     text,
  contract_type text,
  revision      bigint NOT NULL DEFAULT nextval('revision'),
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL CHECK (updated_at >= created_at)
);

CREATE INDEX job_posting_by_company ON job_posting (company_id, id);
