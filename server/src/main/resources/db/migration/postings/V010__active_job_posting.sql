-- What tells all active job postings from any others is asked for with each changed candidate: it is read from
-- here, not from the documents.
CREATE INDEX job_posting_active ON job_posting (id, revision) WHERE active;
