import { symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import { parseIdentity } from "../identity.ts";
import { practicePerson } from "../practice/accounts.ts";
import { git } from "../practice/signedCommit.ts";
import { ProofError } from "./errors.ts";
import { fundingFile, repositoryUrl } from "./funding.ts";
import { borrowRepository } from "./repositories.ts";
import { ADA, deployment, TestHistory, toolsWith, wishWith } from "./testing/claimant.ts";

const ALICE = practicePerson(0).address;
const BOB = practicePerson(1).address;
const IDENTITY = "github:alice/ledger";
const proof = { kind: "funding-json" };

describe("the proof of a project's identity", function () {
  this.timeout(60_000);
  let history: TestHistory;
  beforeEach(() => {
    history = new TestHistory();
  });
  afterEach(() => history.remove());

  /** The repository of the identity is a folder of the test. */
  const mirror = (url: string) => (url === "https://github.com/alice/ledger" ? history.path : undefined);
  const tools = (chainId = 31_337) =>
    toolsWith([], {
      deployment: { ...deployment, chainId },
      repository: (request, work) => borrowRepository(request, { local: true, mirror }, work),
    });
  const check = (chainId?: number) =>
    fundingFile.check(wishWith({ identity: IDENTITY, account: ALICE }), proof, tools(chainId));
  const refusal = async (chainId?: number): Promise<string> =>
    check(chainId).then(
      () => expect.fail("It was proven."),
      (error: unknown) => {
        expect(error).to.be.instanceOf(ProofError);
        return error instanceof Error ? error.message : "";
      },
    );
  const publish = (content: object | string) => {
    const text = typeof content === "string" ? content : JSON.stringify(content);
    return history.commit({ email: ADA, files: { "FUNDING.json": text } });
  };

  it("holds when FUNDING.json at the tip names the account for this chain", async () => {
    const tip = publish({ azora: { "eip155:31337": { ownedBy: ALICE } }, opRetro: { projectId: "0x12" } });
    expect(await check()).to.deep.equal([
      `azora["eip155:31337"].ownedBy in FUNDING.json of https://github.com/alice/ledger names ${ALICE}, as of commit ${tip}.`,
    ]);
    publish({ azora: { "eip155:31337": { ownedBy: ALICE.toLowerCase() } } });
    expect(await check()).to.have.length(1);
  });

  it("takes what Drips reads on the chains that Drips names, unless the file speaks to us", async () => {
    publish({ drips: { ethereum: { ownedBy: ALICE }, filecoin: { ownedBy: BOB } } });
    expect((await check(1))[0]).to.match(/^drips\.ethereum\.ownedBy in /);
    expect(await refusal()).to.match(/names no address for the chain eip155:31337/);
    expect(await refusal(11_155_111)).to.match(/names no address/);
    publish({ drips: { ethereum: { ownedBy: ALICE } }, azora: { "eip155:1": { ownedBy: BOB } } });
    expect(await refusal(1)).to.match(new RegExp(`names ${BOB}, not ${ALICE}`));
  });

  it("does not hold for another account, another chain, or an older state of the file", async () => {
    publish({ azora: { "eip155:31337": { ownedBy: ALICE } } });
    publish({ azora: { "eip155:31337": { ownedBy: BOB } } });
    expect(await refusal()).to.match(/names 0x.*, not 0x/);
    publish({ azora: { "eip155:1": { ownedBy: ALICE } } });
    expect(await refusal()).to.match(/says nothing of the chain eip155:31337/);
  });

  it("does not hold for a file on another branch, or in a folder", async () => {
    history.commit({ email: ADA, files: { "docs/FUNDING.json": JSON.stringify({ azora: {} }) } });
    expect(await refusal()).to.equal("The root of https://github.com/alice/ledger has no FUNDING.json.");
    git(history.path, ["branch", "side"]);
    expect(await refusal()).to.match(/has no FUNDING\.json/);
  });

  it("does not follow a link, and takes neither a folder nor a submodule for a file", async () => {
    writeFileSync(
      path.join(history.path, "real.json"),
      JSON.stringify({ azora: { "eip155:31337": { ownedBy: ALICE } } }),
    );
    symlinkSync("real.json", path.join(history.path, "FUNDING.json"));
    history.commit({ email: ADA, files: {} });
    expect(await refusal()).to.match(/is not a plain file, but of the mode 120000/);
    git(history.path, ["rm", "-q", "--cached", "FUNDING.json"]);
    const tip = git(history.path, ["rev-parse", "HEAD"]);
    git(history.path, ["update-index", "--add", "--cacheinfo", `160000,${tip},FUNDING.json`]);
    git(history.path, ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-q", "-m", "Submodule"]);
    expect(await refusal()).to.match(/of the mode 160000/);
  });

  it("does not read what is too large", async () => {
    publish(`${" ".repeat(65_537)}`);
    expect(await refusal()).to.match(/has 65537 bytes, more than 65536/);
  });

  it("refuses what is no JSON, or not as agreed", async () => {
    for (const [content, why] of [
      ["{", /is not JSON in UTF-8/],
      ["[]", /does not fit/],
      ["null", /does not fit/],
      ["{}", /names no address/],
      ['{"azora":{"eip155:31337":{}}}', /does not fit: azora\.eip155:31337\.ownedBy/],
      ['{"azora":{"eip155:31337":{"ownedBy":"alice.eth"}}}', /"alice\.eth", which is no address/],
      [
        `{"azora":{"eip155:31337":{"ownedBy":"${ALICE.replace(/[a-f]/, (letter) => letter.toUpperCase())}"}}}`,
        /no address/,
      ],
    ] as const) {
      publish(content);
      expect(await refusal(), content).to.match(why);
    }
  });

  it("speaks of projects only, and the identity alone says where one is", () => {
    expect(repositoryUrl(parseIdentity("github:Alice/Ledger"))).to.equal("https://github.com/alice/ledger");
    expect(repositoryUrl(parseIdentity("repo:codeberg.org/Alice/ledger"))).to.equal(
      "https://codeberg.org/Alice/ledger",
    );
    for (const identity of ["github:alice", "npm:@alice/ledger", `git:${"a".repeat(64)}`])
      expect(fundingFile.fits(identity), identity).to.equal(false);
  });
});
