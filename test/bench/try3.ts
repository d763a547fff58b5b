import { readFileSync, mkdtempSync } from "node:fs";
import { withDatabase } from "../../scripts/local/database.ts";
import { serveAzora, servePonder } from "./api/servers.ts";
import { readsOf } from "./api/reads.ts";
import { samplesOf } from "./api/samples.ts";
import { askOnce, load } from "./api/load.ts";
const [databaseUrl, networkFile, secs] = process.argv.slice(2) as [string,string,string];
const folder = mkdtempSync("/tmp/bench-api-");
const ours = await serveAzora({databaseUrl, networkFile, folder}, false);
const kept = await serveAzora({databaseUrl, networkFile, folder}, true);
const theirs = await servePonder({databaseUrl, networkFile, folder});
const reads = readsOf(await samplesOf(databaseUrl));
for (const r of reads) {
  console.log(r.name, JSON.stringify(await askOnce(ours.url, r.ours[0]!)).length, r.ponders && JSON.stringify(await askOnce(theirs.url, r.ponders[0]!)).length);
  const a = await load(ours.url, r.ours, {seconds:Number(secs)});
  const b = r.ponders && await load(theirs.url, r.ponders, {seconds:Number(secs)});
  const k = await load(kept.url, r.ours, {seconds:Number(secs)});
  const f = (x:any)=>x&&`${x.requestsPerSecond.toFixed(0)}/s p50 ${x.p50} p99 ${x.p99}`;
  console.log("   ", f(a), "| kept", f(k), "| ponder", f(b), b && (a.requestsPerSecond/b.requestsPerSecond).toFixed(2), b && (k.requestsPerSecond/b.requestsPerSecond).toFixed(2));
}
const mix = reads.flatMap(r=>r.ours.slice(0,10));
console.log("mix 500/s", await load(kept.url, mix, {seconds: 10, rate: 500}));
console.log("mix 500/s uncached", await load(ours.url, mix, {seconds: 10, rate: 500}));await ours.stop(); await kept.stop(); await theirs.stop(); process.exit(0);
