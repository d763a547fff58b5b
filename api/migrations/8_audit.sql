-- What the auditor last said of the index: one row, which every copy of the gateway reads with each answer.

CREATE TABLE audit (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  -- {size, root, block, hash}: the ledger that the rows of the index come to, as the chain has it at the block.
  proven jsonb,
  -- How much is wrong, and the first of it: [{proof, table, row, detail}].
  faults integer NOT NULL,
  findings jsonb NOT NULL,
  checked_at timestamptz NOT NULL
);
