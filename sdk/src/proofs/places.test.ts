import { expect } from "chai";
import { ProofAwayError, ProofError } from "./errors.ts";
import { isPublicAddress, placeOf } from "./places.ts";

const resolve = async () => ["140.82.121.4", "2606:50c0:8000::153"];
const refusal = (work: Promise<unknown>) =>
  work.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("where repositories are read from", () => {
  it("is a public host by https, with the addresses that were looked at", async () => {
    expect(await placeOf("https://github.com/alice/ledger/", { local: false, resolve })).to.deep.equal({
      kind: "host",
      url: "https://github.com/alice/ledger",
      host: "github.com",
      port: 443,
      addresses: ["140.82.121.4", "2606:50c0:8000::153"],
    });
  });

  it("is a folder on local chains only", async () => {
    expect(await placeOf("/srv/ledger", { local: true })).to.deep.equal({
      kind: "folder",
      folder: "/srv/ledger",
    });
    for (const text of ["/srv/ledger", "/etc"])
      expect(await refusal(placeOf(text, { local: false }))).to.be.instanceOf(ProofError);
  });

  it("is nothing else, on no chain", async () => {
    const refused = [
      "",
      "ledger",
      "../ledger",
      "file:///etc",
      "ext::sh -c touch% /tmp/x",
      "http://github.com/alice/ledger",
      "git://github.com/alice/ledger",
      "ssh://git@github.com/alice/ledger",
      "git@github.com:alice/ledger",
      "https://alice:secret@github.com/alice/ledger",
      "https://github.com:8443/alice/ledger",
      "https://github.com/alice/ledger?x=1",
      "https://github.com/alice/ledger#x",
      "https://github.com",
      "https://github.com/",
      "https://github.com/alice/%2e%2e/ledger",
      "https://github.com/alice//ledger",
      "https://github.com/-upload-pack=x/;y",
      "https://127.0.0.1/alice/ledger",
      "https://2130706433/alice/ledger",
      "https://0x7f.1/alice/ledger",
      "https://[::1]/alice/ledger",
      "https://localhost/alice/ledger",
      "https://git.localhost/alice/ledger",
      "https://git.local/alice/ledger",
      "https://metadata.google.internal/alice/ledger",
      "https://intranet/alice/ledger",
      `https://github.com/${"a".repeat(500)}`,
    ];
    for (const local of [true, false])
      for (const text of refused)
        expect(await refusal(placeOf(text, { local, resolve })), text).to.be.instanceOf(ProofError);
  });

  it("is no host of which any address is within a private network", async () => {
    for (const address of ["10.0.0.1", "127.0.0.1", "169.254.169.254", "::1", "fd00::1", "::ffff:10.0.0.1"]) {
      const leads = async () => ["140.82.121.4", address];
      const error = await refusal(placeOf("https://git.evil.org/a/b", { local: false, resolve: leads }));
      expect(error, address).to.be.instanceOf(ProofError);
      expect(error)
        .to.have.property("message")
        .that.matches(/in a private network/);
    }
  });

  it("may be away for now", async () => {
    const away = async () => {
      throw new Error("EAI_AGAIN");
    };
    for (const resolve of [away, async () => []])
      expect(await refusal(placeOf("https://github.com/a/b", { local: false, resolve }))).to.be.instanceOf(
        ProofAwayError,
      );
  });

  it("tells public addresses from all others", () => {
    const inner = [
      "0.0.0.0",
      "10.255.255.255",
      "100.64.0.1",
      "127.8.8.8",
      "172.16.0.1",
      "172.31.255.255",
      "192.0.0.8",
      "192.0.2.1",
      "192.168.1.1",
      "198.18.0.1",
      "224.0.0.1",
      "255.255.255.255",
      "::",
      "::1",
      "::ffff:8.8.8.8",
      "64:ff9b::808:808",
      "fe80::1",
      "fe80::1%eth0",
      "fc00::1",
      "ff02::1",
      "2001:db8::1",
      "2002:a00:1::",
      "2001::1",
      "3fff::1",
      "no address",
      "",
    ];
    for (const address of inner) expect(isPublicAddress(address), address).to.equal(false);
    for (const address of ["8.8.8.8", "100.63.255.255", "172.32.0.1", "2606:4700::1111", "2a00:1450::1"])
      expect(isPublicAddress(address), address).to.equal(true);
  });
});
