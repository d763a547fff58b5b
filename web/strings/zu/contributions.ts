import type { Strings } from "../dictionary.ts";

export const contributions: Strings["contributions"] = {
  title: "Amagalelo",
  lead: "Imisebenzi abantu abayenzile nabayibhalisile, nokuthi ngamunye usufike kuphi.",
  graph: "Yibone njengegrafu",
  search: "Sesha ezihlokweni",
  searchButton: "Sesha",
  phase: "Isigaba",
  sort: "Uhlelo",
  order: { newest: "Okusha kuqala", oldest: "Okudala kuqala", amount: "Inani elikhulu kuqala" },
  epoch: (epoch) => `Inkathi ${epoch}`,
  registrant: "Ubhaliswe ngu",
  contributor: "Kubalulwe u",
  clear: "Sula zonke izihlungi",
  caption: "Imisebenzi nesigaba sayo, izinga nenani",
  column: {
    work: "Umsebenzi",
    phase: "Isigaba",
    level: "Izinga",
    people: "Abantu",
    amount: "Okukhiqiziwe",
    registered: "Ubhaliswe",
  },
  noLevel: "cha okwamanje",
  goOn: {
    begin: "Bonisa okwengeziwe lapha",
    asking: "Kulayishwa okwengeziwe…",
    failed: "Okusele akukwazanga ukulayishwa.",
    retry: "Zama futhi",
    on: "Skrola ukuze ubone okwengeziwe",
    end: "Kuphelele lapha.",
  },
  empty: {
    title: "Awukho umsebenzi okwamanje",
    text: "Umsebenzi yinoma yini abantu abayenzile nabanye abangcono ngenxa yayo: uhlelo olukhishiwe, ucwaningo, inguqulo, unyaka wokuphendula imibuzo. Bhalisa owokuqala.",
    action: "Thumela umsebenzi",
  },
  noMatch: {
    title: "Awukho umsebenzi ofanelayo",
    text: "Ukusesha kubheka iziqalo zamagama ezihlokweni. Zama amagama ambalwa, noma esinye isigaba.",
    action: "Sula zonke izihlungi",
  },
};
