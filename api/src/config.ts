import { z } from "zod";
import { readNetworks } from "./callers/addresses.ts";

/** Names that need no quotes: they go into connection options, which know no parameters. */
const schemaName = z.string().regex(/^[a-z_][a-z0-9_]{0,62}$/, "must be a plain lower-case name");
const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: "must be a URL that begins with postgres://",
});
const whole = z.coerce.number().int().positive();

/** Addresses and networks, parted by commas; `none` for none. */
const networks = z.string().transform((text, { addIssue }) => {
  try {
    return readNetworks(text === "none" ? [] : text.split(",").map((each) => each.trim()));
  } catch (error) {
    addIssue({ code: "custom", message: error instanceof Error ? error.message : String(error) });
    return z.NEVER;
  }
});

/** This machine: the pages' server, the workers, and who develops. */
const LOOPBACK = "127.0.0.0/8,::1";

const MIB = 1_048_576;
const HOUR_S = 3_600;

const environmentSchema = z
  .object({
    AZORA_NETWORK: z.string({ error: "must be the path of a network file" }).min(1),
    DATABASE_URL: postgresUrl,
    INDEX_SCHEMA: schemaName.default("azora"),
    API_SCHEMA: schemaName.default("azora_api"),
    HOST: z.string().min(1).default("127.0.0.1"),
    PORT: z.coerce.number({ error: "must be a port" }).int().min(0).max(65_535),
    AZORA_PUBLIC_RPC_URL: z.url().optional(),
    AZORA_EVIDENCE_TOTAL: whole.default(256 * MIB),
    AZORA_EVIDENCE_HOURS: z.coerce.number().positive().default(24),
    AZORA_STREAMS: whole.default(5_000),
    AZORA_ANSWERS: z.coerce
      .number()
      .int()
      .min(0)
      .default(32 * MIB),
    AZORA_PROXIES: networks.prefault("none"),
    AZORA_UNLIMITED: networks.prefault(LOOPBACK),
    AZORA_CALLER_REQUESTS: whole.default(100),
    AZORA_CALLER_STREAMS: whole.default(100),
    AZORA_CALLER_CLAIMS: whole.default(60),
  })
  .transform((env) => ({
    networkFile: env.AZORA_NETWORK,
    databaseUrl: env.DATABASE_URL,
    schemas: { index: env.INDEX_SCHEMA, api: env.API_SCHEMA },
    host: env.HOST,
    port: env.PORT,
    publicRpcUrl: env.AZORA_PUBLIC_RPC_URL,
    /** How many streams of events one copy serves at a time. */
    streams: env.AZORA_STREAMS,
    /** How much of its answers one copy keeps, in bytes. */
    answerBytes: env.AZORA_ANSWERS,
    callers: {
      proxies: env.AZORA_PROXIES,
      unlimited: env.AZORA_UNLIMITED,
      requestsPerSecond: env.AZORA_CALLER_REQUESTS,
      streams: env.AZORA_CALLER_STREAMS,
      claimsPerHour: env.AZORA_CALLER_CLAIMS,
    },
    evidence: {
      /** All that is kept, in bytes. */
      totalBytes: env.AZORA_EVIDENCE_TOTAL,
      /** How long evidence that no registration names is kept, in seconds. */
      retention: Math.ceil(env.AZORA_EVIDENCE_HOURS * HOUR_S),
    },
  }));

export type Config = z.infer<typeof environmentSchema>;

/** A setting that is wrong or missing; the message says which. */
export class ConfigError extends Error {
  override name = "ConfigError";
}

/** The one place that reads the environment. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  // A variable that is set to nothing means the same as one that is not set.
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const { success, data, error } = environmentSchema.safeParse(given);
  if (success) return data;
  const faults = error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new ConfigError(`The environment does not fit. ${faults.join("; ")}.`);
}
