import type { Strings } from "../dictionary.ts";

export const epochs: Strings["epochs"] = {
  title: "Izinkathi",
  lead: "Isikhathi sihlukaniswe saba yizinkathi. Ngayinye inesabelomali, esihlukaniselwa amaphuzu emisebenzi eyamukelwe kuyo; okusele akukhiqizwa nanini.",
  caption: "Izinkathi namaphuzu azo, isilinganiso nalokho okukhiqiziwe",
  column: {
    epoch: "Inkathi",
    when: "Isiphelo",
    works: "Imisebenzi",
    points: "Amaphuzu",
    rate: "Isilinganiso ngephuzu",
    minted: "Okukhiqiziwe, esabelomalini",
  },
  presentEpoch: "Inkathi yamanje",
  presentEnds: "Iphela",
  length: "Ngayinye ithatha",
  state: { open: "Ivuliwe", over: "Isiphelile", sealable: "Ingavalwa uphawu", sealed: "Ivalwe uphawu" },
  notYet: "ayikavalwa uphawu",
  settledOf: (settled, accepted) => `kukhokhelwe u-${settled} kwangu-${accepted}`,
  empty: {
    title: "Ayikho inkathi okwamanje",
    text: "Inkathi ivela lapha uma umsebenzi wokuqala owamukelwe ujoyina yona.",
  },
  cap: "umkhawulo",
  capped: (rate) =>
    `Isabelomali besingakhipha u-${rate} AZR ngephuzu. Umkhawulo wenani lephuzu wemithetho yamanje umncane kunalokho, futhi okusele akukhiqizwa nanini.`,
};
