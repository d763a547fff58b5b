export const epochs = {
  title: "Epochs",
  lead: "Time is cut into epochs. Each has a budget, shared by the points of the works accepted in it; what is left is never minted.",
  caption: "Epochs with their points, rate and what was minted",
  column: {
    epoch: "Epoch",
    when: "End",
    works: "Works",
    points: "Points",
    rate: "Rate per point",
    minted: "Minted, of the budget",
  },
  presentEpoch: "Present epoch",
  presentEnds: "It ends",
  length: "Each lasts",
  state: { open: "Open", over: "Over", sealable: "Can be sealed", sealed: "Sealed" },
  notYet: "not sealed yet",
  settledOf: (settled: number, accepted: number) => `${settled} of ${accepted} paid`,
  empty: { title: "No epoch yet", text: "An epoch appears here when the first accepted work joins it." },
  cap: "cap",
  capped: (rate: string) =>
    `The budget would give ${rate} AZR a point. The price cap of the present rules is less, and what is left is never minted.`,
};
