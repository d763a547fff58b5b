/** Whether the read side is well: what this page says of itself. */
export const status = {
  title: "Status",
  lead: "Whether what these pages show is the chain's present, and whether it is true. Nothing here touches the chain: that goes on whatever this page says.",
  machines: "For machines",
  overall: {
    well: "All is well.",
    late: "The index is behind the chain.",
    unknown: "Not everything can be told right now.",
    bad: "Something is wrong.",
  },
  standing: { well: "Well", late: "Behind", unknown: "Not known", bad: "Wrong" },
  refresh: {
    every: "This page asks again every few seconds.",
    away: "The server of this page does not answer. What stands here is the last known state.",
  },
  index: {
    title: "The index against the chain",
    present: "The index has read every block that the chain has.",
    near: (blocks: string) => `The index is ${blocks} behind the chain's latest block, which is as usual.`,
    stale: (blocks: string, time: string) =>
      `The index is ${blocks} and ${time} behind. Pages show what was then, and catch up by themselves.`,
    forked:
      "The index follows blocks that the chain has left. Right after a reorganisation this passes within seconds; if it stays, the index has to be built anew.",
    unknown: "The index cannot be compared with the chain now.",
    silent: "The API did not say.",
    blocks: (count: string, isOne: boolean) => (isOne ? "1 block" : `${count} blocks`),
    reached: "The index has reached",
    head: "The chain's latest block",
    behind: "Behind by",
    behindValue: (blocks: string, time: string) => `${blocks}, ${time}`,
    time: "Time of that block",
    age: (time: string) => `${time} ago`,
    ageNote: "By this server's clock.",
    localNote: "By the chain's own clock, which on a practice network is not the machine's.",
    block: (number: string) => `Block ${number}`,
    unknownValue: "not known",
  },
  proof: {
    title: "The index against the ledger",
    whole: (size: string) =>
      `Proven: the rows of this index come to the chain's own ledger, all ${size} records of it.`,
    partly: (size: string, all: string) =>
      `Proven up to ${size} of ${all} records on the ledger. The newest are checked within a minute.`,
    failed:
      "Something in this index is not as the chain has it. Until it is mended, do not trust these pages; the chain itself is right.",
    unchecked:
      "Nobody has held this index against the chain yet: the auditor has just begun, or does not run.",
    silent: "The API did not say.",
    verified: "Proven up to",
    records: (count: string, isOne: boolean) => (isOne ? "1 record" : `${count} records`),
    ledger: "The ledger has",
    at: "As of",
    root: "Root over them",
    copyRoot: "Copy the root",
    findings: "Found wrong",
    none: "Nothing",
    yourself:
      "That is this API's word about itself. In a clone of the repository, hold it to the chain through a node of your own:",
    copyCommand: "Copy the command",
  },
  api: {
    title: "The API",
    well: "The API answers, and can serve.",
    bad: "The API answers, and cannot serve all it should.",
    silent: "The API does not answer, so nothing can be read here. It may be starting, or out of reach.",
    checks: "What it checked",
    column: { check: "Part", state: "State", detail: "What it says" },
    name: {
      database: "Database",
      schema: "Its own tables",
      index: "The index",
      proof: "The proof of the index",
    } as Readonly<Record<string, string>>,
    ok: "Well",
    failed: "Not well",
  },
  stream: {
    title: "This page's connection",
    /** Plain strings only: they go to the browser. */
    state: {
      unknown: "Connecting. Without JavaScript a page stays as it was when it came.",
      streamed: "This page hears of each new block as the index reads it.",
      asked: "The stream of events is silent, so this page asks for new blocks by itself.",
      away: "Your browser cannot reach the API. What you see is the last known state.",
    },
  },
};
