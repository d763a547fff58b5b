import { expect } from "chai";
import { checkLock, checkPins, completeLock, platformOf } from "./lock.ts";

const parent = {
  version: "1.0.0",
  dev: true,
  optionalDependencies: { "@a/tool-darwin-arm64": "1.0.0", "@a/tool-linux-x64": "1.0.0" },
};

describe("check: package-lock.json", () => {
  it("finds a platform's package that npm left out, and completes the lock with it", () => {
    const lock = {
      packages: {
        "": {},
        "node_modules/@a/tool-linux-x64": { version: "1.0.0" },
        "node_modules/tool": parent,
      },
    };
    expect(checkLock(lock))
      .to.have.length(1)
      .and.to.match(/lacks node_modules\/@a\/tool-darwin-arm64/);
    const completed = completeLock(lock);
    expect(checkLock(completed)).to.deep.equal([]);
    expect(completed.packages).to.have.deep.property("node_modules/@a/tool-darwin-arm64", {
      version: "1.0.0",
      dev: true,
      optional: true,
      cpu: ["arm64"],
      os: ["darwin"],
    });
    expect(Object.keys(completed.packages)).to.deep.equal([
      "",
      "node_modules/@a/tool-darwin-arm64",
      "node_modules/@a/tool-linux-x64",
      "node_modules/tool",
    ]);
  });

  it("looks for a package where Node would", () => {
    const packages = {
      "sdk/node_modules/tool": parent,
      "sdk/node_modules/@a/tool-darwin-arm64": {},
      "node_modules/@a/tool-linux-x64": {},
    };
    expect(checkLock({ packages })).to.deep.equal([]);
  });

  it("finds an address of one registry", () => {
    const packages = {
      "node_modules/a": { version: "1.0.0", resolved: "https://registry.example/a.tgz" },
      "node_modules/b": { resolved: "sdk", link: true },
    };
    expect(checkLock({ packages })).to.deep.equal([
      "package-lock.json binds node_modules/a to one registry: https://registry.example/a.tgz",
    ]);
  });

  it("finds a dependency without an exact version", () => {
    const manifest = {
      dependencies: { a: "^1.0.0", "@azora/sdk": "*" },
      devDependencies: { b: "1.0.0", c: "18.4.0-beta.17", d: "5.9" },
    };
    expect(checkPins("package.json", manifest)).to.deep.equal([
      "package.json does not pin a exactly, but asks for ^1.0.0",
      "package.json does not pin d exactly, but asks for 5.9",
    ]);
  });

  it("reads the platform from a name", () => {
    expect(platformOf("node_modules/@a/b-linux-arm64-musl")).to.deep.equal({
      cpu: ["arm64"],
      libc: ["musl"],
      os: ["linux"],
    });
    expect(platformOf("node_modules/@a/b-win32-amd64")).to.deep.equal({ cpu: ["x64"], os: ["win32"] });
    expect(() => platformOf("node_modules/plain")).to.throw(/by hand/);
  });
});
