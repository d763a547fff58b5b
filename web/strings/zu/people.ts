import type { Strings } from "../dictionary.ts";

export const people: Strings["people"] = {
  title: "Abantu",
  lead: "Bonke abake babalulwa, ngalokho okufike kubo. Ongenayo i-akhawunti okwamanje umi lapha ngobunikazi; okungokwabo kuyalinda.",
  caption: "Abantu ngalokho abakuzuzile",
  column: { rank: "Indawo", who: "Ubani", earned: "Okuzuziwe", works: "Imisebenzi" },
  waiting: "kulinde umnikazi wakho",
  through: "ibalulwe ngobunikazi",
  empty: { title: "Akekho okwamanje", text: "Abantu bavela lapha ngomsebenzi wokuqala obabalulayo." },
};
