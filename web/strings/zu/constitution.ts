import type { Strings } from "../dictionary.ts";
import { plural } from "./plural.ts";

export const constitution: Strings["constitution"] = {
  title: "Umthethosisekelo",
  lead: "Lokho okuyiqiniso nge-Azora noma ngabe yengamelwe ngubani, imithetho engashintshwa ngaphakathi kwemingcele, nokuthi ngubani ongamisa umugqa.",
  contents: "Kuleli khasi",
  part: { articles: "Izigaba", rules: "Imithetho", critics: "Abahlaziyi" },
  facts: {
    articles: "Izigaba ezisebenzayo",
    articlesNote: "I-SHA-256 yombhalo wazo, njengoba inkontileka iyigcina.",
    since: "Kusukela",
    rules: "Imithetho",
    version: (version) => `Inguqulo ${version}`,
    rulesNote: "Isichibiyelo ngasinye senza elandelayo. Umsebenzi uhlala naleyo owabhaliswa ngaphansi kwayo.",
    critics: "Abahlaziyi abasesikhundleni",
  },
  articles: {
    title: "Izigaba",
    lead: "Ngasinye siyasebenza ngoba kukhona umsebenzi wezinkontileka osiphoqelelayo nesivivinyo esibonisa lokho, hhayi ngoba sibhalwe lapha.",
    enforced: "Siphoqelelwa yi",
    proven: (count) =>
      plural(count, `Sifakazelwe yisivivinyo esingu-${count}`, `Sifakazelwe yizivivinyo ezingu-${count}`),
    matches: "Lo mbhalo une-hash egcinwe yinkontileka.",
    other: {
      title: "Kusebenza omunye umbhalo.",
      text: "I-hash yawo akuyona eyombhalo oze nalolu hlelo, ngakho awuboniswa lapha. Lokho okuphoqelelwa yikhodi kuyafana: awukho umbhalo omusha oshintsha ikhodi.",
    },
    history: "Imibhalo kuze kube manje",
    caption: "Imibhalo yezigaba, owakamuva kuqala",
    column: {
      hash: "I-SHA-256 yombhalo",
      reason: "I-hash yesizathu",
      how: "Kunqunywe",
      since: "Kusukela",
    },
    first: "Kanye nokufakwa eketangweni",
  },
  rules: {
    title: "Imithetho",
    lead: "Ivoti lingabeka omunye nomunye wayo, ngamunye ngesikhathi nangesizathu, phakathi kokuncane kakhulu nokukhulu kakhulu okwanqunywa ekuqaleni. Alithinti msebenzi osuvele ubhalisiwe.",
    caption: "Imithetho nenani layo manje, imingcele yayo, nokuthi ichitshiyelwe kangaki",
    column: { rule: "Umthetho", value: "Manje", bounds: "Imingcele", amended: "Kuchitshiyelwe" },
    least: "Okuncane kakhulu",
    most: "Okukhulu kakhulu",
    to: "kuya ku",
    position: (value, min, max) => `${value}, phakathi kuka-${min} no-${max}`,
    never: "nanini",
    times: (count) => (count === 1 ? "kanye" : `izikhathi ezingu-${count}`),
    timesLabel: (rule, count) => `Umthetho othi “${rule}” uchitshiyelwe ${count}: bona okwakamuva`,
    group: {
      registration: "Ukubhalisa umsebenzi",
      rounds: "Izikhathi zomzuliswano",
      prices: "Inkokhelo nezihlalo",
      commons: "Isikhwama somphakathi",
      people: "Amagama nabahlaziyi",
      faults: "Amaphutha abahluleli, ngezingxenye zesibambiso sesihlalo",
      challenges: "Ukuphikisa",
    },
  },
  amendments: {
    title: "Izichibiyelo",
    caption: "Izichibiyelo zemithetho, ezakamuva kuqala",
    column: {
      rule: "Umthetho",
      change: "Kusuka ku, kuya ku",
      reason: "I-hash yesizathu",
      how: "Kunqunywe",
      when: "Nini",
    },
    version: (version) => `inguqulo ${version}`,
    to: "kuya ku",
    empty: {
      title: "Awukho umthetho osuchitshiyelwe.",
      text: "Yonke inamanani eyafakwa nawo. Uma isiphakamiso sishintsha owodwa, sima lapha nesizathu saso, ivoti laso nerekhodi laso.",
    },
  },
  critics: {
    title: "Abahlaziyi",
    lead: "Abantu noma imishini eqokwe ngokwengamela. Basho abakucabangayo ngemisebenzi nangeziphakamiso, nangohlaziyo lwabo uqobo. Alunqumi lutho; ifulegi kuphela elenza umphumela wahlulelwe kabusha, yithimba lesibili.",
    caption: "Abahlaziyi abasesikhundleni, namafulegi abasele nawo",
    column: {
      critic: "Umhlaziyi",
      critiques: "Uhlaziyo",
      flags: "Amafulegi asele",
      strikes: "Amaphutha",
      since: "Kusukela",
    },
    strikesNote:
      "Amafulegi angamukelwanga, kususwe elilodwa ngenkathi ngayinye kusukela lapho. Ngalinye linciphisa ngesigamu lokho umhlaziyi angakuphakamisela ifulegi.",
    empty: {
      title: "Akekho umhlaziyi osesikhundleni.",
      text: "Abahlaziyi baqokwa ngokwengamela ngesiphakamiso. Kuze kube yileso sikhathi imisebenzi iphothulwa ingahlaziywanga, futhi ileja ikusho lokho ngamunye.",
    },
  },
  flags: {
    title: "Amafulegi, nokuthi aphela kanjani",
    caption: "Imiphumela abahlaziyi abenze yahlulelwa kabusha, eyakamuva kuqala",
    column: {
      work: "Umsebenzi",
      critic: "Umhlaziyi",
      level: "Izinga",
      outcome: "Kuphele",
      how: "Kurekhodiwe",
      when: "Ifulegi liphakanyiswe",
    },
    outcome: {
      Pending: "Kusahlulelwa",
      Upheld: "Lamukelwe",
      Dismissed: "Alamukelwanga",
      Inconclusive: "Ikhoramu ayifinyelelwanga",
    },
    levels: (first, second) => (second === null ? `${first}` : `${first}, kwase kuba ngu-${second}`),
    empty: {
      title: "Akekho osephakamise ifulegi ngomphumela.",
      text: "Umhlaziyi angenza umphumela wahlulelwe kabusha ngesikhathi usengaphikiswa. Lowo ophakamisa ifulegi elingamukelwa usengaphakamisa ambalwa.",
    },
  },
  critiques: {
    title: "Uhlaziyo lwakamuva",
    caption: "Lokho abahlaziyi abakurekhode ngemisebenzi nangeziphakamiso, okwakamuva kuqala",
    column: {
      subject: "Mayelana na",
      verdict: "Isinqumo",
      critic: "Umhlaziyi",
      scores: "Amaphuzu",
      how: "Kurekhodiwe",
      when: "Nini",
    },
    proposal: "Isiphakamiso",
    scores: (ethics, bias, fairness, transparency) =>
      `Ukuziphatha okuhle ${ethics}, ukuchema ${bias}, ubulungiswa ${fairness}, ukusobala ${transparency}, ngakunye ku-100`,
  },
};
