import { readFileSync } from "node:fs";
import { isLocalChain, Rule } from "@azora/sdk";
import { z } from "zod";

export type RuleName = keyof typeof Rule;

/** In the order of their numbers. */
export const RULES = (Object.keys(Rule) as RuleName[]).sort((a, b) => Rule[a] - Rule[b]);

const address = z.string().regex(/^0x[0-9a-fA-F]{40}$/, "is not an address");
const hash = z.string().regex(/^0x[0-9a-f]{64}$/, "is not a hash");
/** A rule's lane is 48 bits wide. */
const lane = z
  .number()
  .int()
  .min(0)
  .max(2 ** 48 - 1);
const rule = z.strictObject({ value: lane, min: lane, max: lane, why: z.string().min(1) });

/** Windows and delays in seconds; rule units are those of contracts/types/Rules.sol. */
const parametersSchema = z.strictObject({
  about: z.string(),
  chainId: z.number().int().positive(),
  epochLength: z.number().int().positive(),
  /** SHA-256 of docs/constitution.md. */
  articles: hash,
  timelockDelay: z.number().int().min(0),
  timelockProposers: z.array(address).min(1, "names nobody who may propose"),
  seats: z.array(address).min(30, "names fewer than 30 accounts"),
  attestors: z.array(address).min(1, "names nobody who may attest"),
  rules: z.record(z.enum(RULES), rule),
});

/** A proposer can also cancel: two of them could stop each other for ever. And a veto needs somebody beyond the k. */
function findUnsafe({ chainId, timelockProposers, attestors, rules }: Parameters): string | undefined {
  if (isLocalChain(chainId)) return undefined;
  if (timelockProposers.length !== 1) return "timelockProposers must be exactly one account, such as a Safe";
  if (timelockProposers.some((account) => BigInt(account) === 0n))
    return "timelockProposers must not be nobody";
  const threshold = rules.AttestorThreshold.value;
  return attestors.length > threshold
    ? undefined
    : `attestors must be more than the threshold of ${threshold}`;
}

export type Parameters = z.infer<typeof parametersSchema>;

export class ParametersError extends Error {
  override name = "ParametersError";
}

/** Reads deploy/parameters/<network>.json. Throws {@link ParametersError} with a sentence that names the field. */
export function readParameters(network: string): Parameters {
  const file = new URL(`./parameters/${network}.json`, import.meta.url);
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (cause) {
    throw new ParametersError(`There are no parameters for the network "${network}".`, { cause });
  }
  const result = parametersSchema.safeParse(JSON.parse(text));
  if (result.success) {
    const unsafe = findUnsafe(result.data);
    if (unsafe === undefined) return result.data;
    throw new ParametersError(`The parameters of "${network}": ${unsafe}.`);
  }
  const issue = result.error.issues[0];
  throw new ParametersError(`The parameters of "${network}": ${issue?.path.join(".")} ${issue?.message}.`);
}
