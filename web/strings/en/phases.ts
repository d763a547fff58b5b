export const phases = {
  label: {
    None: "Unknown",
    Armed: "Drawing a panel",
    Voting: "In judging",
    Scored: "Scored",
    Accepted: "Accepted",
    Settled: "Paid",
    Rejected: "Rejected",
    Void: "Void",
  },
  explanation: {
    None: "The chain does not know it.",
    Armed: "Registered. A panel of judges is about to be drawn by the chain's own randomness.",
    Voting: "Judges vote blind: first they commit to a level, then they reveal it.",
    Scored: "It has a level. The challenge window has to pass.",
    Accepted: "Its points are in an epoch. When that is over and sealed, it is paid.",
    Settled: "Minted and divided: nine tenths to the people, one tenth to the commons.",
    Rejected: "The panel found it of no value to others, or not shown by its evidence.",
    Void: "Too few judges voted, twice. Nobody is at fault and the bond went back.",
  },
};
