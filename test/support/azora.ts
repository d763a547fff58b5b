import { expect } from "chai";
import { BLOCK_SECONDS, developmentClient } from "../../scripts/local/chain.ts";
import { filesOf } from "../../scripts/local/deploy.ts";
import { fastForward } from "../../scripts/local/fastForward.ts";
import type { Session } from "../../scripts/local/session.ts";
import { type Run, run } from "./run.ts";

/** No command takes nearly as long, on a busy machine either. */
export const COMMAND_MS = 200_000;
const never = new AbortController().signal;

/** The command line as a process of its own, against a network that runs in `folder`. */
export function azoraAt(folder: string, session: Session) {
  const azora = (...args: string[]): Run =>
    run("sdk/src/cli/main.ts", args, {
      cwd: folder,
      env: { AZORA_NETWORK: filesOf(folder).network },
      limitMs: COMMAND_MS,
    });

  /** On a chain whose clock moves only with its blocks, and whose blocks come only with transactions: nobody has to hurry. */
  async function unhurried<result>(work: () => Promise<result>): Promise<result> {
    const node = developmentClient(session.network.rpcUrl);
    await node.setBlockTimestampInterval({ interval: 1 });
    await node.setAutomine(true);
    try {
      return await work();
    } finally {
      await node.removeBlockTimestampInterval();
      await node.setIntervalMining({ interval: BLOCK_SECONDS });
    }
  }

  return {
    start: azora,
    unhurried,
    /** Runs a command to its end while the waiting is skipped, and gives what it printed. */
    async succeed(...args: string[]) {
      let over = false;
      const ended = azora(...args, "--json").ended.finally(() => {
        over = true;
      });
      const [{ code, stdout, stderr }] = await Promise.all([
        ended,
        fastForward(session, () => over, { signal: never }),
      ]);
      expect(code, stderr || stdout).to.equal(0);
      return JSON.parse(stdout);
    },
    /** Runs a command that is to be refused, and gives what it said. */
    async refused(...args: string[]): Promise<string> {
      const { code, stderr } = await azora(...args, "--quiet").ended;
      expect(code, stderr).to.equal(1);
      return stderr;
    },
    /** Runs a command where nobody has to hurry, and gives what it printed. */
    calmly: (...args: string[]) =>
      unhurried(async () => {
        const { code, stdout, stderr } = await azora(...args, "--json").ended;
        expect(code, stderr || stdout).to.equal(0);
        return JSON.parse(stdout);
      }),
  };
}
