import { execFileSync, spawnSync } from "node:child_process";
import { createHash, generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { ed25519Blob, jwkField, practiceSshKey, sshSignature, string, text } from "../practice/sshKey.ts";
import { MalformedError } from "./ByteReader.ts";
import { pgpKeys, pgpSigner } from "./pgp.ts";
import { sshSigner } from "./ssh.ts";
import { MESSAGE, PGP_SIGNATURES, SSH_SIGNATURES } from "./testing/signatures.ts";

const message = Buffer.from(MESSAGE);
const other = Buffer.from("hellO\n");
const NAMESPACE = "azora-link";

/** A second opinion is asked for where there is somebody to ask. */
const isHere = (program: string) => spawnSync(program, ["--version"]).error === undefined;

/** Changes one byte in the middle of what is armoured. */
function damaged(armoured: string, where: number): string {
  const lines = armoured.split("\n");
  const first = lines.indexOf("") < lines.length - 1 && lines.includes("") ? lines.indexOf("") + 1 : 1;
  const last = lines.findIndex((line) => line.startsWith("=") || line.startsWith("-----END"));
  const bytes = Buffer.from(lines.slice(first, last).join(""), "base64");
  const at = where < 0 ? bytes.length + where : where;
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  return [...lines.slice(0, first), bytes.toString("base64"), ...lines.slice(last)].join("\n");
}

describe("SSH signatures", () => {
  for (const { kind, fingerprint, signature } of SSH_SIGNATURES)
    it(`by OpenSSH with ${kind}: names the key, and only for this message`, () => {
      expect(sshSigner(message, signature, NAMESPACE)).to.equal(fingerprint);
      expect(sshSigner(other, signature, NAMESPACE)).to.equal(undefined);
      expect(() => sshSigner(message, signature, "git")).to.throw(
        MalformedError,
        /made with -n "azora-link"/,
      );
      expect(sshSigner(message, damaged(signature, -1), NAMESPACE)).to.equal(undefined);
    });

  it("are made here as OpenSSH makes them", function () {
    this.needs(isHere("ssh-keygen"), "install OpenSSH");
    const folder = mkdtempSync(path.join(tmpdir(), "azora-ssh-"));
    const key = practiceSshKey("of this test");
    writeFileSync(path.join(folder, "signature"), key.sign(MESSAGE, NAMESPACE));
    writeFileSync(path.join(folder, "allowed"), `me ${key.publicKey}\n`);
    const args = ["-Y", "verify", "-f", "allowed", "-I", "me", "-n", NAMESPACE, "-s", "signature"];
    const said = execFileSync("ssh-keygen", args, { cwd: folder, input: MESSAGE }).toString();
    rmSync(folder, { recursive: true });
    expect(said).to.match(/^Good "azora-link" signature for me/);
    expect(said).to.include(sshSigner(message, key.sign(MESSAGE, NAMESPACE), NAMESPACE));
  });

  const APPLICATION = "ssh:";
  const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();

  /** What a security device makes of a key, touched or not. */
  function deviceSignature(flags: number): string {
    const { privateKey } = generateKeyPairSync("ed25519");
    const kind = "sk-ssh-ed25519@openssh.com";
    const blob = Buffer.concat([text(kind), string(jwkField(privateKey, "x")), text(APPLICATION)]);
    return sshSignature({ message, namespace: NAMESPACE, blob }, (signed) => {
      const moment = Buffer.from([flags, 0, 0, 0, 7]);
      const whole = Buffer.concat([sha256(Buffer.from(APPLICATION)), moment, sha256(signed)]);
      return Buffer.concat([text(kind), string(sign(null, whole, privateKey)), moment]);
    });
  }

  it("by a security device count if somebody touched it", () => {
    expect(sshSigner(message, deviceSignature(1), NAMESPACE)).to.match(/^SHA256:/);
    expect(sshSigner(other, deviceSignature(1), NAMESPACE)).to.equal(undefined);
    expect(() => sshSigner(message, deviceSignature(0), NAMESPACE)).to.throw(
      MalformedError,
      /nobody touched/,
    );
  });

  const rsaBlob = (key: KeyObject) =>
    Buffer.concat([
      text("ssh-rsa"),
      string(jwkField(key, "e")),
      string(Buffer.concat([Buffer.from([0]), jwkField(key, "n")])),
    ]);

  function rsaSignature(bits: number, format: string, hash: string): string {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: bits });
    return sshSignature({ message, namespace: NAMESPACE, blob: rsaBlob(privateKey) }, (signed) =>
      Buffer.concat([text(format), string(sign(hash, signed, privateKey))]),
    );
  }

  it("with SHA-1, short RSA keys, unknown kinds and unknown hashes are refused", () => {
    expect(sshSigner(message, rsaSignature(2_048, "rsa-sha2-256", "sha256"), NAMESPACE)).to.match(/^SHA256:/);
    const refused = (signature: string, why: RegExp) =>
      expect(() => sshSigner(message, signature, NAMESPACE)).to.throw(MalformedError, why);
    refused(rsaSignature(2_048, "ssh-rsa", "sha1"), /"ssh-rsa" are not read/);
    refused(rsaSignature(1_024, "rsa-sha2-256", "sha256"), /2048 bits/);
    const { privateKey } = generateKeyPairSync("ed25519");
    const blob = ed25519Blob(privateKey);
    const signing = { message, namespace: NAMESPACE, blob };
    const bare = (kind: string) => (signed: Buffer) =>
      Buffer.concat([text(kind), string(sign(null, signed, privateKey))]);
    expect(sshSigner(message, sshSignature(signing, bare("ssh-ed25519")), NAMESPACE)).to.match(/^SHA256:/);
    refused(sshSignature(signing, bare("ssh-rsa")), /another kind than its key/);
    refused(sshSignature({ ...signing, hash: "sha1" }, bare("ssh-ed25519")), /uses the hash "sha1"/);
    refused(sshSignature({ ...signing, blob: text("ssh-dss") }, bare("ssh-dss")), /"ssh-dss" are not read/);
    refused(
      sshSignature({ ...signing, blob: Buffer.concat([blob, Buffer.from([0])]) }, bare("ssh-ed25519")),
      /follow the end/,
    );
  });

  it("that are cut off, or no signatures at all, are refused and never crash", () => {
    const [{ signature } = { signature: "" }] = SSH_SIGNATURES;
    const body = Buffer.from(signature.split("\n").slice(1, -2).join(""), "base64");
    const armour = (bytes: Uint8Array) =>
      `-----BEGIN SSH SIGNATURE-----\n${Buffer.from(bytes).toString("base64")}\n-----END SSH SIGNATURE-----\n`;
    for (let size = 1; size < body.length; size += 1)
      expect(() => sshSigner(message, armour(body.subarray(0, size)), NAMESPACE), `${size}`).to.throw(
        MalformedError,
      );
    for (const text of [
      "",
      "-----BEGIN SSH SIGNATURE-----\n",
      signature.replace("U1NI", "!!!!"),
      armour(Buffer.alloc(4)),
    ])
      expect(() => sshSigner(message, text, NAMESPACE)).to.throw(MalformedError);
    const huge = Buffer.from(body);
    huge.writeUInt32BE(0xffff_ffff, 10);
    expect(() => sshSigner(message, armour(huge), NAMESPACE)).to.throw(MalformedError, /were announced/);
  });
});

describe("OpenPGP signatures", () => {
  for (const { kind, fingerprint, publicKey, signature } of PGP_SIGNATURES)
    it(`by GnuPG with ${kind}: name the key, and only for this message`, () => {
      const keys = pgpKeys(publicKey);
      expect(keys.map((key) => key.fingerprint)).to.deep.equal([fingerprint]);
      expect(pgpSigner(message, signature, keys)).to.equal(fingerprint);
      expect(pgpSigner(other, signature, keys)).to.equal(undefined);
      expect(pgpSigner(message, damaged(signature, -1), keys)).to.equal(undefined);
      const others = PGP_SIGNATURES.filter((each) => each.publicKey !== publicKey);
      const strangers = others.flatMap((each) => pgpKeys(each.publicKey));
      expect(pgpSigner(message, signature, strangers)).to.equal(undefined);
      expect(pgpSigner(message, signature, [...strangers, ...keys])).to.equal(fingerprint);
    });

  const [first] = PGP_SIGNATURES;
  const [publicKey, signature] = [first?.publicKey ?? "", first?.signature ?? ""];

  it("over anything but a document as it is, with broken hashes or unknown demands, are refused", () => {
    const keys = pgpKeys(publicKey);
    const refused = (text: string, why: RegExp) =>
      expect(() => pgpSigner(message, text, keys)).to.throw(MalformedError, why);
    // The packet's header has three bytes here: version, kind, algorithm and hash follow.
    const changed = (at: number, value: number) => {
      const lines = signature.split("\n");
      const [from, to] = [lines.indexOf("") + 1, lines.findIndex((line) => line.startsWith("="))];
      const bytes = Buffer.from(lines.slice(from, to).join(""), "base64");
      bytes[at] = value;
      return [...lines.slice(0, from), bytes.toString("base64"), ...lines.slice(to)].join("\n");
    };
    refused(changed(3, 3), /another version than 4/);
    refused(changed(4, 1), /not over a document as it is/);
    refused(changed(6, 2), /a hash that is broken/);
    // The first part of what is signed: its length, then its kind, here the issuer's fingerprint.
    refused(changed(10, 0x80 | 99), /demands something/);
    refused(publicKey.replaceAll("PUBLIC KEY BLOCK", "SIGNATURE"), /not one detached signature/);
    refused("", /not between the lines/);
  });

  it("that are cut off never crash", () => {
    const keys = pgpKeys(publicKey);
    const lines = signature.split("\n");
    const from = lines.indexOf("") + 1;
    const body = Buffer.from(
      lines
        .slice(
          from,
          lines.findIndex((line) => line.startsWith("=")),
        )
        .join(""),
      "base64",
    );
    for (let size = 1; size < body.length; size += 1) {
      const armoured = `-----BEGIN PGP SIGNATURE-----\n\n${body.subarray(0, size).toString("base64")}\n-----END PGP SIGNATURE-----`;
      expect(() => pgpSigner(message, armoured, keys), `${size}`).to.throw(MalformedError);
    }
  });

  it("need a key of a kind that is read", () => {
    expect(() => pgpKeys(signature.replaceAll("SIGNATURE", "PUBLIC KEY BLOCK"))).to.throw(
      MalformedError,
      /no key/,
    );
    expect(() => pgpKeys("none")).to.throw(MalformedError);
  });

  it("agree with GnuPG of this machine", function () {
    this.needs(isHere("gpg"), "install GnuPG");
    const folder = mkdtempSync(path.join(tmpdir(), "azora-gpg-"));
    const gpg = (args: string[], input = "") =>
      execFileSync("gpg", ["--batch", "--quiet", "--homedir", folder, ...args], {
        input,
        stdio: ["pipe", "pipe", "pipe"],
      });
    try {
      gpg(["--passphrase", "", "--quick-gen-key", "Ada <ada@example.org>", "ed25519", "cert", "never"]);
      const [fingerprint = ""] =
        /fpr:+([0-9A-F]{40}):/.exec(gpg(["--with-colons", "--list-keys"]).toString())?.slice(1) ?? [];
      // A subkey signs, as is usual.
      gpg(["--passphrase", "", "--quick-add-key", fingerprint, "ed25519", "sign", "never"]);
      const keys = pgpKeys(gpg(["--armor", "--export"]).toString());
      const made = gpg(["--armor", "--detach-sign"], MESSAGE).toString();
      expect(keys).to.have.length(2);
      expect(pgpSigner(message, made, keys)).to.equal(keys[1]?.fingerprint);
      expect(pgpSigner(message, made, keys.slice(0, 1))).to.equal(undefined);
    } finally {
      spawnSync("gpgconf", ["--homedir", folder, "--kill", "all"]);
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
