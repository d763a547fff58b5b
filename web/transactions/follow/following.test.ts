import { expect } from "chai";
import { memoryStorage } from "#lib/browser/fixture.ts";
import { account, entryOf, hash, other, type World, worldWith } from "../fixture.ts";
import { createSentBox } from "../sent/box.ts";
import { createFollowing } from "./following.ts";

function boxWith(...entries: ReturnType<typeof entryOf>[]) {
  const box = createSentBox(memoryStorage(), 31_337, account);
  for (const entry of entries) box.add(entry);
  return box;
}

const stateOf = (box: ReturnType<typeof boxWith>, id: string) => box.find(id)?.state;

describe("following what an account sent", () => {
  it("is done once, whoever asks, and kept at each step", async () => {
    const box = boxWith(entryOf({ by: "hash", hash }));
    const { ports, log } = worldWith();
    const following = createFollowing(box);
    let seen = 0;
    const onSeen = () => {
      seen += 1;
    };
    const ends = [1, 2].map(() => following.follow(hash, async () => ports, onSeen));
    expect(stateOf(box, hash)).to.deep.equal({ step: "pending", hash });
    expect(await Promise.all(ends)).to.deep.equal(Array(2).fill({ step: "indexed", hash, block: 7 }));
    expect([stateOf(box, hash), log, seen]).to.deep.equal([
      { step: "indexed", hash, block: 7 },
      ["seen 7"],
      1,
    ]);
    expect(box.find(hash)?.handle).to.have.nested.property("as.nonce", 4);
  });

  it("is begun again for all that is not over, and for nothing else", async () => {
    const done = { ...entryOf({ by: "hash", hash: other }, { step: "indexed", hash: other, block: 2 }) };
    const lost = { step: "failed", name: "NoConnection", sentence: "Away.", hash, isLost: true } as const;
    const box = boxWith(done, entryOf({ by: "hash", hash }, lost));
    const { ports, log } = worldWith();
    const following = createFollowing(box);
    following.followAll(
      async () => ports,
      () => undefined,
    );
    await following.follow(
      hash,
      async () => ports,
      () => undefined,
    );
    expect([stateOf(box, hash), stateOf(box, other)]).to.deep.equal([
      { step: "indexed", hash, block: 7 },
      { step: "indexed", hash: other, block: 2 },
    ]);
    expect(log).to.deep.equal(["seen 7"]);
    const nobody = following.follow(
      "0x12",
      async () => ports,
      () => undefined,
    );
    expect(nobody).to.equal(undefined);
  });

  it("ends when nobody wants to know any more, even what would never end by itself", async () => {
    const box = boxWith(entryOf({ by: "hash", hash }));
    const following = createFollowing(box);
    const changes: Partial<World> = {
      known: () => Promise.reject(new Error("not known here")),
      code: "0x6001",
      pause: () => following.drop(hash),
    };
    const { ports } = worldWith(changes);
    const end = await following.follow(
      hash,
      async () => ports,
      () => undefined,
    );
    expect([end, box.find(hash)]).to.deep.equal([{ step: "held", hash }, undefined]);
  });
});
