import { runWorker } from "../worker.ts";
import { createJudges } from "./judges.ts";

await runWorker("practice judges", async ({ rpcUrl, deployment, evidence, apiUrl }, client) => {
  const judges = await createJudges({ client, rpcUrl, deployment, sources: { evidence, apiUrl } });
  return async () => {
    const { actions } = await judges.pass();
    return actions.map(({ kind, judge, contribution, level, failure }) => {
      const what = `${judge} ${kind}s on ${contribution}`;
      return failure === undefined
        ? kind === "reveal"
          ? `${what}: level ${level}`
          : what
        : `${what} failed: ${failure}`;
    });
  };
});
