import { expect } from "chai";
import { memoryStorage } from "#lib/browser/fixture.ts";
import { account, entryOf, hash, other, sent } from "../fixture.ts";
import { createSentBox } from "./box.ts";
import { keptOf } from "./entry.ts";

const KEY = `azora.transactions.31337.${account.toLowerCase()}`;
const pending = entryOf({ by: "hash", hash, as: keptOf(sent) }, { step: "pending", hash });
const done = (place: number) => ({
  ...entryOf({ by: "hash", hash }, { step: "indexed", hash, block: place }),
  id: `${place}`,
});

const open = (storage?: Pick<Storage, "getItem" | "setItem" | "removeItem">, chainId = 31_337) =>
  createSentBox(storage, chainId, account);
const entriesOf = (box: ReturnType<typeof open>) => box.store.getState().entries;

describe("what an account sent, over a reload", () => {
  it("is there again, with its course, for this chain and account only", () => {
    const storage = memoryStorage();
    const box = open(storage);
    box.add(pending);
    box.update(hash, { state: { step: "held", hash } });
    expect(entriesOf(open(storage))).to.deep.equal([{ ...pending, state: { step: "held", hash } }]);
    expect(entriesOf(open(storage, 1))).to.deep.equal([]);
    expect(entriesOf(createSentBox(storage, 31_337, `0x${"1".repeat(40)}`))).to.deep.equal([]);
  });

  it("keeps all that is under way, and of the rest the last twenty", () => {
    const box = open(memoryStorage());
    box.add(pending);
    for (let place = 0; place < 30; place += 1) box.add(done(place));
    const kept = entriesOf(box);
    expect(kept).to.have.length(21);
    expect([kept[0]?.id, kept.at(-2)?.id, kept.at(-1)?.id]).to.deep.equal(["29", "10", hash]);
  });

  it("loses nothing to another tab that writes in between", () => {
    const storage = memoryStorage();
    const [here, there] = [open(storage), open(storage)];
    here.add(pending);
    there.add({ ...pending, id: other });
    here.remove(({ id }) => id === hash);
    there.read();
    expect(entriesOf(there).map(({ id }) => id)).to.deep.equal([other]);
  });

  it("is dropped where it cannot be read, says so, and works on", () => {
    const storage = memoryStorage();
    open(storage).add(pending);
    const text = storage.getItem(KEY) ?? "";
    const changed = (from: string | RegExp, to: string) => text.replaceAll(from, to);
    for (const bad of [
      "{",
      "null",
      "[]",
      '{"version":1,"state":{}}',
      changed('"version":1', '"version":0'),
      changed('"href":"/"', '"href":"//elsewhere.example"'),
      changed('"href":"/"', '"href":"javascript:1"'),
      changed(hash, "0x12"),
      changed('"value":"0"', '"value":"none"'),
      changed('"step":"pending"', '"step":"over"'),
      changed('"since":3', '"since":"3"'),
    ]) {
      storage.setItem(KEY, bad);
      const box = open(storage);
      expect(box.store.getState(), bad).to.deep.equal({ entries: [], isDamaged: true });
      box.add(pending);
      expect(open(storage).store.getState(), bad).to.deep.equal({ entries: [pending], isDamaged: false });
    }
  });

  it("is here only in a browser that keeps nothing, or nothing more", () => {
    const full = { ...memoryStorage(), setItem: () => expect.fail("full") };
    for (const box of [open(), open(full)]) {
      box.add(pending);
      box.add({ ...pending, id: other });
      expect(entriesOf(box).map(({ id }) => id)).to.deep.equal([other, hash]);
    }
  });
});
