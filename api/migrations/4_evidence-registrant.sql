-- Whom a manifest names as its registrant. Anybody can register a hash that somebody else's evidence has; only a work of the
-- registrant that the manifest names is what it speaks of. What is there already is read once.

ALTER TABLE evidence ADD COLUMN registrant text;

UPDATE evidence SET registrant = lower(convert_from(bytes, 'UTF8')::jsonb ->> 'registrant');

ALTER TABLE evidence ALTER COLUMN registrant SET NOT NULL;
