import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { decodeFunctionData } from "viem";
import { createDeployment } from "../../../addresses.ts";
import { constitutionAbi } from "../../../generated/abis.ts";
import { Rule } from "../../../generated/enums.ts";
import { hashRationale } from "../../../storedBallot.ts";
import type { App } from "../../app.ts";
import { UsageError } from "../../exit.ts";
import { contentFrom } from "./content.ts";
import { deedsOf } from "./proposals.ts";

const { addresses } = createDeployment({
  chainId: 1,
  genesis: "0x5FbDB2315678afecb367f032d93F642f64180aa3",
  block: 0,
});

describe("cli: what is proposed", () => {
  let app: App;
  before(() => {
    const { env, stdin, stdout, stderr } = process;
    const cwd = mkdtempSync(path.join(tmpdir(), "azora-propose-"));
    app = { env, cwd, signal: new AbortController().signal, stdin, stdout, stderr };
  });
  after(() => rmSync(app.cwd, { recursive: true }));

  const file = (json: unknown): string => {
    writeFileSync(path.join(app.cwd, "calls.json"), JSON.stringify(json));
    return "calls.json";
  };

  it("is an amendment with a title, the reasons, and their hash", () => {
    const content = contentFrom(app, { amend: ["reviewStipend", "25000000"], rationale: "It takes long.\n" })(
      addresses,
    );
    expect(content.description).to.equal("Amend ReviewStipend to 25 AZR\n\nIt takes long.");
    expect([content.targets, content.values]).to.deep.equal([[addresses.constitution], [0n]]);
    expect(
      decodeFunctionData({ abi: constitutionAbi, data: content.calldatas[0] ?? "0x" }).args,
    ).to.deep.equal([Rule.ReviewStipend, 25_000_000, hashRationale("It takes long.\n")]);
    expect(deedsOf(content)[0]).to.match(/^amend\(11, 25000000, 0x[0-9a-f]{64}\) at 0x/);
  });

  it("is the calls of a file, with their amounts in wei", () => {
    const to = addresses.citadelFund.toLowerCase();
    const calls = [
      { to, value: "5", data: "0x" },
      { to, data: "0x12345678" },
    ];
    const content = contentFrom(app, { calls: file({ description: " Pay ", calls }) })(addresses);
    expect(content).to.deep.equal({
      targets: [addresses.citadelFund, addresses.citadelFund],
      values: [5n, 0n],
      calldatas: ["0x", "0x12345678"],
      description: "Pay",
    });
    expect(deedsOf(content).map((deed) => deed.replace(/0x[\dA-Fa-f]{4}….*?(?= |$)/, "X"))).to.deep.equal([
      "a plain payment at X with 5 wei",
      "unknown call 0x12345678 at X",
    ]);
  });

  for (const [what, json, sentence] of [
    ["no text", { description: " ", calls: [{ to: addresses.voice, data: "0x" }] }, /description: /],
    ["no call", { description: "x", calls: [] }, /calls: /],
    [
      "no address",
      { description: "x", calls: [{ to: "0x1", data: "0x" }] },
      /calls\.0\.to: must be an address/,
    ],
    [
      "half a byte",
      { description: "x", calls: [{ to: addresses.voice, data: "0x1" }] },
      /0\.data: must be whole/,
    ],
    [
      "an amount in ETH",
      { description: "x", calls: [{ to: addresses.voice, value: "0.5", data: "0x" }] },
      /0\.value: must be a number of wei/,
    ],
  ] as const) {
    it(`is refused with ${what}, and says where`, () => {
      expect(() => contentFrom(app, { calls: file(json) })).to.throw(UsageError, sentence);
    });
  }

  it("is one of the two", () => {
    expect(() => contentFrom(app, { amend: ["ReviewStipend", "5"], calls: "x.json" })).to.throw(
      UsageError,
      /either/,
    );
  });
});
