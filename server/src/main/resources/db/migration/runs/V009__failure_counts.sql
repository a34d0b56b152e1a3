-- Only the first failures of a run are kept one by one; all are counted.
ALTER TABLE generation_run
  ADD COLUMN postings_failed integer NOT NULL DEFAULT 0 CHECK (postings_failed >= 0),
  ADD COLUMN candidates_failed integer NOT NULL DEFAULT 0 CHECK (candidates_failed >= 0);

UPDATE generation_run SET postings_failed = failed.postings, candidates_failed = failed.candidates
FROM (SELECT run_id, count(job_posting_id) AS postings, count(candidate_id) AS candidates
      FROM generation_failure GROUP BY run_id) AS failed
WHERE id = run_id;
