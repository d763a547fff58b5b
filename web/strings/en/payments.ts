/** Why a payment is what it is. */
export const payments = {
  title: "Why this payment",
  lead: "Every number on this page follows from the ones below it, to the wei.",
  more: "This goes back through more payments than are shown here; the API has the rest.",
  link: "Why",
  linkLabel: (when: string) => `Why the payment of ${when} is what it is`,
  linkTo: (who: string) => `Why the payment to ${who} is what it is`,
  adds: "Adds up to the wei",
  differs: "Does not add up",
  differsText:
    "The index says something here that does not follow. Its status page tells what is wrong; the money itself is on the chain.",
  from: "from",
  share: {
    term: "Its part",
    contributor: (percent: string) => `${percent} of what the credited people share`,
    upstream: (percent: string) => `${percent} of the whole, as a work that was built on`,
    link: "All of it, as the account behind the name",
    of: "of",
    unknown: "Nobody is known by this name yet, so how it was shared cannot be shown.",
  },
  pot: {
    term: "What was shared",
    Settlement: "newly minted",
    Reward: "paid to the work directly",
    Pool: "what had come to it before",
  },
  settlement: {
    term: "What was minted",
    formula: (points: string, rate: string, amount: string) => `${points} × ${rate} = ${amount}`,
    level: (level: number) => `level ${level}`,
    epoch: (epoch: number) => `epoch ${epoch}`,
    late: "late, so at the lower of two rates",
    citadel: "to the commons",
  },
  reward: { term: "Who paid", citadel: "to the commons" },
  incoming: {
    term: "What had come",
    none: "Nothing that is shown here.",
  },
};
