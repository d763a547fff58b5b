import { expect } from "chai";
import {
  creditFirst,
  type Draft,
  EMPTY_DRAFT,
  fillIn,
  freshKey,
  isUntouched,
  loadDraft,
  saveDraft,
} from "./draft.ts";

function box() {
  const map = new Map<string, string>();
  return {
    map,
    getItem: (key: string) => map.get(key) ?? null,
    setItem: (key: string, value: string) => void map.set(key, value),
    removeItem: (key: string) => void map.delete(key),
  };
}

const draft: Draft = {
  title: "A song",
  summary: "",
  files: [{ path: "song.ogg", bytes: 5, sha256: "d".repeat(64) }],
  contributors: [
    { key: 1, name: "github:alice", pin: { weight: 600_000, turn: 1 } },
    { key: 4, name: "" },
  ],
  upstream: [{ id: `0x01${"ab".repeat(31)}`, number: 3, title: "Parser", weight: 100 }],
};

describe("the form over a reload", () => {
  it("is kept as it stands, for its chain", () => {
    const kept = box();
    saveDraft(kept, 31_337, draft);
    expect(loadDraft(kept, 31_337)).to.deep.equal(draft);
    expect(loadDraft(kept, 1)).to.equal(undefined);
  });

  it("leaves nothing behind once it is cleared", () => {
    const kept = box();
    saveDraft(kept, 31_337, draft);
    saveDraft(kept, 31_337, EMPTY_DRAFT);
    expect(kept.map.size).to.equal(0);
    expect(isUntouched(draft)).to.equal(false);
  });

  it("is empty rather than broken when something else was kept there", () => {
    const kept = box();
    saveDraft(kept, 31_337, draft);
    const wrong = [
      "{",
      "[]",
      JSON.stringify({ ...draft, title: 3 }),
      JSON.stringify({ ...draft, contributors: [] }),
      JSON.stringify({ ...draft, contributors: [{ key: 1, name: "a", pin: {} }] }),
      JSON.stringify({ ...draft, upstream: [{ ...draft.upstream[0], id: "0x12" }] }),
    ];
    for (const text of wrong) {
      for (const key of kept.map.keys()) kept.map.set(key, text);
      expect(loadDraft(kept, 31_337), text).to.equal(undefined);
    }
  });

  it("credits whoever connects in a first row that is empty, and nobody twice", () => {
    const named = (...names: string[]) => ({
      ...EMPTY_DRAFT,
      contributors: names.map((name, key) => ({ key, name })),
    });
    const namesOf = (given: Draft) => creditFirst(given, "0xAb").contributors.map(({ name }) => name);
    expect(namesOf(named("", "github:alice"))).to.deep.equal(["0xAb", "github:alice"]);
    expect(namesOf(named("github:alice", ""))).to.deep.equal(["github:alice", ""]);
    expect(namesOf(named("", "0xab"))).to.deep.equal(["", "0xab"]);
  });

  it("gives each row a key of its own", () => {
    expect(freshKey(draft.contributors)).to.equal(5);
  });
});

describe("web: what another app shares with the form", () => {
  it("fills what is empty, and is nothing where nothing is shared", () => {
    const shared = { title: " Wells ", text: "Twelve of them", url: "https://example.org" };
    expect(fillIn(EMPTY_DRAFT, shared)).to.deep.equal({
      ...EMPTY_DRAFT,
      title: "Wells",
      summary: "Twelve of them\n\nhttps://example.org",
    });
    expect(fillIn(EMPTY_DRAFT, { url: "https://example.org" }).summary).to.equal("https://example.org");
    expect(fillIn(EMPTY_DRAFT, {})).to.deep.equal(EMPTY_DRAFT);
  });

  it("replaces nobody's words", () => {
    expect(fillIn(draft, { title: "Wells", text: "More" })).to.deep.equal({ ...draft, summary: "More" });
  });
});
