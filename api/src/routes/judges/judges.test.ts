import { expect } from "chai";
import { getAddress } from "viem";
import { useApi } from "../../testing/api.ts";
import { address } from "../../testing/names.ts";
import { dutyPage, judgePage } from "./schema.ts";

describe("api: judges and their duties", () => {
  const api = useApi();
  const duties = async (query = "") =>
    (await api().get(`/v1/judges/${address(10)}/duties${query}`, dutyPage)).items.map(
      ({ contribution, round }) => `${contribution.number}/${round}`,
    );

  it("lists judges by their seats, those without one last", async () => {
    const { items } = await api().get("/v1/judges", judgePage);
    expect(items.map(({ seat }) => seat)).to.deep.equal([0, 1, 2, null, null]);
    expect(items[0]?.account).to.equal(getAddress(address(10)));
    expect(await api().all("/v1/judges?limit=1", judgePage)).to.deep.equal(items);
    expect(await api().all("/v1/judges?limit=2", judgePage)).to.deep.equal(items);
    await api().refused("/v1/judges?cursor=eA", 400);
  });

  it("lists a judge's places, of the latest works first, each round of its own", async () => {
    const all = ["6/2", "6/1", "5/1", "4/1", "3/1", "2/1", "1/1"];
    expect(await duties()).to.deep.equal(all);
    const paged = await api().all(`/v1/judges/${address(10)}/duties?limit=1`, dutyPage);
    expect(paged.map(({ contribution, round }) => `${contribution.number}/${round}`)).to.deep.equal(all);
    const [latest, replaced] = paged;
    expect([latest?.current, replaced?.current]).to.deep.equal([true, false]);
  });

  it("lists only what is being voted on, if asked", async () => {
    expect(await duties("?open=true")).to.deep.equal(["5/1"]);
    expect(await duties("?open=false")).to.have.length(7);
    await api().refused(`/v1/judges/${address(10)}/duties?open=maybe`, 400);
  });

  it("lists nothing for whoever never judged", async () => {
    expect((await api().get(`/v1/judges/${address(99)}/duties`, dutyPage)).items).to.deep.equal([]);
    await api().refused("/v1/judges/nobody/duties", 400);
  });
});
