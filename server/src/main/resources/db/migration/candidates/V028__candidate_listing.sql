-- What lists of people show and search, in short rows: the documents are long. The service folds the texts, so
-- that case, accents and the server's locale do not matter, and lists who is not listed when it starts.
CREATE TABLE candidate_listing (
  candidate_id text COLLATE "C" PRIMARY KEY REFERENCES candidate ON DELETE CASCADE,
  -- of how the texts were folded
  version      integer NOT NULL,
  name         text,
  headline     text,
  email        text,
  location     text,
  opted_out    boolean NOT NULL,
  -- what they are ordered by, and by the beginnings of which words a search finds them
  sorted       text COLLATE "C" NOT NULL,
  words        tsvector NOT NULL
);
CREATE INDEX candidate_listing_sorted ON candidate_listing (sorted, candidate_id);
CREATE INDEX candidate_listing_words ON candidate_listing USING gin (words);
