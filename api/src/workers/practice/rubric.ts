import { type Manifest, manifestFaults, type RegisteredWork } from "@azora/sdk/manifest";
import { type Address, concatHex, type Hex, hexToBigInt, keccak256 } from "viem";

/** A practice score: the level, and the reason in words, whose hash goes on the chain. */
export interface Verdict {
  level: number;
  rationale: string;
}

const TOP_LEVEL = 10;
/** What size alone can reach; the rest is for tests and documentation. */
const TOP_BY_SIZE = 8;

/** Numbers of binary digits: 0 for 0, 4 for 10, 10 for 1,000. */
const digits = (value: number): number => (value === 0 ? 0 : Math.floor(Math.log2(value)) + 1);

/** Lines that people wrote: what is generated or vendored does not count. For plain files, a line is taken as 40 bytes. */
function handWritten(manifest: Manifest): { lines: number; tests: number; docs: number } {
  if (manifest.kind === "files") {
    const bytes = manifest.files.reduce((sum, file) => sum + file.bytes, 0);
    return { lines: Math.ceil(bytes / 40), tests: 0, docs: 0 };
  }
  const { added, deleted, generatedLines, testLines, docLines } = manifest.totals;
  return { lines: Math.max(0, added + deleted - generatedLines), tests: testLines, docs: docLines };
}

/** The verdict on a work by what was found under its evidence hash. */
export function verdictOn(
  work: RegisteredWork & { contribution: Hex },
  manifest: Manifest | undefined,
  judge: Address,
): Verdict {
  if (manifest === undefined) return missingEvidence();
  if (manifestFaults(manifest, work).length > 0) return foreignEvidence();
  return practiceVerdict(manifest, judge, work.contribution);
}

/**
 * The rubric of the practice judges, which is a stand-in for judgement and says so: it knows size, not worth.
 *
 * base = ceil(digits(lines) / 2), at most 8; one more if a tenth of the lines are tests, one more if a twentieth are
 * documentation; then each judge's temper of the day: one less or one more in a fifth of the cases each, by
 * keccak256(judge, contribution) mod 5. No lines at all are level 0 for everybody.
 */
export function practiceVerdict(manifest: Manifest, judge: Address, contribution: Hex): Verdict {
  const { lines, tests, docs } = handWritten(manifest);
  if (lines === 0) return { level: 0, rationale: rationale(0, "it changes no line that a person wrote") };
  let level = Math.min(Math.ceil(digits(lines) / 2), TOP_BY_SIZE);
  const reasons = [`${lines} lines written by people`];
  if (tests * 10 >= lines) {
    level += 1;
    reasons.push("a tenth or more of them tests");
  }
  if (docs * 20 >= lines) {
    level += 1;
    reasons.push("a twentieth or more of them documentation");
  }
  const temper = hexToBigInt(keccak256(concatHex([judge, contribution]))) % 5n;
  if (temper === 0n) reasons.push("a strict day");
  if (temper === 4n) reasons.push("a kind day");
  level += temper === 0n ? -1 : temper === 4n ? 1 : 0;
  level = Math.min(Math.max(level, 1), TOP_LEVEL);
  return { level, rationale: rationale(level, reasons.join(", ")) };
}

/** Without its evidence nobody can judge a work: level 0, as a real judge would. */
export function missingEvidence(): Verdict {
  return { level: 0, rationale: rationale(0, "its evidence cannot be had here, so nobody could judge it") };
}

/** Evidence that speaks of another registration: whoever copied a hash has shown nothing. */
function foreignEvidence(): Verdict {
  const reason =
    "its evidence speaks of another registration, so it has none of its own and nobody could judge it";
  return { level: 0, rationale: rationale(0, reason) };
}

const rationale = (level: number, reason: string): string =>
  `Practice judge, scoring by size on a local chain: level ${level}, because ${reason}.`;
