"use client";

import { createBallot, type Deployment, isBytes32, type StoredBallot } from "@azora/sdk";
import { type ReactNode, useEffect, useState } from "react";
import { bytesToHex } from "viem";
import { Button } from "#components/ui/Button.tsx";
import { Field, Textarea } from "#components/ui/Field.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { useStrings } from "#strings/index.ts";
import { commitTransaction } from "#transactions/definitions/commit.ts";
import { isBlocked } from "#transactions/state.ts";
import { TransactionStatus } from "#transactions/TransactionStatus.tsx";
import { useTransaction } from "#transactions/useTransaction.ts";
import type { Connected } from "#wallet/store.ts";
import { addBallot } from "../ballots.ts";
import { BallotNotKeptError } from "../model/ballotBox.ts";
import type { Duty } from "../model/duties.ts";
import { dutyTitle } from "../title.ts";
import { LevelField } from "./LevelField.tsx";
import { useVoteDraft } from "./useVoteDraft.ts";

const SALT_BYTES = 32;

interface VoteFormProps {
  deployment: Deployment;
  wallet: Connected;
  duty: Duty;
  /** The sealed vote that this one takes the place of. */
  before?: StoredBallot;
  onSealed?: () => void;
}

/** A level and its reasons, to be sealed. The secret is kept in this browser before the chain hears of the vote. */
export function VoteForm({ deployment, wallet, duty, before, onSealed }: VoteFormProps): ReactNode {
  const strings = useStrings();
  const t = strings.judge.vote;
  const place = `${duty.contribution.id}.${duty.round}`;
  const { level, rationale, setLevel, setRationale } = useVoteDraft(`${wallet.account}.${place}`, {
    level: before?.level,
    rationale: before?.rationale ?? "",
  });
  const [hasTried, setTried] = useState(false);
  const [isNotKept, setNotKept] = useState(false);
  const run = useTransaction(wallet, "commit", place);

  const isDone = run.state.step === "indexed";
  useEffect(() => {
    if (isDone) onSealed?.();
  }, [isDone, onSealed]);

  const seal = async () => {
    setTried(true);
    setNotKept(false);
    const { id } = duty.contribution;
    if (level === undefined || rationale.trim() === "" || !isBytes32(id)) return;
    const salt = bytesToHex(crypto.getRandomValues(new Uint8Array(SALT_BYTES)));
    const ballot = createBallot({
      ...{ chainId: deployment.chainId, contribution: id, round: duty.round },
      ...{ validator: wallet.account, level, rationale, salt },
    });
    try {
      addBallot(deployment, ballot);
    } catch (error) {
      if (!(error instanceof BallotNotKeptError)) throw error;
      setNotKept(true);
      return;
    }
    const title = dutyTitle(duty, strings.common);
    await run.run(commitTransaction(deployment, { ballot, position: duty.position, title }, strings));
  };

  const isSealed = duty.committedAt !== null;
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void seal();
      }}
      className="flex flex-col gap-4"
    >
      <LevelField
        level={level}
        error={hasTried && level === undefined ? t.noLevel : undefined}
        onChange={setLevel}
      />
      <Field
        label={t.rationale}
        hint={t.rationaleHint}
        error={hasTried && rationale.trim() === "" ? t.noRationale : undefined}
      >
        {(control) => (
          <Textarea
            {...control}
            rows={6}
            value={rationale}
            onChange={({ target }) => setRationale(target.value)}
          />
        )}
      </Field>
      {isNotKept && (
        <Notice tone="bad" role="alert">
          {strings.judge.backup.notKept}
        </Notice>
      )}
      <Button type="submit" variant="primary" busy={isBlocked(run.state)}>
        {isSealed ? t.replace : t.commit}
      </Button>
      <TransactionStatus run={run} onRetry={() => void seal()} />
    </form>
  );
}
