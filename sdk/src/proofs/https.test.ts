import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:https";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { boundedGit, GIT_LIMITS, GitRefusedError } from "./boundedGit.ts";
import type { Place } from "./places.ts";
import { selfSigned } from "./testing/certificate.ts";
import { ADA, TestHistory } from "./testing/claimant.ts";

const HOST = "git.azora-test.net";

/** A host that serves one folder as git does, by https, and knows who asked for what. */
class GitHost {
  readonly asked: string[] = [];
  readonly #server: Server;

  constructor(root: string, certificate: { key: string; cert: string }) {
    this.#server = createServer(certificate, (request, response) => {
      const url = new URL(request.url ?? "/", `https://${HOST}`);
      this.asked.push(`${request.headers.host} ${url.pathname}`);
      if (url.pathname.startsWith("/moved/")) {
        response.writeHead(302, { Location: `/history${url.pathname.slice(6)}${url.search}` }).end();
        return;
      }
      if (url.pathname.startsWith("/private/")) {
        response.writeHead(401, { "WWW-Authenticate": 'Basic realm="x"' }).end();
        return;
      }
      const child = spawn("git", ["http-backend"], {
        env: {
          PATH: process.env.PATH,
          GIT_PROJECT_ROOT: root,
          GIT_HTTP_EXPORT_ALL: "1",
          GIT_PROTOCOL: String(request.headers["git-protocol"] ?? ""),
          PATH_INFO: url.pathname.replace(/^\/history/, "/.git"),
          QUERY_STRING: url.search.slice(1),
          REQUEST_METHOD: request.method,
          CONTENT_TYPE: String(request.headers["content-type"] ?? ""),
          HTTP_CONTENT_ENCODING: String(request.headers["content-encoding"] ?? ""),
        },
      });
      request.pipe(child.stdin);
      child.stdin.on("error", () => undefined); // git may end before it has read all
      const chunks: Buffer[] = [];
      child.stdout.on("data", (chunk: Buffer) => chunks.push(chunk));
      child.on("close", () => {
        const answer = Buffer.concat(chunks);
        const end = answer.indexOf("\r\n\r\n");
        const headers = answer.subarray(0, end).toString("latin1").split("\r\n");
        const fields = headers.map((line) => line.split(": ") as [string, string]);
        const status = Number(fields.find(([name]) => name === "Status")?.[1]?.slice(0, 3) ?? 200);
        response.writeHead(status, Object.fromEntries(fields.filter(([name]) => name !== "Status")));
        response.end(answer.subarray(end + 4));
      });
    });
  }

  async start(): Promise<number> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const address = this.#server.address();
    return typeof address === "object" ? (address?.port ?? 0) : 0;
  }

  stop(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }
}

describe("git by https", function () {
  this.timeout(60_000);
  let history: TestHistory;
  let folder: string;
  let host: GitHost;
  let port: number;
  let tip: string;

  before(async () => {
    history = new TestHistory();
    tip = history.commit({ email: ADA });
    folder = mkdtempSync(path.join(tmpdir(), "azora-https-"));
    const certificate = selfSigned(HOST);
    host = new GitHost(history.path, certificate);
    port = await host.start();
    // One of the few things that git is told of this machine.
    process.env.GIT_SSL_CAINFO = path.join(folder, "cert.pem");
    writeFileSync(process.env.GIT_SSL_CAINFO, certificate.cert);
  });
  after(() => {
    delete process.env.GIT_SSL_CAINFO;
    host.stop();
    history.remove();
    rmSync(folder, { recursive: true });
  });

  async function fetched(repository: string, addresses = ["127.0.0.1"]): Promise<string> {
    const bare = mkdtempSync(path.join(folder, "bare-"));
    execFileSync("git", ["init", "-q", "--bare", bare]);
    const url = `https://${HOST}:${port}/${repository}`;
    const place: Place = { kind: "host", url, host: HOST, port, addresses };
    const limits = { ...GIT_LIMITS, timeMs: 20_000 };
    const signal = AbortSignal.timeout(limits.timeMs);
    const args = ["fetch", "--no-tags", "--filter=tree:0", "origin", "+HEAD:refs/azora/tip"];
    await boundedGit({ folder: bare, args, place, limits, signal });
    return (await boundedGit({ folder: bare, args: ["rev-parse", "refs/azora/tip"], limits, signal }))
      .toString()
      .trim();
  }

  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => expect.fail("It was fetched."),
      (error: unknown) => {
        expect(error).to.be.instanceOf(GitRefusedError);
        return error instanceof Error ? error.message : "";
      },
    );

  it("asks the address that was looked at, whatever the name leads to", async () => {
    expect(await fetched("history")).to.equal(tip);
    expect(host.asked.length).to.be.above(1);
    for (const asked of host.asked) expect(asked).to.match(new RegExp(`^${HOST}:${port} /history/`));
    // Nobody listens there, and nobody else is asked.
    const before = host.asked.length;
    for (const address of ["127.0.0.2", "::1"])
      expect(await refusal(fetched("history", [address]))).to.match(
        /Failed to connect|Couldn't connect|refused/i,
      );
    expect(host.asked).to.have.length(before);
  });

  it("does not follow a redirect", async () => {
    const before = host.asked.length;
    expect(await refusal(fetched("moved"))).to.match(/redirect|302/i);
    expect(host.asked.slice(before).join()).not.to.include("/history/");
  });

  it("asks nobody for a password", async () => {
    expect(await refusal(fetched("private"))).to.match(
      /could not read Username|terminal prompts disabled|Authentication/i,
    );
  });

  it("believes no certificate that is not of an authority that this machine knows", async () => {
    const known = process.env.GIT_SSL_CAINFO;
    delete process.env.GIT_SSL_CAINFO;
    try {
      expect(await refusal(fetched("history"))).to.match(/certificate/i);
    } finally {
      process.env.GIT_SSL_CAINFO = known;
    }
  });

  it("goes nowhere when it only reads", async () => {
    const bare = mkdtempSync(path.join(folder, "bare-"));
    execFileSync("git", ["init", "-q", "--bare", bare]);
    const before = host.asked.length;
    const args = ["fetch", `https://${HOST}:${port}/history`];
    const signal = AbortSignal.timeout(20_000);
    expect(await refusal(boundedGit({ folder: bare, args, limits: GIT_LIMITS, signal }))).to.match(
      /not allowed/,
    );
    expect(host.asked).to.have.length(before);
  });
});
