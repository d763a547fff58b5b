import type { Strings } from "../dictionary.ts";

export const language: Strings["language"] = {
  tag: "zu",
  choose: "Ulimi",
  unreviewed: "Le nguqulo yesiZulu ayikabuyekezwa umuntu okhuluma isiZulu.",
};
