-- A cache: rows may go, and are computed again.
CREATE TABLE finished_features (
    call_id   CHARACTER VARYING(200) PRIMARY KEY,
    catalogue INTEGER NOT NULL,
    packed    BINARY VARYING(4096) NOT NULL
);
