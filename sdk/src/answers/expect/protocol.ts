import { getAddress, type Hex, zeroAddress } from "viem";
import type { Schemas } from "../../api/client.ts";
import { Emission } from "../../generated/constants.ts";
import { phaseNames, Rule, ruleNames } from "../../generated/enums.ts";
import { budget } from "../../model/emission.ts";
import { type RuleUnit, ruleUnits } from "../../units.ts";
import type { Book } from "../Book.ts";
import type { At } from "../Chain.ts";
import type { Row } from "../Examiner.ts";
import { by, type Expected } from "../facts.ts";
import { byAddress, nameIn, orNobody } from "./names.ts";
import { peopleOf } from "./people.ts";
import { epochOf, phasesOf, worksOf } from "./works.ts";

type Protocol = Schemas["Protocol"];

const UNITS = {
  gwei: "gwei",
  microAzr: "micro-AZR",
  ppm: "ppm",
  seconds: "seconds",
  blocks: "blocks",
  count: "number",
} as const satisfies Record<RuleUnit, Schemas["Rule"]["unit"]>;

export async function protocolOf(at: At): Promise<Expected<Protocol>> {
  const { book, client, contracts, block } = at;
  const { proofOfValue, token, constitution, ledger, seats } = contracts;
  const [genesisTime, epochLength, epoch, supply, openRounds, seatCount, size, version, articlesHash] =
    await Promise.all([
      client.readContract({ ...proofOfValue, functionName: "GENESIS_TIME" }),
      client.readContract({ ...proofOfValue, functionName: "EPOCH_LENGTH" }),
      client.readContract({ ...proofOfValue, functionName: "epochAt", args: [BigInt(block.timestamp)] }),
      client.readContract({ ...token, functionName: "totalSupply" }),
      client.readContract({ ...proofOfValue, functionName: "openRounds" }),
      client.readContract({ ...seats, functionName: "seatCount" }),
      client.readContract({ ...ledger, functionName: "size" }),
      client.readContract({ ...constitution, functionName: "version" }),
      client.readContract({ ...constitution, functionName: "articlesHash" }),
    ]);
  return {
    ...by("eth_call ProofOfValue.GENESIS_TIME, EPOCH_LENGTH, epochAt and openRounds", {
      genesisTime: Number(genesisTime),
      epochLength: Number(epochLength),
      epoch: Number(epoch),
      openRounds: Number(openRounds),
    }),
    supply: by("eth_call AzoraToken.totalSupply", supply.toString()),
    maxSupply: by("the constants of the contracts", Emission.MAX_SUPPLY.toString()),
    citadel: {
      azr: by("eth_call AzoraToken.balanceOf", (await fundAzr(at)).toString()),
      ether: by("the logs Received, Granted and FeePaid", fundEther(at).toString()),
      minted: by(
        "the logs Settled",
        book
          .all("Settled")
          .reduce((sum, { args }) => sum + args.citadel, 0n)
          .toString(),
      ),
    },
    withdrawn: by(
      "the logs Withdrawn",
      book
        .of("Withdrawn", "token", at.azr)
        .reduce((sum, { args }) => sum + args.amount, 0n)
        .toString(),
    ),
    contributions: by("the logs Registered", worksOf(at).length),
    phases: by("the last event of each work", countPhases(at)),
    seats: by("eth_call ValidatorRegistry.seatCount", Number(seatCount)),
    people: by("the logs that name them", peopleOf(at).length),
    ledgerSize: by("eth_call AuditLedger.size", Number(size)),
    rulesVersion: by("eth_call Constitution.version", version),
    rules: await rulesOf(at, version),
    articlesHash: by("eth_call Constitution.articlesHash", articlesHash),
    critics: await criticsOf(at),
    guardian: await guardianOf(at),
    attestors: await attestorsOf(at),
  };
}

export const fundAzr = ({ client, contracts, deployment }: At): Promise<bigint> =>
  client.readContract({
    ...contracts.token,
    functionName: "balanceOf",
    args: [deployment.addresses.citadelFund],
  });

/** What the fund was seen to take in and has not paid out. ETH can be forced upon it, of which there is no log. */
export function fundEther({ book }: At): bigint {
  const sum = (entries: readonly { args: { amount: bigint } }[]) =>
    entries.reduce((total, { args }) => total + args.amount, 0n);
  return sum(book.all("Received")) - sum(book.of("Granted", "token", zeroAddress)) - sum(book.all("FeePaid"));
}

function countPhases(at: At): Protocol["phases"] {
  const phases = { None: 0, Armed: 0, Voting: 0, Scored: 0, Rejected: 0, Accepted: 0, Settled: 0, Void: 0 };
  for (const phase of phasesOf(at).values()) phases[nameIn(phaseNames, phase)] += 1;
  return phases;
}

const rulesOf = ({ client, contracts }: At, version: number): Promise<Expected<Schemas["Rule"]>[]> =>
  Promise.all(
    ruleNames.map(async (name) => {
      const { constitution } = contracts;
      const args = [Rule[name]] as const;
      const [value, [min, max]] = await Promise.all([
        client.readContract({ ...constitution, functionName: "valueOf", args: [Rule[name], version] }),
        client.readContract({ ...constitution, functionName: "boundsOf", args }),
      ]);
      return by("eth_call Constitution.valueOf and boundsOf", {
        name,
        unit: UNITS[ruleUnits[name]],
        value: value.toString(),
        min: min.toString(),
        max: max.toString(),
      });
    }),
  );

/** Those in office. */
async function criticsOf(at: At): Promise<Expected<Protocol["critics"][number]>[]> {
  const { book, client, contracts } = at;
  const named = new Set(book.all("CriticSet").map(({ args }) => args.critic));
  const critics = await Promise.all(
    [...named].sort(byAddress).map(async (account) => {
      const args = [account] as const;
      const { constitution } = contracts;
      const [inOffice, flagsLeft, strikes] = await Promise.all([
        client.readContract({ ...constitution, functionName: "isCritic", args }),
        client.readContract({ ...constitution, functionName: "flagsLeft", args }),
        client.readContract({ ...constitution, functionName: "strikesOf", args }),
      ]);
      if (!inOffice) return [];
      const since = book.of("CriticSet", "critic", account).findLast((entry) => entry.args.appointed);
      return [
        {
          ...by("the log CriticSet", { account, since: since?.time ?? 0 }),
          critiques: by("the logs Critiqued", book.of("Critiqued", "critic", account).length),
          ...by("eth_call Constitution.flagsLeft and strikesOf", {
            flagsLeft: Number(flagsLeft),
            strikes: Number(strikes),
          }),
        },
      ];
    }),
  );
  return critics.flat();
}

async function guardianOf({ book, client, contracts }: At): Promise<Expected<Protocol["guardian"]>> {
  const [[account, termEnd, nextStopAt], stoppedUntil] = await Promise.all([
    client.readContract({ ...contracts.constitution, functionName: "guardian" }),
    client.readContract({ ...contracts.proofOfValue, functionName: "stoppedUntil" }),
  ]);
  const guardian = orNobody(account);
  return {
    ...by("eth_call Constitution.guardian", {
      account: guardian,
      termEnd: guardian === null ? null : termEnd,
      nextStopAt,
    }),
    stoppedUntil: by("eth_call ProofOfValue.stoppedUntil", stoppedUntil),
    reasonHash: by("the log Stopped", book.all("Stopped").at(-1)?.args.reasonHash ?? null),
  };
}

async function attestorsOf({
  book,
  client,
  contracts,
}: At): Promise<Expected<Protocol["attestors"][number]>[]> {
  const named = new Set(book.all("AttestorSet").map(({ args }) => args.attestor));
  const attestors = await Promise.all(
    [...named].sort(byAddress).map(async (account) => {
      const reading = { ...contracts.registry, functionName: "attestorFrom", args: [account] } as const;
      const activeFrom = await client.readContract(reading);
      if (activeFrom === 0) return [];
      return [by("eth_call AttributionRegistry.attestorFrom", { account: getAddress(account), activeFrom })];
    }),
  );
  return attestors.flat();
}

/** Epochs that a work has joined, or that were sealed, latest first. */
export function epochRows(at: At): Row<Schemas["Epoch"]>[] {
  const joined = [...at.book.derive(worksByEpoch).keys()];
  const sealed = at.book.all("EpochSealed").map(({ args }) => args.epoch);
  return [...new Set([...joined, ...sealed])]
    .sort((a, b) => b - a)
    .map((epoch) => ({ key: [epoch], expect: () => epochAnswer(at, epoch) }));
}

/** Works by the epoch that they joined. */
function worksByEpoch(book: Book): Map<number, Set<Hex>> {
  const epochs = new Map<number, Set<Hex>>();
  for (const { args } of book.all("Finalized")) {
    if (args.points === 0n) continue;
    const works = epochs.get(args.epoch) ?? new Set<Hex>();
    epochs.set(args.epoch, works.add(args.contribution));
  }
  return epochs;
}

async function epochAnswer(at: At, number: number): Promise<Expected<Schemas["Epoch"]>> {
  const { book, client, contracts } = at;
  const { proofOfValue } = contracts;
  const [genesisTime, epochLength, sealableAt, [points, isSealed]] = await Promise.all([
    client.readContract({ ...proofOfValue, functionName: "GENESIS_TIME" }),
    client.readContract({ ...proofOfValue, functionName: "EPOCH_LENGTH" }),
    client.readContract({ ...proofOfValue, functionName: "sealableAt", args: [number] }),
    client.readContract({ ...proofOfValue, functionName: "epochOf", args: [number] }),
  ]);
  const start = Number(genesisTime) + number * Number(epochLength);
  const sealed = book.of("EpochSealed", "epoch", number).at(-1);
  const settled = book.of("Settled", "epoch", number);
  const works = [...(book.derive(worksByEpoch).get(number) ?? [])];
  return {
    number: by("the logs Finalized and EpochSealed", number),
    ...by("eth_call ProofOfValue.GENESIS_TIME, EPOCH_LENGTH and sealableAt", {
      start,
      end: start + Number(epochLength),
      sealableAt: Number(sealableAt),
    }),
    ...by("eth_call ProofOfValue.epochOf", { points: points.toString(), isSealed }),
    ...by("the log EpochSealed, and the formula of budgets", {
      sealedAt: sealed?.time ?? null,
      budget: (sealed?.args.budget ?? budget(BigInt(number))).toString(),
      rate: sealed?.args.rate.toString() ?? null,
    }),
    accepted: by("the logs Finalized", works.filter((id) => epochOf(at, id) === number).length),
    ...by("the logs Settled", {
      settled: settled.length,
      minted: settled.reduce((sum, { args }) => sum + args.amount, 0n).toString(),
    }),
  };
}
