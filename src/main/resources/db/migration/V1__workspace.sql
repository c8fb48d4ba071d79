-- Calls, as they were said. Rows of calls, participants and turns are written once; only the columns marked "derived" or "latest" follow side assignments.
CREATE TABLE calls (
    no            BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    id            CHARACTER VARYING(200) NOT NULL UNIQUE,
    content_hash  CHARACTER VARYING(64) NOT NULL UNIQUE,
    title         CHARACTER VARYING NOT NULL,
    format        CHARACTER VARYING NOT NULL,
    source_name   CHARACTER VARYING NOT NULL,
    extras        CHARACTER LARGE OBJECT,
    timing        CHARACTER VARYING(20) NOT NULL,
    started_at    TIMESTAMP(9) WITH TIME ZONE,
    group_name    CHARACTER VARYING NOT NULL,
    imported_at   TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    turn_count    INTEGER NOT NULL,
    rep           CHARACTER VARYING,            -- derived
    sides_settled BOOLEAN NOT NULL              -- derived
);
CREATE INDEX calls_newest_first ON calls (imported_at DESC, id);

CREATE TABLE participants (
    call_no  BIGINT NOT NULL REFERENCES calls (no),
    place    INTEGER NOT NULL,
    label    CHARACTER VARYING NOT NULL,
    name     CHARACTER VARYING NOT NULL,
    side     CHARACTER VARYING(10) NOT NULL,    -- latest
    PRIMARY KEY (call_no, place)
);

CREATE TABLE turns (
    call_no  BIGINT NOT NULL REFERENCES calls (no),
    ordinal  INTEGER NOT NULL,
    speaker  CHARACTER VARYING NOT NULL,
    said     CHARACTER VARYING NOT NULL,
    start_ms BIGINT,
    end_ms   BIGINT,
    PRIMARY KEY (call_no, ordinal)
);

CREATE TABLE side_assignments (
    seq      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    call_id  CHARACTER VARYING(200) NOT NULL,
    speaker  CHARACTER VARYING NOT NULL,
    side     CHARACTER VARYING(10) NOT NULL,
    made_by  CHARACTER VARYING NOT NULL,
    made_at  TIMESTAMP(9) WITH TIME ZONE NOT NULL
);
CREATE INDEX side_assignments_of_call ON side_assignments (call_id, seq);

CREATE TABLE rep_roster (
    folded   CHARACTER VARYING PRIMARY KEY,
    name     CHARACTER VARYING NOT NULL,
    made_by  CHARACTER VARYING NOT NULL
);

-- The journal: append-only. Every edit carries its annotations whole, so that replaying needs nothing else.
CREATE TABLE edits (
    seq       BIGINT PRIMARY KEY,
    cause     CHARACTER VARYING(10) NOT NULL,
    reverts   BIGINT,
    what      CHARACTER VARYING NOT NULL,
    annotator CHARACTER VARYING NOT NULL,
    made_at   TIMESTAMP(9) WITH TIME ZONE NOT NULL
);
CREATE INDEX edits_of_annotator ON edits (annotator, seq);

CREATE TABLE edit_annotations (
    seq       BIGINT NOT NULL REFERENCES edits (seq),
    added     BOOLEAN NOT NULL,
    place     INTEGER NOT NULL,
    id        UUID NOT NULL,
    call_id   CHARACTER VARYING(200) NOT NULL,
    ordinal   INTEGER,
    kind      CHARACTER VARYING(10) NOT NULL,
    label     CHARACTER VARYING NOT NULL,
    words     CHARACTER VARYING,
    annotator CHARACTER VARYING NOT NULL,
    made_at   TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    scheme    CHARACTER VARYING NOT NULL,
    PRIMARY KEY (seq, added, place)
);

-- What is left when all edits are applied in order. Kept in the same transaction as the edit; seq and place say which edit put it there.
CREATE TABLE current_annotations (
    id        UUID PRIMARY KEY,
    call_id   CHARACTER VARYING(200) NOT NULL,
    ordinal   INTEGER,
    kind      CHARACTER VARYING(10) NOT NULL,
    label     CHARACTER VARYING NOT NULL,
    words     CHARACTER VARYING,
    annotator CHARACTER VARYING NOT NULL,
    made_at   TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    scheme    CHARACTER VARYING NOT NULL,
    seq       BIGINT NOT NULL,
    place     INTEGER NOT NULL
);
CREATE INDEX current_annotations_of_call ON current_annotations (call_id);
CREATE INDEX current_annotations_of_kind ON current_annotations (kind, call_id, label);

CREATE TABLE label_counts (
    call_id CHARACTER VARYING(200) PRIMARY KEY,
    labels  INTEGER NOT NULL
);

-- The reward ledger: append-only. in_force points at the signals that nothing superseded and that withdraw nothing.
CREATE TABLE reward_signals (
    seq            BIGINT PRIMARY KEY,
    call_id        CHARACTER VARYING(200) NOT NULL,
    kind           CHARACTER VARYING(30),
    reward         DOUBLE PRECISION,
    policy_version INTEGER NOT NULL,
    origin         CHARACTER VARYING(10) NOT NULL,
    reliability    DOUBLE PRECISION NOT NULL,
    evidence       CHARACTER VARYING NOT NULL,
    made_at        TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    supersedes     BIGINT
);
CREATE INDEX reward_signals_of_call ON reward_signals (call_id, seq);

CREATE TABLE rewards_in_force (
    call_id CHARACTER VARYING(200) NOT NULL,
    origin  CHARACTER VARYING(10) NOT NULL,
    seq     BIGINT NOT NULL REFERENCES reward_signals (seq),
    PRIMARY KEY (call_id, origin)
);

-- Scorer versions. Which one is active follows from the activations: a promotion goes on top, a roll back takes the top off.
CREATE TABLE scorer_versions (
    number         INTEGER PRIMARY KEY,
    trained_at     TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    seconds        DOUBLE PRECISION NOT NULL,
    seed           BIGINT NOT NULL,
    calls          INTEGER NOT NULL,
    converted      INTEGER NOT NULL,
    snapshot       CHARACTER VARYING NOT NULL,
    scheme         CHARACTER VARYING NOT NULL,
    policy_version INTEGER NOT NULL
);

CREATE TABLE scorer_metrics (
    number   INTEGER NOT NULL REFERENCES scorer_versions (number),
    head     CHARACTER VARYING(20) NOT NULL,
    calls    INTEGER NOT NULL,
    auc      DOUBLE PRECISION NOT NULL,
    brier    DOUBLE PRECISION NOT NULL,
    log_loss DOUBLE PRECISION NOT NULL,
    ece      DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (number, head)
);

CREATE TABLE scorer_models (
    number INTEGER PRIMARY KEY REFERENCES scorer_versions (number),
    model  BINARY LARGE OBJECT NOT NULL
);

CREATE TABLE scorer_activations (
    seq       BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    number    INTEGER NOT NULL REFERENCES scorer_versions (number),
    roll_back BOOLEAN NOT NULL,
    made_at   TIMESTAMP(9) WITH TIME ZONE NOT NULL
);

-- A cache: rows may go, and are computed again. Long calls take several parts.
CREATE TABLE forecasts (
    version INTEGER NOT NULL,
    call_id CHARACTER VARYING(200) NOT NULL,
    part    INTEGER NOT NULL,
    prior   DOUBLE PRECISION NOT NULL,
    packed  BINARY VARYING(1048576) NOT NULL,
    PRIMARY KEY (version, call_id, part)
);
CREATE INDEX forecasts_of_call ON forecasts (call_id);

CREATE TABLE settings (
    name  CHARACTER VARYING PRIMARY KEY,
    held  CHARACTER VARYING NOT NULL
);
