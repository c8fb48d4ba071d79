-- Forecasts are a cache: what is missing is made again. None of those kept so far says what is to be expected of a finished call.
DELETE FROM forecasts;
ALTER TABLE forecasts ADD COLUMN finished DOUBLE PRECISION NOT NULL;
ALTER TABLE forecasts ADD COLUMN finished_low DOUBLE PRECISION NOT NULL;
ALTER TABLE forecasts ADD COLUMN finished_high DOUBLE PRECISION NOT NULL;
