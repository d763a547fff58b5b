-- Claims that an identity belongs to an account, and what attestors found. Anybody may leave a claim.

CREATE TABLE claim (
  id text PRIMARY KEY CHECK (id ~ '^0x[0-9a-f]{64}$'),
  identity text NOT NULL CHECK (identity ~ '^0x02[0-9a-f]{62}$'),
  account text NOT NULL CHECK (account ~ '^0x[0-9a-f]{40}$'),
  nonce bigint NOT NULL,
  deadline bigint NOT NULL,
  body jsonb NOT NULL,
  bytes integer NOT NULL CHECK (bytes > 0),
  received_at timestamptz NOT NULL DEFAULT now()
);

CREATE INDEX claim_identity ON claim (identity, received_at DESC);
-- What old claims are let go by.
CREATE INDEX claim_deadline ON claim (deadline);

-- One row, so that room is found out and taken in one step, without counting everything each time.
CREATE TABLE claim_room (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  used bigint NOT NULL CHECK (used >= 0)
);

INSERT INTO claim_room (used) VALUES (0);

CREATE TABLE verdict (
  claim text NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  attestor text NOT NULL CHECK (attestor ~ '^0x[0-9a-f]{40}$'),
  -- What was seen, or why it was refused, in sentences.
  sentences text[] NOT NULL,
  -- The attestation; null for a claim that was refused.
  signature text CHECK (signature ~ '^0x([0-9a-f]{2})+$'),
  decided_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (claim, attestor)
);
