/** What stands in for people's own repositories and keys. Needs Node and git. */

export { createRepository, signedCommit } from "./signedCommit.ts";
export { practiceSshKey } from "./sshKey.ts";
