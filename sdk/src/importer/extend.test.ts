import { expect } from "chai";
import { type GitHistory, generatedHistory } from "../git/index.ts";
import { HistoryShiftedError } from "./errors.ts";
import { extendHistory, isSameHistory } from "./extend.ts";

const whole = generatedHistory({ seed: "grow", contributions: 12 });
const part = (count: number): GitHistory => ({ ...whole, groups: whole.groups.slice(0, count) });

/** Two neighbours as one group, as a repository that has grown would be divided. */
function joined(history: GitHistory, index: number): GitHistory {
  const groups = history.groups.flatMap((group, place) => {
    if (place === index + 1) return [];
    const next = history.groups[index + 1];
    if (place !== index || next === undefined) return [group];
    const range = { ...group.range, to: next.range.to };
    return [
      { ...group, key: `${group.key}+`, range, commits: [...group.commits, ...next.commits], upstream: [] },
    ];
  });
  return { ...history, groups };
}

describe("importer: a history that grows", () => {
  it("keeps what was planned and appends what is new, citations included", () => {
    const grown = extendHistory(part(8), whole);
    expect(grown.groups).to.deep.equal(whole.groups);
  });

  it("changes nothing when there is nothing new, or when an older state is read", () => {
    expect(extendHistory(whole, whole).groups).to.deep.equal(whole.groups);
    expect(extendHistory(whole, part(5)).groups).to.deep.equal(whole.groups);
  });

  it("drops a citation of what was divided otherwise, and says so", () => {
    const cited = whole.groups.findIndex(
      (group, index) => index >= 8 && group.upstream.some((share) => share.group < 8),
    );
    const target = whole.groups[cited]?.upstream.find((share) => share.group < 8)?.group ?? 0;
    const planned = joined(part(8), Math.min(target, 6));
    const grown = extendHistory(planned, whole);
    const group = grown.groups.find(({ key }) => key === whole.groups[cited]?.key);
    expect(group?.dropped).to.be.greaterThan(whole.groups[cited]?.dropped ?? 0);
    expect(group?.notes.at(-1)).to.match(/had been divided otherwise/);
  });

  it("refuses new commits that it cannot tell from old ones", () => {
    expect(() => extendHistory(part(8), joined(whole, 7))).to.throw(
      HistoryShiftedError,
      "was imported up to",
    );
  });

  it("knows a history by its commits, and no other", () => {
    expect(isSameHistory(part(3), whole)).to.equal(true);
    expect(isSameHistory(whole, part(3))).to.equal(true);
    expect(isSameHistory(whole, generatedHistory({ seed: "other" }))).to.equal(false);
  });
});
