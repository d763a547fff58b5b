import { expect } from "chai";
import {
  type Address,
  BaseError,
  ExecutionRevertedError,
  encodeErrorResult,
  type Hex,
  HttpRequestError,
  InsufficientFundsError,
  zeroAddress,
} from "viem";
import { FaultError, fault } from "../fault.ts";
import { proofOfValueAbi } from "../generated/abis.ts";
import { AzoraError } from "./AzoraError.ts";
import { errorAbi } from "./abi.ts";
import { decodeRevert, explain } from "./explain.ts";
import { sentences } from "./sentences.ts";

const node: Hex = `0x01${"ab".repeat(31)}`;
const wrongPhase = encodeErrorResult({
  abi: proofOfValueAbi,
  errorName: "ProofOfValue_WrongPhase",
  args: [node, 2, 1],
});

/** Some value of a type, for trying out every sentence. */
function sample(type: string): unknown {
  if (type === "address") return zeroAddress;
  if (type === "string") return "text";
  if (type === "bool") return true;
  if (type === "bytes") return "0x1234567890abcdef";
  if (type.startsWith("bytes")) return `0x${"cd".repeat(Number(type.slice(5)))}`;
  return Number(type.slice(4)) <= 48 ? 1 : 1_000_000n;
}

describe("errors: sentences", () => {
  it("say something whole about every error, and show no raw value", () => {
    const table: Readonly<Record<string, (args: never, known: never) => string>> = sentences;
    for (const { name, inputs } of errorAbi) {
      const sentence = Reflect.apply(table[name] ?? String, undefined, [
        inputs.map(({ type }) => sample(type)),
        {},
      ]);
      expect(sentence, name).to.match(/^.{15,}\.$/);
      expect(sentence, name).to.not.match(/undefined|NaN|\[object|0x[0-9a-fA-F]{20}/);
    }
  });
});

describe("errors: explain", () => {
  it("says what a grant exceeds in the unit of its token", () => {
    const [azoraToken, other] = [`0x${"a1".repeat(20)}`, `0x${"b2".repeat(20)}`] as const;
    const refusal = (token: Address) =>
      new FaultError(fault("CitadelFund_CapExceeded", token, 20n * 10n ** 18n, 125n * 10n ** 17n));
    const said = [zeroAddress, azoraToken, other].map(
      (token) => explain(refusal(token), { azoraToken }).sentence,
    );
    expect(said).to.deep.equal([
      "The commons can still grant 12.5 ETH in this epoch, not 20 ETH.",
      "The commons can still grant 12.5 AZR in this epoch, not 20 AZR.",
      "Of token 0xb2b2…b2b2, 12.5 can still be granted in this epoch, not 20, counted with 18 decimals as AZR has them.",
    ]);
  });

  it("finds revert data wherever a library keeps it", () => {
    const viem = new BaseError("outer", {
      cause: Object.assign(new Error("inner"), { data: { data: wrongPhase } }),
    });
    const ethers = { code: "CALL_EXCEPTION", info: { error: { data: wrongPhase } } };
    const raw = { data: { errorName: "ProofOfValue_WrongPhase" }, raw: wrongPhase };
    for (const error of [viem, ethers, raw]) {
      const explained = explain(error);
      expect(explained.name).to.equal("ProofOfValue_WrongPhase");
      expect(explained.args).to.deep.equal([node, 2, 1]);
      expect(explained.sentence).to.equal("Contribution 0x01ab…abab is voting; this needs it to be armed.");
      expect(explained.cause).to.equal(error);
    }
  });

  it("reads reasons and panics of any contract", () => {
    const abi = [{ type: "error", name: "Error", inputs: [{ name: "reason", type: "string" }] }] as const;
    const reason = encodeErrorResult({ abi, errorName: "Error", args: ["no"] });
    expect(decodeRevert(reason)?.sentence).to.equal("The contract refused: no.");
    const panic: Hex = `0x4e487b71${"11".padStart(64, "0")}`;
    expect(decodeRevert(panic)?.sentence).to.equal("The contract stopped, because a number left its range.");
    expect(decodeRevert("0xdeadbeef")).to.equal(undefined);
    expect(explain({ data: "0xdeadbeef" }).name).to.equal("UnknownRevert");
  });

  it("gives a foreseen refusal the contracts' own sentence", () => {
    const foreseen = new FaultError(fault("ProofOfValue_WrongPhase", node, 0, 1));
    expect(explain(foreseen).sentence).to.equal("There is no contribution 0x01ab…abab.");
    const explained = explain(foreseen);
    expect(explain(explained)).to.equal(explained);
  });

  it("says what is wrong before the contracts", () => {
    expect(
      explain(new HttpRequestError({ url: "http://127.0.0.1:1", cause: new Error("refused") })).name,
    ).to.equal("NoConnection");
    expect(explain(new BaseError("sending", { cause: new InsufficientFundsError() })).name).to.equal(
      "InsufficientFunds",
    );
    expect(explain(Object.assign(new Error("x"), { code: "ECONNREFUSED" })).name).to.equal("NoConnection");
    expect(explain(new Error("first\nsecond")).sentence).to.equal("first");
    const silent = new BaseError("estimating", { cause: new ExecutionRevertedError({}) });
    expect(explain(silent).name).to.equal("SilentRevert");
    expect(explain(undefined)).to.be.instanceOf(AzoraError);
  });

  it("ends on a cause that is its own cause", () => {
    const loop = new Error("loop");
    loop.cause = loop;
    expect(explain(loop).sentence).to.equal("loop");
  });
});
