-- Evidence: manifests by the SHA-256 of their bytes. Runs with the API's schema in front of the search path.

CREATE TABLE evidence (
  hash text PRIMARY KEY CHECK (hash ~ '^0x[0-9a-f]{64}$'),
  bytes bytea NOT NULL,
  stored_at timestamptz NOT NULL DEFAULT now()
);

-- What unregistered evidence is let go by.
CREATE INDEX evidence_stored_at ON evidence (stored_at);

-- One row, so that room is found out and taken in one step, without counting everything each time.
CREATE TABLE evidence_room (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  used bigint NOT NULL CHECK (used >= 0)
);

INSERT INTO evidence_room (used) VALUES (0);
