import type { Strings } from "../dictionary.ts";
import { plural } from "./plural.ts";

export const pay: Strings["pay"] = {
  title: "Khokhela lo msebenzi",
  intro:
    "Noma ubani angawukhokhela, nganoma iyiphi ithokheni ye-ERC-20. Izingxenye eziyisishiyagalolunye kweziyishumi ziya kubantu bawo nasemisebenzini owakhelwe phezu kwayo, ngezabelo ezifanayo nezalokho okukhiqiziwe; eyodwa iya esikhwameni somphakathi. Inkokhelo enjalo ayibalwa nanini njengokuzuziwe: ayiniki Zwi nasihlalo.",
  later: "Lapho usamukelwe, noma ubani angawukhokhela, nganoma iyiphi ithokheni ye-ERC-20.",
  never: "Awamukelwanga, ngakho awunakukhokhelwa: ileja ikhokhela imisebenzi eyamukelwe kuphela.",
  caption: "Abakhokhele lo msebenzi ngesandla, abakamuva kuqala",
  column: { by: "Kukhokhe u", amount: "Inani", when: "Nini" },

  token: "Ithokheni",
  another: "Enye ithokheni…",
  azr: "AZR",
  address: "Ikheli lethokheni",
  addressHint: "Lithathe kumuntu omethembayo. Noma ubani anganika ithokheni noma yiliphi igama.",
  badAddress: "Leli akulona ikheli, noma uhlamvu lwalo alulungile.",
  noToken: "Kuleli kheli ayikho ithokheni ye-ERC-20 esho amadesimali ayo.",
  amount: "Inani",
  holding: "Unayo",
  noAmount: (decimals) =>
    decimals === 0
      ? "Yisho ukuthi malini, ngezinombolo eziphelele."
      : `Yisho ukuthi malini, njengo-12.5, namadesimali angeqile ku-${decimals}.`,
  tooMuch: (held) => `Uno-${held}, okuyincane kunalokho.`,
  parts: {
    title: "Iya kuphi",
    contributors: (count) => plural(count, "Kumfakigalelo wawo", `Kubafakigalelo bawo abangu-${count}`),
    upstream: (count) =>
      plural(count, "Emsebenzini owakhelwe phezu kwawo", `Emisebenzini engu-${count} owakhelwe phezu kwayo`),
    citadel: "Esikhwameni somphakathi",
    note: "Uma ithokheni igcina ingxenye yokudlulisela ngakunye, okufikayo kuhlukaniswa kanjalo.",
  },
  steps:
    "Iwalethi yakho ibuza kabili: kuqala ukuvumela ileja ithathe leli nani hhayi ngaphezulu, bese kuba yinkokhelo. Ekwazi ukwenza kokubili njengokukodwa ibuza kanye.",
  action: "Wukhokhele",

  waiting: {
    label: "Kulindele abantu bawo lapha, kuvela emisebenzini ewucaphunayo",
    action: "Kuyeke kugeleze",
  },
};
