// Preloaded into every script that bootstrap starts. The script has a process group of its own, so that signals reach
// it exactly once; whoever kills bootstrap outright would therefore leave it behind, holding its ports. It notices.

const parent = process.ppid;
setInterval(() => {
  if (process.ppid !== parent) process.kill(process.pid, "SIGTERM");
}, 1000).unref();
