import { type Address, zeroAddress } from "viem";
import { NodeKind } from "../../generated/enums.ts";
import { dataHash } from "../../ledger/preimages.ts";
import { accountNode, type Node, nodeKind } from "../../node.ts";
import { record } from "./record.ts";
import { type Call, isProtocol, type LinkState, refuse, ruleOf, type State } from "./state.ts";

export interface AttestationState {
  readonly attestor: Address;
  /** Whether its signature is good for this identity, account, nonce and deadline. */
  readonly valid: boolean;
}

/** `AttributionRegistry.link`. */
export function link(
  state: State,
  call: Call,
  identity: Node,
  account: Address,
  deadline: bigint,
  attestations: readonly AttestationState[],
): void {
  if (nodeKind(identity) !== NodeKind.Identity) refuse("AttributionRegistry_NotIdentity", identity);
  if (account === zeroAddress) refuse("AttributionRegistry_InvalidAccount", account);
  if (isProtocol(state, account)) refuse("AttributionRegistry_ProtocolAddress", account);
  if (call.timestamp > deadline) refuse("AttributionRegistry_DeadlinePassed", deadline);
  const entry = linkOf(state, identity);
  if (entry.account) refuse("AttributionRegistry_LinkExists", identity, entry.account);
  const threshold = ruleOf(state, "AttestorThreshold");
  if (BigInt(attestations.length) < threshold) {
    refuse("AttributionRegistry_TooFewAttestations", attestations.length, threshold);
  }
  checkAttestations(state, call, attestations);

  const effectiveAt = call.timestamp + ruleOf(state, "LinkDelay");
  state.links.set(identity, { account, effectiveAt, nonce: entry.nonce });
  const hash = dataHash.LinkProposed(
    account,
    entry.nonce,
    Number(effectiveAt),
    attestations.map(({ attestor }) => attestor),
  );
  record(state, call, "attributionRegistry", "LinkProposed", identity, hash);
}

/** `AttributionRegistry.veto`. */
export function veto(state: State, call: Call, identity: Node): void {
  checkAttestor(state, call, call.sender);
  const { account, effectiveAt, nonce } = linkOf(state, identity);
  if (account === undefined || call.timestamp >= effectiveAt) {
    refuse("AttributionRegistry_NoPendingLink", identity);
  }
  state.links.set(identity, { account: undefined, effectiveAt: 0n, nonce: nonce + 1n });
  record(state, call, "attributionRegistry", "LinkVetoed", identity, dataHash.LinkVetoed(account, nonce));
}

/** `AttributionRegistry.setAttestor`. */
export function setAttestor(state: State, call: Call, attestor: Address, appointed: boolean): void {
  if (call.sender !== state.start.deployment.addresses.timelock) {
    refuse("AttributionRegistry_NotTimelock", call.sender);
  }
  if (attestor === zeroAddress) refuse("AttributionRegistry_InvalidAccount", attestor);
  if (!appointed && !state.attestors.has(attestor)) refuse("AttributionRegistry_NotAttestor", attestor);
  if (appointed && state.attestors.has(attestor)) refuse("AttributionRegistry_AlreadyAttestor", attestor);

  const activeFrom = appointed ? call.timestamp + ruleOf(state, "AttestorDelay") : 0n;
  if (appointed) state.attestors.set(attestor, activeFrom);
  else state.attestors.delete(attestor);
  const hash = dataHash.AttestorSet(Number(activeFrom));
  record(state, call, "attributionRegistry", "AttestorSet", accountNode(attestor), hash);
}

/** The account of an identity whose link is in effect. */
export function accountOf(state: State, identity: Node, timestamp: bigint): Address | undefined {
  const { account, effectiveAt } = linkOf(state, identity);
  return timestamp >= effectiveAt ? account : undefined;
}

export function linkOf({ links }: State, identity: Node): LinkState {
  return links.get(identity) ?? { account: undefined, effectiveAt: 0n, nonce: 0n };
}

function checkAttestations(state: State, call: Call, attestations: readonly AttestationState[]): void {
  let last = 0n;
  for (const { attestor, valid } of attestations) {
    if (BigInt(attestor) <= last) refuse("AttributionRegistry_AttestorsNotAscending", attestor);
    last = BigInt(attestor);
    checkAttestor(state, call, attestor);
    if (!valid) refuse("AttributionRegistry_InvalidSignature", attestor);
  }
}

function checkAttestor({ attestors }: State, { timestamp }: Call, account: Address): void {
  const from = attestors.get(account);
  if (from === undefined || timestamp < from) refuse("AttributionRegistry_NotAttestor", account);
}
