/** What critics have recorded of a work. */
export const critiques = {
  title: "Critiques",
  intro: "Advice, which decides nothing. A flag alone has the score judged again, by a second panel.",
  verdict: { Pass: "Pass", Concern: "Concern", Flag: "Flag" },
  scores: { ethics: "Ethics", bias: "Bias", fairness: "Fairness", transparency: "Transparency" },
  outOf: (score: number) => `${score} of 100`,
  document: "SHA-256 of the critique",
  ownCritique: "SHA-256 of the critic's critique of itself",
};
