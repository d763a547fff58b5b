import { accountNode, createDeployment } from "@azora/sdk";
import { type Address, type Hex, keccak256, numberToHex, pad, stringToHex } from "viem";

/** A deployment that nobody made. */
export const deployment = createDeployment({
  chainId: 31_337,
  genesis: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  block: 0,
});
const lower = (address: Address) => address.toLowerCase() as Address;
export const AZR = lower(deployment.addresses.azoraToken);
export const FUND = lower(deployment.addresses.citadelFund);
export const REGISTRY = lower(deployment.addresses.attributionRegistry);

/** Start of epoch 0, and what a block and an epoch take. */
export const T0 = 1_700_000_000;
export const BLOCK_SECONDS = 10;
export const EPOCH_SECONDS = 60;
export const timeOf = (block: number) => BigInt(T0 + block * BLOCK_SECONDS);

export const address = (n: number): Address => pad(numberToHex(0xa000 + n), { size: 20 });
export const [ALICE, BOB, CAROL] = [address(1), address(2), address(3)];
/** A token that is not AZR. */
export const COIN = address(0xc0);
export const [aliceNode, bobNode] = [accountNode(ALICE), accountNode(BOB)];

const tagged = (tag: string, n: number): Hex => `0x${tag}${n.toString(16).padStart(62, "0")}`;
/** The node of the nth work. */
export const work = (n: number): Hex => tagged("01", n);
/** The node of the nth identity. */
export const person = (n: number): Hex => tagged("02", n);

export const hashOf = (text: string): Hex => keccak256(stringToHex(text));
export const blockHash = (block: number, fork = ""): Hex => hashOf(`block ${block}${fork}`);
export const txHash = (block: number): Hex => hashOf(`tx ${block}`);

export const azr = (amount: number): bigint => BigInt(amount) * 10n ** 18n;

/** Ids of events grow with time and have one length, as those of Ponder. */
export const eventId = (n: number): string => n.toString().padStart(75, "0");
