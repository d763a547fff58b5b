import * as tables from "@azora/indexer/schema";
import { Phase } from "@azora/sdk";
import { checkOf } from "./Chain.ts";

export const workChecks = [
  checkOf(tables.contribution, async ({ client, contracts }, { id }) => {
    const args = [id] as const;
    const [work, bond, attributionHash, registrant] = await Promise.all([
      client.readContract({ ...contracts.proofOfValue, functionName: "workOf", args }),
      client.readContract({ ...contracts.registry, functionName: "bondOf", args }),
      client.readContract({ ...contracts.registry, functionName: "attributionHashOf", args }),
      client.readContract({ ...contracts.registry, functionName: "registrantOf", args }),
    ]);
    const { phase, opening, round, rearmed, redrawn, challenged, late, rulesVersion } = work;
    const told = { phase, opening, round, rearmed, redrawn, challenged, late, rulesVersion };
    const hasLevel = work.scoredRound !== 0;
    const score = {
      level: hasLevel ? work.level : null,
      scoredRound: hasLevel ? work.scoredRound : null,
    };
    const hasEpoch = phase === Phase.Accepted || phase === Phase.Settled;
    return { ...told, ...score, bond, attributionHash, registrant, epoch: hasEpoch ? work.epoch : null };
  }),
  checkOf(tables.challenge, async ({ client, contracts }, { contribution }) => {
    const { flagged, outcome, firstLevel, fee } = await client.readContract({
      ...contracts.disputes,
      functionName: "disputeOf",
      args: [contribution],
    });
    return { flagged, outcome, firstLevel, fee };
  }),
  checkOf(tables.epoch, async ({ client, contracts }, { number }) => {
    const args = [number] as const;
    const [points, isSealed] = await client.readContract({
      ...contracts.proofOfValue,
      functionName: "epochOf",
      args,
    });
    return { points, isSealed };
  }),
  checkOf(tables.protocol, async ({ client, contracts }) => {
    const { proofOfValue, constitution, seats, token, ledger } = contracts;
    const [genesisTime, epochLength, openRounds, rulesVersion, seatCount, minted, ledgerSize] =
      await Promise.all([
        client.readContract({ ...proofOfValue, functionName: "GENESIS_TIME" }),
        client.readContract({ ...proofOfValue, functionName: "EPOCH_LENGTH" }),
        client.readContract({ ...proofOfValue, functionName: "openRounds" }),
        client.readContract({ ...constitution, functionName: "version" }),
        client.readContract({ ...seats, functionName: "seatCount" }),
        client.readContract({ ...token, functionName: "totalSupply" }),
        client.readContract({ ...ledger, functionName: "size" }),
      ]);
    return {
      genesisTime,
      epochLength,
      openRounds: Number(openRounds),
      rulesVersion,
      seats: Number(seatCount),
      minted,
      ledgerSize,
    };
  }),
];
