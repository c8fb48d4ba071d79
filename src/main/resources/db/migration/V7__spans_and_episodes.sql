-- Where in a turn words stand that carry a label: code points, the second after the last, and the words to prove it.
ALTER TABLE edit_annotations ADD COLUMN span_from INTEGER;
ALTER TABLE edit_annotations ADD COLUMN span_to INTEGER;
ALTER TABLE edit_annotations ADD COLUMN quote CHARACTER VARYING;
-- The turns of an objection's episode, ascending; such rows have no ordinal.
ALTER TABLE edit_annotations ADD COLUMN turns INTEGER ARRAY;

ALTER TABLE current_annotations ADD COLUMN span_from INTEGER;
ALTER TABLE current_annotations ADD COLUMN span_to INTEGER;
ALTER TABLE current_annotations ADD COLUMN quote CHARACTER VARYING;
ALTER TABLE current_annotations ADD COLUMN turns INTEGER ARRAY;
