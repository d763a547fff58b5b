import { expect } from "chai";
import { fresh, nextAt, now } from "../../support/fixture.ts";
import type { Protocol } from "../../support/protocol.ts";

/** The two contracts with a clock, against the text of ERC-6372. */
describe("ERC-6372: Voice and AzoraGovernor", () => {
  let protocol: Protocol;
  beforeEach(async () => {
    protocol = await fresh();
  });

  for (const name of ["voice", "governor"] as const) {
    it(`${name}: clock is the second of the block, and never goes back`, async () => {
      const { connection } = protocol;
      let last = 0n;
      for (const step of [1n, 12n, 86_400n]) {
        await nextAt(protocol, (await now(protocol)) + step);
        await connection.networkHelpers.mine();
        const clock = await protocol[name].clock();
        expect(clock).to.equal(await now(protocol));
        expect(clock).to.be.greaterThan(last);
        last = clock;
      }
      expect(clockType()).to.equal("uint48");
    });

    it(`${name}: CLOCK_MODE is a query string that says timestamp, and nothing else`, async () => {
      const mode = await protocol[name].CLOCK_MODE();
      expect([...new URLSearchParams(mode)]).to.deep.equal([["mode", "timestamp"]]);
    });

    function clockType(): string | undefined {
      return protocol[name].interface.getFunction("clock").outputs[0]?.type;
    }
  }

  it("both run by one clock, so that a vote's snapshot is a second that Voice knows", async () => {
    const { voice, governor } = protocol;
    expect(await governor.clock()).to.equal(await voice.clock());
    expect(await governor.CLOCK_MODE()).to.equal(await voice.CLOCK_MODE());
  });
});
