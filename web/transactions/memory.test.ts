import { expect } from "chai";
import type { Hash } from "viem";
import { createMemory, type Place, recall } from "./memory.ts";

const hash: Hash = `0x${"aa".repeat(32)}`;
const place: Place = { chainId: 31_337, account: "0xAb", kind: "register", subject: "" };
const heading = { title: "Register", record: { href: "/contributions/1", label: "Follow" } };

function box() {
  const map = new Map<string, string>();
  return {
    map,
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  };
}

describe("what was sent, over a reload", () => {
  it("is remembered until its end was seen, each in its place", () => {
    const kept = box();
    const memory = createMemory(kept, place, heading);
    memory.keep(hash);
    expect(recall(kept, place)).to.deep.equal({ hash, ...heading });
    for (const other of [{ chainId: 1 }, { account: "0xac" }, { kind: "commit" as const }, { subject: "x" }])
      expect(recall(kept, { ...place, ...other })).to.equal(undefined);
    memory.drop();
    expect(recall(kept, place)).to.equal(undefined);
  });

  it("keeps what was sent with it, and no other thing that somebody wrote there", () => {
    const kept = box();
    const from = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
    const sent = { from, nonce: 4, to: from, value: 10n ** 18n, input: "0x12" } as const;
    createMemory(kept, place, heading).keep(hash, sent);
    expect(recall(kept, place)).to.deep.equal({ hash, ...heading, sent });
    const [key, text] = [...kept.map.entries()][0] ?? expect.fail("nothing is kept");
    for (const [was, is] of [
      [`"nonce":4`, `"nonce":"4"`],
      [from, "0x12"],
      [`"input":"0x12"`, `"input":1`],
    ]) {
      kept.map.set(key, text.replaceAll(String(was), String(is)));
      expect(recall(kept, place), is).to.deep.equal({ hash, ...heading });
    }
  });

  it("is nothing if somebody wrote something else there, or there is no place at all", () => {
    const kept = box();
    createMemory(kept, place, heading).keep(hash);
    for (const text of ["{", "null", "{}", `{"hash":"0x1","title":"","record":{"href":"","label":""}}`]) {
      for (const key of kept.map.keys()) kept.map.set(key, text);
      expect(recall(kept, place), text).to.equal(undefined);
    }
    createMemory(undefined, place, heading).keep(hash);
    expect(recall(undefined, place)).to.equal(undefined);
  });

  it("may be refused by the browser", () => {
    const full = { ...box(), setItem: () => expect.fail("full") };
    createMemory(full, place, heading).keep(hash);
    expect(recall(full, place)).to.equal(undefined);
  });
});
