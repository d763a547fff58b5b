/** What a run of the command line has around it; tests make up their own. */
export interface App {
  env: NodeJS.ProcessEnv;
  /** Where paths are relative to. */
  cwd: string;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
  stdin: NodeJS.ReadStream;
  stdout: NodeJS.WriteStream;
  stderr: NodeJS.WriteStream;
}

/** `npm run` changes into the project's folder; people mean the folder in which they typed it. */
export function folderOf(env: NodeJS.ProcessEnv, cwd: string): string {
  return env.npm_lifecycle_event === "azora" && env.INIT_CWD ? env.INIT_CWD : cwd;
}
