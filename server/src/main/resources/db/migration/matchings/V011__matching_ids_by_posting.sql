-- Ids begin with their posting, so that a list's lie side by side: spread over the index, each row of a
-- new list cost a page of its own in the index and in the log. They are those of MatchingIds.
UPDATE "CandidateMatching" SET id = concat(
    substr(posting, 1, 8), '-', substr(posting, 9, 4), '-8', substr(pair, 1, 3), '-',
    translate(substr(pair, 4, 1), '0123456789abcdef', '89ab89ab89ab89ab'), substr(pair, 5, 3), '-',
    substr(pair, 8, 12))
FROM (
  SELECT id AS old, encode(sha256("jobPostingId"::bytea), 'hex') AS posting,
      encode(sha256(("jobPostingId" || ' ' || "candidateId")::bytea), 'hex') AS pair
  FROM "CandidateMatching") AS digest
WHERE id = old;
