import type { Strings } from "../dictionary.ts";

export const status: Strings["status"] = {
  title: "Isimo",
  lead: "Ukuthi lokho okuboniswa yila makhasi kuyisimo samanje seketango yini, nokuthi kuyiqiniso yini. Akukho lapha okuthinta iketango: liyaqhubeka noma ngabe leli khasi lithini.",
  machines: "Okwemishini",
  overall: {
    well: "Konke kuhamba kahle.",
    late: "Inkomba isemuva kweketango.",
    unknown: "Akukona konke okungashiwo njengamanje.",
    bad: "Kukhona okungahambi kahle.",
  },
  standing: { well: "Kuhle", late: "Isemuva", unknown: "Akwaziwa", bad: "Akulungile" },
  refresh: {
    every: "Leli khasi liyabuza futhi njalo emizuzwaneni embalwa.",
    away: "Iseva yaleli khasi ayiphenduli. Okumi lapha yisimo esaziwa okokugcina.",
  },
  index: {
    title: "Inkomba iqhathaniswa neketango",
    present: "Inkomba isifunde onke amabhulokhi iketango elinawo.",
    near: (blocks) => `Inkomba isemuva ngo-${blocks} kubhulokhi lakamuva leketango, okujwayelekile.`,
    stale: (blocks, time) =>
      `Inkomba isemuva ngo-${blocks} nango-${time}. Amakhasi abonisa lokho obekukhona ngaleso sikhathi, futhi ayazifica ngokwawo.`,
    forked:
      "Inkomba ilandela amabhulokhi iketango elishiye wona. Ngemva nje kokuhlelwa kabusha lokhu kuyadlula phakathi nemizuzwana; uma kuhlala, inkomba kufanele yakhiwe kabusha.",
    unknown: "Inkomba ayikwazi ukuqhathaniswa neketango manje.",
    silent: "I-API ayishongo.",
    blocks: (count, isOne) => (isOne ? "ibhulokhi eli-1" : `amabhulokhi angu-${count}`),
    reached: "Inkomba isifike ku",
    head: "Ibhulokhi lakamuva leketango",
    behind: "Isemuva ngo",
    behindValue: (blocks, time) => `${blocks}, ${time}`,
    time: "Isikhathi salelo bhulokhi",
    age: (time) => `${time} edlule`,
    ageNote: "Ngewashi lale seva.",
    localNote: "Ngewashi leketango ngokwalo, okuthi enethiwekhini yokuzijwayeza lingabi ngelomshini.",
    block: (number) => `Ibhulokhi ${number}`,
    unknownValue: "akwaziwa",
  },
  proof: {
    title: "Inkomba iqhathaniswa neleja",
    whole: (size) =>
      `Kufakazelwe: imigqa yale nkomba ifinyelela kuleja yeketango uqobo, onke amarekhodi ayo angu-${size}.`,
    partly: (size, all) =>
      `Kufakazelwe kuze kube ngamarekhodi angu-${size} kwangu-${all} eleja. Amasha ahlolwa phakathi nomzuzu.`,
    failed:
      "Kukhona okukule nkomba okungenjengoba iketango linakho. Kuze kulungiswe, ungawethembi lawa makhasi; iketango ngokwalo lilungile.",
    unchecked: "Akekho oseqhathanise le nkomba neketango: umcwaningi usanda kuqala, noma akasebenzi.",
    silent: "I-API ayishongo.",
    verified: "Kufakazelwe kuze kube",
    records: (count, isOne) => (isOne ? "irekhodi eli-1" : `amarekhodi angu-${count}`),
    ledger: "Ileja ina",
    at: "Kusukela ku",
    root: "Impande ngaphezu kwawo",
    copyRoot: "Kopisha impande",
    findings: "Okutholwe kungalungile",
    none: "Lutho",
    yourself:
      "Lelo yizwi lale API ngayo uqobo. Kukhophi yenqolobane yekhodi, yiqhathanise neketango ngenodi yakho:",
    copyCommand: "Kopisha umyalo",
  },
  api: {
    title: "I-API",
    well: "I-API iyaphendula, futhi ingasebenza.",
    bad: "I-API iyaphendula, kodwa ayikwazi ukunikeza konke okufanele.",
    silent: "I-API ayiphenduli, ngakho akukho okungafundwa lapha. Kungenzeka iyaqala, noma ayifinyeleleki.",
    checks: "Lokho ekuhlolile",
    column: { check: "Ingxenye", state: "Isimo", detail: "Lokho ekushoyo" },
    name: {
      database: "Isizindalwazi",
      schema: "Amathebula ayo uqobo",
      index: "Inkomba",
      proof: "Isiqinisekiso senkomba",
    },
    ok: "Kuhle",
    failed: "Akukuhle",
  },
  stream: {
    title: "Uxhumano lwaleli khasi",
    state: {
      unknown: "Kuyaxhunywa. Ngaphandle kwe-JavaScript ikhasi lihlala njengoba lalinjalo lifika.",
      streamed: "Leli khasi lizwa ngebhulokhi ngalinye elisha njengoba inkomba ilifunda.",
      asked: "Umfudlana wezehlakalo uthule, ngakho leli khasi lizibuzela ngokwalo amabhulokhi amasha.",
      away: "Isiphequluli sakho asikwazi ukufinyelela i-API. Okubonayo yisimo esaziwa okokugcina.",
    },
  },
};
