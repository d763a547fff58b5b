import { block, protocol } from "@azora/indexer/schema";
import { constants, ruleNames } from "@azora/sdk";
import { expect } from "chai";
import { eq } from "drizzle-orm";
import { getAddress } from "viem";
import { useApi } from "../../testing/api.ts";
import { azr, CAROL, deployment, EPOCH_SECONDS, hashOf, T0, timeOf } from "../../testing/names.ts";
import { blockRow } from "../../testing/rows.ts";
import { HEAD, LEAVES } from "../../testing/world.ts";
import { peoplePage } from "../accounts/schema.ts";
import { headAnswer } from "../head/schema.ts";
import { networkSchema } from "../network/schema.ts";
import { protocolAnswer } from "./schema.ts";

describe("api: protocol, head and network", () => {
  const api = useApi();

  it("shows totals, phases, rules and who attests", async () => {
    const { protocol: shown } = await api().get("/v1/protocol", protocolAnswer);
    expect(shown).to.include({
      genesisTime: T0,
      epochLength: EPOCH_SECONDS,
      epoch: Math.floor((HEAD * 10) / EPOCH_SECONDS),
      supply: azr(14).toString(),
      maxSupply: constants.Emission.MAX_SUPPLY.toString(),
      people: 4,
      ledgerSize: LEAVES,
      contributions: 7,
    });
    expect(shown.citadel).to.deep.equal({
      azr: "1400000000000000000",
      ether: "5",
      minted: "1400000000000000000",
    });
    expect(shown.phases).to.deep.equal({
      None: 0,
      Armed: 1,
      Voting: 1,
      Scored: 1,
      Rejected: 0,
      Accepted: 0,
      Settled: 4,
      Void: 0,
    });
    expect(shown.rules.map(({ name }) => name)).to.deep.equal(ruleNames);
    expect(shown.rules[0]).to.deep.equal({
      name: "RegistrationBond",
      unit: "gwei",
      value: "100",
      min: "1",
      max: "1000000",
    });
    expect(shown.articlesHash).to.equal(hashOf("better articles"));
    expect(shown.critics).to.deep.equal([
      { account: getAddress(CAROL), since: Number(timeOf(2)), critiques: 2, flagsLeft: 100, strikes: 0 },
    ]);
    // Those who were dismissed are none.
    expect(shown.attestors.map(({ account }) => account)).to.deep.equal([getAddress(CAROL)]);
  });

  it("counts the people that are listed, also once the link of somebody who was paid takes effect", async () => {
    const counts = async () => {
      const { protocol: shown } = await api().get("/v1/protocol", protocolAnswer);
      return [shown.people, (await api().get("/v1/people?limit=100", peoplePage)).items.length];
    };
    expect(await counts()).to.deep.equal([4, 4]);
    // That was proposed already: no event says that it is in effect now.
    await api()
      .build.db.insert(block)
      .values(blockRow(HEAD + 1));
    expect(await counts()).to.deep.equal([3, 3]);
    await api()
      .build.db.delete(block)
      .where(eq(block.number, BigInt(HEAD + 1)));
  });

  it("shows the head, and nothing else", async () => {
    const answer = await api().get("/v1/head", headAnswer);
    expect(answer.block.number).to.equal(HEAD);
    expect(await api().blockOf("/v1/head")).to.match(/^40;hash=/);
  });

  it("says where the contracts are, without the address of a node unless the operator names one", async () => {
    const network = await api().get("/v1/network", networkSchema);
    expect(network).to.deep.include({
      chainId: 31_337,
      local: true,
      rpcUrl: null,
      genesis: deployment.genesis,
    });
    expect(network.addresses).to.deep.equal(deployment.addresses);
  });

  it("answers 503 until the deployment is complete", async () => {
    await api().build.db.update(protocol).set({ genesisTime: null, epochLength: null });
    for (const path of ["/v1/protocol", "/v1/epochs"])
      expect((await api().refused(path, 503)).detail).to.match(/not complete/);
    await api().build.db.delete(protocol);
    await api().refused("/v1/protocol", 503);
  });
});
