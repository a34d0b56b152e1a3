-- Titles without case, accents and ligatures, as people look for them: folded for each search, those of 10,000
-- postings took longer than all else of the page. The service folds them, so that the server's locale does not
-- matter, and folds those that are not when it starts.
ALTER TABLE job_posting ADD COLUMN title_folded text COLLATE "C";
-- A title may be longer than an index takes.
CREATE INDEX job_posting_by_title ON job_posting (active DESC, left(title_folded, 200), id);
CREATE INDEX job_posting_title_not_folded ON job_posting (id) WHERE title_folded IS NULL;
