import type { Address, Hex } from "viem";
import type { ProtocolLog } from "../view/logs.ts";

export type EventName = ProtocolLog["eventName"];

type LogOf<name extends EventName> = Extract<ProtocolLog, { eventName: name }>;

/** A log with what the index says of its block and place. */
export interface Entry<name extends EventName = EventName> {
  readonly eventName: name;
  readonly args: LogOf<name>["args"];
  readonly address: Address;
  readonly blockNumber: bigint;
  readonly blockHash: Hex;
  readonly transactionHash: Hex;
  readonly logIndex: number;
  /** In seconds. */
  readonly time: number;
  /** Grows with time, and has always as many digits. */
  readonly id: string;
  /** Among all. */
  readonly place: number;
}

type Args<name extends EventName> = Entry<name>["args"];
type Argument<name extends EventName> = keyof Args<name> & string;

/** All of one event, and what groups of them were asked for. */
interface Shelf<name extends EventName> {
  readonly entries: Entry<name>[];
  readonly groups: Map<string, Map<unknown, Entry<name>[]>>;
}

/** All events of the protocol in the order of the chain, found by what they speak of. */
export class Book {
  readonly #entries: Entry[] = [];
  readonly #shelves: { [name in EventName]?: Shelf<name> } = {};
  readonly #derived = new Map<unknown, unknown>();

  add(entry: Entry): void {
    this.#entries.push(entry);
    const { entries, groups } = this.#shelf(entry.eventName);
    entries.push(entry);
    groups.clear();
    this.#derived.clear();
  }

  get entries(): readonly Entry[] {
    return this.#entries;
  }

  all<name extends EventName>(name: name): readonly Entry<name>[] {
    return this.#shelf(name).entries;
  }

  /** Those of which an argument is a value. */
  of<name extends EventName>(name: name, argument: Argument<name>, value: unknown): readonly Entry<name>[] {
    return this.which(name, argument, (args) => [args[argument]], value);
  }

  /** Those of which one of some keys is a value. @param group Names the keys. */
  which<name extends EventName>(
    name: name,
    group: string,
    keys: (args: Args<name>) => readonly unknown[],
    value: unknown,
  ): readonly Entry<name>[] {
    const { entries, groups } = this.#shelf(name);
    let known = groups.get(group);
    if (known === undefined) {
      known = grouped(entries, keys);
      groups.set(group, known);
    }
    return known.get(value) ?? [];
  }

  /** Something that follows from all of it, and is kept until there is more. */
  derive<T>(make: (book: Book) => T): T {
    if (!this.#derived.has(make)) this.#derived.set(make, make(this));
    return this.#derived.get(make) as T;
  }

  #shelf<name extends EventName>(name: name): Shelf<name> {
    const shelves: { [each in EventName]?: Shelf<each> } = this.#shelves;
    const known: Shelf<name> | undefined = shelves[name];
    if (known !== undefined) return known;
    const made: Shelf<name> = { entries: [], groups: new Map() };
    Object.assign(shelves, { [name]: made });
    return made;
  }
}

function grouped<name extends EventName>(
  entries: readonly Entry<name>[],
  keys: (args: Args<name>) => readonly unknown[],
): Map<unknown, Entry<name>[]> {
  const made = new Map<unknown, Entry<name>[]>();
  for (const entry of entries)
    for (const key of new Set(keys(entry.args))) {
      const some = made.get(key);
      if (some === undefined) made.set(key, [entry]);
      else some.push(entry);
    }
  return made;
}
