import { model } from "@azora/sdk";
import { expect } from "chai";
import { useApi } from "../../testing/api.ts";
import { azr, EPOCH_SECONDS, T0, timeOf } from "../../testing/names.ts";
import { SEAL_DELAY } from "../../testing/world.ts";
import { epochPage } from "./schema.ts";

describe("api: epochs", () => {
  const api = useApi();

  it("lists them latest first, with times by the formula", async () => {
    const { items } = await api().get("/v1/epochs", epochPage);
    expect(items.map(({ number }) => number)).to.deep.equal([3, 1, 0]);
    expect(items[1]).to.include({
      start: T0 + EPOCH_SECONDS,
      end: T0 + 2 * EPOCH_SECONDS,
      sealableAt: T0 + 2 * EPOCH_SECONDS + SEAL_DELAY,
      isSealed: false,
      sealedAt: null,
      budget: model.budget(1n).toString(),
      rate: null,
    });
    expect(items[2]).to.include({ isSealed: true, sealedAt: Number(timeOf(8)), rate: azr(1).toString() });
  });

  it("pages to the end", async () => {
    const paged = await api().all("/v1/epochs?limit=1", epochPage);
    expect(paged.map(({ number }) => number)).to.deep.equal([3, 1, 0]);
    await api().refused("/v1/epochs?cursor=WyJlcG9jaHMiLFswLjVdXQ", 400);
  });
});
