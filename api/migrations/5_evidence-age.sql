-- When evidence first came: sending it again may not keep it forever unregistered. What is there already is as old as we know.

ALTER TABLE evidence ADD COLUMN added_at timestamptz NOT NULL DEFAULT now();

UPDATE evidence SET added_at = stored_at;
