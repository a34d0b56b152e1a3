-- Titles without case and marks, as people look for them: folded for each search, those of 10,000 postings took
-- longer than all else of the page.
ALTER TABLE job_posting ADD COLUMN title_folded text GENERATED ALWAYS AS
  (regexp_replace(normalize(lower(title), NFKD), '[\u0300-\u036f]', '', 'g')) STORED;
-- A title may be longer than an index takes.
CREATE INDEX job_posting_by_title ON job_posting (active DESC, left(title_folded, 200), id);
