import { mkdtempSync, readFileSync, chmodSync } from "node:fs";
import { roomForPostgres, startPostgres } from "../../scripts/postgres.ts";
import { azora, plainPonder } from "./index/ponder.ts";
import { bareLoop } from "./index/bare.ts";
import { indexBy } from "./index/run.ts";
const lines=readFileSync("/tmp/bench-chain.log","utf8").trim().split("\n");
const {rpcUrl,deployment}=JSON.parse(lines.at(-1)!);
const [,ev,head]=lines.at(-2)!.split(" ");
const pgs = await startPostgres(roomForPostgres());
const folder = mkdtempSync("/tmp/bench-");
console.log(folder, pgs.url);
try {
for (const c of [bareLoop, plainPonder, azora]) {
  const r = await indexBy(c,{rpcUrl,deployment,events:Number(ev),head:BigInt(head!.replace("n","")),realEvents:0,contributions:0,stop:async()=>{}},pgs,folder);
  console.log(c.name, r.seconds.toFixed(2), r.events, r.rows, (r.events/r.seconds).toFixed(0));
}
} catch (e) { console.log(e) }
if (process.argv[2]) await new Promise(()=>setInterval(()=>0,1e6));
await pgs.stop(); process.exit(0)
