import type { Strings } from "../dictionary.ts";
import { short } from "../short.ts";
import { plural } from "./plural.ts";

export const transactions: Strings["transactions"] = {
  register: {
    title: (work) => `Bhalisa u-“${work}”`,
    effect: "Umsebenzi usurekhodiwe, isibambiso sawo sibanjiwe, futhi kuzokhethwa ithimba elizowahlulela.",
    record: "Landela umsebenzi",
  },
  commit: {
    title: (work) => `Vala ivoti ngo-${work}`,
    effect: "Iketango liphethe ivoti elivaliwe. Akekho ongalifunda uze ulembule.",
    record: "Bona umsebenzi",
  },
  reveal: {
    title: (work) => `Yembula ivoti ngo-${work}`,
    effect: "Ivoti livulelekile kubo bonke, futhi liyabalwa.",
    record: "Bona umsebenzi",
  },
  withdrawAzr: {
    title: "Khipha i-AZR",
    effect: (to) => `Konke okukweletwayo kukhokhelwa u-${short(to)}.`,
    record: "Bona i-akhawunti",
  },
  withdrawAll: { title: "Khipha konke", record: "Bona i-akhawunti" },
  revealAll: { title: "Yembula amavoti akho", record: "Bona imisebenzi yakho" },
  takeBack: {
    title: "Buyisa lokho ileja ebivunyelwe ukukuthatha",
    effect: "Le thokheni ayishintshi imvume esele yokunye. Ngemva kwalokho imvume entsha inganikezwa.",
    record: "Bona umsebenzi",
  },
  withdrawEther: {
    title: "Khipha i-ETH",
    effect: (to) => `Konke okukweletwayo kukhokhelwa u-${short(to)}.`,
    record: "Bona i-akhawunti",
  },
  withdrawToken: {
    title: (token) => `Khipha ithokheni ${short(token)}`,
    effect: (to) => `Konke okukweletwayo kuyo kukhokhelwa u-${short(to)}.`,
    record: "Bona i-akhawunti",
  },
  unlockBond: {
    title: "Khulula isibambiso sesihlalo",
    effect: "Okusele kusibambiso kungakhishwa.",
    record: "Bona i-akhawunti",
  },
  flow: {
    title: "Letha isiqongelelo sobunikazi",
    effect: "Sonke isiqongelelo sobunikazi siya ku-akhawunti obuxhunywe kuyo.",
    record: "Bona ubunikazi",
  },
  flowOn: {
    title: "Yeka isiqongelelo somsebenzi sigeleze",
    effect: "Sonke isiqongelelo siya kubantu bomsebenzi, nasemisebenzini owakhelwe phezu kwayo.",
    record: "Bona umsebenzi",
  },
  approve: {
    title: "Vumela ileja ithathe inani",
    effect: "Ileja yemivuzo ingathatha leli nani lethokheni ku-akhawunti yakho, kanye, hhayi ngaphezulu.",
    record: "Bona umsebenzi",
  },
  reward: {
    title: "Khokhela umsebenzi",
    effect:
      "Izingxenye eziyisishiyagalolunye kweziyishumi ziya kubantu bawo nakulokho owakhelwe phezu kwakho, eyodwa esikhwameni somphakathi.",
    record: "Bona umsebenzi",
  },
  propose: {
    title: (proposal) => `Phakamisa u-“${proposal}”`,
    effect:
      "Wonke umuntu angasibona, futhi noma ubani oneZwi uvota ngaso lapho isikhathi saso sokulinda sesidlulile.",
    record: "Bona isiphakamiso",
  },
  vote: {
    title: "Vota ngesiphakamiso",
    effect: "Ivoti libalwa ngeZwi lakho, futhi liyema.",
    record: "Bona isiphakamiso",
  },
  queue: {
    title: "Faka isiphakamiso kulayini",
    effect: "I-timelock isibamba isikhathi saso sokulinda; bese noma ubani angenza ukuthi sifezwe.",
    record: "Bona isiphakamiso",
  },
  execute: {
    title: "Feza isiphakamiso",
    effect: "Lokho esikushoyo kwenziwe.",
    record: "Bona isiphakamiso",
  },
  delegate: {
    title: (to) => `Vumela u-${short(to)} avote ngeZwi lakho`,
    effect: "Kusebenza emavotini aqala kamuva.",
    record: "Bona iZwi lakho",
  },
  link: {
    title: "Phakamisa ukuxhumanisa",
    effect:
      "Igama liba ngele-akhawunti lapho isikhathi sokulinda sesidlulile, ngaphandle uma umqinisekisi enqaba.",
    record: "Bona ubunikazi",
  },
  enterSeat: {
    title: "Thatha isihlalo somahluleli",
    effect:
      "Isibambiso sibanjwa inqobo nje uma uhlezi, futhi ungakhethelwa ithimba kusukela ekulungiselelweni okulandelayo.",
    record: "Bona imisebenzi yakho",
  },
  exitSeat: {
    title: "Shiya isihlalo sakho",
    effect:
      "Alikho ithimba elisha elikukhethayo. Imisebenzi owawukhethelwe yona ihlala, futhi isibambiso sikhiyiwe kuze kube owokugcina wayo ungaba usuphelile.",
    record: "Bona imisebenzi yakho",
  },
  topUp: {
    title: "Gcwalisa isibambiso",
    effect: "Isibambiso esingemuva kwesihlalo sakho siphelele futhi.",
    record: "Bona imisebenzi yakho",
  },
  reserve: {
    title: "Bekisa ukuphikisa",
    effect:
      "Idiphozi yakho iyinani eliphelele lokuphikisa, futhi ibalwa kulo. I-hash kuphela eseketangweni, ngakho akekho owaziyo ukuthi usho muphi umsebenzi.",
    record: "Bona umsebenzi",
  },
  challenge: {
    title: "Phikisa umphumela",
    effect:
      "Imali yenqubo nesibambiso kukhokhiwe, futhi kukhethwa ithimba lesibili, ngaphandle kwabahluleli bokuqala.",
    record: "Bona umsebenzi",
  },
  release: {
    title: "Buyisa idiphozi",
    effect: "Ibhalelwa wena, izokhishwa kanye nenye i-ETH yakho.",
    record: "Yikhiphe",
  },
  reopen: {
    title: "Vula umsebenzi kabusha",
    effect:
      "Isibambiso sakho sibanjiwe, futhi kukhethwa ithimba elisha elizowahlulela, ngaphansi kwemithetho owabhaliswa ngaphansi kwayo.",
    record: "Bona umsebenzi",
  },

  steps: {
    simulating: "Zama",
    signing: "Sayina",
    pending: "Faka",
    confirmed: "Inkomba",
  },
  state: {
    simulating: "Kuyazanywa enodini. Akukho okuthunyelwe okwamanje.",
    signing: "Kulindwe iwalethi yakho. Hlola lokho ekubonisayo, bese uqinisekisa khona.",
    pending: "Kuthunyelwe. Kulindwe ukuba iketango likuthathe likufake kubhulokhi.",
    held: "Kudluliselwe ku-akhawunti yakho, okuyinkontileka. Kulinda kuze kube abanikazi bayo basayinile futhi othile ukufezile, okungathatha isikhathi eside. Ungahamba: kuyobhekwa futhi lapho ubuya. Uma abanikazi bekwenqaba, vala lokhu.",
    confirmed: (block) => `Kubhulokhi ${block}. Kulindwe ukuba inkomba ilifunde.`,
    indexed: (block) => `Kwenziwe, kubhulokhi ${block}.`,
    lagging: (block) =>
      `Kwenziwe, kubhulokhi ${block}. Inkomba isemuva, ngakho amakhasi azokubonisa kamuva kancane.`,
    away: (block) =>
      `Kwenziwe, kubhulokhi ${block}. Inkomba ayiphenduli, ngakho amakhasi awakwazi ukukubonisa okwamanje. Akukho okulahlekile.`,
    rejected: "Kwenqatshwe ewalethini. Akukho okuthunyelwe.",
    cancelled: "Kukhanselwe ewalethini: kuthathwe indawo yakho yokunye. Akukho okushintshiwe.",
    replaced: "Iwalethi ithumele okunye esikhundleni sakho, ngakho lokhu akwenzekanga.",
  },
  ends: {
    dropped: "Inodi ikukhohliwe ingakufakanga kubhulokhi, ngakho ngeke kwenzeke. Kungathunyelwa futhi.",
    failedWithin:
      "I-akhawunti yakho ikufezile, kodwa ucingo olungaphakathi lwenqatshiwe. Akukho okushintshiwe.",
    noReceipt: "Iwalethi ithi kwenziwe, kodwa ayisho ukuthi kukuphi ibhulokhi.",
    callsGivenUp: "Iwalethi ikuyekile kungakafiki eketangweni. Akukho okushintshiwe.",
    callsReverted: "Iketango likwenqabe konke. Akukho okushintshiwe.",
    inPart: (done, of) =>
      `Kwenziwe ingxenye kuphela: imisebenzi yaseketangweni engu-${done} kwengu-${of}. Bheka okusele ngaphambi kokuzama futhi.`,
  },
  part: (title, place, of) => `${title}, ${place} kwengu-${of}`,
  progress: (place, of) => `${place} kwengu-${of}`,
  stopped: (done, of) => `Kwenziwe okungu-${done} kwengu-${of}. Okusele akuthunyelwanga.`,
  lost: "Kuthunyelwe, kodwa akukaziwa ukuthi kwenzekeni ngakho",
  list: {
    title: "Imisebenzi yakho yaseketangweni",
    underWay: (count) =>
      plural(
        count,
        `Umsebenzi waseketangweni ongu-${count} usaqhubeka`,
        `Imisebenzi yaseketangweni engu-${count} isaqhubeka`,
      ),
    damaged:
      "Lokho lesi siphequluli ebesikubhalile ngemisebenzi yakho yaseketangweni akufundekanga, kwasuswa. Okuthunyelwe akuthintekile.",
    brief: {
      pending: "Kulindwe ibhulokhi",
      held: "Kulindwe abanikazi be-akhawunti yakho",
      confirmed: "Kuseketangweni, kodwa akukabi semakhasini",
      indexed: (block) => `Kwenziwe, kubhulokhi ${block}`,
      unseen: "Kwenziwe, kodwa akukabi semakhasini",
    },
    explorer: "Isihloli",
    remove: "Susa ohlwini",
  },
  failed: "Lokhu akuphumelelanga",
  wrongNetwork: "Iwalethi ikwenye inethiwekhi. Yishintshe, bese uzama futhi. Akukho okuthunyelwe.",
  noWallet: "Ikhodi yewalethi ayilayishekanga. Hlola uxhumano bese uzama futhi.",
  noApi: "I-API ayiphenduli, kanti yiyona okufanele isho ukuthi kwabhaliswani. Akukho okuthunyelwe.",
  hash: "Umsebenzi waseketangweni",
  ownHash: "I-akhawunti ikwazi ngokuthi",
  again: "Zama futhi",
  look: "Bheka futhi",
  dismiss: "Vala",
};
