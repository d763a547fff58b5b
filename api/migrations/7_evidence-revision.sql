-- Counts every change of what evidence there is: answers of the index show titles, so they are as of a revision of it too.

ALTER TABLE evidence_room ADD COLUMN revision bigint NOT NULL DEFAULT 0;

CREATE FUNCTION count_evidence_revision() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
  -- Most statements that let go find nothing to let go.
  IF EXISTS (SELECT FROM changed) THEN
    UPDATE evidence_room SET revision = revision + 1;
  END IF;
  RETURN NULL;
END
$$;

-- Whoever adds or lets go holds the room anyway, so nobody waits longer for it.
CREATE TRIGGER evidence_came AFTER INSERT ON evidence REFERENCING NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_evidence_revision();
CREATE TRIGGER evidence_went AFTER DELETE ON evidence REFERENCING OLD TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION count_evidence_revision();
