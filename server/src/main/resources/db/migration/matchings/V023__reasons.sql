-- What "aiReason" is: who wrote it, in which language, with which model and version of what it was told or of
-- the templates, when; and a digest of the facts it was written from, which keeps it while they stay.
ALTER TABLE "CandidateMatching"
  ADD COLUMN "aiReasonSource" text CHECK ("aiReasonSource" IN ('TEMPLATE', 'GEMINI', 'OPENAI', 'OLLAMA')),
  ADD COLUMN "aiReasonLanguage" text,
  ADD COLUMN "aiReasonModel" text,
  ADD COLUMN "aiReasonVersion" integer,
  ADD COLUMN "aiReasonAt" timestamptz,
  ADD COLUMN "factsDigest" bigint,
  -- whether a model is still to write it
  ADD COLUMN "aiReasonAwaited" boolean NOT NULL DEFAULT false;

-- Rows without a reason get one as soon as their list is ranked again: all of them, behind the start of the service
-- and between runs, so a model's texts for them count for the day's budget.
INSERT INTO ranking_request (job_posting_id)
SELECT id FROM job_posting WHERE active ORDER BY id
ON CONFLICT (job_posting_id) DO NOTHING;

-- A view has the columns that its table had.
DROP VIEW ranked_matching;
CREATE VIEW ranked_matching AS
SELECT *, CASE WHEN listed THEN row_number() OVER (
    PARTITION BY "jobPostingId" ORDER BY listed DESC, total DESC, "candidateId")::integer END AS rank
FROM "CandidateMatching";
