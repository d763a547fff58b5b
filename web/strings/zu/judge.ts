import type { Strings } from "../dictionary.ts";
import { plural } from "./plural.ts";

export const judge: Strings["judge"] = {
  title: "Yahlulela",
  intro:
    "Abahluleli bakhethwa ngokungahleliwe. Ivoti linikezwa lingabonwa: kuqala liyavalwa, bese liyavulwa, ukuze kungabikho olandela omunye. Nakhu okukulindile.",
  back: "Imisebenzi yakho",
  workTitle: (title) => `Yahlulela u-${title}`,
  loading: "Imisebenzi yakho isendleleni.",

  how: {
    title: "Kuhamba kanjani",
    steps: [
      ["Funda", "Hlola ukungqubuzana kwezintshisekelo, bese ufunda ubufakazi eduze kwesikali."],
      [
        "Vala",
        "Khetha izinga bese usho ukuthi kungani. Iketango lithola ivoti elivaliwe; imfihlo ihlala kulesi siphequluli.",
      ],
      [
        "Yembula",
        "Lapho isikhathi sesibili sivuleka, vula ivoti. Ivoti elihlala livaliwe libalwa njengokuthula.",
      ],
    ],
  },

  seat: {
    title: "Isihlalo sakho",
    number: "Isihlalo",
    drawn: "Ukhethiwe",
    committed: "Uvalile",
    revealed: "Wembulile",
    unseated: "Asikho isihlalo manje",
    none: "Le akhawunti ayinasihlalo.",
    noneText:
      "Izihlalo zingezalabo abaqanjwa ekuqaleni kwenethiwekhi, nezalabo abazuze i-AZR eyanele. Noma kunjalo ungafunda noma imuphi umsebenzi nesikali sawo.",
    bond: "Isibambiso",
    bondNote:
      "Sibuya emva kwesikhathi ushiye isihlalo, kususwe okulahlwa ngamaphutha: ukungavoti, ukungembuli, ivoti elivuzile, ivoti eliphambuke kakhulu ethimbeni umphumela walo oguquliwe.",
    earned: "Okuzuziwe",
    of: "ku",
    mayEnter: "Le akhawunti ingathatha isihlalo manje.",
    slashed: "Okunye kuthathwe ngezinhlawulo.",
    topUp: "Sigcwalise",
    bondLeft: "Isibambiso sesihlalo esiphelile silinde isikhathi saso.",
    toAccount: "Sibone ekhasini le-akhawunti yakho",
    enter: "Thatha isihlalo",
    exit: "Shiya isihlalo",
    exitSure: "Yebo, sishiye",
    exitKeep: "Sigcine",
    exitAsk:
      "Ungabuya kuphela uma ufaneleka ngaleso sikhathi, nangesibambiso esisha: ngokuzuza, lapho lesi sesikhululiwe, engxenyeni yokugcina kweziyisikhombisa zenkathi.",
  },

  queue: {
    title: "Okukulindile",
    empty: "Akukho okukulindile.",
    emptyText: "Lapho ukhethelwe ithimba, umsebenzi uvela lapha ngokwawo, nezikhathi zawo zokugcina.",
    away: "I-API ayiphenduli, ngakho imisebenzi ayaziwa. Iyabuzwa futhi ngokwayo.",
    untitled: (number) => `Igalelo ${number}`,
    round: (round) => `Umzuliswano ${round}`,
    open: "Funda bese uyahlulela",
    look: "Wubuke futhi",
    left: (time) => `kusele u-${time}`,
    over: "Kuphelile",
    opensIn: (time) => `Kuvulwa ngemva kuka-${time}`,
  },
  state: {
    commit: "Akukavotwa",
    committed: "Livaliwe",
    reveal: "Kufanele lembulwe",
    revealed: "Lembuliwe",
    missed: "Kuphuthiwe",
    leaked: "Livuzile",
  },

  alarm: {
    title: (count) =>
      plural(
        count,
        `Ivoti elingu-${count} kufanele lembulwe manje`,
        `Amavoti angu-${count} kufanele embulwe manje`,
      ),
    text: "Ivoti elingembulwanga ngesikhathi libalwa njengokuthula, futhi uma baningi abathulile, umsebenzi wethimba lonke uyalahleka.",
    page: (count) => `(${count}) Yembula manje`,
    all: (count) => `Yembula wonke angu-${count}`,
    missing:
      "Imfihlo yaleli voti ayikho kulesi siphequluli. Letha ifayela olilondolozile, noma wembule lapho walivala khona.",
  },

  reminders: {
    title: "Izikhumbuzi",
    off: "Lesi siphequluli singakutshela lapho ivoti selifuneka, naphinde ngaphambi kokuba kube sekwephuzile, ngenkathi i-Azora ivuliwe kunoma iyiphi ithebhu noma njengohlelo.",
    on: "Lesi siphequluli siyakutshela lapho ivoti selifuneka, naphinde ngaphambi kokuba kube sekwephuzile, ngenkathi i-Azora ivuliwe kunoma iyiphi ithebhu noma njengohlelo.",
    denied:
      "Lesi siphequluli asivumeli i-Azora ikukhumbuze. Izilungiselelo zaso zaleli sayithi zingakushintsha lokho.",
    turnOn: "Ngikhumbuze",
    turnOff: "Yeka ukungikhumbuza",
    first: { commit: "Usethimbeni", reveal: "Ivoti lakho kufanele lembulwe" },
    last: {
      commit: "Kusele isikhathi esincane sokuvota",
      reveal: "Kusele isikhathi esincane sokwembula ivoti lakho",
    },
    body: (title, time) => `${title}: kusele u-${time}.`,
  },

  backup: {
    title: "Izimfihlo zakho",
    text: "Ivoti ngalinye elivaliwe linemfihlo egcinwa kulesi siphequluli kuphela. Ngaphandle kwayo akekho ongavula ivoti: londoloza ikhophi, ikakhulukazi ngaphambi kokusula isiphequluli.",
    none: "Awekho amavoti avaliwe agcinwe lapha okwamanje.",
    kept: (count) =>
      plural(count, `Ivoti elingu-${count} ligcinwe lapha.`, `Amavoti angu-${count} agcinwe lapha.`),
    export: "Londoloza ikhophi",
    import: "Letha ikhophi",
    imported: (count) => plural(count, `Kulethwe ivoti elingu-${count}.`, `Kulethwe amavoti angu-${count}.`),
    failed: "Leli fayela alinalo ivoti elingafundwa. Akukho okushintshiwe.",
    notKept:
      "Lesi siphequluli asiyigcini imfihlo yevoti, ngakho akukho okuvaliwe. Phuma ekuphequluleni okuyimfihlo noma ukhulule isikhala, bese uzama futhi.",
  },

  rubric: {
    title: "Isikali",
    lead: "Siphindaphindeka kabili: izinga elilodwa ngaphezulu liyinani eliphindwe kabili, ngoba lingamaphuzu aphindwe kabili. Yahlulela okukhona, hhayi okuthenjisiwe.",
    caption: "Amazinga, ngegama, obani abangcono, namaphuzu",
    howTo: "Ngaphambi kokukhetha",
    questions: [
      "Ubani owenzile, futhi ingabe ubufakazi buyakusekela lokho? Umi phezu kwani, futhi ingabe lokho kucashuniwe?",
      "Ubani ongcono, bangaki, kangakanani, isikhathi esingakanani, futhi kuqiniseke kangakanani? Umusho owodwa ngakunye.",
      "Uphakathi kwamaphi amazinga? Ingabe ulingana nemibili kuleyo obungayibeka nakanjani izinga elilodwa ngezansi?",
      "Ungacabangi ngalokho abanye abazokusho: i-median ayiklomelisi muntu ngokuyiqagela.",
    ],
  },

  conflict: {
    title: "Ukungqubuzana kwezintshisekelo",
    checking: "Kuhlolwa ukuthi uyingxenye yalo msebenzi yini…",
    none: "Iketango alazi ngokungqubuzana kwezintshisekelo.",
    honour:
      "Alazi konke. Thula uma usondelene nomuntu obaluliwe, uma ubambe iqhaza, uma uncintisana nokucashunwa kwawo, noma uma kukhona owakunikwa ngevoti lakho.",
    unknown: "Inodi yeketango ayiphenduli, ngakho akwaziwa ukuthi uyingxenye yalo msebenzi yini.",
    kinds: {
      party: "Uyingxenye yalo msebenzi: inkontileka iyalenqaba ivoti lakho lapho lembulwa. Ungalivali.",
      credited:
        "Ubaluliwe kulo msebenzi. Isabelo sakho singaphansi kwalokho okwenza umuntu abe yingxenye, ngakho inkontileka ibingalibala ivoti lakho; isikali sicela uthule.",
      cited:
        "Lo msebenzi ucaphuna omunye wakho: ubuzokhokhelwa ngawo. Inkontileka ibingalibala ivoti lakho; isikali sicela uthule.",
    },
  },

  evidence: {
    checking: "Kuhlolwa ukuthi ubufakazi yibo obabhaliswa yini…",
    good: "Ubufakazi yibo obabhaliswa: lesi siphequluli sibale i-hash yabo.",
    bad: "Ubufakazi obunikezwa yi-API akubona obabhaliswa. Ungahluleli ngabo.",
    foreign:
      "Ubufakazi bune-hash eyabhaliswa, kodwa bungobokunye ukubhaliswa. Abuwubonisi lo msebenzi; isikali siwunikeza izinga 0.",
    malformed: "Ubufakazi bune-hash eyabhaliswa, kodwa abuyona i-manifest. Lokho okungabonisiwe akubalwa.",
    missing:
      "I-API ayinayo ikhophi yobufakazi. Lokho okungekho ongakuthola akunakwahlulelwa; isikali siwunikeza izinga 0.",
    unknown: "Ubufakazi abukwazanga ukulandwa manje, ngakho akwaziwa ukuthi yibo obabhaliswa yini.",
  },

  vote: {
    title: "Ivoti lakho",
    notYours: "Awukho ethimbeni lalo msebenzi. Ubufakazi bawo nesikali kungokwabo bonke.",
    notVoting: "Akuvotwa ngalo msebenzi manje.",
    notDrawn: "Ithimba alikakhethwa.",
    commitEnds: "Ukuvota kuphela",
    revealOpens: "Ukwembula kuqala",
    revealEnds: "Ukwembula kuphela",
    level: "Izinga",
    levelOf: (level, word) => `${level}, ${word}`,
    points: (points) => plural(points, `iphuzu elingu-${points}`, `amaphuzu angu-${points}`),
    noLevel: "Khetha izinga.",
    rationale: "Kungani",
    rationaleHint:
      "Ukuthi uyini, ubani ongcono nokuthi ukwazi kanjani, uwuqhathanise nani, yini ongakwazanga ukuyihlola. I-hash yakho iya eketangweni; umbhalo usala nawe, uwunike noma ubani obuzayo ngemva kokwembula.",
    noRationale: "Yisho ukuthi kungani, ngamagama.",
    commit: "Vala ivoti",
    replace: "Vala elinye ivoti esikhundleni salo",
    change: "Vota futhi",
    keep: "Gcina ivoti elivaliwe",
    sealed: (level, word) => `Uvale izinga ${level}, ${word}.`,
    sealedText: "Akekho ongalibona uze ulembule.",
    sealedElsewhere:
      "Uvale ivoti imfihlo yalo engekho kulesi siphequluli. Letha ikhophi yayo, noma uvale elinye ukuvota kusaqhubeka.",
    reveal: "Yembula ivoti",
    revealNow: "Ukwembula kuvuliwe. Yembula manje.",
    revealed: (level, word) => `Ivoti lakho livuliwe: izinga ${level}, ${word}.`,
    missed: "Ukuvota kuphelile, futhi awuvalanga voti. Kubalwa njengokuthula.",
    leaked:
      "Kukhona obelazi ivoti lakho ngaphambi kokuba ukuvota kuphele, wakufakazela. Alisebenzi, futhi ingxenye yesibambiso sakho isihambile.",
    missedReveal: "Ukwembula kuphelile, futhi ivoti lakho lihlale livaliwe. Libalwa njengokuthula.",
    rationaleKept: "Izizathu zakho, njengoba kwabalwa i-hash yazo",
  },
};
