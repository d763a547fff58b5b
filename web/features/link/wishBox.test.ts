import { createDeployment } from "@azora/sdk";
import { expect } from "chai";
import { memoryStorage } from "#lib/browser/fixture.ts";
import { isOver, keepWish, recallWish, wishKey } from "./wishBox.ts";

const account = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const wish = { identity: "github:alice", account, nonce: 1, deadline: 1_000 } as const;

function deploymentOf(genesis: `0x${string}`) {
  return createDeployment({ chainId: 31_337, genesis, block: 0 });
}

describe("a wish to be linked", () => {
  it("is kept for one account on one registry of one chain", () => {
    const box = memoryStorage();
    const here = deploymentOf("0x5FbDB2315678afecb367f032d93F642f64180aa3");
    keepWish(box, wishKey(here, account), wish);
    expect(recallWish(box, wishKey(here, account.toLowerCase()))).to.deep.equal(wish);
    const anew = deploymentOf("0xe7f1725E7734CE288F8367e1Bb143E90bb3F0512");
    const others = [
      wishKey(anew, account),
      wishKey({ ...here, chainId: 1 }, account),
      wishKey(here, `0x${"12".repeat(20)}`),
    ];
    for (const key of others) expect(recallWish(box, key)).to.equal(undefined);
    keepWish(box, wishKey(here, account), undefined);
    expect(recallWish(box, wishKey(here, account))).to.equal(undefined);
  });

  it("is over after its last second", () => {
    expect(isOver(wish, 1_000n)).to.equal(false);
    expect(isOver(wish, 1_001n)).to.equal(true);
  });

  it("is none where something else stands, or nothing can be kept", () => {
    const box = memoryStorage();
    for (const text of ["no JSON", "null", "{}", JSON.stringify({ ...wish, account: "0x12" })]) {
      box.setItem("key", text);
      expect(recallWish(box, "key"), text).to.equal(undefined);
    }
    const full = { ...memoryStorage(), setItem: () => expect.fail("full") };
    for (const each of [full, undefined]) {
      keepWish(each, "key", wish);
      expect(recallWish(each, "key")).to.equal(undefined);
    }
  });
});
