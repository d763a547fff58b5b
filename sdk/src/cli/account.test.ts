import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { practiceGuardian, practiceJudges, practiceRegistrant } from "../practice/accounts.ts";
import { signerOf } from "./account.ts";
import { type Failure, failureOf, UsageError } from "./exit.ts";
import type { Globals } from "./globals.ts";
import { createOutput } from "./output.ts";

const KEY = "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";
const OWNER = "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266";
const LOCAL = 31_337;

describe("cli: who signs", () => {
  let folder: string;
  const { stdin, stdout, stderr } = process;
  const signal = new AbortController().signal;

  function signer(globals: Globals, env: NodeJS.ProcessEnv = {}, chainId = LOCAL) {
    const app = { env, cwd: folder, signal, stdin, stdout, stderr };
    return signerOf(app, globals, chainId, createOutput(app, { json: false, quiet: true })).address;
  }
  function refusal(globals: Globals, env: NodeJS.ProcessEnv = {}, chainId = LOCAL): Failure {
    try {
      signer(globals, env, chainId);
    } catch (error) {
      expect(error).to.be.instanceOf(UsageError);
      return failureOf(error);
    }
    throw new Error("It signed.");
  }

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), "azora-key-"));
    writeFileSync(path.join(folder, "key"), `${KEY.slice(2)}\n`);
    chmodSync(path.join(folder, "key"), 0o600);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("is a key from a file or the environment, the file first", () => {
    expect(signer({ keyFile: "key" })).to.equal(OWNER);
    expect(signer({}, { AZORA_PRIVATE_KEY: KEY })).to.equal(OWNER);
    expect(signer({ keyFile: "key" }, { AZORA_PRIVATE_KEY: "broken" })).to.equal(OWNER);
  });

  it("is a practice account on a local chain", () => {
    expect(signer({ account: "practice:registrant" })).to.equal(practiceRegistrant().address);
    expect(signer({ account: "practice:guardian" })).to.equal(practiceGuardian().address);
    expect(signer({ account: "practice:judge:3" })).to.equal(practiceJudges()[3]?.address);
  });

  it("is never a practice account anywhere else, whatever is set", () => {
    for (const chainId of [1, 11_155_111]) {
      expect(refusal({ account: "practice:registrant" }, {}, chainId).sentence).to.match(/local chains only/);
    }
  });

  it("is asked for when nobody is named, and not guessed when two are", () => {
    expect(refusal({}).sentence).to.match(/^Say which account signs/);
    expect(refusal({ account: "practice:keeper", keyFile: "key" }).sentence).to.match(/^Give either/);
    for (const account of [
      "judge:1",
      "practice:king",
      "practice:judge:30",
      "practice:judge",
      "practice:keeper:1",
    ]) {
      expect(refusal({ account }).code, account).to.equal(2);
    }
  });

  it("is never shown, not even a key that is wrong", () => {
    for (const key of [
      KEY.slice(0, -1),
      `${KEY.slice(0, -1)}g`,
      `0x${"ff".repeat(32)}`,
      `0x${"00".repeat(32)}`,
    ]) {
      const { sentence } = refusal({}, { AZORA_PRIVATE_KEY: key });
      expect(sentence).to.match(/^AZORA_PRIVATE_KEY (must hold|holds)/);
      expect(sentence).to.not.include(key.slice(2, 12));
    }
  });
});
