import { type Address, type Hex, stringToBytes } from "viem";
import {
  type Attribution,
  combineHashes,
  findAttributionFault,
  hashAttribution,
  hashShares,
  type Share,
} from "../../attribution.ts";
import { FaultError } from "../../fault.ts";
import { AttributionRegistry, ProofOfValue } from "../../generated/constants.ts";
import { NodeKind, Phase } from "../../generated/enums.ts";
import { dataHash } from "../../ledger/preimages.ts";
import { contributionNode, type Node, nodeAccount, nodeKind } from "../../node.ts";
import { gweiToWei } from "../../units.ts";
import { panelSize } from "../score.ts";
import { creditEther } from "./ether.ts";
import { linkOf } from "./identities.ts";
import { record } from "./record.ts";
import { type Call, isProtocol, refuse, ruleOf, type State, type WorkState, workIn } from "./state.ts";

/** `AttributionRegistry.register`. */
export function register(
  state: State,
  call: Call,
  evidenceHash: Hex,
  attribution: Attribution,
  uri: string,
): Node {
  const { MAX_URI } = AttributionRegistry;
  if (BigInt(evidenceHash) === 0n) refuse("AttributionRegistry_EmptyEvidence");
  const length = stringToBytes(uri).length;
  if (length > MAX_URI) refuse("AttributionRegistry_UriTooLong", length, MAX_URI);
  const { chainId, addresses } = state.start.deployment;
  const contribution = contributionNode(chainId, addresses.attributionRegistry, call.sender, evidenceHash);
  if (state.works.has(contribution)) refuse("AttributionRegistry_AlreadyRegistered", contribution);
  const wrong = findAttributionFault(attribution, Number(ruleOf(state, "MaxUpstream")), {
    isProtocol: (account) => isProtocol(state, account),
    isAccepted: (node) => isAccepted(state, node),
  });
  if (wrong) throw new FaultError(wrong);
  const bond = bondRequired(state);
  if (call.timestamp < state.stoppedUntil) refuse("ProofOfValue_Stopped", call.timestamp, state.stoppedUntil);
  if (call.value < bond) refuse("AttributionRegistry_BondTooSmall", call.value, bond);

  const work = newWork(state, call, hashAttribution(attribution), bond);
  state.works.set(contribution, work);
  state.etherHeld += call.value;
  creditEther(state, "attributionRegistry", call.sender, call.value - bond);
  const hash = dataHash.Registered(evidenceHash, work.attributionHash, work.rulesVersion, bond);
  record(state, call, "attributionRegistry", "Registered", contribution, hash);
  return contribution;
}

function newWork({ rules }: State, { sender, block }: Call, attributionHash: Hex, bond: bigint): WorkState {
  return {
    registrant: sender,
    bondOwner: sender,
    rulesVersion: rules.length,
    attributionHash,
    bond,
    phase: Phase.Armed,
    opening: 1,
    round: 1,
    rearmed: false,
    redrawn: false,
    challenged: false,
    scoredRound: 0,
    late: false,
    level: 0n,
    armedAt: block,
    epoch: 0n,
    rounds: new Map(),
    dispute: undefined,
  };
}

/** `AttributionRegistry.reopen`: a void work again, under the rules of its version, for whoever pays the bond. */
export function reopen(state: State, call: Call, contribution: Node): void {
  const work = workIn(state, contribution, Phase.Void);
  const bond = bondRequired(state, work.rulesVersion);
  if (call.timestamp < state.stoppedUntil) refuse("ProofOfValue_Stopped", call.timestamp, state.stoppedUntil);
  if (call.value < bond) refuse("AttributionRegistry_BondTooSmall", call.value, bond);

  work.phase = Phase.Armed;
  work.opening += 1;
  work.round += 1;
  work.rearmed = false;
  work.redrawn = false;
  work.armedAt = call.block;
  work.bond = bond;
  work.bondOwner = call.sender;
  state.etherHeld += call.value;
  creditEther(state, "attributionRegistry", call.sender, call.value - bond);
  const hash = dataHash.Reopened(work.opening, work.round, bond);
  record(state, call, "attributionRegistry", "Reopened", contribution, hash);
}

/** The registration bond now, in wei: it doubles with each `Load` of open duties a seat. By the present rules unless said. */
export function bondRequired(state: State, version = state.rules.length): bigint {
  const { MIN_SEATS, MAX_DOUBLINGS } = ProofOfValue;
  const seats = BigInt(state.seats.bench.length);
  if (seats < BigInt(MIN_SEATS)) refuse("ProofOfValue_TooFewSeats", seats, MIN_SEATS);
  const duties = openRounds(state) * panelSize(ruleOf(state, "PanelLimit", version), seats);
  const loads = duties / (seats * ruleOf(state, "Load", version));
  const doublings = loads > BigInt(MAX_DOUBLINGS) ? BigInt(MAX_DOUBLINGS) : loads;
  return gweiToWei(ruleOf(state, "RegistrationBond", version)) * 2n ** doublings;
}

/** Works that wait for a score. */
export function openRounds({ works }: State): bigint {
  const open = [...works.values()].filter(({ phase }) => phase === Phase.Armed || phase === Phase.Voting);
  return BigInt(open.length);
}

export function isAccepted({ works }: State, contribution: Node): boolean {
  const phase = works.get(contribution)?.phase;
  return phase === Phase.Accepted || phase === Phase.Settled;
}

/** Ends the holding of a bond. @param heir Who gets it; whoever paid it unless said. */
export function releaseBond(state: State, work: WorkState, heir = work.bondOwner): void {
  creditEther(state, "attributionRegistry", heir, work.bond);
  work.bond = 0n;
}

/** Whether an account registered the work, or has a share of 5% or more: its own, or of an identity linked or to be. */
export function isParty(
  state: State,
  contribution: Node,
  account: Address,
  contributors: readonly Share[],
  upstreamHash: Hex,
): boolean {
  const work = state.works.get(contribution);
  if (work === undefined) return refuse("AttributionRegistry_UnknownContribution", contribution);
  const given = combineHashes(hashShares(contributors), upstreamHash);
  if (given !== work.attributionHash) {
    refuse("AttributionRegistry_AttributionMismatch", contribution, given, work.attributionHash);
  }
  if (account === work.registrant) return true;
  const heavy = contributors.filter(({ weight }) => weight >= AttributionRegistry.PARTY_WEIGHT);
  return heavy.some(({ node }) => {
    const isAccount = nodeKind(node) === NodeKind.Account;
    return account === (isAccount ? nodeAccount(node) : linkOf(state, node).account);
  });
}
