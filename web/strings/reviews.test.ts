import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { expect } from "chai";
import { verifyMessage } from "viem";
import { generatePrivateKey, privateKeyToAccount } from "viem/accounts";
import { isReviewed, PARTS, REVIEWS, type Review, reviewText } from "./reviews.ts";

const fileOf = (part: string): URL => new URL(`zu/${part}.ts`, import.meta.url);
const hashOf = (part: string): string =>
  createHash("sha256")
    .update(readFileSync(fileOf(part)))
    .digest("hex");

/** Why a review does not count; nothing if it does. */
async function faultOf(review: Review): Promise<string | undefined> {
  const { part, sha256, speaker, account, signature } = review;
  if (speaker.trim() === "") return `${part}: nobody is named`;
  if (!existsSync(fileOf(part))) return `${part}: there is no such file`;
  if (sha256 !== hashOf(part)) return `${part}: the text was changed since, to ${hashOf(part)}`;
  const message = reviewText("zu", review);
  const isSigned = await verifyMessage({ address: account, message, signature }).catch(() => false);
  return isSigned ? undefined : `${part}: ${account} has not signed “${message}”`;
}

describe("the reviews of a translation", () => {
  it("are signed by the speaker, for the text as it stands", async () => {
    const faults = await Promise.all(REVIEWS.zu.map(faultOf));
    expect(faults.filter((fault) => fault !== undefined)).to.deep.equal([]);
  });

  it("count only with a signature of this very text", async () => {
    const speaker = privateKeyToAccount(generatePrivateKey());
    const unsigned = { part: "home", sha256: hashOf("home"), speaker: "Thandi", account: speaker.address };
    const sign = async (review: Omit<Review, "signature">): Promise<Review> => {
      const message = reviewText("zu", { ...review, signature: "0x" });
      return { ...review, signature: await speaker.signMessage({ message }) };
    };
    const good = await sign(unsigned);
    const other = privateKeyToAccount(generatePrivateKey()).address;
    expect(await faultOf(good)).to.equal(undefined);
    expect(await faultOf({ ...good, signature: "0x" })).to.include("has not signed");
    expect(await faultOf({ ...good, account: other })).to.include("has not signed");
    expect(await faultOf({ ...good, part: "shell", sha256: hashOf("shell") })).to.include("has not signed");
    expect(await faultOf(await sign({ ...unsigned, sha256: hashOf("shell") }))).to.include("was changed");
    expect(await faultOf(await sign({ ...unsigned, speaker: " " }))).to.include("nobody is named");
    expect(await faultOf(await sign({ ...unsigned, part: "none" }))).to.include("no such file");
  });

  it("make a translation reviewed when all of it is", () => {
    const of = (part: string): Review => ({
      ...{ part, sha256: hashOf(part), speaker: "Thandi", account: "0x", signature: "0x" },
    });
    expect(isReviewed(PARTS.map(of))).to.equal(true);
    expect(isReviewed(PARTS.slice(1).map(of))).to.equal(false);
    expect(isReviewed([])).to.equal(false);
  });

  it("are of every file, but for what only counts", () => {
    const files = readdirSync(new URL("zu/", import.meta.url)).map((file) => file.replace(/\.ts$/, ""));
    expect(files.filter((file) => file !== "plural").sort()).to.deep.equal([...PARTS].sort());
  });
});
