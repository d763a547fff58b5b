import type { Strings } from "../dictionary.ts";

export const shell: Strings["shell"] = {
  skip: "Yeqela kokuqukethwe",
  mainNavigation: "Okuyinhloko",
  menu: "Imenyu",
  theme: "Shintsha phakathi kokukhanyayo nokumnyama",
  home: "Azora, ikhasi eliyinhloko",
  nav: {
    contributions: "Amagalelo",
    people: "Abantu",
    epochs: "Izinkathi",
    graph: "Igrafu",
    ledger: "Ileja",
    judge: "Yahlulela",
    governance: "Ukwengamela",
    commons: "Isikhwama",
    constitution: "Umthethosisekelo",
    submit: "Thumela umsebenzi",
  },
  stale: "Inkomba ayiphenduli. Lesi yisimo esaziwa okokugcina.",
  noConnection: (block) =>
    `Alukho uxhumano. Okubonayo yilokho obekwaziwa lapha okokugcina, kubhulokhi ${block}; akukho okungathunyelwa.`,
  noConnectionAtAll:
    "Alukho uxhumano. Okubonayo yilokho obekwaziwa lapha okokugcina; akukho okungathunyelwa.",
  offline: {
    title: "Alukho uxhumano",
    text: "Leli khasi alikaze lifundwe lapha ngaphambili, ngakho akukho okugciniwe kwalo. Amakhasi osuwafundile asekhona, njengoba ayenjalo.",
    action: "Ikhasi eliyinhloko",
  },
  practice: "Inethiwekhi yokuzijwayeza: akukho okunenani lapha.",
  unknownNetwork: "Inkomba ayiphenduli",
  block: (number) => `Ibhulokhi ${number}`,
  blockTip: (time) =>
    `Inkomba isifike kuleli bhulokhi, lango-${time}. Zonke izikhathi zibonwa kusukela lapho.`,
  footer: "Okunye",
  status: "Isimo",
  developers: "Abathuthukisi",
  footerNote:
    "Inani ngalinye lapha lingabalwa kabusha eketangweni, futhi isinqumo ngasinye singahlolwa neleja yalo.",
  unavailable: {
    title: "Inkomba ayiphenduli",
    text: "Kungenzeka iyaqala, isafica iketango, noma ayifinyeleleki. Iketango ngokwalo alithintekile. Leli khasi liza ngokwalo masinyane uma kunempendulo.",
    retry: "Zama manje",
  },
  notFound: {
    title: "Akukho lutho lapha",
    text: "Kungenzeka ikheli libhalwe kabi, noma lokho elikushoyo akukho kuleli ketango. Inethiwekhi yokuzijwayeza ikhohlwa konke uma iqalwa kabusha.",
    action: "Bona onke amagalelo",
  },
};
