import { createServer } from "node:net";
import { expect } from "chai";
import { LocalFailure } from "./failure.ts";
import { freePorts, portsFrom, requireFree } from "./ports.ts";

describe("ports", () => {
  for (const base of [1_023, 70_000, 20_000.5, Number.NaN]) {
    it(`refuses the base ${base}`, () => {
      expect(() => portsFrom(base)).to.throw(LocalFailure, "whole number from 1024");
    });
  }

  it("takes the whole range, to its ends", () => {
    expect(portsFrom(1_024).chain).to.equal(1_024);
    expect(portsFrom(65_535).chain).to.equal(65_535);
  });

  it("names a port that is taken, and accepts it once it is free", async () => {
    const ports = await freePorts();
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(ports.chain, "127.0.0.1", resolve));
    const refusal = await requireFree(ports).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(refusal).to.be.instanceOf(LocalFailure);
    expect(String(refusal)).to.include(`Port ${ports.chain}, which the chain needs, is taken`);
    await new Promise((resolve) => server.close(resolve));
    await requireFree(ports);
  });
});
