import { expect } from "chai";
import { callerOf, isIn, keyOf, readNetworks } from "./addresses.ts";

describe("api: who calls", () => {
  const proxies = readNetworks(["10.0.0.0/8", "fd00::/8"]);

  it("is the socket's address, unless a proxy of ours says from where it was called", () => {
    const of = (peer: string, forwarded?: string) => callerOf(peer, forwarded, proxies);
    expect(of("203.0.113.7")).to.equal("203.0.113.7");
    expect(of("::ffff:203.0.113.7")).to.equal("203.0.113.7");
    expect(of("10.0.0.1")).to.equal("10.0.0.1");
    expect(of("10.0.0.1", "203.0.113.7")).to.equal("203.0.113.7");
    expect(of("::ffff:10.0.0.1", "203.0.113.7:4711, fd00::2")).to.equal("203.0.113.7");
    expect(of("fd00::1", "[2001:db8::7]:443")).to.equal("2001:db8::7");
  });

  it("is nothing that a caller made up", () => {
    const of = (peer: string, forwarded: string) => callerOf(peer, forwarded, proxies);
    expect(of("203.0.113.7", "198.51.100.1")).to.equal("203.0.113.7");
    expect(of("10.0.0.1", "198.51.100.1, 203.0.113.7")).to.equal("203.0.113.7");
    expect(of("10.0.0.1", "203.0.113.7, unknown")).to.equal("10.0.0.1");
    expect(of("10.0.0.1", "")).to.equal("10.0.0.1");
  });

  it("is counted by its network of 64 bits, if it has an address of IPv6", () => {
    expect(keyOf("203.0.113.7")).to.equal("203.0.113.7");
    expect(keyOf("2001:db8:0:1::7")).to.equal("2001:db8:0:1::/64");
    expect(keyOf("2001:0DB8::1:2:3:4:5")).to.equal("2001:db8:0:1::/64");
    expect(keyOf("2001:db8:0:1:2:3:4:5")).to.equal(keyOf("2001:db8:0:1:ffff::"));
    expect(keyOf("::1")).to.equal("0:0:0:0::/64");
  });

  it("is in a network that is written down, which is refused if it is none", () => {
    expect(["10.1.2.3", "fd12::1"].map((each) => isIn(proxies, each))).to.deep.equal([true, true]);
    expect(["11.0.0.1", "::1"].map((each) => isIn(proxies, each))).to.deep.equal([false, false]);
    for (const text of ["10.0.0.0/33", "10.0.0", "::/129", "10.0.0.0/8/9", "10.0.0.0/", ""])
      expect(() => readNetworks([text]), text).to.throw(RangeError, "is no address and no network");
  });
});
