import { setTimeout as sleep } from "node:timers/promises";
import { accountNode, attributionRegistryAbi, auditLedgerAbi, registerCall, voiceAbi } from "@azora/sdk";
import { practicePerson } from "@azora/sdk/practice";
import { type Address, encodeFunctionData, type Hex, keccak256, numberToHex, toHex } from "viem";
import { developmentClient } from "../../../scripts/local/chain.ts";
import type { Session } from "../../../scripts/local/session.ts";
import type { Random } from "../lockstep/random.ts";
import type { Canon } from "./Canon.ts";

interface Transaction {
  from: Address;
  to: Address;
  data: Hex;
  value?: Hex;
  gas: Hex;
}

const GAS = numberToHex(3_000_000);
const PEOPLE = Array.from({ length: 8 }, (_, index) => practicePerson(index).address);
/** Between two transactions, and how many of them come into a block. */
const PAUSE_MS = 80;
const A_BLOCK = 6;

/** Real transactions, one after the other, until it is stopped: anchors, delegations, and works that judges then judge. */
export class Load {
  readonly #session: Session;
  readonly #canon: Canon;
  readonly #random: Random;
  readonly #stop = new AbortController();
  #running: Promise<void> = Promise.resolve();
  /** Transactions that the node took. */
  sent = 0;
  /** Refusals, such as of what another fork had allowed. */
  refused = 0;

  constructor(session: Session, canon: Canon, random: Random) {
    this.#session = session;
    this.#canon = canon;
    this.#random = random;
  }

  start(): void {
    this.#running = this.#run();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    const node = developmentClient(this.#session.network.rpcUrl);
    for (let i = 0; !this.#stop.signal.aborted; i += 1) {
      try {
        await node.send("eth_sendTransaction", [await this.#next(i)]);
        this.sent += 1;
        if (i % A_BLOCK === 0) await this.#canon.mine();
      } catch {
        this.refused += 1;
      }
      await sleep(PAUSE_MS);
    }
  }

  async #next(i: number): Promise<Transaction> {
    const from = this.#random.pick(PEOPLE);
    if (i % 12 === 3) return { from, gas: GAS, ...(await this.#registration(i)) };
    return this.small(`record ${i}`);
  }

  /** One that anybody can send at any time: an anchor, or a delegation. */
  small(name: string): Transaction {
    const { addresses } = this.#session.network.deployment;
    const from = this.#random.pick(PEOPLE);
    if (this.#random.chance(0.3)) {
      const args = [this.#random.pick(PEOPLE)] as const;
      const data = encodeFunctionData({ abi: voiceAbi, functionName: "delegate", args });
      return { from, gas: GAS, to: addresses.voice, data };
    }
    const args = [keccak256(toHex(name))] as const;
    const data = encodeFunctionData({ abi: auditLedgerAbi, functionName: "anchor", args });
    return { from, gas: GAS, to: addresses.auditLedger, data };
  }

  async #registration(i: number): Promise<Pick<Transaction, "to" | "data" | "value">> {
    const { addresses } = this.#session.network.deployment;
    const bond = await this.#session.client.readContract({
      address: addresses.attributionRegistry,
      abi: attributionRegistryAbi,
      functionName: "bondRequired",
    });
    const contributors = [{ node: accountNode(this.#random.pick(PEOPLE)), weight: 1_000_000 }];
    const evidence = keccak256(toHex(`work ${i}`));
    const call = registerCall(addresses, evidence, { contributors, upstream: [] }, "", bond);
    return { to: call.to, data: call.data, value: numberToHex(bond) };
  }
}
