import { expect } from "chai";
import { createNameCache } from "./cache.ts";
import { createWantedNames } from "./wanted.ts";

const alice = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";

describe("names that were asked for", () => {
  it("are asked for once an hour, however they are written and whoever asks at the time", async () => {
    let asked = 0;
    let now = 1;
    const names = createNameCache(
      async () => `name${++asked}.eth`,
      () => now,
    );
    const both = await Promise.all([names(alice), names(`0x${alice.slice(2).toLowerCase()}`)]);
    expect(both).to.deep.equal(["name1.eth", "name1.eth"]);
    now = 3_600_001;
    expect(await names(alice)).to.equal("name1.eth");
    now = 3_600_002;
    expect(await names(alice)).to.equal("name2.eth");
  });

  it("are none while nobody answers, which is asked again after a minute", async () => {
    let asked = 0;
    let now = 1;
    const names = createNameCache(
      async () => (++asked === 1 ? Promise.reject(new Error("away")) : "alice.eth"),
      () => now,
    );
    expect(await names(alice)).to.equal(undefined);
    now = 60_001;
    expect(await names(alice)).to.equal(undefined);
    now = 60_002;
    expect(await names(alice)).to.equal("alice.eth");
  });

  it("go, where too many are kept, when nobody has asked for them for the longest time", async () => {
    const asked: string[] = [];
    const names = createNameCache(async (address) => void asked.push(address));
    const address = (place: number) => `0x${String(place).padStart(40, "0")}` as const;
    for (let place = 0; place < 10_000; place += 1) await names(address(place));
    await names(address(0));
    await names(alice);
    await names(address(0));
    expect(asked).to.have.length(10_001);
    await names(address(1));
    expect(asked.at(-1)).to.equal(address(1));
  });
});

describe("names that a page wants", () => {
  const address = (place: number) => `0x${String(place).padStart(40, "0")}`;

  it("are asked for together, fifty at a time, each once, and told to all who wait", async () => {
    const asked: number[] = [];
    let run: () => void = () => undefined;
    const ask = async (some: readonly string[]) => {
      asked.push(some.length);
      return { [address(1)]: "one.eth" };
    };
    const nameOf = createWantedNames(ask, (next) => {
      run = next;
    });
    const all = Array.from({ length: 70 }, (_, place) => nameOf(address(place)));
    const again = nameOf(address(1));
    run();
    const names = await Promise.all(all);
    expect([await again, names[1], names[2], names[69]]).to.deep.equal([
      "one.eth",
      "one.eth",
      undefined,
      undefined,
    ]);
    expect([await nameOf(address(1)), asked]).to.deep.equal(["one.eth", [50, 20]]);
  });

  it("are nothing where the server does not answer", async () => {
    const nameOf = createWantedNames(
      () => Promise.reject(new Error("away")),
      (next) => queueMicrotask(next),
    );
    expect(await nameOf(address(1))).to.equal(undefined);
  });
});
