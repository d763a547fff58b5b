import { expect } from "chai";
import { memoryStorage } from "#lib/browser/fixture.ts";
import { transactions as words } from "#strings/en/transactions.ts";
import { account, entryOf, hash, other, transaction, type World, worldWith } from "../fixture.ts";
import { createFollowing } from "../follow/following.ts";
import type { SentState } from "../state.ts";
import { createSentBox } from "./box.ts";
import { createNews } from "./news.ts";

const { title } = transaction;
const { pending, held, lagging, away } = words.state;
const confirmed = words.state.confirmed(7);
const indexed = words.state.indexed(7);

/** A page of the app, as it is loaded by a browser that keeps this. */
function pageOf(storage = memoryStorage()) {
  const said: string[] = [];
  const box = createSentBox(storage, 31_337, account);
  const news = createNews(box, words, (text) => said.push(text));
  const following = createFollowing(box);
  const heard = () => said.splice(0);
  const follow = async (changes: Partial<World> = {}, id: string = hash) => {
    const { ports } = worldWith(changes);
    await following.follow(
      id,
      async () => ports,
      () => undefined,
    );
    return heard();
  };
  return { box, news, heard, follow };
}

const sentOne = (state?: SentState) => entryOf({ by: "hash", hash }, state);

describe("what is said of what an account sends", () => {
  it("is each step once, from the first on", async () => {
    const { box, news, heard, follow } = pageOf();
    news.begin(title);
    for (const step of ["simulating", "signing"] as const) news.early(title, { step });
    box.add(sentOne());
    expect(heard()).to.deep.equal([title, words.state.simulating, words.state.signing, pending]);
    expect(await follow()).to.deep.equal([confirmed, indexed]);
    box.update(hash, { isTold: true });
    expect(heard()).to.deep.equal([]);
  });

  it("is nothing that was said before the page was loaded anew, and then what it is about", async () => {
    const storage = memoryStorage();
    pageOf(storage).box.add(sentOne());
    const { heard, follow } = pageOf(storage);
    expect(heard()).to.deep.equal([]);
    expect(await follow()).to.deep.equal([title, confirmed, indexed]);
    expect(await pageOf(storage).follow()).to.deep.equal([]);
  });

  it("is that the owners of a contract have it, and not again after a reload", async () => {
    const storage = memoryStorage();
    const owners: Partial<World> = {
      known: () => Promise.reject(new Error("not known here")),
      code: "0x6001",
      block: () => {
        throw new Error("The node is away.");
      },
    };
    const first = pageOf(storage);
    first.box.add(sentOne());
    expect((await first.follow(owners)).slice(0, 3)).to.deep.equal([title, pending, held]);
    first.box.update(hash, { state: { step: "held", hash } });
    const { heard, follow, box } = pageOf(storage);
    box.update(hash, { state: { step: "pending", hash } });
    box.update(hash, { state: { step: "held", hash } });
    expect(heard()).to.deep.equal([]);
    expect((await follow(owners)).filter((text) => text !== title)).to.have.length(1);
  });

  it("is an answer for whoever looks again, even if it is the same", async () => {
    const storage = memoryStorage();
    const at = { hash, block: 7 };
    pageOf(storage).box.add(sentOne({ step: "unseen", ...at, why: "lagging" }));
    const { box, news, heard, follow } = pageOf(storage);
    expect(await follow({ seen: async () => "lagging" })).to.deep.equal([]);
    news.again(hash);
    box.update(hash, { isTold: false });
    expect(heard()).to.deep.equal([]);
    expect(await follow({ seen: async () => "lagging" })).to.deep.equal([title, confirmed, lagging(7)]);
    expect(await follow({ seen: async () => "away" })).to.deep.equal([away(7)]);
  });

  it("tells with which words it ends that are English in every language, and none of the app's own", () => {
    const said: [string, string | undefined][] = [];
    const box = createSentBox(memoryStorage(), 31_337, account);
    const news = createNews(box, words, (text, english) => said.push([text, english]));
    news.begin(title);
    for (const name of ["NotOnPanel", "WrongChain", "NoWallet"])
      news.early(title, { step: "failed", name, sentence: "No." });
    news.early(title, { step: "failed", name: "WrongChain", sentence: "No.", isLost: true });
    expect(said).to.deep.equal([
      [title, undefined],
      [`${words.failed}: No.`, "No."],
      [words.wrongNetwork, undefined],
      [`${words.failed}: No.`, undefined],
      [`${words.lost}: No.`, "No."],
    ]);
  });

  it("says each time which of several it is", () => {
    const { box, heard } = pageOf();
    box.add(sentOne());
    box.add({ ...sentOne(), id: other, title: "Another" });
    box.update(hash, { state: { step: "confirmed", hash, block: 7 } });
    expect(heard()).to.deep.equal([title, pending, "Another", pending, title, confirmed]);
  });

  it("is also what another tab comes to know, unless its form has told it", () => {
    const storage = memoryStorage();
    const [here, there] = [pageOf(storage), pageOf(storage)];
    there.box.add(sentOne());
    there.box.add({ ...sentOne({ step: "indexed", hash, block: 2 }), id: other, isTold: true });
    here.box.read();
    there.box.update(hash, { state: { step: "indexed", hash, block: 7 } });
    here.box.read();
    expect(here.heard()).to.deep.equal([title, pending, indexed]);
  });
});
