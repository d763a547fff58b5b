import { LeafKind } from "../../generated/enums.ts";
import { dataHash } from "../../ledger/preimages.ts";
import { accountNode } from "../../node.ts";
import { gweiToWei } from "../../units.ts";
import { expectLeaf } from "../leaves.ts";
import { ruleOf } from "../lookup.ts";
import type { Handlers } from "./handler.ts";

export const seatHandlers = {
  GenesisNamed({ named }, { args }) {
    named.add(args.account);
  },

  Seated(chronicle, log) {
    const { account, seat, bond } = log.args;
    const { problems, seats, named, deployment } = chronicle;
    problems.same("Seats", `The seat of ${account}`, seat, seats.length, log);
    problems.same("Seats", `The bond of ${account}`, bond, gweiToWei(ruleOf(chronicle, "SeatBond")), log);
    if (!named.has(account)) problems.add("Seats", `${account} sits but was not named at genesis.`, log);
    if (seats.some((other) => other.account === account))
      problems.add("Seats", `${account} sits twice.`, log);
    seats.push({ account, since: log.blockNumber });
    expectLeaf(chronicle, log, {
      kind: LeafKind.Seated,
      emitter: deployment.addresses.validatorRegistry,
      subject: accountNode(account),
      actor: account,
      dataHash: dataHash.Seated(seat, bond),
    });
  },
} satisfies Handlers<"GenesisNamed" | "Seated">;
