import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect } from "chai";
import { createDeployment } from "../addresses.ts";
import { writeNetwork } from "../files/index.ts";
import { TestRepository } from "../git/fixture.ts";

const MAIN = path.join(import.meta.dirname, "main.ts");
const GENESIS = "0x5FbDB2315678afecb367f032d93F642f64180aa3";

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** The real command line in a process of its own, in a folder in which no network is known. */
function azora(cwd: string, args: string[], env: Record<string, string> = {}): Promise<Ended> {
  const { PATH = "", HOME = "" } = process.env;
  // Where the project itself keeps a network after `npm start`, it is not to be found.
  const AZORA_HOME = path.join(cwd, "none");
  const child = spawn(process.execPath, [MAIN, ...args], { cwd, env: { PATH, HOME, AZORA_HOME, ...env } });
  const ended: Ended = { code: null, out: "", err: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (ended.out += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (ended.err += text));
  child.stdin.end();
  return new Promise((resolve) => child.once("close", (code) => resolve({ ...ended, code })));
}

describe("cli: bad input, each with its sentence and exit code", () => {
  let folder: string;
  let node: Server;
  let url: string;

  before(async () => {
    folder = mkdtempSync(path.join(tmpdir(), "azora-cli-"));
    mkdirSync(path.join(folder, "plain"));
    writeFileSync(path.join(folder, "broken.json"), "{");
    writeFileSync(path.join(folder, "empty.json"), "{}");
    // A node of chain 1 on which nothing is deployed.
    node = createServer((request, response) => {
      let body = "";
      request.on("data", (chunk) => (body += chunk));
      request.on("end", () => {
        const asked: { id: number; method: string } | { id: number; method: string }[] = JSON.parse(body);
        const answer = ({ id, method }: { id: number; method: string }) => ({
          jsonrpc: "2.0",
          id,
          result: method === "eth_chainId" ? "0x1" : "0x",
        });
        response.end(JSON.stringify(Array.isArray(asked) ? asked.map(answer) : answer(asked)));
      });
    });
    await new Promise<void>((resolve) => node.listen(0, "127.0.0.1", resolve));
    const address = node.address();
    url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
    const evidence = path.join(folder, "evidence");
    const at = (chainId: number, rpcUrl: string) => ({
      rpcUrl,
      evidence,
      deployment: createDeployment({ chainId, genesis: GENESIS, block: 0 }),
    });
    writeNetwork(path.join(folder, "away.json"), at(31_337, "http://127.0.0.1:1"));
    writeNetwork(path.join(folder, "other.json"), at(31_337, url));
    writeNetwork(path.join(folder, "empty.json"), at(1, url));
  });
  after(() => {
    node.close();
    rmSync(folder, { recursive: true });
  });

  const cases: [string, number, RegExp][] = [
    ["stats", 2, /^Unknown command 'stats'\.\n\(Did you mean status\?\)\n$/],
    ["status --what", 2, /^Unknown option '--what'/],
    ["link prepare", 2, /^Missing required argument 'identity'\.\n$/],
    ["link prepare alice", 2, /^"alice" is not an identity: /],
    [
      "link prepare github:alice/ledger --days 31",
      2,
      /^--days must be a whole number from 1 to 30; it is "31"\.\n$/,
    ],
    [
      "link prepare 0x00000000000000000000000000000000000000A1",
      2,
      /is an account already, not an identity\.\n$/,
    ],
    ["link check missing.json", 2, /^The file missing\.json cannot be read\.\n$/],
    ["link check broken.json", 2, /^The file broken\.json is not JSON\.\n$/],
    ["link check away.json", 1, /^This is no claim: version /],
    ["import git", 2, /^Missing required argument 'path'\.\n$/],
    ["import git missing", 2, /^There is no folder .*missing\.\n$/],
    ["import git plain", 1, /plain is not in a git repository\.\n$/],
    ["import git broken.json", 1, /broken\.json is not in a git repository\.\n$/],
    ["import git plain --max 0", 2, /^--max must be a whole number from 1 to 1,000; it is "0"\.\n$/],
    [
      "import git plain --group weeks",
      2,
      /^--group must be auto, releases, merges or commits:N .*"weeks"\.\n$/,
    ],
    ["import generated", 2, /^Required option '--seed <number>' not specified\.\n$/],
    [
      "import generated --seed -1 --dry-run",
      2,
      /^(--seed must be a whole number|Option '--seed <number>' argument missing)/,
    ],
    ["import generated --seed 1 --people 0 --dry-run", 2, /^--people must be a whole number from 1 to 100/],
    ["status", 3, /^No network is known here\. Start one with npm start/],
    [
      "status --network none.json",
      3,
      /^There is no network file .*none\.json: nothing was started there yet\.\n$/,
    ],
    ["status --network broken.json", 3, /^The network file .*broken\.json cannot be read/],
    [
      "status --network away.json",
      3,
      /^The chain's node cannot be reached: check its address and that it is running\.\n$/,
    ],
    ["status --network other.json", 3, /^The node at .* is of chain 1, and the deployment of 31337\.\n$/],
    ["status --network empty.json", 3, /^Chain 1 has no Genesis at 0x5FbD/],
    ["status --rpc nowhere --network away.json", 2, /^--rpc "nowhere" is not an http address/],
    [`status --genesis ${GENESIS}`, 2, /^--genesis needs --rpc URL and --block NUMBER\.\n$/],
    [
      "verify --to-block x --network away.json",
      2,
      /^--to-block must be a whole number from 0 on; it is "x"\.\n$/,
    ],
    ["withdraw --to 0x1 --for 0x2", 2, /^Only the account itself chooses where it goes/],
    [
      "challenge 0x0112 --ground value --reason x --direction sideways",
      2,
      /^--direction must be up or down; it is "sideways"\.\n$/,
    ],
    [
      "challenge 0x0112 --direction up --reason x --ground taste",
      2,
      /^--ground must be value, attribution, conflict, plagiarism or constitution; it is "taste"\.\n$/,
    ],
    [
      "challenge 0x0112 --direction up --ground value --reason @missing.md",
      2,
      /^--reason: the file .*missing\.md cannot be read\.\n$/,
    ],
    ...["attribution", "plagiarism", "constitution"].map((ground): [string, number, RegExp] => [
      `challenge 0x0112 --direction up --ground ${ground} --reason x`,
      2,
      new RegExp(
        `^--ground ${ground} goes with --direction down: upward only value and conflict are grounds\\.\n$`,
      ),
    ]),
    ["challenge 0x0112 --direction up --ground value", 2, /^Required option '--reason <text>' not specified/],
    ["seat top-up --amount much", 2, /^--amount must be an amount of ETH such as 0\.05; it is "much"\.\n$/],
    ["seat show 0x1", 2, /^The account must be an address; "0x1" is none/],
    ["seat stand", 2, /^Unknown command 'stand'/],
    ["reward 0x0112 --amount 1 --token AZR", 2, /^--token must be an address; "AZR" is none/],
    ["reward 0x0112", 2, /^Required option '--amount <number>' not specified/],
    [
      "guardian stop --hours 169 --reason x",
      2,
      /^--hours must be a whole number from 1 to 168; it is "169"\.\n$/,
    ],
    ["guardian stop --hours 5", 2, /^Required option '--reason <text>' not specified/],
    ["guardian sleep", 2, /^Unknown command 'sleep'/],
    ["delegate alice", 2, /^The account must be an address; "alice" is none/],
    ["propose", 2, /^Say what to propose: either --calls FILE, or --amend RULE VALUE/],
    [
      "propose --amend Nothing 5 --rationale x",
      2,
      /^There is no rule "Nothing"\. The rules are RegistrationBond, /,
    ],
    ["propose --amend ReviewStipend 5", 2, /^An amendment needs --rationale TEXT/],
    [
      "propose --amend ReviewStipend 5 6 --rationale x",
      2,
      /^--amend takes a rule and a value, and nothing more/,
    ],
    [
      "propose --amend reviewstipend much --rationale x",
      2,
      /^The value of ReviewStipend must be a whole number from 0 to [\d,]+; it is "much"\.\n$/,
    ],
    ["propose --calls missing.json", 2, /^--calls: the file .*missing\.json cannot be read\.\n$/],
    ["propose --calls broken.json", 2, /^--calls: the file .*broken\.json is not JSON\.\n$/],
    ["propose --calls empty.json", 2, /empty\.json is no proposal: description: /],
    ["vote 123456 perhaps", 2, /^The vote must be for, against or abstain; it is "perhaps"\.\n$/],
    [
      "critique 0x0112 --scores 1,2,3 --verdict pass --document broken.json --self-critique broken.json",
      2,
      /^--scores takes four numbers: ethics,bias,fairness,transparency; it is "1,2,3"\.\n$/,
    ],
    [
      "critique 0x0112 --scores 1,2,3,101 --verdict pass --document broken.json --self-critique broken.json",
      2,
      /^Each of --scores must be a whole number from 0 to 100; it is "101"\.\n$/,
    ],
    [
      "critique 0x0112 --scores 1,2,3,4 --verdict pass --document broken.json --self-critique missing.md",
      2,
      /^--self-critique: the file .*missing\.md cannot be read\.\n$/,
    ],
    ["prove", 2, /^Write prove with a leaf's index or a contribution/],
    ["prove --check broken.json", 2, /^The proof broken\.json cannot be read as JSON\.\n$/],
    [
      "judge 0x0112 shout",
      2,
      /^Write judge list, or judge <contribution> with commit, reveal or backup\.\n$/,
    ],
    ["judge 0x0112 commit --level 5", 2, /^A vote needs --level N and --rationale TEXT/],
    [
      "judge 0x0112 commit --level 11 --rationale x",
      2,
      /^--level must be a whole number from 0 to 10; it is "11"\.\n$/,
    ],
    ["register --evidence plain", 2, /^Say who made it: --contributors/],
    ["register --evidence plain --contributors github:a=60", 2, /^The weight "60" has no unit: write 60%/],
    [
      "register --evidence plain --contributors github:a=60%",
      1,
      /^The contributors' shares add up to 60% instead of 100%\.\n$/,
    ],
    ["register --evidence plain --contributors git:a=100%", 2, /^"a" is not a name at git/],
  ];
  // All at once would be slow on a small machine, one by one slower.
  const endings = new Map<string, Ended>();
  before(async () => {
    const lines = cases.map(([line]) => line);
    const work = async () => {
      for (let line = lines.pop(); line !== undefined; line = lines.pop()) {
        endings.set(line, await azora(folder, line.split(" ")));
      }
    };
    await Promise.all([work(), work(), work()]);
  });

  for (const [line, code, sentence] of cases) {
    it(line, () => {
      const ended = endings.get(line) ?? { code: null, out: "", err: "" };
      expect(ended.err).to.match(sentence);
      expect(ended).to.deep.include({ code, out: "" });
      expect(ended.err).to.not.match(/\n\s+at /);
    });
  }

  it("says it as JSON too, and shows the stack to whoever asks for it", async () => {
    const ended = await azora(folder, ["status", "--network", "away.json", "--json"], { AZORA_DEBUG: "1" });
    expect(JSON.parse(ended.out)).to.have.nested.property("error.name", "NoConnection");
    expect(ended.err).to.match(/\n\s+at /);
  });

  it("shows help and version with exit code 0, and the help of its absence with 2", async () => {
    for (const args of [["--help"], ["import", "git", "--help"], ["--version"]]) {
      const { code, out } = await azora(folder, args);
      expect(code, args.join(" ")).to.equal(0);
      expect(out).to.not.equal("");
    }
    expect(await azora(folder, [])).to.deep.include({ code: 2, out: "" });
  });
});

describe("cli: import git --dry-run", () => {
  let repository: TestRepository;

  before(() => {
    repository = new TestRepository();
    repository.commit({ files: { "a.txt": "1\n2\n" }, message: "Begun" });
    repository.commit({ files: { "a.txt": "1\n3\n" }, message: "Changed", email: "bob@example.org" });
  });
  after(() => rmSync(repository.path, { recursive: true }));

  it("shows the plan without a chain, for people and for programs", async () => {
    const args = ["import", "git", ".", "--group", "commits:1", "--dry-run"];
    const people = await azora(repository.path, args);
    expect(people.code, people.err).to.equal(0);
    expect(people.out).to.match(
      /: 2 contributions by 2 contributors, grouped by commits:1, registered in 2 rounds\./,
    );
    expect(people.out).to.match(/2 {2}Changed .* #1 15%/);
    const programs = await azora(repository.path, [...args, "--json"]);
    const plan: { contributions: { key: string; upstream: unknown[] }[] } = JSON.parse(programs.out);
    expect(plan.contributions[1]?.upstream).to.deep.equal([
      { key: plan.contributions[0]?.key, weight: 150_000 },
    ]);
  });

  it("refuses a shallow clone with the way out", async () => {
    const clone = mkdtempSync(path.join(tmpdir(), "azora-shallow-"));
    repository.git("clone", "-q", "--depth", "1", `file://${repository.path}`, clone);
    const ended = await azora(clone, ["import", "git", ".", "--dry-run"]);
    rmSync(clone, { recursive: true });
    expect(ended.code).to.equal(1);
    expect(ended.err).to.match(/is a shallow clone.*git fetch --unshallow\n$/);
  });
});
