import { benchChain } from "./data/chain.ts";
const [c,e]=process.argv.slice(2).map(Number);
const t=performance.now();
const chain = await benchChain({contributions:c!,events:e!}, (l)=>console.log(((performance.now()-t)/1000).toFixed(1), l));
console.log(performance.now()-t, chain.events, chain.head);
process.on("SIGINT", async()=>{await chain.stop(); process.exit()});
if (process.argv[4]) { console.log(JSON.stringify({rpcUrl:chain.rpcUrl, deployment:chain.deployment})); await new Promise(()=>setInterval(()=>0,1e6)); }
await chain.stop(); process.exit(0)
