/** Proposals, votes, and Voice. */
export const governance = {
  title: "Governance",
  lead: "Whoever earned has a Voice. With it people change the rules within their bounds, appoint critics and attestors, and spend the commons: by a vote, and after a delay in which everybody can see what comes.",
  proposals: "Proposals",
  caption: "Proposals with their votes, the latest first",
  column: { title: "Proposal", state: "State", quorum: "Quorum", ends: "Vote ends" },
  untitled: "Without a title",
  percent: (percent: number) => `${percent}%`,
  empty: {
    title: "Nobody has proposed anything yet.",
    text: "When somebody with Voice does, it appears here, with its votes and with what it would do.",
  },
  propose: "Propose something",
  state: {
    Pending: "To be voted on",
    Active: "Being voted on",
    Succeeded: "Passed",
    Queued: "Waits out its delay",
    Executed: "Executed",
    Defeated: "Defeated",
    Canceled: "Cancelled",
  },
  choice: { For: "For", Against: "Against", Abstain: "Abstain" },
  proposedBy: "Proposed by",
  number: "Number",
  copyNumber: "Copy the proposal's number",
  why: "Why",
  critiques: "Advice of critics, which decides nothing.",

  decided: { proposal: "Proposal", record: (index: number) => `Leaf ${index}` },
  course: {
    title: "Its way",
    proposed: "Proposed",
    opens: "The vote begins",
    closes: "The vote ends",
    executable: "It can be executed",
    executed: "Executed",
    Defeated: "Defeated: too few voted, or most were against",
    Canceled: "Cancelled by its proposer",
  },
  tally: {
    title: "Votes",
    quorum: "Quorum",
    note: "Votes for and abstentions count for the quorum; more have to be for it than against.",
    voters: (count: number) =>
      count === 0
        ? "Nobody has voted yet."
        : count === 1
          ? "1 account has voted."
          : `${count} accounts have voted.`,
  },
  votes: {
    title: "Who voted",
    caption: "Votes with their reasons, those that weigh most first",
    column: { voter: "Voter", choice: "Vote", weight: "Voice", when: "When" },
  },

  deeds: {
    title: "What it would do",
    at: "At",
    with: "with",
    foreign: "a contract that is none of the protocol's",
    calls: (name: string) => `Calls ${name}`,
    payment: "A payment without a call",
    unknown: "A call that is not known here: see its bytes",
    bytes: "The bytes of the call",
    amends: (rule: string, value: string) => `Sets the rule ${rule} to ${value}`,
    amendsArticles: (hash: string) => `Puts the text with the SHA-256 ${hash} in the place of the articles`,
    grants: (amount: string, to: string) => `Grants ${amount} from the commons to ${to}`,
    grantsToken: (units: string, token: string, to: string) =>
      `Grants ${units} units of the token ${token} from the commons to ${to}`,
    appointsCritic: (critic: string) => `Appoints ${critic} a critic`,
    dismissesCritic: (critic: string) => `Dismisses the critic ${critic}`,
    appointsAttestor: (attestor: string) => `Appoints ${attestor} an attestor`,
    dismissesAttestor: (attestor: string) => `Dismisses the attestor ${attestor}`,
    appointsGuardian: (guardian: string) => `Puts ${guardian} in office as guardian, for a year`,
    noGuardian: "Leaves the guardian's office empty",
    removesJudge: (judge: string) => `Removes the judge ${judge} from its seat`,
    place: {
      auditLedger: "the audit ledger",
      constitution: "the constitution",
      timelock: "the timelock",
      azoraToken: "the token AZR",
      validatorRegistry: "the registry of judges",
      proofOfValue: "Proof of Value",
      rewardLedger: "the reward ledger",
      citadelFund: "the CitadelFund",
      disputes: "Disputes",
      voice: "Voice",
      governor: "the governor",
      attributionRegistry: "the registry of works",
    },
  },

  act: {
    pending: "The vote begins",
    queued: "It passed, and can be executed",
    vote: {
      title: "Your vote",
      text: "A vote stands: it cannot be changed. It weighs what your Voice was when the vote began.",
      action: "Vote",
    },
    queue: {
      title: "It passed",
      text: "Now anyone can hand it to the timelock, which makes it wait so that everybody sees what comes.",
      action: "Queue it",
    },
    execute: {
      title: "It has waited",
      text: "Now anyone can have it executed.",
      action: "Execute it",
    },
    mismatch:
      "What the API says this proposal does is not what was proposed: it has another hash. Nothing can be sent by it.",
    voted: "This account has voted. Its vote stands.",
    noVoice:
      "This account had no Voice when the vote began, so it has no vote on this. Voice comes with a withdrawal of what was earned.",
    weight: "Your vote weighs",
    choice: "Your vote",
    noChoice: "Choose one.",
    reason: "Why",
    reasonHint: "It stands on the chain with your vote, for everybody and for good.",
  },

  voice: {
    title: "Your Voice",
    units: "Earned",
    unitsNote:
      "What the account had earned at its last withdrawal of AZR. It cannot be bought, sent or lent.",
    votes: "Speaks with",
    votesNote: "Its own, unless it gave it away, and what others gave it.",
    delegate: "Is used by",
    self: "The account itself",
    behind: "The account has earned more since. Withdraw AZR on its page, and its Voice comes up to that.",
    to: "Let this account vote with it",
    toHint:
      "It counts for votes that begin later. You can take it back at any time, and nothing else can be done with it.",
    give: "Give it",
    takeBack: "Take it back",
    badAddress: "This is not an address, or a letter of it is wrong.",
    zero: "The zero address is nobody: nobody could vote with it.",
  },
};
