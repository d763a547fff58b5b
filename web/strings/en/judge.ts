/** The judges' pages: the queue, and one work with the rubric beside it. */
export const judge = {
  title: "Judge",
  intro:
    "Judges are drawn at random. A vote is given blind: first sealed, then opened, so that nobody follows another. Here is what waits for you.",
  back: "Your duties",
  workTitle: (title: string) => `Judge ${title}`,
  loading: "Your duties are on their way.",

  how: {
    title: "How it goes",
    steps: [
      ["Read", "Check for a conflict of interest, then read the evidence beside the rubric."],
      [
        "Commit",
        "Choose a level and say why. The chain gets a sealed vote; the secret stays in this browser.",
      ],
      ["Reveal", "When the second window opens, open the vote. A vote that stays sealed counts as silence."],
    ] as const,
  },

  seat: {
    title: "Your seat",
    number: "Seat",
    drawn: "Drawn",
    committed: "Committed",
    revealed: "Revealed",
    unseated: "No seat now",
    none: "This account holds no seat.",
    noneText:
      "Seats are for whoever was named at the start of a network, and for whoever has earned enough AZR. You can read any work and its rubric all the same.",
    bond: "Bond",
    bondNote:
      "It comes back some time after you give the seat up, less what faults cost: not voting, not revealing, a leaked vote, a vote far off on a panel that is overturned.",
    earned: "Earned",
    of: "of",
    mayEnter: "This account can take a seat now.",
    slashed: "Slashes took the rest.",
    topUp: "Fill it up",
    bondLeft: "The bond of a seat that ended waits for its time.",
    toAccount: "See it on your account's page",
    enter: "Take a seat",
    exit: "Give up the seat",
    exitSure: "Yes, give it up",
    exitKeep: "Keep it",
    exitAsk:
      "You can come back only if you are eligible then, with a new bond: by earning, once this one is unlocked, in the last seventh of an epoch.",
  },

  queue: {
    title: "Waiting for you",
    empty: "Nothing waits for you.",
    emptyText: "When you are drawn for a panel, the work appears here by itself, with its deadlines.",
    away: "The API does not answer, so the duties are not known. They are asked for again by itself.",
    untitled: (number: number) => `Contribution ${number}`,
    round: (round: number) => `Round ${round}`,
    open: "Read and judge",
    look: "Look at it again",
    left: (time: string) => `${time} left`,
    over: "Over",
    opensIn: (time: string) => `Opens in ${time}`,
  },
  state: {
    commit: "Not voted yet",
    committed: "Sealed",
    reveal: "To be revealed",
    revealed: "Revealed",
    missed: "Missed",
    leaked: "Leaked",
  },

  alarm: {
    title: (count: number) =>
      count === 1 ? "1 vote has to be revealed now" : `${count} votes have to be revealed now`,
    text: "A vote that is not revealed in time counts as silence, and if too many are silent, the whole panel's work is lost.",
    page: (count: number) => `(${count}) Reveal now`,
    all: (count: number) => `Reveal all ${count}`,
    missing:
      "The secret of this vote is not in this browser. Bring in the file that you saved, or reveal from where you committed.",
  },

  reminders: {
    title: "Reminders",
    off: "This browser can tell you when a vote is due, and again before it is too late, while Azora is open in any tab or as an app.",
    on: "This browser tells you when a vote is due, and again before it is too late, while Azora is open in any tab or as an app.",
    denied: "This browser does not allow Azora to remind you. Its settings for this site can change that.",
    turnOn: "Remind me",
    turnOff: "Stop reminding me",
    first: { commit: "You are on a panel", reveal: "Your vote has to be revealed" },
    last: { commit: "Little time left to vote", reveal: "Little time left to reveal your vote" },
    body: (title: string, time: string) => `${title}: ${time} left.`,
  },

  backup: {
    title: "Your secrets",
    text: "Each sealed vote has a secret that is kept in this browser only. Without it nobody can open the vote: save a copy, above all before you clear the browser.",
    none: "No sealed votes are kept here yet.",
    kept: (count: number) => (count === 1 ? "1 vote is kept here." : `${count} votes are kept here.`),
    export: "Save a copy",
    import: "Bring in a copy",
    imported: (count: number) => (count === 1 ? "1 vote was brought in." : `${count} votes were brought in.`),
    failed: "This file holds no vote that can be read. Nothing was changed.",
    notKept:
      "This browser does not keep the secret of a vote, so nothing was committed. Leave private browsing or free some storage, then try again.",
  },

  rubric: {
    title: "The scale",
    lead: "It doubles: one level up is twice the value, because it is twice the points. Judge what is there, not what is promised.",
    caption: "The levels, in a word, who is better off, and the points",
    howTo: "Before you choose",
    questions: [
      "Who made it, and does the evidence bear that out? What does it stand on, and is that cited?",
      "Who is better off, how many, how much, how long, how sure? One sentence each.",
      "Between which levels does it lie? Is it worth two of those that you would surely put one below?",
      "Do not think of what the others will say: the median rewards nobody for guessing it.",
    ],
  },

  conflict: {
    title: "Conflict of interest",
    checking: "Checking whether you are a party to this work…",
    none: "The chain knows of no conflict of interest.",
    honour:
      "It does not know everything. Stay silent if you are close to somebody credited, took part, compete for its citation, or were offered anything for your vote.",
    unknown: "The chain's node does not answer, so it is not known whether you are a party to this work.",
    kinds: {
      party:
        "You are a party to this work: the contract refuses your vote when it is revealed. Do not commit.",
      credited:
        "You are credited in this work. Your share is below what makes a party, so the contract would count your vote; the rubric asks you to stay silent.",
      cited:
        "This work cites one of yours: you would be paid by it. The contract would count your vote; the rubric asks you to stay silent.",
    },
  },

  evidence: {
    checking: "Checking that the evidence is what was registered…",
    good: "The evidence is what was registered: this browser has hashed it.",
    bad: "The evidence that the API gives is not what was registered. Do not judge by it.",
    foreign:
      "The evidence has the registered hash, but it belongs to another registration. It does not show this work; the rubric gives it level 0.",
    malformed:
      "The evidence has the registered hash, but it is no manifest. What it does not show does not count.",
    missing:
      "The API has no copy of the evidence. What nobody can have cannot be judged; the rubric gives it level 0.",
    unknown: "The evidence could not be fetched now, so it is not known whether it is what was registered.",
  },

  vote: {
    title: "Your vote",
    notYours: "You are not on the panel of this work. Its evidence and the rubric are for everybody.",
    notVoting: "This work is not being voted on now.",
    notDrawn: "The panel has not been drawn yet.",
    commitEnds: "Voting ends",
    revealOpens: "Revealing begins",
    revealEnds: "Revealing ends",
    level: "Level",
    levelOf: (level: number, word: string) => `${level}, ${word}`,
    points: (points: number) => (points === 1 ? "1 point" : `${points} points`),
    noLevel: "Choose a level.",
    rationale: "Why",
    rationaleHint:
      "What it is, who is better off and how you know, what you compared it with, what you could not check. Its hash goes on the chain; the text stays with you, to give to whoever asks after the reveal.",
    noRationale: "Say why, in words.",
    commit: "Seal the vote",
    replace: "Seal another vote in its place",
    change: "Vote again",
    keep: "Keep the sealed vote",
    sealed: (level: number, word: string) => `You sealed level ${level}, ${word}.`,
    sealedText: "Nobody can see it until you reveal it.",
    sealedElsewhere:
      "You sealed a vote whose secret is not in this browser. Bring in its copy, or seal another one while voting lasts.",
    reveal: "Reveal the vote",
    revealNow: "Revealing is open. Reveal now.",
    revealed: (level: number, word: string) => `Your vote is open: level ${level}, ${word}.`,
    missed: "Voting is over, and you sealed no vote. It counts as silence.",
    leaked:
      "Somebody knew your vote before voting ended, and proved it. It is void, and a part of your bond is gone.",
    missedReveal: "Revealing is over, and your vote stayed sealed. It counts as silence.",
    rationaleKept: "Your reasons, as they were hashed",
  },
};
