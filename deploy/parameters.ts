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
const reason = z.string().min(1);
const rule = z.strictObject({ value: lane, min: lane, max: lane, why: reason });
const setting = z.strictObject({ value: lane, why: reason });

/** Windows and delays in seconds; rule units are those of contracts/types/Rules.sol. */
const parametersSchema = z.strictObject({
  about: z.string(),
  chainId: z.number().int().positive(),
  epochLength: z.number().int().positive(),
  /** SHA-256 of docs/constitution.md. */
  articles: hash,
  timelockDelay: z.number().int().min(0),
  /** Beside the governor; on local chains only. */
  timelockProposers: z.array(address),
  seats: z.array(address).min(30, "names fewer than 30 accounts"),
  attestors: z.array(address).min(1, "names nobody who may attest"),
  /** In office for a year from the deployment on; null for nobody, until governance appoints one. */
  guardian: address.nullable(),
  /** Amounts in micro-AZR of Voice. */
  governor: z.strictObject({
    votingDelay: setting,
    votingPeriod: setting,
    lateQuorumExtension: setting,
    proposalThreshold: setting,
    quorumPpm: setting,
    quorumFloor: setting,
  }),
  /** The reason for each value that has none beside it. */
  why: z.strictObject({
    epochLength: reason,
    timelockDelay: reason,
    timelockProposers: reason,
    seats: reason,
    attestors: reason,
    guardian: reason,
  }),
  rules: z.record(z.enum(RULES), rule),
});

/** Whoever could propose beside the governor would govern without a vote. And a veto needs somebody beyond the k. */
function findUnsafe({ chainId, timelockProposers, attestors, rules }: Parameters): string | undefined {
  if (isLocalChain(chainId)) return undefined;
  if (timelockProposers.length > 0) return "timelockProposers must be empty: only the governor proposes";
  const threshold = rules.AttestorThreshold.value;
  return attestors.length > threshold
    ? undefined
    : `attestors must be more than the threshold of ${threshold}`;
}

export type Parameters = z.infer<typeof parametersSchema>;

export class ParametersError extends Error {
  override name = "ParametersError";
}

/** Reads deploy/parameters/<network>.json, or the file at a path that ends with .json. Throws {@link ParametersError} with a sentence that names the field. */
export function readParameters(network: string): Parameters {
  const file = network.endsWith(".json") ? network : new URL(`./parameters/${network}.json`, import.meta.url);
  const result = parametersSchema.safeParse(JSON.parse(readText(network, file)));
  if (result.success) {
    const unsafe = findUnsafe(result.data);
    if (unsafe === undefined) return result.data;
    throw new ParametersError(`The parameters of "${network}": ${unsafe}.`);
  }
  const issue = result.error.issues[0];
  throw new ParametersError(`The parameters of "${network}": ${issue?.path.join(".")} ${issue?.message}.`);
}

/** The rules of a network alone: those of the main network stand before its seats are named. */
export function readRules(network: string): Parameters["rules"] {
  const text = readText(network, new URL(`./parameters/${network}.json`, import.meta.url));
  return z.object({ rules: parametersSchema.shape.rules }).parse(JSON.parse(text)).rules;
}

function readText(network: string, file: string | URL): string {
  try {
    return readFileSync(file, "utf8");
  } catch (cause) {
    throw new ParametersError(`There are no parameters for the network "${network}".`, { cause });
  }
}
