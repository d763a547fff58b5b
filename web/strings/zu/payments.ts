import type { Strings } from "../dictionary.ts";

export const payments: Strings["payments"] = {
  title: "Kungani le nkokhelo",
  lead: "Inombolo ngayinye kuleli khasi ilandela kulezo ezingaphansi kwayo, kuze kufike ku-wei.",
  more: "Lokhu kubuyela emuva ezinkokhelweni eziningi kunalezo eziboniswe lapha; i-API inezinye.",
  link: "Kungani",
  linkLabel: (when) => `Kungani inkokhelo yango-${when} ingaka`,
  linkTo: (who) => `Kungani inkokhelo eya ku-${who} ingaka`,
  adds: "Ihlangana kuze kufike ku-wei",
  differs: "Ayihlangani",
  differsText:
    "Inkomba isho okuthile lapha okungalandeli. Ikhasi layo lesimo lisho ukuthi yini engahambi kahle; imali uqobo lwayo iseketangweni.",
  from: "kuvela ku",
  share: {
    term: "Ingxenye yayo",
    contributor: (percent) => `u-${percent} walokho okuhlukaniswe ngababaluliwe`,
    upstream: (percent) => `u-${percent} wakho konke, njengomsebenzi okwakhelwe phezu kwawo`,
    link: "Konke, njenge-akhawunti engemuva kwegama",
    of: "ku",
    unknown: "Akekho owaziwa ngaleli gama okwamanje, ngakho ukuthi kwahlukaniswa kanjani akunakuboniswa.",
  },
  pot: {
    term: "Lokho okuhlukanisiwe",
    Settlement: "okusanda kukhiqizwa",
    Reward: "okukhokhelwe umsebenzi ngqo",
    Pool: "lokho obekufike kuwo ngaphambili",
  },
  settlement: {
    term: "Lokho okukhiqiziwe",
    formula: (points, rate, amount) => `${points} × ${rate} = ${amount}`,
    level: (level) => `izinga ${level}`,
    epoch: (epoch) => `inkathi ${epoch}`,
    late: "ngemva kwesikhathi, ngakho ngesilinganiso esiphansi kwezimbili",
    citadel: "esikhwameni somphakathi",
  },
  reward: { term: "Okhokhile", citadel: "esikhwameni somphakathi" },
  incoming: {
    term: "Lokho obekufikile",
    none: "Akukho okuboniswe lapha.",
  },
};
