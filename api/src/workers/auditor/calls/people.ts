import * as tables from "@azora/indexer/schema";
import { type Address, zeroAddress } from "viem";
import { checkOf } from "./Chain.ts";

const orNull = (account: Address) => (account === zeroAddress ? null : account);

export const peopleChecks = [
  checkOf(tables.identity, async ({ client, contracts }, { node }) => {
    const args = [node] as const;
    const [account, at, nonce] = await client.readContract({
      ...contracts.registry,
      functionName: "linkOf",
      args,
    });
    return { account: orNull(account), effectiveAt: account === zeroAddress ? null : BigInt(at), nonce };
  }),
  checkOf(tables.attestor, async ({ client, contracts }, { account }) => {
    const args = [account] as const;
    return {
      activeFrom: BigInt(
        await client.readContract({ ...contracts.registry, functionName: "attestorFrom", args }),
      ),
    };
  }),
  checkOf(tables.validator, async ({ client, contracts }, { account }) => {
    const args = [account] as const;
    const [named, isSeated, barredUntil, stints] = await Promise.all([
      client.readContract({ ...contracts.seats, functionName: "isGenesis", args }),
      client.readContract({ ...contracts.seats, functionName: "isSeated", args }),
      client.readContract({ ...contracts.seats, functionName: "barredUntil", args }),
      client.readContract({ ...contracts.seats, functionName: "stintsOf", args }),
    ]);
    const seat = isSeated
      ? await client.readContract({ ...contracts.seats, functionName: "seatOf", args })
      : null;
    return { named, seat, barredUntil, stints: stints.length };
  }),
  checkOf(tables.stint, async ({ client, contracts }, { account, number }) => {
    const args = [account] as const;
    const stints = await client.readContract({ ...contracts.seats, functionName: "stintsOf", args });
    const stint = stints[number];
    if (stint === undefined) return "nothing";
    const { deposited, bond, unlocksAt } = stint;
    return { deposited, bond, unlocksAt: unlocksAt === 0n ? null : unlocksAt };
  }),
  checkOf(tables.critic, async ({ client, contracts }, { account }) => ({
    inOffice: await client.readContract({
      ...contracts.constitution,
      functionName: "isCritic",
      args: [account],
    }),
  })),
];
