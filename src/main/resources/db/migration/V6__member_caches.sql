-- The version whose members a version listens to: its own number where it was trained fully, as all were so far.
ALTER TABLE scorer_versions ADD COLUMN members_of INTEGER;
UPDATE scorer_versions SET members_of = number;
ALTER TABLE scorer_versions ALTER COLUMN members_of SET NOT NULL;

-- A cache: rows may go, and are made anew by a full training. Those of one version at a time.
CREATE TABLE member_caches (
    number INTEGER NOT NULL REFERENCES scorer_versions (number),
    part   INTEGER NOT NULL,
    body   BINARY LARGE OBJECT NOT NULL,
    PRIMARY KEY (number, part)
);
