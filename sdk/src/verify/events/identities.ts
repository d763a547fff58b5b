import { LeafKind } from "../../generated/enums.ts";
import { dataHash } from "../../ledger/preimages.ts";
import { accountNode } from "../../node.ts";
import type { Chronicle } from "../chronicle.ts";
import { expectLeaf } from "../leaves.ts";
import { linkOf, ruleOf } from "../lookup.ts";
import type { EventLog, Handlers } from "./handler.ts";

export const identityHandlers = {
  AttestorSet(chronicle, log) {
    const { attestor, activeFrom } = log.args;
    const { attestors, creations, deployment, problems, timestamp } = chronicle;
    if (activeFrom === 0) attestors.delete(attestor);
    else attestors.set(attestor, BigInt(activeFrom));
    // The first attestors come with the deployment, and are in office at once.
    const first = creations.has(log.transactionHash);
    if (activeFrom !== 0 && timestamp !== undefined) {
      const due = timestamp + (first ? 0n : ruleOf(chronicle, "AttestorDelay"));
      problems.same("Identity", `The office of attestor ${attestor}`, BigInt(activeFrom), due, log);
    }
    const { attributionRegistry: emitter, timelock } = deployment.addresses;
    const actor = first ? deployment.genesis : timelock;
    const hash = dataHash.AttestorSet(activeFrom);
    const subject = accountNode(attestor);
    expectLeaf(chronicle, log, { kind: LeafKind.AttestorSet, emitter, subject, actor, dataHash: hash });
  },

  LinkProposed(chronicle, log) {
    const { identity, account, nonce, effectiveAt } = log.args;
    const { problems, links, timestamp, deployment } = chronicle;
    const known = linkOf(chronicle, identity);
    problems.same("Identity", `The link of ${identity} before`, known.account, undefined, log);
    problems.same("Identity", `The nonce of ${identity}`, nonce, known.nonce, log);
    if (timestamp !== undefined) {
      const due = timestamp + ruleOf(chronicle, "LinkDelay");
      problems.same("Identity", `The start of the link of ${identity}`, BigInt(effectiveAt), due, log);
    }
    checkAttestors(chronicle, log);
    links.set(identity, { account, effectiveAt: BigInt(effectiveAt), nonce });
    const { attributionRegistry: emitter } = deployment.addresses;
    const hash = dataHash.LinkProposed(account, nonce, effectiveAt, log.args.attestors);
    expectLeaf(chronicle, log, { kind: LeafKind.LinkProposed, emitter, subject: identity, dataHash: hash });
  },

  LinkVetoed(chronicle, log) {
    const { identity, account, nonce, attestor } = log.args;
    const { problems, links, timestamp, deployment } = chronicle;
    const known = linkOf(chronicle, identity);
    problems.same("Identity", `The vetoed link of ${identity}`, account, known.account, log);
    problems.same("Identity", `The vetoed nonce of ${identity}`, nonce, known.nonce, log);
    if (timestamp !== undefined && timestamp >= known.effectiveAt) {
      problems.add("Identity", `The link of ${identity} was vetoed after it took effect.`, log);
    }
    links.set(identity, { account: undefined, effectiveAt: 0n, nonce: nonce + 1n });
    const { attributionRegistry: emitter } = deployment.addresses;
    const hash = dataHash.LinkVetoed(account, nonce);
    const leaf = { kind: LeafKind.LinkVetoed, emitter, subject: identity, actor: attestor, dataHash: hash };
    expectLeaf(chronicle, log, leaf);
  },
} satisfies Handlers<"AttestorSet" | "LinkProposed" | "LinkVetoed">;

function checkAttestors(chronicle: Chronicle, log: EventLog<"LinkProposed">): void {
  const { attestors, problems, timestamp = 0n } = chronicle;
  const signed = new Set(log.args.attestors);
  const threshold = ruleOf(chronicle, "AttestorThreshold");
  if (BigInt(signed.size) < threshold) {
    problems.add("Identity", `${signed.size} attestors signed a link, which needs ${threshold}.`, log);
  }
  for (const attestor of signed) {
    const from = attestors.get(attestor);
    if (from !== undefined && from <= timestamp) continue;
    problems.add("Identity", `${attestor} signed a link but was not an attestor in office.`, log);
  }
}
