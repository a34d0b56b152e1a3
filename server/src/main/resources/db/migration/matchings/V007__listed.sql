-- A matching's rank follows from the totals of those that are listed beside it, so it is worked out on
-- reading: one newcomer does not rewrite all rows behind it.
ALTER TABLE "CandidateMatching" ADD COLUMN listed boolean NOT NULL DEFAULT false;
UPDATE "CandidateMatching" SET listed = true WHERE rank IS NOT NULL;
ALTER TABLE "CandidateMatching"
  DROP COLUMN rank,
  -- The run that last changed the row; null if that was an update between runs.
  ADD COLUMN "runId" uuid,
  ALTER COLUMN listed DROP DEFAULT,
  ADD CHECK (status <> 'PENDING' OR listed),
  ADD CHECK (status <> 'REJECTED' OR NOT listed),
  ADD CHECK (num_nulls("asOf", "feedbackMean", "trainingMean") = CASE WHEN listed THEN 3 ELSE 0 END),
  -- Checked row by row it would cost more than all else of a run; candidates are withdrawn and erased
  -- while no list is being written.
  DROP CONSTRAINT "CandidateMatching_candidateId_fkey",
  SET (fillfactor = 80);
CREATE INDEX matching_rejected ON "CandidateMatching" ("jobPostingId") WHERE status = 'REJECTED';

ALTER TABLE ranking
  DROP COLUMN position,
  -- The last total that is listed, if all places are taken: whoever has less moves nothing.
  ADD COLUMN least_total integer,
  -- The run that last confirmed the list; null if that was an update between runs.
  ADD COLUMN run_id uuid;

-- One row: the snapshot whose changes of candidates were weighed against all lists.
CREATE TABLE weighed_changes (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  snapshot pg_snapshot NOT NULL,
  -- the server whose transactions the snapshot is of
  server   bigint NOT NULL
);
INSERT INTO weighed_changes (snapshot, server)
SELECT pg_current_snapshot(), system_identifier FROM pg_control_system();

-- Matchings with the rank that those which are listed have: by total, then by candidate id.
CREATE VIEW ranked_matching AS
SELECT *, CASE WHEN listed THEN row_number() OVER (
    PARTITION BY "jobPostingId" ORDER BY listed DESC, total DESC, "candidateId")::integer END AS rank
FROM "CandidateMatching";
