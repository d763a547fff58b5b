import {
  type Addresses,
  type ContractName,
  type Deployment,
  encodeHeader,
  FaultError,
  model,
  Phase,
} from "@azora/sdk";
import { type Address, type Hex, hexToBigInt, keccak256, toHex } from "viem";
import { headerAt, passBlocks } from "../../support/lockstep/clock.ts";
import { compareState } from "../../support/lockstep/compare.ts";
import { Disagreement, perform } from "../../support/lockstep/perform.ts";
import type { World } from "../../support/lockstep/world.ts";

const m = model.protocol;

export type Call = model.protocol.Call;
export type State = model.protocol.State;

/** One call, for the model and, if there is one, for the chain. */
export interface Move {
  readonly name: string;
  readonly sender: Address;
  /** In wei. */
  readonly value?: bigint;
  readonly to: ContractName;
  encode(): Hex;
  predict(call: Call): void;
}

const SECONDS_A_BLOCK = 12n;

/** Where an adversary's program plays: the reference model alone, for statistics, or the model and real contracts in lock-step. */
export class Stage {
  readonly state: State;
  readonly deployment: Deployment;
  readonly addresses: Addresses;
  /** What each account has paid into the protocol, in wei. */
  readonly paid = new Map<Address, bigint>();
  block: bigint;
  /** The second of the next transaction. */
  next: bigint;
  readonly seed: number;
  private readonly world: World | undefined;
  /** Where the seed's randomness begins. */
  private origin: bigint;
  private readonly skipped = new Set<bigint>();

  constructor(
    start: model.protocol.Start,
    at: { block: bigint; next: bigint },
    seed: number,
    /** The contracts, at the same point. */
    world?: World,
  ) {
    this.seed = seed;
    this.world = world;
    this.state = world?.state ?? m.createState(start);
    this.deployment = start.deployment;
    this.addresses = start.deployment.addresses;
    this.block = at.block;
    this.origin = at.block;
    this.next = at.next;
  }

  /** Makes a call. @return The name of the error that refused it, if one did. */
  async perform(move: Move): Promise<string | undefined> {
    let refusal: string | undefined;
    const predict = (call: Call) => {
      try {
        move.predict(call);
      } catch (error) {
        if (error instanceof FaultError) refusal = error.fault.name;
        throw error;
      }
    };
    const { sender, value = 0n } = move;
    await this.setRandomness();
    const call = { sender, value, block: this.block + 1n, timestamp: this.next };
    if (this.world === undefined) {
      try {
        predict(call);
      } catch (error) {
        if (!(error instanceof FaultError)) throw error;
      }
    } else {
      this.world.next = this.next;
      await perform(this.world, {
        name: move.name,
        sender,
        value,
        to: move.to,
        data: move.encode(),
        predict,
      });
    }
    this.block = call.block;
    this.next = call.timestamp + 1n;
    if (refusal === undefined && value > 0n) m.add(this.paid, sender, value);
    return refusal;
  }

  /** Makes a call that nothing can be wrong with. */
  async must(move: Move): Promise<void> {
    const refusal = await this.perform(move);
    if (refusal !== undefined) throw new Error(`${move.name} was refused: ${refusal}.`);
  }

  /** The next transaction is mined at this second or later. */
  passTo(timestamp: bigint): void {
    if (timestamp > this.next) this.next = timestamp;
  }

  /** Mines empty blocks up to a number. */
  async passToBlock(number: bigint): Promise<void> {
    while (this.block < number) {
      const stop = this.nextDrawBlock() ?? number + 1n;
      // A draw block is mined alone, with the randomness that the seed gives it.
      const isDraw = stop === this.block + 1n;
      const count = isDraw ? 1n : (stop <= number ? stop - 1n : number) - this.block;
      if (isDraw) await this.setRandomness();
      if (this.world !== undefined) {
        this.world.next = this.next;
        await passBlocks(this.world, count);
      }
      this.block += count;
      this.next += SECONDS_A_BLOCK * (count - 1n) + 1n;
    }
  }

  /** Waits some blocks, and leaves to those that follow the randomness that they would have had without. */
  async wait(blocks: number): Promise<void> {
    await this.passToBlock(this.block + BigInt(blocks));
    this.origin += BigInt(blocks);
  }

  /** What the draw of a block is made with: by the seed, on both stages the same. */
  randaoOf(block: bigint): bigint {
    const again = this.skipped.has(block) ? "/again" : "";
    return hexToBigInt(keccak256(toHex(`${this.seed}/${block - this.origin}${again}`)));
  }

  /** Its proposer gives up a block to come: the next one has its number, and another randomness. */
  loseBlock(block: bigint): void {
    this.skipped.add(block);
  }

  async headerOf(block: bigint): Promise<Hex> {
    if (this.world === undefined) return "0x";
    const header = await headerAt(this.world, block);
    if (hexToBigInt(header.mixHash) !== this.randaoOf(block))
      throw new Disagreement(`Block ${block} has another randomness than its seed gives it.`);
    return encodeHeader(header);
  }

  /** Compares all that the model and the contracts know, if there are contracts. */
  async compare(): Promise<void> {
    if (this.world !== undefined) await compareState(this.world);
  }

  private async setRandomness(): Promise<void> {
    const next = this.block + 1n;
    if (this.world === undefined || this.nextDrawBlock() !== next) return;
    await this.world.protocol.connection.networkHelpers.setPrevRandao(this.randaoOf(next));
  }

  /** The earliest block to come with which a round is to be drawn. */
  private nextDrawBlock(): bigint | undefined {
    let earliest: bigint | undefined;
    for (const work of this.state.works.values()) {
      if (work.phase !== Phase.Armed) continue;
      const { drawBlock } = m.drawBlocks(this.state, work);
      if (drawBlock > this.block && (earliest === undefined || drawBlock < earliest)) earliest = drawBlock;
    }
    return earliest;
  }
}
