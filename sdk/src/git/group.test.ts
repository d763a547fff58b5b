import { expect } from "chai";
import fc from "fast-check";
import { fakeSteps } from "./fixture.ts";
import { groupSteps } from "./group.ts";
import { checkOptions, type HistoryOptions } from "./options.ts";

const none = new Map<string, string>();
const tagsAt = (...places: number[]) => new Map(places.map((place) => [`${place}`, `v${place}`]));
const group = (plan: string, options: HistoryOptions, tags: ReadonlyMap<string, string> = none) =>
  groupSteps(fakeSteps(plan), tags, checkOptions(options));
const sizes = ({ sections }: ReturnType<typeof group>) => sections.map(({ steps }) => steps.length);

describe("how commits become contributions", () => {
  it("takes releases from three tags on, with the remainder as a group of its own", () => {
    const result = group("dddddddd", {}, tagsAt(1, 3, 5));
    expect(result.rule).equal("releases");
    expect(sizes(result)).deep.equal([2, 2, 2, 2]);
    expect(result.sections.map(({ title }) => title)).deep.equal([
      "Release v1",
      "Release v3",
      "Release v5",
      "After release v5",
    ]);
    expect(group("dddddddd", {}, tagsAt(1, 3)).rule).equal("commits");
  });

  it("says which tags bound nothing, and when there is none", () => {
    const result = group("ddd", { group: "releases" }, new Map([["elsewhere", "v9"]]));
    expect(sizes(result)).deep.equal([3]);
    expect(result.notes.join()).includes("No tag").and.includes("1 tagged commits");
  });

  it("takes merges from a fifth of the mainline, each a group, and direct commits between them by day", () => {
    expect(group("ddddm", {}).rule).equal("merges");
    expect(group("dddddm", {}).rule).equal("commits");
    expect(sizes(group("dmddmm", { group: "merges" }))).deep.equal([1, 1, 2, 1, 1]);
    expect(sizes(group("d".repeat(30), { group: "merges" }))).deep.equal([24, 6]); // hourly: a day has 24
  });

  it("cuts a day of very many direct commits at fifty", () => {
    const steps = fakeSteps("d".repeat(120)).map((step) => ({
      ...step,
      tip: { ...step.tip, committedAt: 0 },
    }));
    const { sections } = groupSteps(steps, none, checkOptions({ group: "merges" }));
    expect(sections.map((section) => section.steps.length)).deep.equal([50, 50, 20]);
  });

  it("sizes runs so that about `max` groups result, and says the size", () => {
    const result = group("d".repeat(90), { max: 40 });
    expect(result).include({ rule: "commits", size: 3 });
    expect(sizes(result)).deep.equal(Array(30).fill(3));
    expect(sizes(group("d".repeat(10), { group: "commits:4" }))).deep.equal([4, 4, 2]);
  });

  it("joins neighbours evenly above `max` and says so", () => {
    const result = group("d".repeat(10), { group: "commits:1", max: 4 });
    expect(sizes(result)).deep.equal([2, 3, 2, 3]);
    expect(result.coarsenedFrom).equal(10);
    expect(result.notes.join()).includes("10 groups were joined into 4");
    expect(result.sections[0]?.title).equal("d0 … d1");
  });

  it("names a group by its largest step", () => {
    const steps = fakeSteps("ddd");
    for (const commit of steps[1]?.commits ?? []) commit.counted = 9;
    expect(groupSteps(steps, none, checkOptions({ max: 1 })).sections[0]?.title).equal("d1 and 2 more");
  });

  it("never loses a step, never changes their order, never exceeds `max`", () => {
    const plan = fc
      .array(fc.constantFrom("d", "m"), { minLength: 1, maxLength: 200 })
      .map((kinds) => kinds.join(""));
    const rules = fc.constantFrom("auto", "releases", "merges", "commits:1", "commits:7");
    fc.assert(
      fc.property(
        plan,
        rules,
        fc.integer({ min: 1, max: 50 }),
        fc.array(fc.nat(220)),
        (kinds, rule, max, tagged) => {
          const { sections } = group(kinds, { group: rule as "auto", max }, tagsAt(...tagged));
          expect(sections.length).within(1, max);
          expect(sections.every(({ steps, title }) => steps.length > 0 && title !== "")).equal(true);
          const order = sections.flatMap(({ steps }) => steps.map(({ tip }) => Number(tip.hash)));
          expect(order).deep.equal([...kinds].map((_, index) => index));
        },
      ),
    );
  });
});
