import type { Strings } from "../dictionary.ts";
import { plural } from "./plural.ts";

const percent = (ppm: number): string => `${ppm / 10_000}%`;

export const submit: Strings["submit"] = {
  title: "Thumela umsebenzi",
  intro:
    "Chaza lokho okwenzile, yisho ukuthi ubani okwenzile, futhi uveze lokho okumi phezu kwakho. Ithimba labahluleli elikhethwe ngokungahleliwe liyawahlulela lingabonani, bese kukhiqizwa i-AZR ngenxa yawo: u-90% uya kubantu ababaluliwe, u-10% uya esikhwameni somphakathi.",
  before: {
    title: "Okudingekayo",
    items: [
      {
        title: "Umsebenzi",
        text: "Isihloko, amagama ambalwa ngalokho okwenzayo, nokuthi ungcono kubani.",
      },
      {
        title: "Ubufakazi bawo",
        text: "I-hash yamafayela ibalwa kulesi siphequluli. Kushicilelwa amagama, ubukhulu nama-hash awo kuphela.",
      },
      {
        title: "Ubani owenzile",
        text: "Abantu abanewalethi noma abangenayo, ngamunye nengxenye yakhe, nemisebenzi yangaphambili omi phezu kwayo.",
      },
      {
        title: "Isibambiso, nesiginesha eyodwa",
        text: "Isibambiso sibuya lapho umsebenzi wamukelwe. Bese kukhethwa ithimba, liwahlulele.",
      },
    ],
  },
  fill: "Wugcwalise ngaphandle kwe-akhawunti",

  work: {
    heading: "Umsebenzi",
    title: "Isihloko",
    titleHint: "Ukuthi uyini, emgqeni owodwa.",
    summary: "Isifinyezo",
    summaryHint: "Lokho okwenzayo nokuthi ungcono kubani. Abahluleli bafunda lokhu kuqala.",
  },

  files: {
    heading: "Ubufakazi",
    hint: "Konke okubonisa umsebenzi. I-hash yamafayela ibalwa kulesi siphequluli: kushicilelwa amagama, ubukhulu nama-hash awo kuphela, hhayi nanini okuphakathi kwawo. Gcina amafayela lapho abahluleli bengawathola khona.",
    drop: "Beka amafayela noma amafolda lapha",
    choose: "Khetha amafayela",
    hashing: (done, all) => `Kubalwa i-hash: ${done} kwangu-${all}.`,
    added: (count) =>
      plural(count, `Kubalwe i-hash yefayela elingu-${count}.`, `Kubalwe ama-hash amafayela angu-${count}.`),
    tooLarge: (name) =>
      `I-“${name}” ingaphezu kuka-1 GB, okungaphezu kwalokho isiphequluli esingakubala ngesikhathi esisodwa.`,
    unreadable: (name) => `I-“${name}” ayikwazi ukufundwa.`,
    caption: "Amafayela obufakazi",
    name: "Ifayela",
    size: "Ubukhulu",
    hash: "SHA-256",
    remove: (name) => `Khipha u-${name}`,
    all: (count, size) => `${plural(count, `ifayela elingu-${count}`, `amafayela angu-${count}`)}, ${size}`,
    more: (count) => `namanye angu-${count}`,
    clear: "Khipha onke",
  },

  people: {
    heading: "Ubani owenzile",
    hint: "Ama-akhawunti, noma abantu abangenawo amawalethi ngegama abanalo kwenye indawo: lokho abakubhalelwayo kuyabalinda.",
    examples: "0x…, github:alice, npm:left-pad, git:alice@example.org",
    emailNote: "I-hash yekheli le-imeyili ibalwa lapha. Alishiyi lesi siphequluli lingafihliwe.",
    person: (place) => `Umfakigalelo ${place}`,
    weight: (who) => `Ingxenye ka-${who}, ngamaphesenti`,
    shares: "wabelana ngokusele",
    fixed: "kubhaliwe; chofoza ukuze yabelane ngokusele",
    even: "Zilinganise",
    add: "Engeza umfakigalelo",
    remove: (who) => `Susa u-${who}`,
    you: "Nguwe lona",
    addYou: "Balula le akhawunti",
    notCredited: "I-akhawunti exhunyiwe ayibaluliwe. Obhalisa umsebenzi akudingeki abe ngobaluliwe.",
    sum: "Kuhlangene ngu-100% ncamashi",
  },

  upstream: {
    heading: "Lokho omi phezu kwakho",
    hint: (most) =>
      `Imisebenzi yangaphambili eyamukelwe. Lokho ekutholayo kuphuma engxenyeni yabantu, okungeqile ku-${most} wayo.`,
    hintUnknown: "Imisebenzi yangaphambili eyamukelwe. Lokho ekutholayo kuphuma engxenyeni yabantu.",
    search: "Sesha ngesihloko",
    placeholder: "Amagama esihloko, noma i-id yomsebenzi",
    found: (count) =>
      plural(
        count,
        `Kutholwe umsebenzi owamukelwe ongu-${count}.`,
        `Kutholwe imisebenzi eyamukelwe engu-${count}.`,
      ),
    none: "Awukho umsebenzi owamukelwe onala magama esihlokweni sawo.",
    failed: "Ukusesha akutholi mpendulo. Lokho okugcwalisile kuphephile.",
    cite: "Caphuna",
    weight: (title) => `Ingxenye ka-${title}, ngamaphesenti`,
    remove: (title) => `Ungacaphuni u-${title}`,
    sum: (sum, people) => `Imisebenzi yangaphambili u-${sum}, okushiyela abantu u-${people}.`,
    nothing: "Akukacashunwa lutho. Lokho kulungile ngomsebenzi ongami phezu kwanoma yimuphi kule.",
    number: (number) => `inombolo ${number}`,
  },

  cost: {
    heading: "Kubiza malini",
    bond: "Isibambiso",
    bondNote: "Sibuya lapho umsebenzi wamukelwe. Ezingeni 0 siya esikhwameni somphakathi.",
    fee: "Imali yenethiwekhi",
    feeNote: "Cishe, ngenani lamanje legesi.",
    feeLater: "Kwaziwa lapho ifomu seliphelele futhi i-akhawunti ixhunyiwe.",
    unknown: "Inodi yeketango ayiphenduli, ngakho izindleko azaziwa manje.",
    trying: "Kuyazanywa…",
    refused: "Njengoba kunjalo, lokhu bekuzonqatshwa",
  },

  send: {
    action: "Bhalisa umsebenzi",
    explain: "I-manifest inikezwa i-API kuqala, bese iwalethi yakho icelwa isayine kanye.",
    uploading: "Kunikezwa i-manifest…",
    uploadAway: "I-API ayiphenduli, ngakho ubufakazi abukwazanga ukunikezwa. Akukho okuthunyelwe.",
    uploadRefused: (reason) => `I-API ayibuthathanga ubufakazi: ${reason} Akukho okuthunyelwe.`,
    incomplete: "Ezinye izingxenye zidinga ukubhekwa futhi. Zimakiwe kufomu.",
    kept: "Lokho okugcwalisile kuhlala kulesi siphequluli kuze kubhaliswe.",
    clear: "Sula ifomu",
    leading: "Kubhalisiwe. Uyiswa emsebenzini…",
  },

  problems: {
    noTitle: "Yisho emgqeni owodwa ukuthi uyini.",
    tooLong: (most) => `Izinhlamvu ezingeqile ku-${most}.`,
    noFiles: "Engeza okungenani ifayela elilodwa elibonisa umsebenzi.",
    tooManyFiles: (most) =>
      `Amafayela angeqile ku-${most.toLocaleString("zu")}: faka amanye endaweni eyodwa (archive).`,
    noName: "Yisho ukuthi ubani: ikheli, noma igama elifana no-github:alice.",
    twice: "Kubhalwe kabili lapho: umugqa owodwa onezingxenye zombili wanele.",
    zero: "Ikheli lika-zero alilona lamuntu.",
    protocol: "Le ngenye yezinkontileka ze-Azora, engenakubalulwa.",
    notANumber: "Inombolo kusuka ku-0.01 kuya ku-100, enamadesimali angeqile kwamane.",
    tooManyPeople: (most) => `Kungabalulwa abantu abangeqile ku-${most}.`,
    tooManyWorks: (most) => `Kungacashunwa imisebenzi engeqile ku-${most}.`,
    tooLight: (title) =>
      `U-“${title}” uthola okungaphansi kuka-0.01%: wunike okwengeziwe, noma ungawucaphuni.`,
    tooHeavy: (sum, most) =>
      `Imisebenzi omi phezu kwayo ingathola u-${percent(most)} ihlangene; le ifika ku-${percent(sum)}.`,
  },
};
