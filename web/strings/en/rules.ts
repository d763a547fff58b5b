/** What each rule is called, and what it says. */
export const rules = {
  RegistrationBond: {
    title: "Bond of a registration",
    text: "What registering puts in; it comes back when a panel has judged the work.",
  },
  Load: {
    title: "Load of judges",
    text: "Open duties for each seat at which the bond of a registration doubles.",
  },
  PanelLimit: { title: "Size of a panel", text: "The most judges that a panel has." },
  ArmingDelay: {
    title: "Wait for the draw",
    text: "From a registration to the block whose randomness draws the panel.",
  },
  MaxUpstream: {
    title: "Most for earlier works",
    text: "The largest part that a work can pass on to the works it stands on.",
  },
  CommitWindow: { title: "Time to commit", text: "How long judges have to commit to a level, unseen." },
  RevealWindow: { title: "Time to reveal", text: "How long they then have to open their votes." },
  ChallengeWindow: { title: "Time to challenge", text: "How long a score can be challenged or flagged." },
  CritiqueGrace: {
    title: "Grace for critics",
    text: "How long a work that nobody criticised waits for a critic before it becomes final.",
  },
  SealDelay: {
    title: "Wait for the seal",
    text: "From an epoch's end to the moment in which its rate is fixed.",
  },
  PointPriceCap: {
    title: "Most for a point",
    text: "What a point earns at most, however few share an epoch.",
  },
  ReviewStipend: {
    title: "Pay of a vote",
    text: "What a judge is paid from the commons for a vote that counts.",
  },
  SeatThreshold: { title: "Threshold of a seat", text: "What an account has to have earned to take a seat." },
  SeatBond: { title: "Bond of a seat", text: "What a judge puts in, and can lose." },
  CitadelCap: {
    title: "Cap of the commons",
    text: "The most that grants and fees take of the fund in an epoch, of what it had at its beginning.",
  },
  LinkDelay: { title: "Wait for a link", text: "How long a link of a name to an account can be vetoed." },
  AttestorDelay: {
    title: "Wait for an attestor",
    text: "From an appointment to the first signature that counts.",
  },
  AttestorThreshold: {
    title: "Attestors for a link",
    text: "How many have to sign that a name is somebody's.",
  },
  CriticFlags: { title: "Flags of a critic", text: "How many scores a critic can flag in an epoch." },
  SlashReward: {
    title: "Reward for a proof",
    text: "The part of a slash that goes to whoever proves the fault.",
  },
  SlashNoCommit: { title: "Did not commit", text: "What a judge loses who commits to nothing." },
  SlashNoReveal: { title: "Did not reveal", text: "What a judge loses who does not open the vote." },
  SlashLeak: { title: "Let a vote leak", text: "What a judge loses whose vote was known before its time." },
  SlashOutlier: {
    title: "Was far off",
    text: "What a judge loses who was far off on a panel that was overturned.",
  },
  ChallengeFee: { title: "Fee of a challenge", text: "What the second panel shares." },
  ChallengeBond: { title: "Bond of a challenge", text: "What a challenger loses if the score stands." },
  ChallengeBondPerPoint: {
    title: "Bond a point",
    text: "What is added for each point that a challenge upwards would gain.",
  },
};
