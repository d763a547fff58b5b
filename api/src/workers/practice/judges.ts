import {
  type Ballot,
  connectWallet,
  createFollower,
  type Deployment,
  explain,
  hashBallot,
  hashShares,
  isParty,
  Phase,
  proofOfValueAbi,
  requireLocalChain,
  requireSuccess,
  transact,
  type View,
  voteKey,
  type WorkView,
} from "@azora/sdk";
import { EvidenceAwayError, EvidenceError, type EvidenceSources, findEvidence } from "@azora/sdk/files";
import { practiceJudges } from "@azora/sdk/practice";
import {
  type Address,
  concatHex,
  encodeFunctionData,
  type Hash,
  type HDAccount,
  type Hex,
  keccak256,
  type PublicClient,
  stringToHex,
  toHex,
} from "viem";
import { mischiefOf, overrated } from "./mischief.ts";
import { missingEvidence, type Verdict, verdictOn } from "./rubric.ts";

export interface JudgesContext {
  client: PublicClient;
  rpcUrl: string;
  deployment: Deployment;
  /** Where manifests are. */
  sources: EvidenceSources;
}

/** What a judge did in one pass. */
export interface JudgeAction {
  kind: PendingVote["kind"];
  judge: Address;
  contribution: Hex;
  /** Of the vote that is cast, or proven to have leaked. */
  level: number;
  rationale: string;
  /** Why it failed, if it did; it is tried again in the next pass. */
  failure?: string;
}

interface Task extends JudgeAction {
  work: WorkView;
  /** Whose vote it is: the judge's own, unless it proves another's leak. */
  voter: HDAccount;
}

/**
 * The practice judges: they keep no state, because level and salt follow from the work and the judge's own key. So they may
 * run twice or be restarted between commit and reveal.
 */
export async function createJudges({ client, rpcUrl, deployment, sources }: JudgesContext) {
  await requireLocalChain(client);
  const follower = createFollower(client, deployment);
  const accounts = new Map(practiceJudges().map((account) => [account.address, account]));

  /** Nothing while it is not known whether there is evidence: a commitment to a guess could not be opened later. */
  async function verdictOf(work: WorkView, judge: Address): Promise<Verdict | undefined> {
    try {
      const manifest = await findEvidence(sources, work.evidenceHash);
      const verdict = verdictOn({ ...work, chainId: deployment.chainId }, manifest, judge);
      return mischiefOf(work, judge) === "overrate" ? overrated(verdict) : verdict;
    } catch (error) {
      if (error instanceof EvidenceError) return missingEvidence();
      if (error instanceof EvidenceAwayError) return undefined;
      throw error;
    }
  }

  function callOf({ kind, work, judge, contribution, voter, level, rationale }: Task): Hex {
    const rationaleHash = keccak256(stringToHex(rationale));
    const ballot: Ballot = {
      validator: voter.address,
      level,
      rationaleHash,
      salt: saltOf(voter, work),
    };
    if (kind === "proveLeak") {
      const args = [contribution, ballot] as const;
      return encodeFunctionData({ abi: proofOfValueAbi, functionName: "proveLeak", args });
    }
    if (kind === "commit") {
      const position = BigInt(work.round.panel.indexOf(judge));
      const commitment = hashBallot(deployment, contribution, work.round.round, ballot);
      const args = [contribution, position, commitment] as const;
      return encodeFunctionData({ abi: proofOfValueAbi, functionName: "commit", args });
    }
    const { contributors, upstream } = work.attribution;
    const args = [contribution, ballot, contributors, hashShares(upstream)] as const;
    return encodeFunctionData({ abi: proofOfValueAbi, functionName: "reveal", args });
  }

  /** Sends a judge's votes in order, so that nonces follow each other, and awaits the receipts together. */
  async function act(account: HDAccount, tasks: Task[]): Promise<JudgeAction[]> {
    const wallet = connectWallet({ rpcUrl, deployment }, account);
    const sent: Promise<JudgeAction>[] = [];
    for (const task of tasks) {
      const { kind, judge, contribution, level, rationale } = task;
      const action: JudgeAction = { kind, judge, contribution, level, rationale };
      try {
        const hash = await transact(client, wallet, {
          to: deployment.addresses.proofOfValue,
          data: callOf(task),
        });
        sent.push(outcomeOf(action, hash));
      } catch (error) {
        sent.push(Promise.resolve({ ...action, failure: explain(error).sentence }));
      }
    }
    return Promise.all(sent);
  }

  async function outcomeOf(action: JudgeAction, hash: Hash): Promise<JudgeAction> {
    try {
      await requireSuccess(client, hash);
      return action;
    } catch (error) {
      return { ...action, failure: explain(error).sentence };
    }
  }

  return {
    /** One pass over all panels, all judges at the same time. */
    async pass(): Promise<{ view: View; actions: JudgeAction[] }> {
      const view = await follower.refresh();
      const tasks = new Map<HDAccount, Task[]>();
      for (const { judge, work, kind, of = judge } of pendingVotes(view)) {
        const account = accounts.get(judge);
        const voter = accounts.get(of);
        const verdict = voter && (await verdictOf(work, of));
        if (account === undefined || voter === undefined || verdict === undefined) continue;
        const task = { kind, judge, contribution: work.contribution, work, voter, ...verdict };
        tasks.set(account, [...(tasks.get(account) ?? []), task]);
      }
      const done = await Promise.all([...tasks].map(([account, own]) => act(account, own)));
      return { view, actions: done.flat() };
    },
  };
}

export interface PendingVote {
  judge: Address;
  work: WorkView;
  kind: "commit" | "reveal" | "proveLeak";
  /** Whose vote has leaked. */
  of?: Address;
}

/**
 * Votes that the protocol waits for now, of any judge who means to vote, and leaks to be proven. A party to a work is none of
 * them, because its vote is refused; nor is a judge whose vote has leaked, because it is void.
 */
export function pendingVotes(view: View): PendingVote[] {
  return [...view.works.values()].flatMap((work): PendingVote[] => {
    if (work.phase !== Phase.Voting) return [];
    const { round, panel, committed, revealed, commitEnd, revealEnd } = work.round;
    // Before a round is over the one fault that can be proven of it is a leak.
    const able = panel.filter(
      (judge) => !isParty(view, work, judge) && !view.slashes.has(voteKey(work.contribution, round, judge)),
    );
    if (view.timestamp < commitEnd) {
      const [first, second] = panel;
      const leaks = able
        .filter((judge) => judge === first && committed.has(judge) && mischiefOf(work, judge) === "leak")
        .flatMap((of): PendingVote[] => (second ? [{ judge: second, work, kind: "proveLeak", of }] : []));
      const votes = able
        .filter((judge) => !committed.has(judge) && mischiefOf(work, judge) !== "absent")
        .map((judge): PendingVote => ({ judge, work, kind: "commit" }));
      return [...votes, ...leaks];
    }
    if (view.timestamp >= revealEnd) return [];
    return able
      .filter((judge) => committed.has(judge) && !revealed.has(judge))
      .map((judge) => ({ judge, work, kind: "reveal" }));
  });
}

/** Different for each key, work and round, and the same after a restart. */
function saltOf(account: HDAccount, { contribution, round }: WorkView): Hex {
  const key = account.getHdKey().privateKey;
  if (key === null) throw new Error(`The account ${account.address} has no key.`);
  return keccak256(concatHex([toHex(key), contribution, toHex(round.round, { size: 32 })]));
}
