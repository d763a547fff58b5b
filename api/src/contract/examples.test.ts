import { readFileSync } from "node:fs";
import { contribution } from "@azora/indexer/schema";
import { expect } from "chai";
import { eq } from "drizzle-orm";
import { useApi } from "../testing/api.ts";
import { claimOf } from "../testing/claims.ts";
import { manifestOf, uploadOf } from "../testing/manifests.ts";
import { ALICE, address, person, timeOf, work } from "../testing/names.ts";
import { HEAD } from "../testing/world.ts";

const DOCS = readFileSync(new URL("../../../docs/api.md", import.meta.url), "utf8");

const upload = uploadOf(manifestOf("Audited the ledger"));
const claim = JSON.stringify(claimOf({ deadline: Number(timeOf(HEAD)) + 3_600 }));

/** What the examples name is of another network: what this one has in its place. */
const HERE: readonly [RegExp, string][] = [
  [/contributions\/0x\w+/, `contributions/${work(1)}`],
  [/accounts\/0x\w+/, `accounts/${ALICE}`],
  [/identities\/0x\w+/, `identities/${person(2)}`],
  [/judges\/0x\w+/, `judges/${address(10)}`],
  [/evidence\/0x\w+/, `evidence/${upload.hash}`],
  [/minBlock=\d+/, `minBlock=${HEAD}`],
  [/kind=Settled/, "kind=Registered"],
];

interface Example {
  command: string;
  /** Names that the answer shows, of which some are left out. */
  names: string[];
}

/** What stands behind `$ curl` in the docs, with the answer under it. */
const examples: Example[] = [...DOCS.matchAll(/^\$ (curl .+)\n(.+)$/gm)].map(
  ([, command = "", answer = ""]) => ({
    command,
    names: [...new Set([...answer.matchAll(/"([a-zA-Z]+)":/g)].map(([, name = ""]) => name))],
  }),
);

/** The arguments of a command as a shell would part them, which knows quotes here and nothing else. */
const argumentsOf = (command: string): string[] =>
  [...command.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(
    ([, single, double, plain]) => single ?? double ?? plain ?? "",
  );

/** What curl would send, of the options that the docs use. */
function requestOf(command: string): { path: string; init: RequestInit } {
  const [, ...rest] = argumentsOf(command);
  const init: RequestInit = { headers: {} };
  let path = "";
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === "-X") init.method = rest.shift() ?? "";
    else if (word === "-H") {
      const [name = "", value = ""] = (rest.shift() ?? "").split(": ");
      init.headers = { ...init.headers, [name]: value };
    } else if (/^(-d|--data(-binary)?)$/.test(word)) {
      init.method ??= "POST";
      init.body = bodyOf(rest.shift() ?? "");
    } else path = HERE.reduce((text, [there, here]) => text.replace(there, here), word.replace("$API", ""));
  }
  return { path, init };
}

const bodyOf = (data: string) => {
  if (!data.startsWith("@")) return data;
  return data.includes("claim") ? claim : upload.bytes;
};

const namesIn = (value: unknown): string[] =>
  typeof value === "object" && value !== null
    ? Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)])
    : [];

describe("api: examples of docs/api.md", () => {
  const api = useApi();

  before(async () => {
    api().chain.head = HEAD;
    await api()
      .build.db.update(contribution)
      .set({ evidenceHash: upload.hash })
      .where(eq(contribution.id, work(1)));
    await api().fetch(`/v1/evidence/${upload.hash}`, { method: "PUT", body: upload.bytes });
  });

  for (const { command, names } of examples)
    it(command.slice(0, 80), async () => {
      const { path, init } = requestOf(command);
      const response = await api().fetch(path, init);
      const answer: unknown = await response.json();
      const isRefusal = names.includes("detail") && names.includes("type");
      expect(response.ok, JSON.stringify(answer)).to.equal(!isRefusal);
      expect(namesIn(answer)).to.include.members(names);
    });

  it("are as many as there were, so that none is missed by the way in which it is written", () => {
    expect(examples.length).to.equal(DOCS.match(/^\$ curl /gm)?.length);
    expect(examples.length).to.be.above(15);
  });
});
