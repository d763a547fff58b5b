import {
  type Address,
  encodeAbiParameters,
  type GetLogsReturnType,
  getAddress,
  type Hex,
  numberToHex,
  parseEventLogs,
  toEventSelector,
} from "viem";
import { type ContractName, createDeployment } from "../../addresses.ts";
import { Rule } from "../../generated/enums.ts";
import { type Call, createState, type State } from "../../model/protocol/index.ts";
import { type ProtocolLog, protocolEvents } from "../../view/logs.ts";

const DAY = 86_400n;

/** The rules of these tests; those that nothing here reads are 0. */
const RULES: Partial<Record<keyof typeof Rule, bigint>> = {
  RegistrationBond: 1_000n,
  Load: 2n,
  PanelLimit: 7n,
  ArmingDelay: 4n,
  MaxUpstream: 300_000n,
  CommitWindow: 2n * DAY,
  RevealWindow: DAY,
  ChallengeWindow: 3n * DAY,
  SealDelay: DAY,
  PointPriceCap: 1_000_000n,
  ReviewStipend: 1n,
  CitadelCap: 20_000n,
  SeatThreshold: 512_000_000n,
  SeatBond: 10n ** 9n,
  LinkDelay: 7n * DAY,
  AttestorThreshold: 1n,
  SlashReward: 250_000n,
  SlashNoReveal: 100_000n,
};

/** SHA-256 of the first articles. */
const ARTICLES = numberToHex(0xa47, { size: 32 });

export const person = (number: number): Address => getAddress(numberToHex(number, { size: 20 }));

/** A made-up chain: the reference model decides, and this writes down the logs that the contracts would leave. */
export class Script {
  readonly deployment = createDeployment({ chainId: 31_337, genesis: person(0xaaaa), block: 1 });
  readonly creation: Hex = numberToHex(1, { size: 32 });
  readonly state: State;
  readonly #logs: GetLogsReturnType = [];
  #block = 1n;
  #timestamp = 1_000_000n;

  constructor() {
    const rules = Object.keys(Rule).map((name) => {
      const value = RULES[name as keyof typeof Rule] ?? 0n;
      return { value, min: 0n, max: 2n ** 48n - 1n };
    });
    const judges = Array.from({ length: 10 }, (_, i) => person(100 + i));
    this.state = createState({
      deployment: this.deployment,
      genesisTime: this.#timestamp,
      epochLength: 7n * DAY,
      rules,
      named: judges,
      attestors: [person(50)],
      attestorsSince: this.#timestamp,
      articles: ARTICLES,
      guardian: { account: person(61), termEnd: this.#timestamp + 365n * DAY },
    });
    for (const [rule, { value, min, max }] of rules.entries())
      this.emit("constitution", "RuleSet", rule, min, max, value);
    this.emit("constitution", "ArticlesSet", ARTICLES);
    const { account, termEnd } = this.state.start.guardian;
    this.emit("constitution", "GuardianSet", account, termEnd);
    this.emitLeaf(0);
    for (const judge of judges) this.emit("validatorRegistry", "GenesisNamed", judge);
    this.emit("attributionRegistry", "AttestorSet", person(50), this.#timestamp);
    this.emitLeaf();
    this.emit("proofOfValue", "EpochsStarted", this.#timestamp, 7n * DAY);
  }

  get block(): bigint {
    return this.#block;
  }

  get timestamp(): bigint {
    return this.#timestamp;
  }

  /** Mines a block with one transaction, which `act` makes. Leaves that the model appends come where `act` says. */
  transact(sender: Address, act: (call: Call) => void, { value = 0n, wait = 12n, blocks = 1n } = {}): void {
    this.#block += blocks;
    this.#timestamp += wait;
    act({ sender, value, block: this.#block, timestamp: this.#timestamp });
  }

  /** An event's arguments in the order of its declaration. */
  emit(contract: ContractName, name: string, ...values: readonly unknown[]): void {
    const item = protocolEvents.find((event) => event.name === name);
    if (item === undefined) throw new Error(`No event ${name}.`);
    const inputs = item.inputs.map((input, i) => ({ input, value: values[i] }));
    const indexed = inputs.filter(({ input }) => isIndexed(input));
    const rest = inputs.filter(({ input }) => !isIndexed(input));
    const topics = indexed.map(({ input, value }) => encodeAbiParameters([input], [value]));
    this.#logs.push({
      address: this.deployment.addresses[contract],
      topics: [toEventSelector(item), ...topics],
      data: encodeAbiParameters(
        rest.map(({ input }) => input),
        rest.map(({ value }) => value),
      ),
      blockNumber: this.#block,
      blockHash: numberToHex(this.#block, { size: 32 }),
      transactionHash: numberToHex(this.#block, { size: 32 }),
      transactionIndex: 0,
      logIndex: this.#logs.length,
      removed: false,
    });
  }

  /** The event of the leaf that the model appended last, or earlier in the same call. */
  emitLeaf(place = -1): void {
    const leaf = this.state.leaves.at(place);
    if (leaf === undefined) throw new Error("No leaf was appended.");
    const { index, timestamp, emitter, kind, subject, actor, dataHash } = leaf;
    this.emit("auditLedger", "Appended", index, timestamp, emitter, kind, subject, actor, dataHash);
  }

  logs(): ProtocolLog[] {
    // By way of a variable: an expected type would confuse the inference of `strict`.
    const parsed = parseEventLogs({ abi: protocolEvents, logs: this.#logs, strict: true });
    return parsed;
  }

  /** What the chain would say of itself now. */
  head() {
    const { ledger, supply, articles, guardian, stoppedUntil, start, units } = this.state;
    return {
      block: this.#block,
      timestamp: this.#timestamp,
      size: BigInt(ledger.size),
      peaks: ledger.peaks(),
      root: ledger.root(),
      supply,
      articles,
      guardian,
      stoppedUntil,
      units: [...units.values()].reduce((sum, each) => sum + each, 0n),
      genesisTime: start.genesisTime,
      epochLength: start.epochLength,
    };
  }
}

const isIndexed = (input: object): boolean => "indexed" in input && input.indexed === true;
