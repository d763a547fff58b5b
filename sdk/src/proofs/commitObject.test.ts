import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import path from "node:path";
import { expect } from "chai";
import fc from "fast-check";
import { emailIdentity } from "../identity.ts";
import { MalformedError } from "./ByteReader.ts";
import { parseCommit } from "./commitObject.ts";
import { pgpKeys, pgpSigner } from "./pgp.ts";
import { sshSigner } from "./ssh.ts";
import { ADA, adaKey, by, EVE, TestHistory } from "./testing/claimant.ts";

const TREE = `tree ${"a".repeat(40)}`;
const PARENT = `parent ${"b".repeat(40)}`;
const AUTHOR = `author Ada <${ADA}> 1700000000 +0100`;
const COMMITTER = `committer Eve <${EVE}> 1700000001 -0030`;
const SIGNATURE = "gpgsig -----BEGIN SSH SIGNATURE-----\n AAAA\n -----END SSH SIGNATURE-----";

const nameOf = (content: Buffer | string, algorithm = "sha1") =>
  createHash(algorithm)
    .update(`commit ${Buffer.byteLength(content)}\0`)
    .update(content)
    .digest("hex");
const objectOf = (...headers: string[]) => `${headers.join("\n")}\n\nMessage\n\ngpgsig is not one here\n`;
const parse = (content: string, algorithm?: string) =>
  parseCommit(nameOf(content, algorithm), Buffer.from(content));

describe("commit objects", () => {
  it("say who wrote and who committed them, and what of them was signed", () => {
    const commit = parse(objectOf(TREE, PARENT, PARENT, AUTHOR, COMMITTER, SIGNATURE, "encoding UTF-8"));
    expect(commit).to.deep.equal({
      author: emailIdentity(ADA),
      committer: emailIdentity(EVE),
      payload: Buffer.from(objectOf(TREE, PARENT, PARENT, AUTHOR, COMMITTER, "encoding UTF-8")),
      signature: "-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----",
    });
    expect(parse(objectOf(TREE, AUTHOR, COMMITTER))).to.deep.include({ signature: undefined });
  });

  it("of a repository by SHA-256 have a header of their own for the signature", () => {
    const other = SIGNATURE.replace("gpgsig", "gpgsig-sha256");
    expect(parse(objectOf(TREE, AUTHOR, COMMITTER, other), "sha256").signature).to.match(/^-----BEGIN SSH/);
    expect(() => parse(objectOf(TREE, AUTHOR, COMMITTER, other))).to.throw(MalformedError, /another form/);
    expect(() => parse(objectOf(TREE, AUTHOR, COMMITTER, SIGNATURE), "sha256")).to.throw(MalformedError);
  });

  it("that could be read in two ways are refused", () => {
    const refused = (headers: string[], why: RegExp) =>
      expect(() => parse(objectOf(...headers)), headers.join("|")).to.throw(MalformedError, why);
    refused([TREE, AUTHOR, AUTHOR, COMMITTER], /not in order/);
    refused([TREE, COMMITTER, AUTHOR], /not in order/);
    refused([AUTHOR, COMMITTER], /not in order/);
    refused([TREE, AUTHOR, COMMITTER, AUTHOR], /not in order/);
    refused([TREE, AUTHOR, COMMITTER, PARENT], /not in order/);
    refused([TREE, AUTHOR, COMMITTER, SIGNATURE, SIGNATURE], /more than one signature/);
    refused([TREE, "author Ada <a@b> <c@d> 1 +0000", COMMITTER], /cannot be read/);
    refused([TREE, "author Ada ada@example.org 1 +0000", COMMITTER], /cannot be read/);
    refused([` ${TREE}`, AUTHOR, COMMITTER], /goes on from nothing/);
    const nul = objectOf(TREE, AUTHOR, COMMITTER).replace("Message", "Mess\0age");
    expect(() => parse(nul)).to.throw(MalformedError, /no commit may have/);
    expect(() => parseCommit("0".repeat(40), Buffer.from(objectOf(TREE, AUTHOR, COMMITTER)))).to.throw(
      MalformedError,
      /another name/,
    );
  });

  it("never break their reader, nor do keys and signatures of strangers", () => {
    const bytes = fc.uint8Array({ maxLength: 400 });
    const armoured = (label: string, content: Uint8Array) =>
      `-----BEGIN ${label}-----\n\n${Buffer.from(content).toString("base64")}\n-----END ${label}-----`;
    const only = (work: () => unknown) => {
      try {
        work();
      } catch (error) {
        if (!(error instanceof MalformedError)) throw error;
      }
    };
    const line = fc.oneof(fc.constantFrom(TREE, PARENT, AUTHOR, COMMITTER, SIGNATURE, "", " x"), fc.string());
    fc.assert(
      fc.property(bytes, fc.array(line), (content, lines) => {
        const text = lines.join("\n");
        only(() => parse(text));
        only(() => parseCommit(nameOf(Buffer.from(content)), Buffer.from(content)));
        only(() => sshSigner(content, armoured("SSH SIGNATURE", content), "git"));
        const magic = Buffer.concat([Buffer.from("SSHSIG\0\0\0\x01"), content]);
        only(() => sshSigner(content, armoured("SSH SIGNATURE", magic), "git"));
        only(() => pgpSigner(content, armoured("PGP SIGNATURE", content), []));
        only(() => pgpKeys(armoured("PGP PUBLIC KEY BLOCK", content)));
        only(() =>
          pgpKeys(armoured("PGP PUBLIC KEY BLOCK", Buffer.concat([Buffer.from([0x98, 0xff, 4]), content]))),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("are signed here as git takes them, and as git signs them we take them", function () {
    this.needs(spawnSync("ssh-keygen", ["--version"]).error === undefined, "install OpenSSH");
    const history = new TestHistory();
    try {
      const name = history.commit({ email: ADA, sign: by(adaKey) });
      const allowed = path.join(history.path, ".git", "allowed");
      writeFileSync(allowed, `${ADA} ${adaKey.publicKey}\n`);
      const ssh = ["-c", "gpg.format=ssh", "-c", `gpg.ssh.allowedSignersFile=${allowed}`];
      const verify = () =>
        execFileSync("git", [...ssh, "verify-commit", name], { cwd: history.path, stdio: "pipe" });
      expect(verify).not.to.throw();
      const key = path.join(history.path, ".git", "key");
      execFileSync("ssh-keygen", ["-q", "-t", "ed25519", "-N", "", "-f", key]);
      const as = ["-c", `user.email=${ADA}`, "-c", "user.name=Ada", "-c", `user.signingKey=${key}`];
      execFileSync("git", [...ssh, ...as, "commit", "-q", "-S", "--allow-empty", "-m", "Signed"], {
        cwd: history.path,
      });
      const content = execFileSync("git", ["cat-file", "commit", "HEAD"], { cwd: history.path });
      const { payload, signature = "", author, committer } = parseCommit(nameOf(content), content);
      const shown = execFileSync("ssh-keygen", ["-l", "-f", key]).toString();
      expect(shown).to.include(` ${sshSigner(payload, signature, "git")} `);
      expect([author, committer]).to.deep.equal([emailIdentity(ADA), emailIdentity(ADA)]);
    } finally {
      history.remove();
    }
  });
});
