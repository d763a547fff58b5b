import type { Strings } from "../dictionary.ts";
import { plural } from "./plural.ts";

export const common: Strings["common"] = {
  copy: "Kopisha",
  appName: "Azora",
  motto: "Umuntu ngumuntu ngabantu.",
  description:
    "I-Azora ikhokhela abantu ngokufanele ngenani abalidala ndawonye, futhi yenza ukuthi zonke izinyathelo zalokho zifakazeleke.",
  firstPage: "Ikhasi lokuqala",
  nextPage: "Ikhasi elilandelayo",
  pages: "Amakhasi",
  wei: (exact, wei) => `${exact} = ${wei} wei`,
  account: "I-akhawunti",
  identity: "Ubunikazi",
  contribution: "Igalelo",
  untitled: (number) => `Igalelo ${number}`,
  number: (number) => `Inombolo ${number}`,
  all: "Konke",
  none: "Lutho",
  works: (count) => plural(count, `umsebenzi ongu-${count}`, `imisebenzi engu-${count}`),
  people: (count) => plural(count, `umuntu ongu-${count}`, `abantu abangu-${count}`),
  points: (points) => (points === "1" ? "iphuzu eli-1" : `amaphuzu angu-${points}`),
  transaction: "Umsebenzi waseketangweni",
  block: "Ibhulokhi",
  blocks: (count) =>
    plural(count, `ibhulokhi elingu-${count}`, `amabhulokhi angu-${count.toLocaleString("zu")}`),
  loading: "Kuyalayishwa",
  now: "manje",
};
