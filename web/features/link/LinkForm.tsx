"use client";

import { type ReactNode, useState } from "react";
import { Button } from "#components/ui/Button.tsx";
import { Card } from "#components/ui/Card.tsx";
import { Field, Input } from "#components/ui/Field.tsx";
import { Notice } from "#components/ui/Notice.tsx";
import { Sentence } from "#components/ui/Sentence.tsx";
import type { Network } from "#lib/api/types.ts";
import { shortHex } from "#lib/format/hex.ts";
import { ours, type Said, saidOf, theirs } from "#lib/said.ts";
import { useStrings } from "#strings/index.ts";
import { WrongNetwork } from "#wallet/gate/WrongNetwork.tsx";
import { useDeployment } from "#wallet/network.ts";
import type { Connected } from "#wallet/store.ts";
import { Claiming } from "./Claiming.tsx";
import { proofKindOf, readIdentity } from "./model.ts";
import { useWish } from "./useWish.ts";

interface LinkFormProps {
  network: Network;
  wallet: Connected;
}

/** Which name is claimed; then the text to sign, and what comes after. */
export function LinkForm({ network, wallet }: LinkFormProps): ReactNode {
  const t = useStrings().link;
  const deployment = useDeployment(network);
  const { wish, prepare, drop } = useWish(deployment, wallet.account);
  const [typed, setTyped] = useState("");
  const [trouble, setTrouble] = useState<Said>();
  const start = async () => {
    const read = readIdentity(typed);
    if ("trouble" in read) {
      return setTrouble(read.trouble === undefined ? ours(t.isAccount) : theirs(read.trouble));
    }
    if (proofKindOf(read.identity) === undefined) return setTrouble(ours(t.noProof));
    setTrouble(undefined);
    try {
      const linked = await prepare(read.identity);
      if (linked !== undefined) setTrouble(ours(t.linked(shortHex(linked))));
    } catch (error) {
      setTrouble(saidOf(error));
    }
  };
  if (!wallet.isRightChain) return <WrongNetwork />;
  if (wish !== undefined)
    return <Claiming deployment={deployment} wallet={wallet} wish={wish} onDrop={drop} />;
  return (
    <Card title={t.which}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void start();
        }}
        className="flex max-w-xl flex-col items-start gap-4"
      >
        <div className="w-full">
          <Field label={t.identity} hint={t.identityHint} error={trouble && <Sentence said={trouble} />}>
            {(control) => (
              <Input
                {...control}
                value={typed}
                placeholder="github:owner/name"
                autoComplete="off"
                spellCheck={false}
                onChange={({ target }) => setTyped(target.value)}
              />
            )}
          </Field>
        </div>
        <Notice>{t.forAccount(shortHex(wallet.account))}</Notice>
        <Button type="submit" variant="primary">
          {t.prepare}
        </Button>
      </form>
    </Card>
  );
}
