-- How a version was measured on calls held out from it, as JSON. Versions from before have none.
CREATE TABLE scorer_evaluations (
    number     INTEGER PRIMARY KEY REFERENCES scorer_versions (number),
    evaluation CHARACTER LARGE OBJECT NOT NULL
);
