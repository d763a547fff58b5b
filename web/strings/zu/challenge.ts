import type { Strings } from "../dictionary.ts";

export const challenge: Strings["challenge"] = {
  title: "Ukuphikisa",
  intro:
    "Ingabe umphumela uphambuke ngamazinga amabili noma ngaphezulu? Noma ubani angakusho lokho kanye, bese kunquma ithimba lesibili elingenaye noyedwa wabahluleli bokuqala.",
  over: "Isikhathi salokhu sisanda kuphela.",
  direction: "Izinga kufanele libe",
  directions: { Up: "Phezulu", Down: "Phansi" },
  ground: "Ngenxa",
  grounds: {
    Value: "Yenani lawo",
    Attribution: "Yokubalulwa kwabenzi: abantu okungebona, noma izabelo ezingezona",
    Conflict: "Yokungqubuzana kwezintshisekelo ethimbeni",
    Plagiarism: "Yokukopela: ngumsebenzi womunye umuntu",
    Constitution: "Yomthethosisekelo: wephula isigaba sawo",
  },
  zero: "Uma lokhu kwamukelwa, izinga liba ngu-0.",
  reasons: "Izizathu",
  reasonsHint:
    "I-hash yazo kuphela eya eketangweni. Shicilela umbhalo lapho abahluleli bezowuthola khona, futhi uwugcine: ngaphandle kwawo i-hash ayisho lutho.",
  noReasons: "Yisho ukuthi kungani.",
  price:
    "Ukhokha imali yenqubo, ehlukaniswa ngabahluleli bethimba lesibili, kanye nesibambiso. Uma kuphuma amazinga amabili noma ngaphezulu ngasohlangothini lwakho, ubuyiselwa kokubili, nengxenye eyodwa kwezimbili zalokho okulahlwa ngabahluleli bethimba lokuqala abaphambuke kakhulu. Uma kungenjalo, isibambiso siya esikhwameni somphakathi.",
  action: "Phikisa umphumela",
  again: "Qhubeka nokuphikisa",
  steps: (lifetime) =>
    `Iwalethi yakho ibuza kabili: kuqala ngesibekiso, nge-hash engatsheli muntu ukuthi usho muphi umsebenzi, ukuze kungabikho okopela lokhu kuphikisa; bese kuthi ngemva kwamabhulokhi amahlanu, ibuze ngokuphikisa ngokwakho. Isibekiso sithatha inani lokuphikisa njengediphozi, ebalwa kulo. Qhubeka ngaphakathi kuka-${lifetime}, uma kungenjalo idiphozi iya esikhwameni somphakathi. Uma omunye umuntu efika kuqala, uyayibuyiselwa: yicele ekhasini lomsebenzi ngaphakathi kwaso leso sikhathi, ngoba ngemva kwalokho noma ubani angayinikela esikhwameni somphakathi.`,
  away: "Inodi yakho ayiphenduli, ngakho akekho ongasho ukuthi kwaphumelani ngokuphikisa owakubekisa. Iyabuzwa futhi.",
  due: {
    fee: "Imali yenqubo",
    bond: "Isibambiso",
    deposit: "Idiphozi, kuqala: ukukubekisa",
    paid: "Idiphozi, osuyikhokhile",
    rest: "Okusele, emva kwalokho: kanye nokuphikisa",
    balance: "Unayo",
    tooLittle: (due, balance) =>
      `Lokhu kudinga u-${due}, ngaphandle kwezimali zenethiwekhi, kanti wena uno-${balance}. Ongakwazi ukukhokha konke ulahlekelwa yidiphozi.`,
  },
  ripening:
    "Sekubekisiwe. Ukuphikisa kungathunyelwa ngemva kwamabhulokhi amahlanu; gcina leli khasi livuliwe.",
  reserved: "Usukubekisile lokhu kuphikisa, futhi ungaqhubeka nakho.",
  expired: "Wabekisa ukuphikisa lo mphumela kodwa awuqhubekanga ngesikhathi: leyo diphozi isilahlekile.",
  tooLate:
    "Isikhathi sokuphikisa siphela masinyane kakhulu: isibekiso kungenzeka singasebenziseki ngaphambi kwalokho, bese idiphozi yaso ilahleka. Akukho okuthunyelwe.",
  notKept:
    "Lesi siphequluli asigcini lutho lwaleli sayithi, kanti ngaphandle kwemfihlo yesibekiso idiphozi yaso ibiyolahleka. Akukho okuthunyelwe.",
  deposits: {
    until: (block, time) =>
      `Yicele ngaphakathi kwesikhathi esingaba ngu-${time}, kuze kufike ibhulokhi ${block}: ngemva kwalokho noma ubani angayinikela esikhwameni somphakathi.`,
    late: "Isikhathi sayo sesidlulile: noma ubani angayinikela esikhwameni somphakathi noma nini. Yicele manje.",
    first: "Nawe wabekisa ukuphikisa lo mphumela, kodwa omunye umuntu wafika kuqala.",
    action: "Buyisa idiphozi",
  },

  made: (direction, level) =>
    direction === "Up"
      ? `Kuthiwa izinga ${level} liphansi kakhulu.`
      : `Kuthiwa izinga ${level} liphezulu kakhulu.`,
  by: "Ngu",
  critic: "Ifulegi lomhlaziyi",
  flag: "Umhlaziyi uphakamise ifulegi, ngaphandle kwesibambiso. Umhlaziyi angawumisa umugqa, kodwa angeke awususe: ithimba lesibili kuphela elinqumayo.",
  on: "Ngesizathu",
  short: {
    Value: "senani",
    Attribution: "sokubalulwa kwabenzi",
    Conflict: "sokungqubuzana kwezintshisekelo",
    Plagiarism: "sokukopela",
    Constitution: "somthethosisekelo",
  },
  fee: "Imali yenqubo",
  feeOfFlag: "Imali yenqubo, ephuma esikhwameni somphakathi",
  bond: "Isibambiso",
  outcome: {
    Pending: "Kunquma ithimba lesibili.",
    Upheld: "Kwamukelwe: izinga elisha liyema.",
    Worthless: "Kwamukelwe: ngalesi sizathu umsebenzi awunanani.",
    Dismissed: "Kuchithiwe: izinga lokuqala liyema.",
    Inconclusive: "Bambalwa kakhulu bethimba lesibili abavotile, ngakho izinga lokuqala liyema.",
  },
  second: (level) => `I-median yethimba lesibili yizinga ${level}.`,

  reopen: {
    title: "Akekho okwazile ukuwahlulela",
    text: "Bambalwa kakhulu abahluleli abavotile, kabili. Noma ubani angawuvula kabusha ngesibambiso esisha, esibuyela kulowo osikhokhile.",
    action: "Wuvule kabusha",
  },
};
