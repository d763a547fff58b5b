// profile: node try4.ts dbUrl network readName
import { spawn } from "node:child_process";
import { readsOf } from "./api/reads.ts";
import { samplesOf } from "./api/samples.ts";
import { load } from "./api/load.ts";
const [databaseUrl, networkFile, name, secs] = process.argv.slice(2) as [string,string,string,string];
const child = spawn(process.execPath, ["--cpu-prof","--cpu-prof-dir=/tmp/prof", "api/src/main.ts"], {stdio:["ignore","ignore","inherit"], env:{...process.env, AZORA_NETWORK:networkFile, DATABASE_URL:databaseUrl, PORT:"34888", INDEX_SCHEMA:"app", API_SCHEMA:"azora_api"}});
await new Promise(r=>setTimeout(r,4000));
const r = readsOf(await samplesOf(databaseUrl)).find(r=>r.name===name)!;
await load("http://127.0.0.1:34888", r.ours, {seconds:2});
console.log(await load("http://127.0.0.1:34888", r.ours, {seconds:Number(secs)}));
child.kill("SIGTERM"); await new Promise(r=>child.once("exit",r)); process.exit(0);
