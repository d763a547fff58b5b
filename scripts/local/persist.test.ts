import { expect } from "chai";
import { BlockNotFoundError, HttpRequestError, InvalidParamsRpcError, NonceTooHighError } from "viem";
import { persist } from "./persist.ts";

/** As anvil answers for a block that it does not have. */
const outOfRange = () =>
  new InvalidParamsRpcError(new Error("BlockOutOfRangeError: block height is 4 but requested was 9"));
const away = () => new HttpRequestError({ url: "http://127.0.0.1:1" });

describe("persist", () => {
  const { signal } = new AbortController();

  it("tries again while the node is away or has lost a transaction", async () => {
    const failures: Error[] = [
      away(),
      new NonceTooHighError(),
      new BlockNotFoundError({ blockNumber: 9n }),
      outOfRange(),
    ];
    const result = await persist(async () => {
      const failure = failures.shift();
      if (failure) throw failure;
      return 42;
    }, signal);
    expect(result).to.equal(42);
  });

  it("is as patient with work that went well for minutes before it failed", async () => {
    let now = 0;
    let tries = 0;
    const clock = () => now;
    const work = async () => {
      tries += 1;
      if (tries > 2) return "done";
      now += 300_000;
      throw away();
    };
    expect(await persist(work, signal, clock)).to.equal("done");
    expect(tries).to.equal(3);
  });

  it("gives up once one trouble has gone on for a minute", async () => {
    let now = 0;
    let tries = 0;
    const failure = await persist(
      async () => {
        tries += 1;
        now += 25_000;
        throw away();
      },
      signal,
      () => now,
    ).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(HttpRequestError);
    expect(tries).to.equal(4);
  });

  it("passes every other failure on at once", async () => {
    let tries = 0;
    const failure = await persist(async () => {
      tries += 1;
      throw new InvalidParamsRpcError(new Error("The contract refused."));
    }, signal).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(InvalidParamsRpcError);
    expect(tries).to.equal(1);
  });

  it("stops trying when it is told to", async () => {
    const stop = new AbortController();
    const trying = persist(async () => {
      throw away();
    }, stop.signal).catch((error: unknown) => error);
    stop.abort();
    expect(await trying).to.have.property("name", "AbortError");
  });
});
