-- No foreign key from matchings to their posting: checked row by row it was a third of what the database does for a new
-- list. Whoever writes lists holds the postings, so none is written of one that goes; and with a posting its matchings go.
-- Who deletes a posting from an older snapshot than its list would not see the matchings: the key of its ranking, which
-- every writer of a list changes, refuses that.
ALTER TABLE "CandidateMatching" DROP CONSTRAINT "CandidateMatching_jobPostingId_fkey";

CREATE FUNCTION delete_matchings_of_posting() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  DELETE FROM "CandidateMatching" WHERE "jobPostingId" = OLD.id;
  RETURN NULL;
END
$$;

CREATE FUNCTION delete_all_matchings() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  TRUNCATE "CandidateMatching";
  RETURN NULL;
END
$$;

-- Named to come behind the keys that cascade: rankings are locked before their matchings.
CREATE TRIGGER matchings_of_posting_deleted AFTER DELETE ON job_posting FOR EACH ROW
EXECUTE FUNCTION delete_matchings_of_posting();

CREATE TRIGGER matchings_of_postings_truncated AFTER TRUNCATE ON job_posting FOR EACH STATEMENT
EXECUTE FUNCTION delete_all_matchings();
