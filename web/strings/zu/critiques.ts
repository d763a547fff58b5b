import type { Strings } from "../dictionary.ts";

export const critiques: Strings["critiques"] = {
  title: "Uhlaziyo",
  intro:
    "Iseluleko esinganqumi lutho. Ifulegi kuphela elenza umphumela wahlulelwe kabusha, yithimba lesibili.",
  verdict: { Pass: "Kudlulile", Concern: "Kuyakhathaza", Flag: "Ifulegi" },
  scores: {
    ethics: "Ukuziphatha okuhle",
    bias: "Ukuchema",
    fairness: "Ubulungiswa",
    transparency: "Ukusobala",
  },
  outOf: (score) => `${score} ku-100`,
  document: "I-SHA-256 yohlaziyo",
  ownCritique: "I-SHA-256 yohlaziyo umhlaziyi azenzele lona",
};
