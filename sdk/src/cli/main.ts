#!/usr/bin/env node
import module from "node:module";

// Compiled code is kept in the system's temporary folder: the second command starts in half the time of the first.
module.enableCompileCache();
const { start } = await import("./start.ts");
await start();
