import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { createDeployment } from "../../../addresses.ts";
import { practicePerson } from "../../../practice/accounts.ts";
import { linkChallenge } from "../../../proofs/challenge.ts";
import { UsageError } from "../../exit.ts";
import { readChallenge } from "./files.ts";

const deployment = createDeployment({
  chainId: 31_337,
  genesis: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  block: 0,
});

describe("cli: the challenge of a link", () => {
  let cwd: string;
  before(() => {
    cwd = mkdtempSync(path.join(tmpdir(), "azora-challenge-"));
  });
  after(() => rmSync(cwd, { recursive: true }));

  const { stdin, stdout, stderr } = process;
  const read = (text: string) => {
    writeFileSync(path.join(cwd, "challenge.txt"), text);
    const app = { env: {}, cwd, signal: new AbortController().signal, stdin, stdout, stderr };
    return readChallenge(app, "challenge.txt", deployment);
  };

  it("is read as it was written, and not if anything of it is otherwise", () => {
    const account = practicePerson(0).address;
    const wish = { identity: "github:alice/ledger", account, nonce: 3, deadline: 1_796_251_131 };
    const text = linkChallenge(deployment, wish);
    expect(text).to.match(/^deadline: 1796251131 \(2026-12-02T22:38:51\.000Z\)$/m);
    expect(read(text)).to.deep.equal(wish);
    for (const other of [
      "",
      `${text}\n`,
      text.trimEnd(),
      text.replaceAll("\n", "\r\n"),
      text.replace("chain: 31337", "chain: 1"),
      text.replace("for good", "for a while"),
      text.replace("alice", "mallory"),
      text.replace("nonce: 3", "nonce: three"),
      text.replace("1796251131", "99999999999999999"),
      text.replace(account, practicePerson(1).address.toLowerCase()),
      linkChallenge({ ...deployment, chainId: 1 }, wish),
    ])
      expect(() => read(other), JSON.stringify(other)).to.throw(
        UsageError,
        /is not a challenge of this network/,
      );
  });
});
