import {
  citadelFundAbi,
  constitutionAbi,
  disputesAbi,
  model,
  Outcome,
  validatorRegistryAbi,
  voiceAbi,
} from "@azora/sdk";
import { zeroAddress } from "viem";
import { expectSame } from "./perform.ts";
import type { World } from "./world.ts";

const m = model.protocol;

/** AZ-08: every challenge, with what became of it and of its money. */
export async function compareDisputes({ state, client, addresses }: World): Promise<void> {
  for (const [node, { dispute }] of state.works) {
    const theirs = await client.readContract({
      address: addresses.disputes,
      abi: disputesAbi,
      functionName: "disputeOf",
      args: [node],
    });
    if (dispute === undefined) {
      expectSame(`that ${node} has no challenge`, zeroAddress, theirs.challenger);
      continue;
    }
    const { challenger, flagged, direction, ground, firstRound, fee, bond, lastRound, refund } = dispute;
    const { counted, outcome = Outcome.Pending, firstLevel, secondLevel } = dispute;
    expectSame(
      `the challenge of ${node}`,
      [challenger, flagged, direction, ground, outcome, firstRound, lastRound, fee, bond, refund],
      [
        theirs.challenger,
        theirs.flagged,
        theirs.direction,
        theirs.ground,
        theirs.outcome,
        theirs.firstRound,
        theirs.lastRound,
        theirs.fee,
        theirs.bond,
        theirs.refund,
      ],
    );
    const levels = [firstLevel, secondLevel, counted];
    expectSame(
      `the levels of the challenge of ${node}`,
      levels,
      [theirs.firstLevel, theirs.secondLevel, theirs.counted].map(BigInt),
    );
  }
}

/** AZ-07: every bond of every stint. */
export async function compareStints({ state, client, addresses, judges }: World): Promise<void> {
  for (const judge of judges) {
    const theirs = await client.readContract({
      address: addresses.validatorRegistry,
      abi: validatorRegistryAbi,
      functionName: "stintsOf",
      args: [judge],
    });
    const ours = state.seats.stints.get(judge) ?? [];
    expectSame(
      `the stints of ${judge}`,
      ours.map((stint) => [stint.since, stint.until ?? 0n, stint.unlocksAt, stint.deposited, stint.bond]),
      theirs.map(({ since, until, unlocksAt, deposited, bond }) => [
        since,
        until,
        unlocksAt,
        deposited,
        bond,
      ]),
    );
  }
}

/** AZ-10: units by what was earned, votes by who delegates to whom. */
export async function compareVoice({ state, client, addresses, people, judges }: World): Promise<void> {
  const voice = { address: addresses.voice, abi: voiceAbi } as const;
  for (const account of [...people.map(({ address }) => address), ...judges]) {
    const args = [account] as const;
    const [units, votes] = await Promise.all([
      client.readContract({ ...voice, functionName: "unitsOf", args }),
      client.readContract({ ...voice, functionName: "getVotes", args }),
    ]);
    expectSame(`the units of ${account}`, m.unitsOf(state, account), units);
    expectSame(`the votes of ${account}`, m.votesOf(state, account), votes);
  }
}

/** AZ-13: the fund's books and its ETH. */
export async function compareFund({ state, client, addresses }: World): Promise<void> {
  const { citadelFund, azoraToken } = addresses;
  expectSame("the fund's ETH", state.fundEther, await client.getBalance({ address: citadelFund }));
  for (const token of [zeroAddress, azoraToken]) {
    const [epoch, , opening, granted, stipends, fees] = await client.readContract({
      address: citadelFund,
      abi: citadelFundAbi,
      functionName: "bookOf",
      args: [token],
    });
    const none = { epoch: 0n, opening: 0n, granted: 0n, stipends: 0n, fees: 0n };
    const book = state.books.get(token) ?? none;
    expectSame(
      `the fund's book of ${token}`,
      [book.epoch, book.opening, book.granted, book.stipends, book.fees],
      [BigInt(epoch), opening, granted, stipends, fees],
    );
  }
}

/** What critics have left. */
export async function compareFlags({ state, client, addresses, people, next }: World): Promise<void> {
  const constitution = { address: addresses.constitution, abi: constitutionAbi } as const;
  // As of the last block's time, at which calls are made.
  const epoch = m.epochAt(state, next - 1n);
  for (const { address } of people) {
    const record = state.flags.get(address) ?? model.NO_FLAGS;
    const args = [address] as const;
    const strikes = await client.readContract({ ...constitution, functionName: "strikesOf", args });
    expectSame(`the strikes of ${address}`, model.strikesAt(record, epoch), strikes);
  }
}
