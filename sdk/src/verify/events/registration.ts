import { isProtocolAddress } from "../../addresses.ts";
import { findAttributionFault, hashAttribution } from "../../attribution.ts";
import { ProofOfValue } from "../../generated/constants.ts";
import { LeafKind, Outcome, Phase } from "../../generated/enums.ts";
import { dataHash } from "../../ledger/preimages.ts";
import { panelSize } from "../../model/score.ts";
import { contributionNode } from "../../node.ts";
import { gweiToWei } from "../../units.ts";
import type { Chronicle, ChronicleRound, ChronicleWork } from "../chronicle.ts";
import { expectLeaf } from "../leaves.ts";
import { ruleOf } from "../lookup.ts";
import type { EventLog, Handlers } from "./handler.ts";
import { workIn } from "./workIn.ts";

export const registrationHandlers = {
  Registered(chronicle, log) {
    const { contribution, registrant, evidenceHash, rulesVersion, bond, attribution } = log.args;
    const { works, deployment } = chronicle;
    checkRegistration(chronicle, log);
    chronicle.openRounds += 1n;
    works.set(contribution, {
      registrant,
      rulesVersion,
      attribution,
      bond,
      bondOwner: registrant,
      opening: 1,
      challenge: undefined,
      phase: Phase.Armed,
      round: newRound(1, log.blockNumber),
      rearmed: false,
      redrawn: false,
      level: 0n,
      epoch: 0n,
      missed: undefined,
    });
    expectLeaf(chronicle, log, {
      kind: LeafKind.Registered,
      emitter: deployment.addresses.attributionRegistry,
      subject: contribution,
      actor: registrant,
      dataHash: dataHash.Registered(evidenceHash, hashAttribution(attribution), rulesVersion, bond),
    });
  },

  Reopened(chronicle, log) {
    const { contribution, payer, opening, round, bond } = log.args;
    const { problems, deployment } = chronicle;
    const work = workIn(chronicle, log, contribution, Phase.Void);
    if (work === undefined) return;
    const required = bondRequired(chronicle, work.rulesVersion);
    problems.same("Registration", `The bond for ${contribution} again`, bond, required, log);
    checkOpen(chronicle, log);
    problems.same("Judgement", `The opening of ${contribution}`, opening, work.opening + 1, log);
    problems.same("Judgement", `The round of ${contribution}`, round, work.round.round + 1, log);
    chronicle.openRounds += 1n;
    work.phase = Phase.Armed;
    work.opening = opening;
    work.round = newRound(round, log.blockNumber);
    work.rearmed = false;
    work.redrawn = false;
    work.bond = bond;
    work.bondOwner = payer;
    expectLeaf(chronicle, log, {
      kind: LeafKind.Reopened,
      emitter: deployment.addresses.attributionRegistry,
      subject: contribution,
      actor: payer,
      dataHash: dataHash.Reopened(opening, round, bond),
    });
  },

  BondReleased(chronicle, log) {
    const { contribution, to, amount } = log.args;
    const { works, problems, deployment } = chronicle;
    const work = works.get(contribution);
    if (work === undefined) {
      problems.add("Ether", `A bond of ${contribution} is released, which was never registered.`, log);
      return;
    }
    const heir = winnerOf(work) ?? deployment.addresses.citadelFund;
    const owner = work.phase === Phase.Rejected ? heir : work.bondOwner;
    problems.same("Ether", `The bond released of ${contribution}`, amount, work.bond, log);
    problems.same("Ether", `The receiver of the bond of ${contribution}`, to, owner, log);
    work.bond = 0n;
  },
} satisfies Handlers<"Registered" | "Reopened" | "BondReleased">;

/** Who has won a challenge with its own ether. */
function winnerOf({ challenge }: ChronicleWork) {
  return challenge?.outcome === Outcome.Upheld && !challenge.flagged ? challenge.challenger : undefined;
}

export function newRound(round: number, armedAt: bigint): ChronicleRound {
  return { round, armedAt, panel: [], commitEnd: 0n, revealEnd: 0n, committed: new Set(), votes: new Map() };
}

function checkRegistration(chronicle: Chronicle, log: EventLog<"Registered">): void {
  const { contribution, registrant, evidenceHash, rulesVersion, bond, attribution } = log.args;
  const { problems, works, rules, deployment } = chronicle;
  const { chainId, addresses } = deployment;
  const node = contributionNode(chainId, addresses.attributionRegistry, registrant, evidenceHash);
  problems.same("Registration", "The node of a contribution", contribution, node, log);
  problems.same("Registration", `The rules version of ${contribution}`, rulesVersion, rules.length, log);
  problems.same("Registration", `The bond of ${contribution}`, bond, bondRequired(chronicle), log);
  checkOpen(chronicle, log);
  if (works.has(contribution)) problems.add("Registration", `${contribution} is registered twice.`, log);
  const wrong = findAttributionFault(attribution, Number(ruleOf(chronicle, "MaxUpstream")), {
    isProtocol: (account) => isProtocolAddress(deployment, account),
    isAccepted: (cited) => {
      const phase = works.get(cited)?.phase;
      return phase === Phase.Accepted || phase === Phase.Settled;
    },
  });
  if (wrong)
    problems.add("Registration", `The attribution of ${contribution} is invalid: ${wrong.name}.`, log);
}

/** Nothing comes in while the guardian has stopped it. */
function checkOpen(
  { office, timestamp = 0n, problems }: Chronicle,
  log: EventLog<"Registered" | "Reopened">,
) {
  if (timestamp >= office.stoppedUntil) return;
  problems.add("Registration", `${log.args.contribution} came in while registrations were stopped.`, log);
}

/** The rule, doubled for each full load of open duties a seat. */
function bondRequired(chronicle: Chronicle, version = chronicle.rules.length): bigint {
  const seats = BigInt(chronicle.seats.bench.length);
  const duties = chronicle.openRounds * panelSize(ruleOf(chronicle, "PanelLimit", version), seats);
  const capacity = seats * ruleOf(chronicle, "Load", version);
  const loads = capacity === 0n ? 0n : duties / capacity;
  const most = BigInt(ProofOfValue.MAX_DOUBLINGS);
  return gweiToWei(ruleOf(chronicle, "RegistrationBond", version)) * 2n ** (loads < most ? loads : most);
}
