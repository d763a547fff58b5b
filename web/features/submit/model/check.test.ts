import { createDeployment } from "@azora/sdk";
import { expect } from "chai";
import { en } from "#strings/en.ts";
import { checkDraft, isFaultless } from "./check.ts";
import { type Draft, EMPTY_DRAFT } from "./draft.ts";

const deployment = createDeployment({
  chainId: 31_337,
  genesis: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  block: 0,
});
const account = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const good: Draft = {
  ...EMPTY_DRAFT,
  title: "A song",
  files: [{ path: "song.ogg", bytes: 5, sha256: "d".repeat(64) }],
  contributors: [{ key: 1, name: account }],
};
const problemsOf = (changes: Partial<Draft>, maxUpstream: number | undefined = 300_000) =>
  checkDraft({ ...good, ...changes }, deployment, maxUpstream, en);
const rowsOf = (...names: string[]) =>
  problemsOf({ contributors: names.map((name, at) => ({ key: at + 1, name })) }).rows;
const upstream = (weight: number) => ({
  upstream: [{ id: `0x01${"ab".repeat(31)}` as const, number: 1, title: "Parser", weight }],
});

describe("the form's own checks", () => {
  it("find nothing in a good form", () => {
    expect(isFaultless(problemsOf({}))).to.equal(true);
    expect(isFaultless(problemsOf(upstream(300_000)))).to.equal(true);
  });

  it("say what is missing or too long", () => {
    const empty = checkDraft(EMPTY_DRAFT, deployment, 300_000, en);
    expect(empty).to.include.keys("title", "files");
    expect(empty.rows.size).to.equal(1);
    expect(problemsOf({ title: "🚀".repeat(200) }).title).to.equal(undefined);
    expect(problemsOf({ title: "a".repeat(201) }).title).to.contain("200");
    expect(problemsOf({ summary: "a".repeat(1_001) }).summary).to.contain("1000");
  });

  it("say who cannot be credited, and why", () => {
    expect(rowsOf(account, "github:Alice", "github:alice").get(3)?.sentence).to.contain("twice");
    expect(rowsOf("alice").get(1)?.sentence).to.contain("write provider:name");
    expect(rowsOf(account.replace("f39F", "f39f")).get(1)?.sentence).to.contain("a letter of it is wrong");
    expect(rowsOf(`0x${"0".repeat(40)}`).get(1)?.sentence).to.contain("nobody");
    expect(rowsOf(deployment.addresses.rewardLedger).get(1)?.sentence).to.contain("own contracts");
  });

  it("hold what is cited to the rule of the moment, if it is known", () => {
    expect(problemsOf(upstream(300_001)).upstream)
      .to.contain("30%")
      .and.contain("30.0001%");
    expect(problemsOf(upstream(99)).upstream).to.contain("“Parser”");
    expect(checkDraft({ ...good, ...upstream(900_000) }, deployment, undefined, en).upstream).to.equal(
      undefined,
    );
  });
});
