import { budgets, later } from "./budgets.ts";
import { measure } from "./measure.ts";

const number = new Intl.NumberFormat("en-US");
const measured = await measure();
let failed = 0;

console.log("Gas of a transaction, measured beside its budget");
for (const { work, budget, peers } of budgets) {
  const gas = measured.get(work);
  const verdict = gas === undefined ? "NOT MEASURED" : gas > budget ? "OVER BUDGET" : "ok";
  if (verdict !== "ok") failed += 1;
  const cells = [work.padEnd(42), (gas === undefined ? "-" : number.format(gas)).padStart(9)];
  console.log(
    `${cells.join(" ")} of ${number.format(budget).padStart(7)}  ${verdict.padEnd(11)}  peers: ${peers}`,
  );
}
for (const work of measured.keys()) {
  if (budgets.some((entry) => entry.work === work)) continue;
  failed += 1;
  console.log(`${work}: measured, but it has no budget`);
}
for (const { work, budget, why } of later) console.log(`not yet: ${work} (${budget}): ${why}`);

console.log(
  failed === 0 ? `All ${budgets.length} are within budget.` : `${failed} of ${budgets.length} are not.`,
);
process.exitCode = failed === 0 ? 0 : 1;
