-- Words of titles, so that searching need not read each title. Punctuation parts words, where the parser would take
-- "a/b.ts" for one; words stand as they are, for titles come in every language.

ALTER TABLE evidence ADD COLUMN words tsvector NOT NULL GENERATED ALWAYS AS (
  to_tsvector('simple', translate(title, '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~', repeat(' ', 32)))
) STORED;

CREATE INDEX evidence_words ON evidence USING gin (words);
