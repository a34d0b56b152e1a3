-- One row at most, which names the time since PostgreSQL last recovered: a crash empties what is UNLOGGED, and
-- may give out again the numbers of transactions whose commits had not come to the disk.
CREATE UNLOGGED TABLE database_life (
  singleton boolean PRIMARY KEY DEFAULT true CHECK (singleton),
  life uuid NOT NULL DEFAULT gen_random_uuid()
);
