-- The numbers that stand for skills, domains and tokens in the records of candidates. A number never
-- changes its meaning; each kind counts for itself from 0. Of a token only a digest is kept: it may be
-- a word that a person wrote.
CREATE TABLE term (
  kind   text COLLATE "C" NOT NULL CHECK (kind IN ('SKILL', 'DOMAIN', 'TOKEN')),
  name   text COLLATE "C" NOT NULL,
  number integer NOT NULL CHECK (number >= 0),
  PRIMARY KEY (kind, name),
  UNIQUE (kind, number)
);
