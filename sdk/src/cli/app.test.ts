import { expect } from "chai";
import { folderOf } from "./app.ts";

describe("cli: the folder that paths are relative to", () => {
  it("is where people type, though npm changes the folder", () => {
    expect(folderOf({}, "/project")).to.equal("/project");
    expect(folderOf({ npm_lifecycle_event: "azora", INIT_CWD: "/elsewhere" }, "/project")).to.equal(
      "/elsewhere",
    );
    expect(folderOf({ npm_lifecycle_event: "test", INIT_CWD: "/elsewhere" }, "/project")).to.equal(
      "/project",
    );
  });
});
