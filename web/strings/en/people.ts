export const people = {
  title: "People",
  lead: "Everyone who was ever credited, by what came to them. Whoever has no account yet stands here by an identity; what belongs to it waits.",
  caption: "People by what they earned",
  column: { rank: "Rank", who: "Who", earned: "Earned", works: "Works" },
  waiting: "waits to be claimed",
  through: "credited through an identity",
  empty: { title: "Nobody yet", text: "People appear here with the first work that credits them." },
};
