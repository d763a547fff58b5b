-- What lists show of evidence, so that they need not read the bytes. What is there already is read once.

ALTER TABLE evidence
  ADD COLUMN kind text,
  ADD COLUMN title text,
  ADD COLUMN summary text;

UPDATE evidence SET
  kind = convert_from(bytes, 'UTF8')::jsonb ->> 'kind',
  title = convert_from(bytes, 'UTF8')::jsonb ->> 'title',
  summary = convert_from(bytes, 'UTF8')::jsonb ->> 'summary';

ALTER TABLE evidence
  ALTER COLUMN kind SET NOT NULL,
  ALTER COLUMN title SET NOT NULL,
  ALTER COLUMN summary SET NOT NULL;
