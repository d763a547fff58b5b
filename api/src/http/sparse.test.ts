import { expect } from "chai";
import { useApi } from "../testing/api.ts";
import { ALICE, address, person, work } from "../testing/names.ts";
import { operations } from "../testing/openapi.ts";
import { proposalRow } from "../testing/rows.ts";

/** What stands beside what an answer tells of. */
const BESIDE = ["block", "next"];

/** Things that there are, by the name of the parameter that names them. */
const THERE: Readonly<Record<string, (path: string) => string>> = {
  id: (path) => (path.startsWith("/v1/proposals") ? proposalRow(4).id : work(1)),
  node: () => person(1),
  address: (path) => (path.startsWith("/v1/judges") ? address(10) : ALICE),
  index: () => "1",
};

const sparse = operations.flatMap(({ path, parameters }) => {
  const fields = parameters.find(({ name }) => name === "fields");
  if (fields === undefined) return [];
  const { items } = fields.schema as { items: { enum: string[] } };
  return [{ path: path.replaceAll(/\{(\w+)\}/g, (_, name) => THERE[name]?.(path) ?? ""), names: items.enum }];
});

describe("api: fewer fields", () => {
  const api = useApi();

  /** The names that each thing in an answer has. */
  async function namesIn(url: string): Promise<string[][]> {
    const response = await api().fetch(url);
    const answer: Record<string, unknown> = await response.json();
    expect(response.status, `${url} ${JSON.stringify(answer)}`).to.equal(200);
    const [subject] = Object.keys(answer).filter((name) => !BESIDE.includes(name));
    return [answer[subject ?? ""]].flat().map((thing) => Object.keys(Object(thing)));
  }

  it("can be asked of every list, and of everything that has a page", () => {
    const lists = operations.filter(({ parameters }) => parameters.some(({ name }) => name === "cursor"));
    expect(sparse.map(({ path }) => path)).to.include.members(
      lists.filter((each) => !/\{/.test(each.path)).map(({ path }) => path),
    );
    expect(sparse).to.have.length(16);
  });

  for (const { path, names } of sparse)
    it(`are all that ${path.replace(/0x\w+/, "…")} answers: each by itself, and all are those that there are`, async () => {
      const whole = await namesIn(path);
      expect(whole.length).to.be.above(0);
      for (const each of whole) expect(each).to.have.members(names);
      for (const name of names)
        for (const each of await namesIn(`${path}?fields=${name}`)) expect(each).to.deep.equal([name]);
    });

  it("say the same as the whole, and leave the block, and where to go on", async () => {
    const ask = async (url: string) => (await api().fetch(url)).json();
    const whole = await ask("/v1/contributions?limit=2");
    const part = await ask("/v1/contributions?limit=2&fields=number,title");
    expect(part).to.deep.equal({
      items: whole.items.map(({ number, title }: { number: number; title: string }) => ({ number, title })),
      next: whole.next,
      block: whole.block,
    });
  });

  it("are refused by name if there are none such", async () => {
    for (const fields of ["number,levle", "levle", "", "number,", "Number", "__proto__"]) {
      const { errors = [] } = await api().refused(`/v1/contributions?fields=${fields}`, 400);
      expect(
        errors.map(({ path }) => path),
        fields,
      ).to.deep.equal(["query.fields"]);
    }
    const { detail } = await api().refused("/v1/epochs?fields=number,levle", 400);
    expect(detail).to.include('query.fields has no "levle": there are number, start, end');
  });

  it("have a tag of their own, whatever their order", async () => {
    const tagOf = async (query: string) =>
      (await api().fetch(`/v1/epochs${query}`)).headers.get("etag") ?? "";
    const tags = [await tagOf(""), await tagOf("?fields=number"), await tagOf("?fields=start,number")];
    expect(new Set(tags).size).to.equal(3);
    expect(await tagOf("?fields=number,start,number")).to.equal(tags[2]);
    const ask = (tag = "") => api().fetch("/v1/epochs?fields=number", { headers: { "If-None-Match": tag } });
    expect((await ask(tags[0])).status).to.equal(200);
    const known = await ask(tags[1]);
    expect([known.status, known.headers.get("etag")]).to.deep.equal([304, tags[1]]);
  });
});
