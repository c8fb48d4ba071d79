-- Every version of the label scheme: append-only. The last is in force; none as long as nothing was changed. The first one has no edit.
CREATE TABLE scheme_versions (
    number   INTEGER PRIMARY KEY,
    edit_seq BIGINT REFERENCES edits (seq),
    scheme   CHARACTER VARYING NOT NULL,           -- JSON
    what     CHARACTER VARYING,
    made_by  CHARACTER VARYING,
    made_at  TIMESTAMP(9) WITH TIME ZONE
);

-- Who carries a label is asked for before it is merged or retired.
CREATE INDEX current_annotations_of_label ON current_annotations (label);
