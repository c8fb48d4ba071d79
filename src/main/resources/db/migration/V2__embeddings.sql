-- A cache: rows may go, and are computed again. The hash comes first in the key, so that many texts are looked up at once.
CREATE TABLE embeddings (
    text_hash BINARY(32) NOT NULL,
    encoder   CHARACTER VARYING(60) NOT NULL,
    packed    BINARY VARYING(384) NOT NULL,
    PRIMARY KEY (text_hash, encoder)
);
