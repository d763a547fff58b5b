import type { Strings } from "../dictionary.ts";
import { plural } from "./plural.ts";

export const contribution: Strings["contribution"] = {
  back: "Amagalelo",
  registeredBy: "Ubhaliswe ngu",
  epoch: (epoch) => `Inkathi ${epoch}`,
  late: "Ngemva kwesikhathi",
  lateNote:
    "Uphothulwe ngemva kokuba inkathi yawo isivalwe uphawu, ngakho ukhokhelwa ngesilinganiso esiphansi kwezimbili.",
  level: "Izinga",
  points: "Amaphuzu",
  minted: "Okukhiqiziwe",
  bond: "Isibambiso",
  progress: "Inqubekelaphambili",
  score: {
    title: "Umphumela",
    pending:
      "Amazinga awaziwa ngaphambi kokuba amavoti embulwe. Kuze kube yileso sikhathi akekho ongakopela omunye.",
    level: (level, word) => `Izinga ${level}: ${word}`,
    points: (points) =>
      `${points === "1" ? "Iphuzu eli-1" : `Amaphuzu angu-${points}`}. Izinga elilodwa ngaphezulu liphindwe kabili.`,
    soFar: (count, of) =>
      `Kwembulwe amavoti angu-${count} kwangu-${of}. Kubalwa i-median yawo ephansi lapho isikhathi sesiphelile.`,
    zeroed: (level, ground) =>
      `Wahlulelwe ku-${level} yithimba lesibili; ngu-0 ngoba ukuphikisa kwamukelwe ngesizathu ${ground}, umsebenzi ongenanani ngaso.`,
    median: (counted, of) => `I-median ephansi yamavoti angu-${counted} kwangu-${of}.`,
    axis: "Izinga, kusuka ku-0 kuya ku-10",
    chart: "Amavoti ngezinga",
    votes: (count, level) =>
      plural(count, `Ivoti elingu-${count} lezinga ${level}`, `Amavoti angu-${count} ezinga ${level}`),
    silent: "uthule",
    committed: "livaliwe",
    leaked: "livuzile, alisebenzi",
    column: { judge: "Umahluleli", seat: "Isihlalo", committed: "Livaliwe", level: "Izinga" },
    table: "Onke amavoti",
    caption: (round) => `Ithimba lomzuliswano ${round}`,
    round: (round) => `Umzuliswano ${round}`,
  },
  credits: {
    title: "Ababaluliwe",
    caption: "Bonke ababaluliwe, nezabelo zabo",
    share: "Isabelo",
    who: "Ubani",
    linked: "kuxhunywe ku",
    note: (percent) =>
      `Izabelo zika-${percent} osala lapho imisebenzi owakhelwe phezu kwayo isithole okwayo.`,
  },
  graph: {
    builtOn: "Wakhelwe phezu kwale",
    builtOnNote: "Le misebenzi ithola ingxenye yalokho okutholwa ngabantu bawo.",
    builtOnNone: "Awucaphuni msebenzi wangaphambili.",
    citedBy: "Ucashunwe yile",
    citedByNote: "Ingxenye yalokho okuzuzwa yile misebenzi igelezela lapha.",
    citedByNone: "Awukho umsebenzi wakamuva osuwucaphunile.",
    show: "Wubone egrafini",
  },
  money: {
    title: "Imali iye kuphi",
    formula: (points, rate, amount) => `${points} × ${rate} = ${amount}`,
    caption: "Ubani othole ini ekukhokhelweni, kuze kufike ku-wei",
    people: "Abantu",
    commons: "Isikhwama somphakathi",
    minted: "Okukhiqiziwe",
    others: (count) => `Abanye abangu-${count}`,
    table: "Zonke izinkokhelo, kuze kufike ku-wei",
    column: { to: "Kuya ku", amount: "Inani", wei: "Wei", part: "Ingxenye" },
    picture: (people, commons) =>
      `Inani lihlukanisiwe: u-${people} uya kubantu, u-${commons} uya esikhwameni somphakathi.`,
    pending:
      "Lapho inkathi yawo isivalwe uphawu, kukhiqizwa amaphuzu × isilinganiso: izingxenye eziyisishiyagalolunye kweziyishumi ziya kubantu, eyodwa iya esikhwameni somphakathi.",
    nothing: "Akukhiqizwanga lutho.",
    pool: "Kulinde esiqongelelweni sawo",
    poolNote: "Okuvele emisebenzini ewucaphunayo. Noma ubani angakwenza kugelezele kubantu bawo.",
    received: "Okutholwe emisebenzini ewucaphunayo",
    kind: {
      contributor: "umfakigalelo",
      upstream: "owakhelwe phezu kwawo",
      commons: "isikhwama somphakathi",
      others: "abanye",
    },
  },
  evidence: {
    title: "Ubufakazi",
    hash: "SHA-256",
    unavailable:
      "Le nkomba ayinayo ikhophi yabo. Iketango liphethe i-hash kuphela; lowo owabhalisa umsebenzi uyawugcina umbhalo.",
    foreign: "Lobu bufakazi ngobokunye ukubhaliswa",
    foreignNote:
      "Umbhalo onale hash ugciniwe, kodwa ukhuluma ngokunye okungesikho okubhaliswe lapha. Noma ubani angabhalisa i-hash eyikopi; ayibonisi lutho ngalo msebenzi.",
    malformed: "Kukhona umbhalo onale hash, kodwa awuyona i-manifest engafundwa yileli khasi.",
    download: "I-manifest njengoba ibalwe i-hash yayo",
    repository: "Inqolobane yekhodi",
    range: "Ububanzi",
    root: "isiqalo",
    commits: (count) => plural(count, `i-commit engu-${count}`, `ama-commit angu-${count}`),
    files: (count) => plural(count, `ifayela elingu-${count}`, `amafayela angu-${count}`),
    lines: (added, deleted) => `imigqa engu-${added} yengeziwe, engu-${deleted} isusiwe`,
    omitted: (count) => `nokunye okungu-${count} i-manifest ekubalayo ngaphandle kokukubhala ngakunye`,
    moreShown: (count) => `nokunye okungu-${count} ku-manifest`,
    commitsCaption: "Ama-commit obubanzi",
    filesCaption: "Amafayela omsebenzi",
    column: {
      commit: "I-commit",
      subject: "Isihloko",
      lines: "Imigqa",
      date: "Kubhalwe",
      file: "Ifayela",
      size: "Ubukhulu",
      hash: "SHA-256",
    },
    tests: "yezivivinyo",
    docs: "yemibhalo",
  },
  records: {
    title: "Eleja",
    note: "Zonke izinqumo ngawo. Vula esisodwa ukuze usiqinisekise ngokwakho.",
    caption: "Izinqumo ngalo msebenzi",
    all: "Zonke",
    column: { index: "Iqabunga", kind: "Isinqumo", time: "Nini" },
  },
};
