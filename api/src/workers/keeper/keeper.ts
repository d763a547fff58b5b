import {
  createFollower,
  type Deployment,
  explain,
  type Follower,
  RevertedError,
  requireSuccess,
  transact,
  type View,
} from "@azora/sdk";
import type { Account, Chain, Hash, PublicClient, Transport, WalletClient } from "viem";
import { callFor } from "./calls.ts";
import { duties } from "./duties.ts";
import { type Duty, isDue, nameOf } from "./duty.ts";
import { createPatience } from "./patience.ts";

export interface KeeperContext {
  client: PublicClient;
  wallet: WalletClient<Transport, Chain, Account>;
  deployment: Deployment;
  /** What tells the state; of its own unless given. */
  follower?: Pick<Follower, "refresh">;
  /** In seconds; the machine's unless given. */
  clock?: () => number;
}

/** What became of a duty in one pass. `overtaken`: somebody else did it, or the chain moved on; nothing is lost. */
export type Outcome =
  | { duty: Duty; result: "done"; hash: Hash; gas: bigint }
  | { duty: Duty; result: "overtaken" | "failed"; sentence: string };

/** Refusals that mean that another keeper was quicker, or that the view is a block old. */
const OVERTAKEN = new Set([
  "ProofOfValue_WrongPhase",
  "ProofOfValue_DrawTooEarly",
  "ProofOfValue_DrawMissed",
  "ProofOfValue_DrawNotMissed",
  "ProofOfValue_ChallengeOpen",
  "ProofOfValue_RevealOpen",
  "ProofOfValue_EpochNotSealed",
  "RewardLedger_NothingToFlow",
  "RewardLedger_IdentityNotLinked",
  "ProofOfValue_NotAbsent",
  "ProofOfValue_ExcusedParty",
  "ValidatorRegistry_AlreadySlashed",
  "ValidatorRegistry_NothingToSlash",
  "Disputes_AlreadyShared",
  "Reservations_NotReserved",
  "CitadelFund_AlreadyOpen",
  "CitadelFund_AlreadyClaimed",
  "CitadelFund_StipendsExceeded",
  "EtherCredits_NothingOwed",
]);

/**
 * Does what is due, once. It keeps no state that it needs, so it may run twice or be restarted at any moment: the contracts
 * refuse what was done already, and that is reported as `overtaken`. What is refused again waits, longer each time.
 */
export function createKeeper({
  client,
  wallet,
  deployment,
  follower = createFollower(client, deployment),
  clock,
}: KeeperContext) {
  const patience = createPatience(clock);

  /** Sends in order, so that nonces follow each other; the receipts are awaited together. */
  async function send(view: View, duty: Duty): Promise<() => Promise<Outcome>> {
    try {
      const call = await callFor(client, deployment, view, duty);
      const hash = await transact(client, wallet, call);
      const outcome = outcomeOf(duty, hash);
      return () => outcome;
    } catch (error) {
      const { name, sentence } = explain(error);
      return async () => ({ duty, result: OVERTAKEN.has(name) ? "overtaken" : "failed", sentence });
    }
  }

  async function outcomeOf(duty: Duty, hash: Hash): Promise<Outcome> {
    try {
      const { gasUsed } = await requireSuccess(client, hash);
      return { duty, result: "done", hash, gas: gasUsed };
    } catch (error) {
      if (error instanceof RevertedError) return { duty, result: "overtaken", sentence: error.message };
      return { duty, result: "failed", sentence: explain(error).sentence };
    }
  }

  return {
    /** One pass. Throws only if the chain cannot be read. */
    async pass(): Promise<{ view: View; outcomes: Outcome[] }> {
      const view = await follower.refresh();
      const due = duties(view).filter((duty) => isDue(duty, view));
      patience.keep(new Set(due.map(nameOf)));
      const sent: (() => Promise<Outcome>)[] = [];
      for (const duty of due) {
        if (patience.allows(nameOf(duty))) sent.push(await send(view, duty));
      }
      const outcomes = await Promise.all(sent.map((outcome) => outcome()));
      for (const { duty, result } of outcomes) if (result !== "done") patience.refuse(nameOf(duty));
      return { view, outcomes };
    },
  };
}
