import { runWorker } from "../worker.ts";
import { createJudges } from "./judges.ts";

const DEED = { commit: "commits", reveal: "reveals", proveLeak: "proves a leak" } as const;

await runWorker("practice judges", async ({ rpcUrl, deployment, evidence, apiUrl }, client) => {
  const judges = await createJudges({ client, rpcUrl, deployment, sources: { evidence, apiUrl } });
  return async () => {
    const { actions } = await judges.pass();
    return actions.map(({ kind, judge, contribution, level, failure }) => {
      const what = `${judge} ${DEED[kind]} on ${contribution}`;
      if (failure !== undefined) return `${what} failed: ${failure}`;
      return kind === "reveal" ? `${what}: level ${level}` : what;
    });
  };
});
