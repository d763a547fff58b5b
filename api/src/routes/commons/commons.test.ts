import { expect } from "chai";
import { getAddress, zeroAddress } from "viem";
import { useApi } from "../../testing/api.ts";
import { AZR, address, azr, BOB, COIN, person, work } from "../../testing/names.ts";
import { identityAnswer } from "../identities/schema.ts";
import { commonsAnswer } from "./schema.ts";

describe("api: the commons", () => {
  const api = useApi();

  it("shows what the fund holds, may spend and has spent, latest first", async () => {
    const { commons } = await api().get("/v1/commons", commonsAnswer);
    expect(commons).to.include({ azr: "1400000000000000000", ether: "5" });
    expect(commons.epochs.map(({ token, epoch, opening }) => [token, epoch, opening])).to.deep.equal([
      [getAddress(AZR), 2, azr(2).toString()],
      [getAddress(AZR), 1, azr(1).toString()],
    ]);
    expect(
      commons.tokens.map((each) => [each.token, each.rewards, each.granted, each.stipends]),
    ).to.deep.equal([
      [getAddress(AZR), "0", "7", "8"],
      [zeroAddress, "0", "0", "0"],
      [getAddress(COIN), "10", "0", "0"],
    ]);
    expect(commons.epochs[1]).to.include({ granted: "7", stipends: "8" });
    expect(commons.grants.map(({ to, amount, epoch }) => [to, amount, epoch])).to.deep.equal([
      [getAddress(BOB), "7", 1],
    ]);
    expect(commons.stipends.map((each) => [each.contribution, each.validator, each.amount])).to.deep.equal([
      [work(1), getAddress(address(7)), "8"],
    ]);
  });

  it("shows the same by GraphQL, and an identity's pool of another token", async () => {
    const query = "{ commons { azr epochs { epoch opening } grants { to } stipends { validator } } }";
    const response = await api().fetch("/graphql", {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ query }),
    });
    expect((await response.json()).data).to.deep.equal({
      commons: {
        azr: "1400000000000000000",
        epochs: [
          { epoch: 2, opening: azr(2).toString() },
          { epoch: 1, opening: azr(1).toString() },
        ],
        grants: [{ to: getAddress(BOB) }],
        stipends: [{ validator: getAddress(address(7)) }],
      },
    });
    const { identity } = await api().get(`/v1/identities/${person(1)}`, identityAnswer);
    expect(identity.tokenPools.map(({ balance }) => balance)).to.deep.equal(["36"]);
  });
});
