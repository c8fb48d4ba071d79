ALTER TABLE participants ADD COLUMN email CHARACTER VARYING;

-- Where a signal stands in a CRM's table. crm_id is the deal's id where it speaks of a deal.
ALTER TABLE reward_signals ADD COLUMN source_file CHARACTER VARYING;
ALTER TABLE reward_signals ADD COLUMN source_line INTEGER;
ALTER TABLE reward_signals ADD COLUMN crm_id CHARACTER VARYING;
CREATE INDEX reward_signals_of_deal ON reward_signals (crm_id);

-- What a CRM said of deals: append-only, a row each time a deal had changed. The body is JSON. latest_deals points at the last row of each.
CREATE TABLE deal_rows (
    seq     BIGINT PRIMARY KEY,
    deal_id CHARACTER VARYING NOT NULL,
    read_at TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    body    CHARACTER VARYING NOT NULL
);
CREATE INDEX deal_rows_of_deal ON deal_rows (deal_id, seq);

CREATE TABLE latest_deals (
    deal_id CHARACTER VARYING PRIMARY KEY,
    seq     BIGINT NOT NULL REFERENCES deal_rows (seq)
);

CREATE TABLE stage_changes (
    deal_id    CHARACTER VARYING NOT NULL,
    changed_on DATE NOT NULL,
    from_stage CHARACTER VARYING NOT NULL,
    to_stage   CHARACTER VARYING NOT NULL,
    file       CHARACTER VARYING NOT NULL,
    line       INTEGER NOT NULL,
    PRIMARY KEY (deal_id, changed_on, from_stage, to_stage)
);

-- Which deal a call belongs to: append-only. The last event of a call holds; current_matches points at it.
CREATE TABLE match_events (
    seq        BIGINT PRIMARY KEY,
    call_id    CHARACTER VARYING(200) NOT NULL,
    state      CHARACTER VARYING(20) NOT NULL,
    deal_id    CHARACTER VARYING,
    confidence DOUBLE PRECISION NOT NULL,
    reason     CHARACTER VARYING NOT NULL,
    made_by    CHARACTER VARYING NOT NULL,
    made_at    TIMESTAMP(9) WITH TIME ZONE NOT NULL,
    reverts    BIGINT
);
CREATE INDEX match_events_of_call ON match_events (call_id, seq);
CREATE INDEX match_events_taken_back ON match_events (reverts);

CREATE TABLE current_matches (
    call_id CHARACTER VARYING(200) PRIMARY KEY,
    seq     BIGINT NOT NULL REFERENCES match_events (seq)
);

CREATE TABLE reward_policies (
    version    INTEGER PRIMARY KEY,
    deal_share DOUBLE PRECISION NOT NULL,
    made_by    CHARACTER VARYING NOT NULL,
    made_at    TIMESTAMP(9) WITH TIME ZONE NOT NULL
);

CREATE TABLE reward_policy_worths (
    version INTEGER NOT NULL REFERENCES reward_policies (version),
    kind    CHARACTER VARYING(30) NOT NULL,
    reward  DOUBLE PRECISION NOT NULL,
    PRIMARY KEY (version, kind)
);
