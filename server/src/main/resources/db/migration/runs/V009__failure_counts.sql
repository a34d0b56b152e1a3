-- Only the first failures of a run are kept one by one; all are counted.
ALTER TABLE generation_run
  ADD COLUMN postings_failed integer NOT NULL DEFAULT 0 CHECK (postings_failed >= 0),
  ADD COLUMN candidates_failed integer NOT NULL DEFAULT 0 CHECK (candidates_failed >= 0);

UPDATE generation_run SET postings_failed = failed.postings, candidates_failed = failed.candidates
FROM (SELECT run_id, count(job_posting_id) AS postings, count(candidate_id) AS candidates
      FROM generation_failure GROUP BY run_id) AS failed
WHERE id = run_id;

-- Who is erased is erased from the reports of runs too.
DELETE FROM generation_failure
WHERE candidate_id IS NOT NULL AND NOT EXISTS (SELECT FROM candidate WHERE id = candidate_id);
ALTER TABLE generation_failure ADD FOREIGN KEY (candidate_id) REFERENCES candidate ON DELETE CASCADE;
CREATE INDEX generation_failure_by_candidate ON generation_failure (candidate_id);
