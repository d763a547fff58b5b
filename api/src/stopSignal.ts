/** Read first of all: later it may be gone already. */
const PARENT = process.ppid;
const PARENT_CHECK_MS = 250;

/** Aborts on SIGINT, SIGTERM, or when whoever started this process is gone: nobody would stop it any more. */
export function stopSignal(): AbortSignal {
  const stopped = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopped.abort());
  const check = setInterval(() => process.ppid !== PARENT && stopped.abort(), PARENT_CHECK_MS);
  check.unref();
  return stopped.signal;
}
