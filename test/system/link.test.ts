import { chmodSync, mkdtempSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import {
  attributionRegistryAbi,
  connectWallet,
  emailIdentity,
  identityNode,
  linkCall,
  linkTypedData,
  requireSuccess,
  transact,
  type View,
} from "@azora/sdk";
import { practiceAttestor, practicePerson } from "@azora/sdk/practice";
import { createRepository, practiceSshKey, signedCommit } from "@azora/sdk/practice-git";
import { expect } from "chai";
import type { Address, Hex } from "viem";
import { compareIndex } from "../../scripts/local/agreement/index.ts";
import { filesOf } from "../../scripts/local/deploy.ts";
import { fastForward, isSettled } from "../../scripts/local/fastForward.ts";
import { freePorts } from "../../scripts/local/ports.ts";
import { openSession, removeNetwork, type Session } from "../../scripts/local/session.ts";
import { COMMAND_MS } from "../support/azora.ts";
import { run } from "../support/run.ts";

const never = new AbortController().signal;
const ADA = "ada@example.org";
const PROJECT = "github:alice/ledger";
const [ada, alice, eve] = [practicePerson(20), practicePerson(21), practicePerson(22)];

describe("linking identities by proof, from the claim to the payout", function () {
  this.timeout(600_000);
  let folder: string;
  let session: Session;

  const azora = (...args: string[]) =>
    run("sdk/src/cli/main.ts", args, {
      cwd: folder,
      env: { AZORA_NETWORK: filesOf(folder).network, AZORA_ATTESTOR_MIRROR: filesOf(folder).repositories },
      limitMs: COMMAND_MS,
    }).ended;

  /** Runs a command to its end while the waiting is skipped, and gives what it printed. */
  async function succeed(...args: string[]) {
    let over = false;
    const ended = azora(...args, "--json").finally(() => {
      over = true;
    });
    const [{ code, stdout, stderr }] = await Promise.all([
      ended,
      fastForward(session, () => over, { signal: never }),
    ]);
    expect(code, stderr || stdout).to.equal(0);
    return JSON.parse(stdout);
  }

  const refused = async (...args: string[]): Promise<string> => {
    const { code, stderr } = await azora(...args);
    expect(code, stderr).to.equal(1);
    return stderr;
  };

  const until = (wanted: (view: View) => boolean) => fastForward(session, wanted, { signal: never });
  const balance = (view: View, node: Hex) => view.pools.get(node)?.balance ?? 0n;
  const nodeOf = (name: string) => identityNode(name);

  before(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), "azora-link-"));
    chmodSync(folder, 0o711); // PostgreSQL may have to run as another user
    session = await openSession({ folder, ports: await freePorts(), floors: "api", say: () => undefined });
  });
  after(async () => {
    await session?.stop();
    removeNetwork(folder);
  });

  it("a person's, by the key of their signed commits", async () => {
    const repository = path.join(folder, "history");
    const key = practiceSshKey("of Ada");
    const stranger = practiceSshKey("of Eve");
    createRepository(repository);
    for (const [index, text] of ["one\n", "one\ntwo\n"].entries())
      signedCommit(repository, {
        files: { "poem.txt": text },
        message: `Wrote verse ${index + 1}\n`,
        email: ADA,
        at: 1_700_000_000 + index,
        sign: (payload) => key.sign(payload, "git"),
      });
    await succeed("import", "git", repository, "--group", "commits:1");
    const identity = emailIdentity(ADA);
    const paid = await until((view) => isSettled(view) && balance(view, nodeOf(identity)) > 0n);
    const pool = balance(paid, nodeOf(identity));

    const as = ["--account", "practice:person:20"];
    const { challenge } = await succeed("link", "prepare", `git:${ADA}`, ...as);
    const text = (await import("node:fs")).readFileSync(path.join(folder, challenge), "utf8");
    const sign = async (signer: typeof key, out: string) => {
      writeFileSync(path.join(folder, `${out}.sig`), signer.sign(text, "azora-link"));
      return succeed(
        "link",
        "sign",
        challenge,
        "--signature",
        `${out}.sig`,
        "--repository",
        repository,
        "--out",
        out,
        ...as,
      );
    };
    await sign(stranger, "forged.json");
    expect(await refused("link", "check", "forged.json", "-q")).to.match(/is signed by another key\.\n$/);
    expect(await refused("link", "submit", "forged.json", "-q")).to.equal("");
    expect(await refused("link", "send", "forged.json", "--yes", "-q", ...as)).to.match(
      /No attestor has attested/,
    );
    expect(
      await refused(
        "link",
        "sign",
        challenge,
        "--signature",
        "forged.json.sig",
        "--repository",
        repository,
        "--account",
        "practice:person:22",
      ),
    ).to.match(/The challenge is for 0x/);

    await sign(key, "claim.json");
    expect((await succeed("link", "check", "claim.json")).proven).to.equal(true);
    const { verdicts } = await succeed("link", "submit", "claim.json");
    expect(verdicts).to.have.length(1);
    expect(verdicts[0]).to.deep.include({ attestor: practiceAttestor().address, proven: true });
    const sent = await succeed("link", "send", "claim.json", "--yes", ...as);
    expect(sent).to.deep.include({ identity, account: ada.address });
    const view = await until((each) => (each.credits.get(ada.address)?.owed ?? 0n) > 0n);
    expect(view.credits.get(ada.address)?.owed).to.equal(pool);
    expect(BigInt((await succeed("withdraw", ...as)).amount)).to.equal(pool);
    expect(await refused("link", "prepare", `git:${ADA}`, ...as)).to.match(/is linked to 0x/);
  });

  it("a project's, by its FUNDING.json; and a rival's link is vetoed by the attestor that has seen the proof", async () => {
    const repository = path.join(filesOf(folder).repositories, "github.com", "alice", "ledger");
    createRepository(repository);
    const content = JSON.stringify({ azora: { "eip155:31337": { ownedBy: alice.address } } });
    signedCommit(repository, { files: { "FUNDING.json": content }, email: ADA, at: 1_700_000_000 });
    const essay = path.join(folder, "essay.txt");
    writeFileSync(essay, "I am because we are.\n");
    await succeed("register", "--evidence", essay, "--contributors", `${PROJECT}=100%`, "--yes");
    const node = nodeOf(PROJECT);
    await until((view) => isSettled(view) && balance(view, node) > 0n);

    const as = ["--account", "practice:person:21"];
    await succeed("link", "prepare", PROJECT, "--out", "project.txt", ...as);
    await succeed("link", "sign", "project.txt", "--out", "project.json", ...as);
    await succeed("link", "prepare", PROJECT, "--out", "rival.txt", "--account", "practice:person:22");
    await succeed("link", "sign", "rival.txt", "--out", "rival.json", "--account", "practice:person:22");
    expect(await refused("link", "submit", "rival.json", "-q")).to.equal("");
    expect((await succeed("link", "submit", "project.json")).verdicts[0].proven).to.equal(true);
    const shown = await succeed("link", "status", PROJECT);
    expect(
      shown.claims.map(({ account, verdicts }: { account: Address; verdicts: { proven: boolean }[] }) => [
        account,
        verdicts[0]?.proven,
      ]),
    ).to.deep.equal([
      [alice.address, true],
      [eve.address, false],
    ]);

    // Somebody has got hold of attestors' keys.
    const deadline = (await session.client.getBlock()).timestamp + 3_600n;
    const message = { identity: node, account: eve.address, nonce: 0n, deadline };
    const { deployment } = session.network;
    const signature = await practiceAttestor().signTypedData({ ...linkTypedData(deployment), message });
    const call = linkCall(deployment.addresses, message, [
      { attestor: practiceAttestor().address, signature },
    ]);
    await requireSuccess(
      session.client,
      await transact(session.client, connectWallet(session.network, eve), call),
    );
    await waitFor(async () => (await nonceOf(node)) === 1n);

    await succeed("link", "prepare", PROJECT, "--out", "again.txt", ...as);
    await succeed("link", "sign", "again.txt", "--out", "again.json", ...as);
    await succeed("link", "submit", "again.json");
    await succeed("link", "send", "again.json", "--yes", ...as);
    await until((view) => (view.credits.get(alice.address)?.owed ?? 0n) > 0n);
    expect(await refused("link", "veto", PROJECT, "--yes", "--account", "practice:attestor", "-q")).to.match(
      /no link|took effect|pending/i,
    );
  });

  it("leaves an index that equals the contracts", async () => {
    const { problems, compared } = await compareIndex(session.network, session.client, session.apiUrl);
    expect(problems).to.deep.equal([]);
    expect(compared).to.be.above(50);
  });

  async function nonceOf(node: Hex): Promise<bigint> {
    const [, , nonce] = await session.client.readContract({
      address: session.network.deployment.addresses.attributionRegistry,
      abi: attributionRegistryAbi,
      functionName: "linkOf",
      args: [node],
    });
    return nonce;
  }

  async function waitFor(condition: () => Promise<boolean>): Promise<void> {
    for (let tries = 0; tries < 600; tries += 1) {
      if (await condition()) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error("It did not happen.");
  }
});
