/** The scale of docs/rubric.md, by level. */
export const rubric = {
  word: [
    "nothing",
    "a trace",
    "small",
    "useful",
    "solid",
    "considerable",
    "strong",
    "important",
    "outstanding",
    "exceptional",
    "once in years",
  ],
  meaning: [
    "Nobody is better off, the evidence does not show it, or the attribution is false in a way that matters.",
    "Somebody was spared an annoyance.",
    "A few people have it a little easier.",
    "A small group notices in its daily work.",
    "A small group can do something that it could not, or would miss it if it were gone.",
    "A whole community uses it, or a small group relies on it.",
    "A community relies on it; others have begun to build on it.",
    "Several communities rely on it.",
    "It changes how a field does something.",
    "A field is divided into before and after.",
    "Far beyond its field, people live or work differently.",
  ],
};
