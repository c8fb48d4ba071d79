-- Changes of the roster that were made by hand: append-only, so that each can be taken back, and who went stays on record.
CREATE TABLE roster_changes (
    seq        BIGINT PRIMARY KEY,
    takes_back BIGINT UNIQUE REFERENCES roster_changes (seq),
    made_by    CHARACTER VARYING NOT NULL,
    made_at    TIMESTAMP(9) WITH TIME ZONE NOT NULL
);

CREATE TABLE roster_change_entries (
    change_seq BIGINT NOT NULL REFERENCES roster_changes (seq),
    place      INTEGER NOT NULL,
    name       CHARACTER VARYING NOT NULL,
    comes      BOOLEAN NOT NULL,
    PRIMARY KEY (change_seq, place)
);

CREATE TABLE roster_change_sides (
    change_seq BIGINT NOT NULL REFERENCES roster_changes (seq),
    call_id    CHARACTER VARYING(200) NOT NULL,
    speaker    CHARACTER VARYING NOT NULL,
    was        CHARACTER VARYING(10) NOT NULL,
    became     CHARACTER VARYING(10) NOT NULL
);
CREATE INDEX roster_change_sides_of_change ON roster_change_sides (change_seq);
