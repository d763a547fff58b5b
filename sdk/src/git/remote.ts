const PUBLIC = new Set(["https:", "http:", "ssh:", "git:"]);

/** `host:path` or `user@host:path`, as ssh writes it; a drive letter of Windows is no host. */
const SCP = /^(?:[^@/\s]+@)?([A-Za-z0-9.-]{2,}|\[[0-9a-fA-F:]+\]):(?!\/\/|:)(.+)$/;

/**
 * A remote address fit to be published: no user, password, query or fragment, for any of them can hold a token.
 * @returns undefined for what is no address of a host: a folder of this machine, a helper of git's
 */
export function publicRemote(url: string): string | undefined {
  const scp = SCP.exec(url);
  const address = scp ? `ssh://${scp[1]}/${scp[2]?.replace(/^\/+/, "")}` : url;
  if (!URL.canParse(address)) return undefined;
  const parsed = new URL(address);
  if (!PUBLIC.has(parsed.protocol) || parsed.hostname === "") return undefined;
  parsed.username = "";
  parsed.password = "";
  parsed.search = "";
  parsed.hash = "";
  return parsed.href;
}

/** The last part of a remote's path, without `.git`: what people call the repository. Undefined for a folder. */
export function remoteName(url: string): string | undefined {
  const remote = publicRemote(url);
  if (!remote) return undefined;
  const last = new URL(remote).pathname
    .split("/")
    .filter(Boolean)
    .at(-1)
    ?.replace(/\.git$/, "");
  try {
    return last && decodeURIComponent(last);
  } catch {
    return last; // a stray % is no escape
  }
}
