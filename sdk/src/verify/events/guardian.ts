import { numberToHex, zeroAddress } from "viem";
import { Guardianship } from "../../generated/constants.ts";
import { LeafKind } from "../../generated/enums.ts";
import { dataHash, guardianSubject } from "../../ledger/preimages.ts";
import { expectLeaf } from "../leaves.ts";
import type { Handlers } from "./handler.ts";

export const guardianHandlers = {
  GuardianSet(chronicle, log) {
    const { guardian, termEnd } = log.args;
    const { creations, deployment, problems, office, timestamp } = chronicle;
    office.account = guardian;
    office.termEnd = BigInt(termEnd);
    const term = guardian === zeroAddress ? 0n : (timestamp ?? 0n) + Guardianship.TERM;
    problems.same("Guardian", `The end of the term of ${guardian}`, BigInt(termEnd), term, log);
    // The first one comes with the deployment.
    const { constitution: emitter, timelock } = deployment.addresses;
    expectLeaf(chronicle, log, {
      kind: LeafKind.GuardianSet,
      emitter,
      subject: guardianSubject(guardian),
      actor: creations.has(log.transactionHash) ? deployment.genesis : timelock,
      dataHash: dataHash.GuardianSet(termEnd),
    });
  },

  Stopped(chronicle, log) {
    const { guardian, until, reasonHash } = log.args;
    const { deployment, problems, office, timestamp = 0n } = chronicle;
    problems.same("Guardian", "The guardian who stops registrations", guardian, office.account, log);
    if (timestamp >= office.termEnd) problems.add("Guardian", `${guardian} stops after its term.`, log);
    if (timestamp < office.nextStopAt) problems.add("Guardian", `${guardian} stops again too soon.`, log);
    const duration = BigInt(until) - timestamp;
    if (duration <= 0n || duration > Guardianship.LONGEST_STOP)
      problems.add("Guardian", `${guardian} stops registrations for ${duration} seconds.`, log);
    office.nextStopAt = timestamp + Guardianship.STOP_INTERVAL;
    office.stoppedUntil = BigInt(until);
    expectLeaf(chronicle, log, {
      kind: LeafKind.Stopped,
      emitter: deployment.addresses.constitution,
      subject: numberToHex(until, { size: 32 }),
      actor: guardian,
      dataHash: dataHash.Stopped(reasonHash),
    });
  },

  StopLifted(chronicle, log) {
    const { by, until } = log.args;
    const { deployment, problems, office, timestamp = 0n } = chronicle;
    if (by !== office.account && by !== deployment.addresses.timelock)
      problems.add("Guardian", `${by} lifts a stop without the office.`, log);
    problems.same("Guardian", "The end of the stop that is lifted", BigInt(until), office.stoppedUntil, log);
    if (timestamp >= office.stoppedUntil) problems.add("Guardian", "A stop is lifted that was over.", log);
    office.stoppedUntil = timestamp;
    expectLeaf(chronicle, log, {
      kind: LeafKind.StopLifted,
      emitter: deployment.addresses.constitution,
      subject: numberToHex(timestamp, { size: 32 }),
      actor: by,
      dataHash: dataHash.StopLifted(until),
    });
  },
} satisfies Handlers<"GuardianSet" | "Stopped" | "StopLifted">;
