import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect } from "chai";
import { encodeAbiParameters, type Hex, toFunctionSelector } from "viem";
import { readPublicToken } from "./readPublicToken.ts";

const DECIMALS = toFunctionSelector("decimals()");
const SYMBOL = toFunctionSelector("symbol()");
const text = (symbol: string) => encodeAbiParameters([{ type: "string" }], [symbol]);
const number = (value: number) => encodeAbiParameters([{ type: "uint8" }], [value]);

describe("a token that only readers look at", () => {
  let server: Server;
  let url: string;
  let answers: Record<string, Hex>;
  let questions = 0;
  let last = 0;

  before((done) => {
    server = createServer(async (request, response) => {
      questions += 1;
      let body = "";
      for await (const part of request) body += part;
      const { id, params } = JSON.parse(body);
      const result = answers[params[0].data];
      const answer =
        result === undefined ? { error: { code: 3, message: "execution reverted" } } : { result };
      response.end(JSON.stringify({ jsonrpc: "2.0", id, ...answer }));
    }).listen(0, "127.0.0.1", () => {
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      done();
    });
  });
  after((done) => void server.close(done));

  const freshToken = () => `0x${(++last).toString(16).padStart(40, "0")}`;

  it("is read as viem encodes it, and asked once", async () => {
    const token = freshToken();
    for (const symbol of ["USDC", "A-SYMBOL.X1"]) {
      answers = { [DECIMALS]: number(6), [SYMBOL]: text(symbol) };
      const address = symbol === "USDC" ? token : freshToken();
      expect(await readPublicToken(url, address)).to.deep.equal({ address, decimals: 6, symbol });
    }
    const before = questions;
    await readPublicToken(url, token);
    expect(questions).to.equal(before);
  });

  it("may say no symbol, or one that is no text", async () => {
    for (const symbol of [undefined, "0x", `0x${"ff".repeat(32)}`, `0x${"00".repeat(31)}20`] as const) {
      answers = { [DECIMALS]: number(18), ...(symbol && { [SYMBOL]: symbol }) };
      expect((await readPublicToken(url, freshToken())).symbol, symbol).to.equal(undefined);
    }
  });

  it("is none without decimals, and is asked again", async () => {
    const token = freshToken();
    answers = { [SYMBOL]: text("USDC") };
    expect(await readPublicToken(url, token).catch(() => "none")).to.equal("none");
    expect(await readPublicToken(url, "0x12").catch(() => "none")).to.equal("none");
    answers = { [DECIMALS]: number(2), [SYMBOL]: text("USDC") };
    expect((await readPublicToken(url, token)).decimals).to.equal(2);
  });
});
