-- What tells that a list would be stored as it is, so that nothing of it has to be read or written: a digest of its
-- rows, null where a row waits for a model or was changed by anybody but the writer of lists, and how many of its
-- reasons a model wrote.
ALTER TABLE ranking
  ADD COLUMN list_digest bigint,
  ADD COLUMN model_reasons integer NOT NULL DEFAULT 0;

-- The row is locked before it is looked at: whoever is writing the list may be about to store a digest that does not
-- know of the change.
CREATE FUNCTION forget_list_digest() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  PERFORM FROM ranking WHERE job_posting_id IN (OLD."jobPostingId", NEW."jobPostingId")
  ORDER BY job_posting_id FOR UPDATE;
  UPDATE ranking SET list_digest = NULL
  WHERE job_posting_id IN (OLD."jobPostingId", NEW."jobPostingId") AND list_digest IS NOT NULL;
  RETURN NULL;
END
$$;

-- Nobody writes a list meanwhile.
CREATE FUNCTION forget_list_digests() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  UPDATE ranking SET list_digest = NULL WHERE list_digest IS NOT NULL;
  RETURN NULL;
END
$$;

-- Rows that are not listed are no part of the digest, and who erases a candidate does not hold the lists of them. The
-- writer of lists, who stores a new digest, says who it is: asked row by row, a function would cost as much as all
-- else that it does.
CREATE TRIGGER matching_added AFTER INSERT ON "CandidateMatching" FOR EACH ROW
WHEN (NEW.listed AND current_setting('entente.replaces_lists', true) IS DISTINCT FROM 'on')
EXECUTE FUNCTION forget_list_digest();

CREATE TRIGGER matching_changed AFTER UPDATE ON "CandidateMatching" FOR EACH ROW
WHEN ((OLD.listed OR NEW.listed) AND current_setting('entente.replaces_lists', true) IS DISTINCT FROM 'on')
EXECUTE FUNCTION forget_list_digest();

CREATE TRIGGER matching_deleted AFTER DELETE ON "CandidateMatching" FOR EACH ROW
WHEN (OLD.listed AND current_setting('entente.replaces_lists', true) IS DISTINCT FROM 'on')
EXECUTE FUNCTION forget_list_digest();

CREATE TRIGGER matchings_truncated AFTER TRUNCATE ON "CandidateMatching" FOR EACH STATEMENT
EXECUTE FUNCTION forget_list_digests();
