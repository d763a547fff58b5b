import { expect } from "chai";
import { chooseLanguage } from "./choose.ts";

describe("the language of a page", () => {
  const cases: [string | undefined, string | null, string][] = [
    [undefined, null, "en"],
    [undefined, "", "en"],
    [undefined, "de-CH,fr;q=0.5", "en"],
    [undefined, "*", "en"],
    [undefined, "zu", "zu"],
    [undefined, "zu-ZA,en-ZA;q=0.8", "zu"],
    [undefined, "en-ZA,zu;q=0.9", "en"],
    [undefined, "en;q=0.5,zu;q=0.9", "zu"],
    [undefined, "zu;q=0", "en"],
    ["en", "zu", "en"],
    ["zu", "en", "zu"],
    ["xx", "zu", "zu"],
    ["__proto__", "en", "en"],
  ];
  for (const [chosen, accepted, language] of cases) {
    it(`is ${language} for ${chosen ?? "no choice"} and ${accepted === null ? "no preference" : `"${accepted}"`}`, () => {
      expect(chooseLanguage(chosen, accepted)).to.equal(language);
    });
  }
});
