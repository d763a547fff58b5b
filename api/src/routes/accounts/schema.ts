import { z } from "@hono/zod-openapi";
import {
  address,
  addressInput,
  blockNumber,
  bytes32,
  count,
  fault,
  nodeKind,
  pageOf,
  reservationState,
  seconds,
  wei,
  withBlock,
} from "../../http/fields.ts";
import { pageQuery, readQuery } from "../../http/queries.ts";

/** What came to a node, and from where. */
export const receivedSchema = z
  .object({
    flow: z.string(),
    position: count.openapi({
      description: "Among the flow's payments: see `/v1/payments/{flow}/{position}/why`.",
    }),
    token: address,
    source: bytes32,
    sourceKind: nodeKind,
    amount: wei,
    minted: wei,
    timestamp: seconds,
  })
  .openapi("Received");

const withdrawalSchema = z
  .object({
    id: z.string(),
    token: address,
    to: address,
    amount: wei,
    timestamp: seconds,
    block: blockNumber,
    tx: bytes32,
  })
  .openapi("Withdrawal");

const stintSchema = z
  .object({
    number: count.openapi({ description: "From 0, as the contract counts them." }),
    deposited: wei.openapi({ description: "ETH that slashes are a part of." }),
    bond: wei.openapi({ description: "ETH that is left." }),
    seatedAt: seconds,
    endedAt: seconds.nullable().openapi({ description: "Null while the seat is held." }),
    endedBy: address.nullable().openapi({
      description: "The account itself, the timelock, or the prover of a slash that left too little.",
    }),
    reasonHash: bytes32.nullable().openapi({ description: "Zero but for a removal." }),
    unlocksAt: seconds.nullable().openapi({ description: "When what is left can be withdrawn." }),
  })
  .openapi("Stint");

const slashSchema = z
  .object({
    contribution: bytes32,
    round: count,
    stint: count,
    fault,
    amount: wei,
    reward: wei.openapi({ description: "The prover's part of it." }),
    prover: address,
    timestamp: seconds,
    tx: bytes32,
  })
  .openapi("Slash");

const judgeSchema = z.object({
  seat: count.nullable(),
  drawn: count,
  committed: count,
  revealed: count,
  barredUntil: seconds.nullable().openapi({ description: "Until when it cannot return after its removal." }),
  stints: z.array(stintSchema).openapi({ description: "The latest 20 seats with their bonds." }),
  slashes: z.array(slashSchema).openapi({ description: "The latest 20." }),
});

const reservationSchema = z
  .object({
    hash: bytes32.openapi({ description: "Of a challenge: it tells nobody of which work." }),
    state: reservationState,
    deposit: wei,
    contribution: bytes32.nullable().openapi({ description: "Null until it is used or given back." }),
    firstBlock: blockNumber.openapi({ description: "The first one in which it can be used." }),
    lastBlock: blockNumber.openapi({ description: "The last one; afterwards the deposit is lost." }),
    reservedAt: seconds,
    endedAt: seconds.nullable(),
    block: blockNumber,
    tx: bytes32,
  })
  .openapi("Reservation");

/** Every address has an account; one that never took part is full of zeroes. */
export const accountSchema = z
  .object({
    address,
    firstSeenAt: seconds.nullable(),
    registered: count.openapi({ description: "Works that it registered." }),
    credited: count.openapi({ description: "Works that credit it by its own address." }),
    owed: wei.openapi({ description: "AZR that it can withdraw." }),
    earned: wei.openapi({ description: "Newly minted AZR that it was credited in its life." }),
    withdrawn: wei,
    azr: wei.openapi({ description: "Its balance of AZR." }),
    ether: z
      .array(z.object({ contract: address, owed: wei, withdrawn: wei }))
      .openapi({ description: "ETH of returned bonds, by the contract that owes it." }),
    tokens: z
      .array(z.object({ token: address, owed: wei, withdrawn: wei }))
      .openapi({ description: "What it is owed of other tokens than AZR, the first 20." }),
    voice: z.object({ units: wei, votes: wei, delegate: address }).openapi({
      description:
        "Units are what it had earned at its last withdrawal of AZR; votes count for itself or a delegate.",
    }),
    identities: z.array(z.object({ node: bytes32, effectiveAt: seconds, effective: z.boolean() })),
    judge: judgeSchema.nullable().openapi({ description: "If it may judge." }),
    reservations: z
      .array(reservationSchema)
      .openapi({ description: "Challenges that it reserved, the latest 20." }),
    received: z.array(receivedSchema).openapi({ description: "The latest 20." }),
    withdrawals: z.array(withdrawalSchema).openapi({ description: "The latest 20." }),
  })
  .openapi("Account");

export const accountAnswer = withBlock({ account: accountSchema }).openapi("AccountAnswer");
export const accountParams = z.object({ address: addressInput });
export const accountReadQuery = readQuery;

export const personSchema = z
  .object({
    node: bytes32,
    kind: nodeKind,
    account: address.nullable(),
    /** For an account what it earned, for an identity what its pool received. */
    earned: wei,
    credited: count,
  })
  .openapi("Person");

/** People by what came to them: accounts that were credited and identities without an account. */
export const peoplePage = pageOf(personSchema).openapi("PeoplePage");
export const peopleQuery = pageQuery;
