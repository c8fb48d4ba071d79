-- Edits get names that mean the same in every workspace. What was made before merging was made here, one after the other.
CREATE TABLE origin (
    id UUID NOT NULL
);
INSERT INTO origin (id) VALUES (RANDOM_UUID());

ALTER TABLE edits ADD COLUMN id UUID;
ALTER TABLE edits ADD COLUMN origin UUID;
ALTER TABLE edits ADD COLUMN origin_place BIGINT;
ALTER TABLE edits ADD COLUMN clock BIGINT;
ALTER TABLE edits ADD COLUMN seen CHARACTER VARYING;              -- workspace:place of the last edit known, a blank between; null if none
ALTER TABLE edits ADD COLUMN made_here BOOLEAN DEFAULT TRUE NOT NULL; -- false for what came in with a merge
UPDATE edits SET id = RANDOM_UUID(), origin = (SELECT id FROM origin), origin_place = seq, clock = seq;
ALTER TABLE edits ALTER COLUMN id SET NOT NULL;
ALTER TABLE edits ALTER COLUMN origin SET NOT NULL;
ALTER TABLE edits ALTER COLUMN origin_place SET NOT NULL;
ALTER TABLE edits ALTER COLUMN clock SET NOT NULL;
CREATE UNIQUE INDEX edits_by_id ON edits (id);
CREATE INDEX edits_in_order ON edits (clock, origin, origin_place);
CREATE INDEX edits_of_origin ON edits (origin, origin_place);
CREATE INDEX edit_annotations_of_call ON edit_annotations (call_id);

-- Of each workspace the last edit known, so that adding one need not look through all.
CREATE TABLE known_origins (
    origin UUID PRIMARY KEY,
    place  BIGINT NOT NULL
);
INSERT INTO known_origins (origin, place) SELECT origin, MAX(origin_place) FROM edits GROUP BY origin;
