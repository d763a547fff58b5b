import {
  auditLedgerAbi,
  azoraTokenAbi,
  constitutionAbi,
  hashLeaf,
  LeafKind,
  MerkleLedger,
  model,
  Rule,
  validatorRegistryAbi,
  verifyInclusion,
} from "@azora/sdk";
import { type Api, unwrap } from "@azora/sdk/api";
import { type Hex, zeroAddress } from "viem";
import { all } from "./api.ts";
import { type Comparison, judgementOf, pinned, same } from "./compare.ts";

/** Compares the totals, the rules and the clock. */
export async function compareProtocol(comparison: Comparison, api: Api): Promise<void> {
  const at = await unwrap(api.GET("/v1/protocol", {}));
  const { protocol } = at;
  const { azoraToken, citadelFund, auditLedger, validatorRegistry, constitution } =
    comparison.network.deployment.addresses;
  const token = { address: azoraToken, abi: azoraTokenAbi } as const;
  const judgement = judgementOf(comparison);
  const rules = { address: constitution, abi: constitutionAbi } as const;
  const blockNumber = BigInt(at.block.number);
  const [supply, fund, ether, size, openRounds, seats, version, genesisTime, epochLength] = await Promise.all(
    [
      comparison.client.readContract({ ...pinned(at), ...token, functionName: "totalSupply" }),
      comparison.client.readContract({
        ...pinned(at),
        ...token,
        functionName: "balanceOf",
        args: [citadelFund],
      }),
      comparison.client.getBalance({ address: citadelFund, blockNumber }),
      comparison.client.readContract({
        ...pinned(at),
        address: auditLedger,
        abi: auditLedgerAbi,
        functionName: "size",
      }),
      comparison.client.readContract({ ...pinned(at), ...judgement, functionName: "openRounds" }),
      comparison.client.readContract({
        ...pinned(at),
        address: validatorRegistry,
        abi: validatorRegistryAbi,
        functionName: "seatCount",
      }),
      comparison.client.readContract({ ...pinned(at), ...rules, functionName: "version" }),
      comparison.client.readContract({ ...pinned(at), ...judgement, functionName: "GENESIS_TIME" }),
      comparison.client.readContract({ ...pinned(at), ...judgement, functionName: "EPOCH_LENGTH" }),
    ],
  );
  same(comparison, "The supply", protocol.supply, supply);
  same(comparison, "The fund's AZR", protocol.citadel.azr, fund);
  same(comparison, "The fund's ETH", protocol.citadel.ether, ether);
  same(comparison, "The ledger's size", protocol.ledgerSize, size);
  same(comparison, "The number of works that wait for a score", protocol.openRounds, openRounds);
  same(comparison, "The number of seats", protocol.seats, seats);
  same(comparison, "The version of the rules", protocol.rulesVersion, version);
  same(comparison, "The start of epochs", protocol.genesisTime, genesisTime);
  same(comparison, "The length of epochs", protocol.epochLength, epochLength);
  const articles = await comparison.client.readContract({
    ...pinned(at),
    ...rules,
    functionName: "articlesHash",
  });
  same(comparison, "The hash of the articles", protocol.articlesHash, articles);
  const [guardian, termEnd, nextStopAt] = await comparison.client.readContract({
    ...pinned(at),
    ...rules,
    functionName: "guardian",
  });
  const stoppedUntil = await comparison.client.readContract({
    ...pinned(at),
    ...judgement,
    functionName: "stoppedUntil",
  });
  same(comparison, "The guardian", protocol.guardian.account ?? zeroAddress, guardian);
  same(comparison, "The end of the guardian's term", protocol.guardian.termEnd ?? 0, termEnd);
  same(comparison, "The guardian's next stop", protocol.guardian.nextStopAt, nextStopAt);
  same(comparison, "The end of the stop", protocol.guardian.stoppedUntil, stoppedUntil);
  for (const { account, flagsLeft, strikes } of protocol.critics) {
    const args = [account as Hex] as const;
    const isCritic = await comparison.client.readContract({
      ...pinned(at),
      ...rules,
      functionName: "isCritic",
      args,
    });
    same(comparison, `The office of critic ${account}`, true, isCritic);
    const [left, struck] = await Promise.all([
      comparison.client.readContract({ ...pinned(at), ...rules, functionName: "flagsLeft", args }),
      comparison.client.readContract({ ...pinned(at), ...rules, functionName: "strikesOf", args }),
    ]);
    same(comparison, `The flags left to critic ${account}`, flagsLeft, left);
    same(comparison, `The strikes of critic ${account}`, strikes, struck);
  }
  same(comparison, "The number of rules", protocol.rules.length, Object.keys(Rule).length);
  for (const { name, value, min, max } of protocol.rules) {
    const [current, bounds] = await Promise.all([
      comparison.client.readContract({
        ...pinned(at),
        ...rules,
        functionName: "valueOf",
        args: [Rule[name], version],
      }),
      comparison.client.readContract({
        ...pinned(at),
        ...rules,
        functionName: "boundsOf",
        args: [Rule[name]],
      }),
    ]);
    same(comparison, `The rule ${name}`, value, current);
    same(comparison, `The bounds of ${name}`, `${min} to ${max}`, `${bounds[0]} to ${bounds[1]}`);
  }
}

/** Compares every epoch. Gives how many there are. */
export async function compareEpochs(comparison: Comparison, api: Api): Promise<number> {
  const judgement = judgementOf(comparison);
  const { block } = await unwrap(api.GET("/v1/head", {}));
  const epochs = await all((query) =>
    api.GET("/v1/epochs", { params: { query: { ...query, minBlock: block.number } } }),
  );
  for (const { number, points, isSealed, sealableAt, budget } of epochs) {
    const [state, from] = await Promise.all([
      comparison.client.readContract({
        ...pinned({ block }),
        ...judgement,
        functionName: "epochOf",
        args: [number],
      }),
      comparison.client.readContract({
        ...pinned({ block }),
        ...judgement,
        functionName: "sealableAt",
        args: [number],
      }),
    ]);
    same(comparison, `The points of epoch ${number}`, points, state[0]);
    same(comparison, `The seal of epoch ${number}`, isSealed, state[1]);
    same(comparison, `The time of sealing epoch ${number}`, sealableAt, from);
    // Of an epoch that is not sealed, the API knows the budget by that very formula.
    if (isSealed) same(comparison, `The budget of epoch ${number}`, budget, model.budget(BigInt(number)));
  }
  return epochs.length;
}

/** Builds the ledger from the API's records, compares its head with the chain's, and checks a proof of the API. */
export async function compareLedger(comparison: Comparison, api: Api): Promise<void> {
  const at = await unwrap(api.GET("/v1/protocol", {}));
  const size = at.protocol.ledgerSize;
  const records = await all((query) =>
    api.GET("/v1/ledger", { params: { query: { ...query, order: "oldest" } } }),
  );
  // A chain that goes on meanwhile has more by now.
  const leaves = records.slice(0, size).map(({ index, timestamp, emitter, kind, subject, actor, dataHash }) =>
    hashLeaf({
      index: BigInt(index),
      timestamp: BigInt(timestamp),
      emitter: emitter as Hex,
      kind: LeafKind[kind],
      subject: subject as Hex,
      actor: actor as Hex,
      dataHash: dataHash as Hex,
    }),
  );
  const address = comparison.network.deployment.addresses.auditLedger;
  const root = await comparison.client.readContract({
    ...pinned(at),
    address,
    abi: auditLedgerAbi,
    functionName: "root",
  });
  same(comparison, "The ledger's size by its records", leaves.length, size);
  same(comparison, "The ledger's root by its records", new MerkleLedger(leaves).root(), root);

  const index = size - 1;
  const proof = await unwrap(
    api.GET("/v1/ledger/{index}/proof", { params: { path: { index }, query: { size } } }),
  );
  const holds = verifyInclusion(leaves[index] ?? "0x", index, size, root, proof.path as Hex[]);
  same(comparison, `The proof of record ${index}`, holds, true);
}
