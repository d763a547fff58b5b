import {
  auditLedgerAbi,
  type ContractName,
  explain,
  FaultError,
  type model,
  type Node,
  proofOfValueAbi,
} from "@azora/sdk";
import { type Address, type Hex, numberToHex } from "viem";
import { note, type World } from "./world.ts";

type Call = model.protocol.Call;

/** One call, as the contracts get it and as the model does. */
export interface Action {
  readonly name: string;
  readonly sender: Address;
  /** In wei. */
  readonly value?: bigint;
  readonly to: ContractName;
  readonly data: Hex;
  /** The work whose phase it can change. */
  readonly work?: Node;
  predict(call: Call): unknown;
}

/** That the contracts and the model disagree. */
export class Disagreement extends Error {
  override name = "Disagreement";
}

const GAS = numberToHex(8_000_000);
const DONE = "done";

/** Sends a call to both, and compares what becomes of it. @return Whether it was done. */
export async function perform(world: World, action: Action): Promise<boolean> {
  const { random } = world;
  const timestamp = world.next + BigInt(random.chance(0.1) ? random.pick([1, 60, 3_600]) : 0);
  const value = action.value ?? 0n;
  const call = { sender: action.sender, value, block: world.block + 1n, timestamp };
  const foreseen = predict(action, call);
  const actual = await send(world, action, call);
  world.block = call.block;
  world.next = timestamp + 1n;
  world.calls += 1;
  world.history.push(
    `block ${call.block} at ${timestamp}: ${action.name} ${action.work ?? ""} from ${action.sender}: ${actual}`,
  );
  if (foreseen !== actual) {
    throw new Disagreement(`${action.name}: the model foresees ${foreseen}, the contracts answer ${actual}.`);
  }
  const name = actual.split("(")[0] ?? actual;
  note(world, `${action.name}: ${name}`);
  if (name !== DONE) note(world, name);
  await compareTraces(world, action);
  return actual === DONE;
}

function predict(action: Action, call: Call): string {
  try {
    action.predict(call);
    return DONE;
  } catch (error) {
    if (error instanceof FaultError) return outcomeOf(error.fault.name, error.fault.args);
    throw error;
  }
}

async function send({ protocol, addresses }: World, action: Action, call: Call): Promise<string> {
  const { provider } = protocol.connection;
  const time = numberToHex(call.timestamp);
  await provider.request({ method: "evm_setNextBlockTimestamp", params: [time] });
  const { sender: from, value } = call;
  const transaction = {
    from,
    to: addresses[action.to],
    data: action.data,
    gas: GAS,
    value: numberToHex(value),
  };
  try {
    await provider.request({ method: "eth_sendTransaction", params: [transaction] });
    return DONE;
  } catch (error) {
    const { name, args } = explain(error);
    // An error that is not the contracts' own says that this driver is wrong.
    if (!name.includes("_")) throw error;
    return outcomeOf(name, args);
  }
}

/** Numbers, whatever their type, and hexadecimal text, whatever its case, as the same text. */
const outcomeOf = (name: string, args: readonly unknown[]): string =>
  `${name}(${args.map((arg) => `${arg}`.toLowerCase()).join(", ")})`;

/** The root commits to every decision so far; a work's phase shows the rest. */
async function compareTraces(world: World, action: Action): Promise<void> {
  const { client, state, addresses } = world;
  const root = await client.readContract({
    address: addresses.auditLedger,
    abi: auditLedgerAbi,
    functionName: "root",
  });
  expectSame(`the ledger's root after ${action.name}`, state.ledger.root(), root);
  if (action.work !== undefined) await comparePhase(world, action.work);
}

async function comparePhase({ client, state, addresses, progress }: World, node: Node): Promise<void> {
  const work = await client.readContract({
    address: addresses.proofOfValue,
    abi: proofOfValueAbi,
    functionName: "workOf",
    args: [node],
  });
  expectSame(`the phase of ${node}`, state.works.get(node)?.phase ?? 0, work.phase);
  // Opening, round and phase, in lexicographic order: a phase has one digit, a round far less than five.
  const present = (work.opening * 100_000 + work.round) * 10 + work.phase;
  const before = progress.get(node) ?? 0;
  if (present < before) throw new Disagreement(`The work ${node} went back, from ${before} to ${present}.`);
  progress.set(node, present);
}

export function expectSame(what: string, foreseen: unknown, actual: unknown): void {
  const [left, right] = [textOf(foreseen), textOf(actual)];
  if (left !== right) {
    throw new Disagreement(`${what}: the model has ${left}, the contracts have ${right}.`);
  }
}

function textOf(value: unknown): string {
  const text = JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? `${part}` : part));
  return (text ?? "nothing").replaceAll('"', "").toLowerCase();
}
