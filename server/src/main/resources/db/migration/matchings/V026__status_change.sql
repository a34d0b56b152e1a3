-- What people decided about matchings, each decision once. It outlives the matching: a pair that comes back has the
-- same id, and its past. It goes with the job posting, and with the candidate when erased.
CREATE TABLE status_change (
  id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  matching_id    text NOT NULL,
  job_posting_id text COLLATE "C" NOT NULL REFERENCES job_posting ON DELETE CASCADE,
  candidate_id   text COLLATE "C" NOT NULL,
  old_status     text NOT NULL CHECK (old_status IN ('PENDING', 'VIEWED', 'CONTACTED', 'REJECTED')),
  new_status     text NOT NULL CHECK (new_status IN ('PENDING', 'VIEWED', 'CONTACTED', 'REJECTED')),
  -- who decided, if that is known
  author         text,
  reason         text CHECK (char_length(reason) BETWEEN 1 AND 1000),
  changed_at     timestamptz NOT NULL
);
CREATE INDEX status_change_by_matching ON status_change (matching_id, id);
CREATE INDEX status_change_by_posting ON status_change (job_posting_id);
CREATE INDEX status_change_by_candidate ON status_change (candidate_id);

-- Of what was decided before, the last is known; all matchings began as pending.
INSERT INTO status_change (matching_id, job_posting_id, candidate_id, old_status, new_status, author, changed_at)
SELECT id, "jobPostingId", "candidateId", 'PENDING', status, "statusBy", "statusAt"
FROM "CandidateMatching" WHERE status <> 'PENDING' AND "statusAt" IS NOT NULL
ORDER BY "statusAt", id;
