-- Each run names the candidates it cannot read. They are few, and found without reading all records.
CREATE INDEX candidate_record_problem ON candidate_record (candidate_id) WHERE problem IS NOT NULL;
