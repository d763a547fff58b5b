import {
  type Attestation,
  type Attribution,
  azoraTokenAbi,
  type Ballot,
  citadelFundAbi,
  commitCall,
  constitutionAbi,
  disputesAbi,
  enterSeatCall,
  exitSeatCall,
  flowCall,
  hashShares,
  linkCall,
  model,
  type Node,
  proofOfValueAbi,
  type Rule,
  registerCall,
  reopenCall,
  revealCall,
  rewardLedgerAbi,
  vetoCall,
  withdrawBondCall,
  withdrawForCall,
} from "@azora/sdk";
import { type Address, encodeFunctionData, type Hex, maxUint256, numberToHex } from "viem";
import { challengeMoves } from "./challengeMoves.ts";
import type { Work } from "./game.ts";
import type { Move, Stage } from "./stage.ts";

const m = model.protocol;
const PURPOSE = numberToHex(7, { size: 32 });
const URI = "ipfs://evidence";

/** What anybody can send, in one place for the model and the contracts. */
export const moves = {
  enter({ state, addresses }: Stage, sender: Address): Move {
    const value = m.ruleOf(state, "SeatBond") * 10n ** 9n;
    return {
      name: "enter",
      sender,
      value,
      to: "validatorRegistry",
      encode: () => enterSeatCall(addresses, value).data,
      predict: (call) => m.enter(state, call),
    };
  },

  exit({ state, addresses }: Stage, sender: Address): Move {
    return {
      name: "exit",
      sender,
      to: "validatorRegistry",
      encode: () => exitSeatCall(addresses).data,
      predict: (call) => m.exit(state, call),
    };
  },

  withdrawBond({ state, addresses }: Stage, sender: Address, stint = 0): Move {
    return {
      name: "withdrawBond",
      sender,
      to: "validatorRegistry",
      encode: () => withdrawBondCall(addresses, stint).data,
      predict: (call) => m.withdrawBond(state, call, stint),
    };
  },

  register(
    { state, addresses }: Stage,
    sender: Address,
    evidence: Hex,
    attribution: Attribution,
    value = m.bondRequired(state),
  ): Move {
    return {
      name: "register",
      sender,
      value,
      to: "attributionRegistry",
      encode: () => registerCall(addresses, evidence, attribution, URI, value).data,
      predict: (call) => m.register(state, call, evidence, attribution, URI),
    };
  },

  reopen({ state, addresses }: Stage, sender: Address, node: Node): Move {
    const value = m.bondRequired(state, state.works.get(node)?.rulesVersion);
    return {
      name: "reopen",
      sender,
      value,
      to: "attributionRegistry",
      encode: () => reopenCall(addresses, node, value).data,
      predict: (call) => m.reopen(state, call, node),
    };
  },

  draw({ state }: Stage, sender: Address, node: Node, header: Hex, prevRandao: bigint | undefined): Move {
    return {
      name: "draw",
      sender,
      to: "proofOfValue",
      encode: () => encodeFunctionData({ abi: proofOfValueAbi, functionName: "draw", args: [node, header] }),
      predict: (call) => m.draw(state, call, node, prevRandao),
    };
  },

  rearm({ state }: Stage, sender: Address, node: Node): Move {
    return {
      name: "rearm",
      sender,
      to: "proofOfValue",
      encode: () => encodeFunctionData({ abi: proofOfValueAbi, functionName: "rearm", args: [node] }),
      predict: (call) => m.rearm(state, call, node),
    };
  },

  commit({ state, addresses }: Stage, sender: Address, node: Node, position: number, commitment: Hex): Move {
    return {
      name: "commit",
      sender,
      to: "proofOfValue",
      encode: () => commitCall(addresses, node, position, commitment).data,
      predict: (call) => m.commit(state, call, node, BigInt(position), commitment),
    };
  },

  reveal(
    { state, addresses }: Stage,
    sender: Address,
    node: Node,
    ballot: Ballot,
    attribution: Attribution,
  ): Move {
    const { contributors, upstream } = attribution;
    return {
      name: "reveal",
      sender,
      to: "proofOfValue",
      encode: () => revealCall(addresses, node, ballot, attribution).data,
      predict: (call) => m.reveal(state, call, node, ballot, contributors, hashShares(upstream)),
    };
  },

  score({ state }: Stage, sender: Address, node: Node): Move {
    return {
      name: "score",
      sender,
      to: "proofOfValue",
      encode: () => encodeFunctionData({ abi: proofOfValueAbi, functionName: "score", args: [node] }),
      predict: (call) => m.score(state, call, node),
    };
  },

  finalize({ state }: Stage, sender: Address, node: Node): Move {
    return {
      name: "finalize",
      sender,
      to: "proofOfValue",
      encode: () => encodeFunctionData({ abi: proofOfValueAbi, functionName: "finalize", args: [node] }),
      predict: (call) => m.finalize(state, call, node),
    };
  },

  settle({ state }: Stage, sender: Address, node: Node, attribution: Attribution): Move {
    return {
      name: "settle",
      sender,
      to: "proofOfValue",
      encode: () =>
        encodeFunctionData({ abi: proofOfValueAbi, functionName: "settle", args: [node, attribution] }),
      predict: (call) => m.settle(state, call, node, attribution),
    };
  },

  sealEpoch({ state }: Stage, sender: Address, epoch: bigint): Move {
    return {
      name: "sealEpoch",
      sender,
      to: "proofOfValue",
      encode: () =>
        encodeFunctionData({ abi: proofOfValueAbi, functionName: "sealEpoch", args: [Number(epoch)] }),
      predict: (call) => m.sealEpoch(state, call, epoch),
    };
  },

  ...challengeMoves,

  shareFee({ state }: Stage, sender: Address, node: Node, round: number, validator: Address): Move {
    return {
      name: "shareFee",
      sender,
      to: "disputes",
      encode: () =>
        encodeFunctionData({
          abi: disputesAbi,
          functionName: "shareFee",
          args: [node, round, validator],
        }),
      predict: (call) => m.shareFee(state, call, node, round, validator),
    };
  },

  proveAbsence(
    { state }: Stage,
    sender: Address,
    node: Node,
    round: number,
    position: number,
    { contributors, upstream }: Attribution,
  ): Move {
    const upstreamHash = hashShares(upstream);
    const args = [node, round, BigInt(position), contributors, upstreamHash] as const;
    return {
      name: "proveAbsence",
      sender,
      to: "proofOfValue",
      encode: () => encodeFunctionData({ abi: proofOfValueAbi, functionName: "proveAbsence", args }),
      predict: (call) =>
        m.proveAbsence(state, call, node, round, BigInt(position), contributors, upstreamHash),
    };
  },

  proveLeak({ state }: Stage, sender: Address, node: Node, ballot: Ballot): Move {
    return {
      name: "proveLeak",
      sender,
      to: "proofOfValue",
      encode: () =>
        encodeFunctionData({ abi: proofOfValueAbi, functionName: "proveLeak", args: [node, ballot] }),
      predict: (call) => m.proveLeak(state, call, node, ballot),
    };
  },

  proveOutlier({ state }: Stage, sender: Address, node: Node, validator: Address): Move {
    return {
      name: "proveOutlier",
      sender,
      to: "proofOfValue",
      encode: () =>
        encodeFunctionData({ abi: proofOfValueAbi, functionName: "proveOutlier", args: [node, validator] }),
      predict: (call) => m.proveOutlier(state, call, node, validator),
    };
  },

  withdrawAzr({ state, addresses }: Stage, account: Address): Move {
    return {
      name: "withdrawFor",
      sender: account,
      to: "rewardLedger",
      encode: () => withdrawForCall(addresses, account).data,
      predict: (call) => {
        m.withdraw(state, call, addresses.azoraToken, account);
      },
    };
  },

  /** Lets the reward ledger take all the AZR of an account. The model asks nobody. */
  approve({ addresses }: Stage, sender: Address): Move {
    const args = [addresses.rewardLedger, maxUint256] as const;
    return {
      name: "approve",
      sender,
      to: "azoraToken",
      encode: () => encodeFunctionData({ abi: azoraTokenAbi, functionName: "approve", args }),
      predict: () => undefined,
    };
  },

  reward({ state, addresses }: Stage, sender: Address, { node, attribution }: Work, amount: bigint): Move {
    const { azoraToken } = addresses;
    const args = [azoraToken, node, amount, attribution] as const;
    return {
      name: "reward",
      sender,
      to: "rewardLedger",
      encode: () => encodeFunctionData({ abi: rewardLedgerAbi, functionName: "reward", args }),
      predict: (call) => m.reward(state, call, azoraToken, node, amount, attribution),
    };
  },

  flow({ state, addresses }: Stage, sender: Address, node: Node, attribution: Attribution): Move {
    return {
      name: "flow",
      sender,
      to: "rewardLedger",
      encode: () => flowCall(addresses, node, attribution).data,
      predict: (call) => m.flow(state, call, addresses.azoraToken, node, attribution),
    };
  },

  grant({ state }: Stage, sender: Address, token: Address, to: Address, amount: bigint): Move {
    const args = [token, to, amount, PURPOSE] as const;
    return {
      name: "grant",
      sender,
      to: "citadelFund",
      encode: () => encodeFunctionData({ abi: citadelFundAbi, functionName: "grant", args }),
      predict: (call) => m.grant(state, call, token, to, amount, PURPOSE),
    };
  },

  claimStipends({ state }: Stage, sender: Address, claims: readonly model.protocol.StipendClaim[]): Move {
    const args = [claims] as const;
    return {
      name: "claimStipends",
      sender,
      to: "citadelFund",
      encode: () => encodeFunctionData({ abi: citadelFundAbi, functionName: "claimStipends", args }),
      predict: (call) => m.claimStipends(state, call, claims),
    };
  },

  amend({ state, addresses }: Stage, rule: Rule, value: bigint, why: Hex): Move {
    const args = [rule, Number(value), why] as const;
    return {
      name: "amend",
      sender: addresses.timelock,
      to: "constitution",
      encode: () => encodeFunctionData({ abi: constitutionAbi, functionName: "amend", args }),
      predict: (call) => m.amend(state, call, rule, value, why),
    };
  },

  setCritic({ state, addresses }: Stage, critic: Address, appointed: boolean): Move {
    const args = [critic, appointed] as const;
    return {
      name: "setCritic",
      sender: addresses.timelock,
      to: "constitution",
      encode: () => encodeFunctionData({ abi: constitutionAbi, functionName: "setCritic", args }),
      predict: (call) => m.setCritic(state, call, critic, appointed),
    };
  },

  critique({ state }: Stage, sender: Address, said: model.protocol.Critique): Move {
    const { subject, verdict, scores, documentHash, critiqueHash } = said;
    const args = [subject, verdict, scores, documentHash, critiqueHash] as const;
    return {
      name: "critique",
      sender,
      to: "constitution",
      encode: () => encodeFunctionData({ abi: constitutionAbi, functionName: "critique", args }),
      predict: (call) => m.critique(state, call, said),
    };
  },

  link(
    { state, addresses }: Stage,
    sender: Address,
    identity: Node,
    account: Address,
    deadline: bigint,
    attestations: readonly (Attestation & { valid: boolean })[],
  ): Move {
    return {
      name: "link",
      sender,
      to: "attributionRegistry",
      encode: () => linkCall(addresses, { identity, account, deadline }, attestations).data,
      predict: (call) => m.link(state, call, identity, account, deadline, attestations),
    };
  },

  veto({ state, addresses }: Stage, sender: Address, identity: Node): Move {
    return {
      name: "veto",
      sender,
      to: "attributionRegistry",
      encode: () => vetoCall(addresses, identity).data,
      predict: (call) => m.veto(state, call, identity),
    };
  },
} as const;
