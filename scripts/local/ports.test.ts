import { createServer } from "node:net";
import { expect } from "chai";
import { LocalFailure, UsageFailure } from "./failure.ts";
import { freePorts, PORT_OFFSETS, portsFrom, requireFree } from "./ports.ts";

describe("ports", () => {
  for (const base of [1_023, 70_000, 20_000.5, Number.NaN]) {
    it(`refuses the base ${base}`, () => {
      expect(() => portsFrom(base)).to.throw(LocalFailure, "whole number from 1024");
    });
  }

  it("takes the whole range, to its ends", () => {
    expect(portsFrom(1_024).chain).to.equal(1_024);
    const last = 65_535 - Math.max(...Object.values(PORT_OFFSETS));
    expect(Math.max(...Object.values(portsFrom(last)))).to.equal(65_535);
    expect(() => portsFrom(last + 1)).to.throw(UsageFailure);
  });

  it("gives each its own port", async () => {
    expect(new Set(Object.values(await freePorts()))).to.have.property(
      "size",
      Object.keys(PORT_OFFSETS).length,
    );
  });

  it("gives none that an outgoing connection may be given meanwhile", async () => {
    const ports = Object.values(await freePorts());
    expect(Math.min(...ports)).to.be.at.least(20_000);
    expect(Math.max(...ports)).to.be.below(32_000);
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
