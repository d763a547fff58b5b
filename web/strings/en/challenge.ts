/** The one challenge of a score, and the reopening of a work that nobody could judge. */
export const challenge = {
  title: "Challenge",
  intro:
    "Is the score wrong by two levels or more? Anyone may say so once, and a second panel decides that has none of the first one's judges.",
  over: "The time for it has just ended.",
  direction: "The level should be",
  directions: { Up: "Higher", Down: "Lower" },
  ground: "Because of",
  grounds: {
    Value: "Its value",
    Attribution: "Its attribution: the wrong people, or the wrong shares",
    Conflict: "A conflict of interest on the panel",
    Plagiarism: "Plagiarism: it is somebody else's work",
    Constitution: "The constitution: it breaks an article",
  },
  zero: "If this is upheld, the level becomes 0.",
  reasons: "Reasons",
  reasonsHint:
    "Only their hash goes on the chain. Publish the text where the judges find it, and keep it: without it the hash says nothing.",
  noReasons: "Say why.",
  price:
    "You pay a fee, which the second panel's judges share, and a bond. If two levels or more come off in your direction, you get both back, and half of what the first panel's outliers lose. If not, the bond goes to the commons.",
  action: "Challenge the score",
  again: "Go on with the challenge",
  steps: (lifetime: string) =>
    `Your wallet asks twice: first for a reservation, by a hash that tells nobody which work you mean, so that nobody can copy the challenge; then, five blocks later, for the challenge. The reservation takes the price of a challenge as a deposit, which counts towards it. Go on within ${lifetime}, or the deposit goes to the commons. If somebody else is first, you get it back: ask for it on the work's page within the same time, for after that anyone may give it to the commons.`,
  away: "Your node does not answer, so nobody can say what came of the challenge that you reserved. It is asked again.",
  due: {
    fee: "Fee",
    bond: "Bond",
    deposit: "Deposit, first: to reserve it",
    paid: "Deposit, which you have paid",
    rest: "Rest, then: with the challenge",
    balance: "You have",
    tooLittle: (due: string, balance: string) =>
      `This takes ${due}, besides the network's fees, and you have ${balance}. Who cannot pay all of it loses the deposit.`,
  },
  ripening: "It is reserved. The challenge can be sent five blocks later; keep this page open.",
  reserved: "You have reserved this challenge, and can go on with it.",
  expired: "You reserved a challenge of this score and did not go on in time: that deposit is lost.",
  tooLate:
    "The time to challenge ends too soon: a reservation might not be used before that, and its deposit would be lost. Nothing was sent.",
  notKept:
    "This browser keeps nothing for this site, and without the reservation's secret its deposit would be lost. Nothing was sent.",
  deposits: {
    until: (block: string, time: string) =>
      `Ask for it within about ${time}, until block ${block}: after that anyone may give it to the commons.`,
    late: "Its time is over: anyone may give it to the commons at any moment. Ask for it now.",
    first: "You reserved a challenge of this score as well, and somebody else was first.",
    action: "Get the deposit back",
  },

  made: (direction: "Up" | "Down", level: number) =>
    direction === "Up" ? `Level ${level} is said to be too low.` : `Level ${level} is said to be too high.`,
  by: "By",
  critic: "A critic's flag",
  flag: "A critic flagged it, without a bond. A critic can stop the line, and never move it: the second panel alone decides.",
  on: "On the ground of",
  short: {
    Value: "value",
    Attribution: "attribution",
    Conflict: "conflict of interest",
    Plagiarism: "plagiarism",
    Constitution: "the constitution",
  },
  fee: "Fee",
  feeOfFlag: "Fee, from the commons",
  bond: "Bond",
  outcome: {
    Pending: "A second panel decides.",
    Upheld: "It was upheld: the new level stands.",
    Worthless: "It was upheld: on this ground the work is worth nothing.",
    Dismissed: "It was dismissed: the first level stands.",
    Inconclusive: "Too few of the second panel voted, so the first level stands.",
  },
  second: (level: number) => `The second panel's median is level ${level}.`,

  reopen: {
    title: "Nobody could judge it",
    text: "Too few judges voted, twice. Anyone may open it again with a new bond, which returns to whoever paid it.",
    action: "Open it again",
  },
};
