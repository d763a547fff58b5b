import { expect } from "chai";
import { getAddress } from "viem";
import { useApi } from "../../testing/api.ts";
import { ALICE, aliceNode, azr, BOB, CAROL, person, timeOf } from "../../testing/names.ts";
import { identityAnswer } from "./schema.ts";

describe("api: identities", () => {
  const api = useApi();
  const identityOf = async (n: number) =>
    (await api().get(`/v1/identities/${person(n)}`, identityAnswer)).identity;

  it("shows the link in effect, the pool and what came in", async () => {
    const identity = await identityOf(1);
    expect(identity.link).to.deep.include({
      account: getAddress(ALICE),
      effective: true,
      attestors: [getAddress(CAROL)],
    });
    expect(identity.pool.received).to.equal(azr(2).toString());
    expect(identity.received).to.have.length(1);
    expect(identity.credited).to.equal(3);
  });

  it("shows a proposed link as not in effect, after one that was vetoed", async () => {
    const { link, nonce } = await identityOf(2);
    expect(nonce).to.equal(1);
    expect(link).to.deep.include({
      account: getAddress(BOB),
      effective: false,
      effectiveAt: Number(timeOf(41)),
    });
  });

  it("shows no link when the last one was vetoed, and an empty pool when nothing came", async () => {
    const { link, pool } = await identityOf(3);
    expect(link).to.equal(null);
    expect(pool).to.deep.equal({ balance: "0", minted: "0", received: "0" });
  });

  it("says 404 for what nobody has named, an account's node included", async () => {
    await api().refused(`/v1/identities/${person(9)}`, 404);
    await api().refused(`/v1/identities/${aliceNode}`, 404);
    await api().refused("/v1/identities/github:alice", 400);
  });
});
