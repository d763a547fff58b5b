import type { Strings } from "../dictionary.ts";
import { plural } from "./plural.ts";

export const governance: Strings["governance"] = {
  title: "Ukwengamela",
  lead: "Noma ubani ozuzile uneZwi (Voice). Ngalo abantu bashintsha imithetho ngaphakathi kwemingcele yayo, baqoka abahlaziyi nabaqinisekisi, futhi basebenzisa isikhwama somphakathi: ngevoti, nangemva kokulinda lapho wonke umuntu ebona khona okuzayo.",
  proposals: "Iziphakamiso",
  caption: "Iziphakamiso namavoti azo, ezakamuva kuqala",
  column: { title: "Isiphakamiso", state: "Isimo", quorum: "Ikhoramu", ends: "Ukuvota kuphela" },
  untitled: "Asinasihloko",
  percent: (percent) => `${percent}%`,
  empty: {
    title: "Akekho osephakamise lutho.",
    text: "Uma umuntu oneZwi ephakamisa okuthile, kuvela lapha, namavoti akho nalokho obekuzokwenza.",
  },
  propose: "Phakamisa okuthile",
  state: {
    Pending: "Kuzovotelwa",
    Active: "Kuyavotelwa",
    Succeeded: "Siphumelele",
    Queued: "Silinde isikhathi saso",
    Executed: "Sifeziwe",
    Defeated: "Sehluliwe",
    Canceled: "Sikhanseliwe",
  },
  choice: { For: "Ngiyavuma", Against: "Ngiyaphikisa", Abstain: "Angikhethi" },
  proposedBy: "Siphakanyiswe ngu",
  number: "Inombolo",
  copyNumber: "Kopisha inombolo yesiphakamiso",
  why: "Kungani",
  critiques: "Iseluleko sabahlaziyi, esinganqumi lutho.",

  decided: { proposal: "Isiphakamiso", record: (index) => `Iqabunga ${index}` },
  course: {
    title: "Indlela yaso",
    proposed: "Siphakanyisiwe",
    opens: "Ukuvota kuyaqala",
    closes: "Ukuvota kuyaphela",
    executable: "Singafezwa",
    executed: "Sifeziwe",
    Defeated: "Sehluliwe: bambalwa kakhulu abavotile, noma iningi beliphikisa",
    Canceled: "Sikhanselwe ngumphakamisi waso",
  },
  tally: {
    title: "Amavoti",
    quorum: "Ikhoramu",
    note: "Amavoti avumayo nangakhethi abalelwa kukhoramu; abavumayo kufanele babe baningi kunabaphikisayo.",
    voters: (count) =>
      count === 0
        ? "Akekho osevotile."
        : plural(count, `I-akhawunti engu-${count} ivotile.`, `Ama-akhawunti angu-${count} avotile.`),
  },
  votes: {
    title: "Abavotile",
    caption: "Amavoti nezizathu zawo, anesisindo kakhulu kuqala",
    column: { voter: "Umvoti", choice: "Ivoti", weight: "IZwi", when: "Nini" },
  },

  deeds: {
    title: "Lokho obekuzokwenziwa",
    at: "Ku",
    with: "no",
    foreign: "inkontileka okungeyona eyephrothokholi",
    calls: (name) => `Ibiza u-${name}`,
    payment: "Inkokhelo engenakubizwa komsebenzi",
    unknown: "Ukubizwa okungaziwa lapha: bona amabhayithi akho",
    bytes: "Amabhayithi okubizwa",
    amends: (rule, value) => `Ibeka umthetho othi “${rule}” ku-${value}`,
    amendsArticles: (hash) => `Ibeka umbhalo one-SHA-256 ${hash} esikhundleni sezigaba`,
    grants: (amount, to) => `Inikela ngo-${amount} ephuma esikhwameni somphakathi iya ku-${to}`,
    grantsToken: (units, token, to) =>
      `Inikela ngamayunithi angu-${units} ethokheni ${token} aphuma esikhwameni somphakathi aye ku-${to}`,
    appointsCritic: (critic) => `Iqoka u-${critic} abe ngumhlaziyi`,
    dismissesCritic: (critic) => `Ixosha umhlaziyi u-${critic}`,
    appointsAttestor: (attestor) => `Iqoka u-${attestor} abe ngumqinisekisi`,
    dismissesAttestor: (attestor) => `Ixosha umqinisekisi u-${attestor}`,
    appointsGuardian: (guardian) => `Ibeka u-${guardian} esikhundleni njengomqaphi, unyaka owodwa`,
    noGuardian: "Ishiya isikhundla somqaphi singenamuntu",
    removesJudge: (judge) => `Isusa umahluleli u-${judge} esihlalweni sakhe`,
    place: {
      auditLedger: "ileja yokucwaninga",
      constitution: "umthethosisekelo",
      timelock: "i-timelock",
      azoraToken: "ithokheni i-AZR",
      validatorRegistry: "irejista yabahluleli",
      proofOfValue: "i-Proof of Value",
      rewardLedger: "ileja yemivuzo",
      citadelFund: "i-CitadelFund",
      disputes: "i-Disputes",
      voice: "i-Voice",
      governor: "i-governor",
      attributionRegistry: "irejista yemisebenzi",
    },
  },

  act: {
    pending: "Ukuvota kuqala",
    queued: "Siphumelele, futhi singafezwa",
    vote: {
      title: "Ivoti lakho",
      text: "Ivoti liyema: alinakushintshwa. Lisinda njengoba iZwi lakho lalinjalo ukuvota kuqala.",
      action: "Vota",
    },
    queue: {
      title: "Siphumelele",
      text: "Manje noma ubani angasinikeza i-timelock, esenza silinde ukuze wonke umuntu abone okuzayo.",
      action: "Sifake kulayini",
    },
    execute: {
      title: "Silindile",
      text: "Manje noma ubani angenza ukuthi sifezwe.",
      action: "Sifeze",
    },
    mismatch:
      "Lokho i-API ethi kwenziwa yilesi siphakamiso akukhona okwaphakanyiswa: kune-hash ehlukile. Akukho okungathunyelwa ngaso.",
    voted: "Le akhawunti ivotile. Ivoti layo liyema.",
    noVoice:
      "Le akhawunti ibingenalo iZwi ukuvota kuqala, ngakho ayinalo ivoti kulokhu. IZwi liza nokukhishwa kwalokho okuzuziwe.",
    weight: "Ivoti lakho lisinda",
    choice: "Ivoti lakho",
    noChoice: "Khetha okukodwa.",
    reason: "Kungani",
    reasonHint: "Kuma eketangweni kanye nevoti lakho, kubo bonke abantu futhi phakade.",
  },

  voice: {
    title: "IZwi lakho",
    units: "Okuzuziwe",
    unitsNote:
      "Lokho i-akhawunti ebikuzuzile ekukhipheni kwayo i-AZR okokugcina. Akunakuthengwa, kuthunyelwe noma kubolekwe.",
    votes: "Ikhuluma ngo",
    votesNote: "Elayo, ngaphandle uma ilinikele, nalokho abanye abayinike kona.",
    delegate: "Lisetshenziswa ngu",
    self: "I-akhawunti ngokwayo",
    behind:
      "I-akhawunti isizuze okwengeziwe kusukela lapho. Khipha i-AZR ekhasini layo, iZwi layo lize lifike lapho.",
    to: "Vumela le akhawunti ivote ngalo",
    toHint:
      "Kusebenza emavotini aqala kamuva. Ungalithathela emuva noma nini, futhi akukho okunye okungenziwa ngalo.",
    give: "Linikele",
    takeBack: "Lithathele emuva",
    badAddress: "Leli akulona ikheli, noma uhlamvu lwalo alulungile.",
    zero: "Ikheli lika-zero alilona lamuntu: akekho obengavota ngalo.",
  },
};
