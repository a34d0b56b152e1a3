-- Positions order what rankings were computed from: a list from an older position never replaces
-- one from a newer.
CREATE SEQUENCE position;

-- How the stored list of a job posting came to be: all that is needed to compute it again.
CREATE TABLE ranking (
  job_posting_id text COLLATE "C" PRIMARY KEY REFERENCES job_posting ON DELETE CASCADE,
  position       bigint NOT NULL,
  revision       bigint NOT NULL,
  as_of          timestamptz NOT NULL,
  feedback_mean  integer NOT NULL CHECK (feedback_mean BETWEEN 0 AND 10000),
  training_mean  integer NOT NULL CHECK (training_mean BETWEEN 0 AND 10000),
  eligible       integer NOT NULL CHECK (eligible >= 0),
  ineligible     json NOT NULL,
  ranked_at      timestamptz NOT NULL
);

-- Job postings whose list waits to be computed again.
CREATE TABLE ranking_request (
  job_posting_id text COLLATE "C" PRIMARY KEY REFERENCES job_posting ON DELETE CASCADE,
  position       bigint NOT NULL DEFAULT nextval('position')
);

-- The columns up to status are those that readers of such a table know; the others are ours.
CREATE TABLE "CandidateMatching" (
  id                text PRIMARY KEY,
  "jobPostingId"    text COLLATE "C" NOT NULL REFERENCES job_posting ON DELETE CASCADE,
  "candidateId"     text COLLATE "C" NOT NULL REFERENCES candidate ON DELETE CASCADE,
  "matchScore"      double precision NOT NULL CHECK ("matchScore" BETWEEN 0 AND 100),
  "skillsMatch"     double precision NOT NULL CHECK ("skillsMatch" BETWEEN 0 AND 100),
  "domainMatch"     double precision NOT NULL CHECK ("domainMatch" BETWEEN 0 AND 100),
  "experienceMatch" double precision NOT NULL CHECK ("experienceMatch" BETWEEN 0 AND 100),
  "aiReason"        text,
  status            text NOT NULL DEFAULT 'PENDING'
                    CHECK (status IN ('PENDING', 'VIEWED', 'CONTACTED', 'REJECTED')),
  rank              smallint CHECK (rank BETWEEN 1 AND 50),
  total             integer NOT NULL CHECK (total BETWEEN 0 AND 100000000),
  confidence        integer NOT NULL CHECK (confidence BETWEEN 0 AND 10000),
  scores            integer[] NOT NULL
                    CHECK (0 <= ALL (scores) AND 10000 >= ALL (scores) AND cardinality(scores) > 0),
  "criteriaVersion" smallint NOT NULL,
  "statusBy"        text,
  "statusAt"        timestamptz,
  "createdAt"       timestamptz NOT NULL,
  "updatedAt"       timestamptz NOT NULL,
  -- The conditions of the score, kept here from when the row loses its rank on.
  "asOf"            timestamptz,
  "feedbackMean"    integer,
  "trainingMean"    integer,
  UNIQUE ("jobPostingId", "candidateId"),
  UNIQUE ("jobPostingId", rank) DEFERRABLE INITIALLY DEFERRED,
  CHECK ("matchScore" = ((total + 5000) / 10000) / 100.0::double precision),
  CHECK (status <> 'PENDING' OR rank IS NOT NULL),
  CHECK (status <> 'REJECTED' OR rank IS NULL),
  CHECK (num_nulls("asOf", "feedbackMean", "trainingMean") = CASE WHEN rank IS NULL THEN 0 ELSE 3 END)
);

CREATE INDEX matching_by_candidate ON "CandidateMatching" ("candidateId");
