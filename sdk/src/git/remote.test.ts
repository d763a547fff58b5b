import { expect } from "chai";
import { publicRemote, remoteName } from "./remote.ts";

describe("what is published of a remote", () => {
  const cases: [string, string | undefined, string | undefined][] = [
    ["https://github.com/azora/azora.git", "https://github.com/azora/azora.git", "azora"],
    ["https://user:token@example.org/a/b?private_token=x#y", "https://example.org/a/b", "b"],
    ["https://ghp_token@github.com/a/b.git/", "https://github.com/a/b.git/", "b"],
    ["git@github.com:azora/azora.git", "ssh://github.com/azora/azora.git", "azora"],
    ["ssh://git@example.org:2222/a/b.git", "ssh://example.org:2222/a/b.git", "b"],
    ["git://example.org/b", "git://example.org/b", "b"],
    ["https://example.org/a/%E2%82.git", "https://example.org/a/%E2%82.git", "%E2%82"],
    ["/home/ada/secret/b.git", undefined, undefined],
    ["../b", undefined, undefined],
    ["C:\\work\\b", undefined, undefined],
    ["C:/work/b", undefined, undefined],
    ["file:///home/ada/b.git", undefined, undefined],
    ["ext::sh -c whoami", undefined, undefined],
    ["", undefined, undefined],
  ];
  for (const [url, remote, name] of cases) {
    it(`of ${url || "nothing"} is ${remote ?? "nothing"}`, () => {
      expect(publicRemote(url)).equal(remote);
      expect(remoteName(url)).equal(name);
    });
  }
});
