-- Numbers handed out in larger blocks: taking a new block is a commit of its own, and an import takes one every ten calls otherwise.
ALTER TABLE calls ALTER COLUMN no SET CACHE 1000;
ALTER TABLE side_assignments ALTER COLUMN seq SET CACHE 1000;

-- What the row said that a signal stands in, cell by cell as it was written: JSON, by header. Null for signals of no table, and for those from before.
ALTER TABLE reward_signals ADD COLUMN source_cells CHARACTER VARYING;
