import type { Strings } from "../dictionary.ts";

export const wallet: Strings["wallet"] = {
  appName: "Azora",
  localNetwork: "I-Azora kulo mshini",
  groups: { local: "Okokuzijwayeza", browser: "Kulesi siphequluli" },

  menu: "I-akhawunti",
  balance: "Ibhalansi",
  yourAccount: "I-akhawunti yakho",
  yourDuties: "Imisebenzi yakho njengomahluleli",
  connected: (account) => `Kuxhunywe: ${account}.`,
  disconnected: "Uxhumano luqedile.",
  disconnect: "Nqamula",
  through: (wallet) => `nge-${wallet}`,

  wrongNetwork: {
    title: "Inethiwekhi engeyona",
    text: (chain) =>
      `Iwalethi ikwenye inethiwekhi kunalawa makhasi. Akukho okungathunyelwa ize ibe ku-${chain}.`,
    action: (chain) => `Shintshela ku-${chain}`,
    switching: "Kulindwe iwalethi…",
    declined: "Iwalethi ihlale lapho ikhona. Ungashintsha nenethiwekhi ewalethini uqobo.",
  },
  chainName: (chainId, isLocal) => (isLocal ? "nethiwekhi yasekhaya" : `iketango ${chainId}`),

  burner: {
    name: "I-akhawunti yesikhashana",
    badge: "Yesikhashana",
    about:
      "Yenziwe kulesi siphequluli ukuze kuzanywe izinto. Isayina ngaphandle kokubuza, inemali yokudlala kuphela, futhi ukhiye wayo ulele ungavikelekile kulesi siphequluli.",
    export: "Bonisa ukhiye",
    exported: "Ukhiye we-akhawunti yesikhashana. Onawo uyile akhawunti.",
    hide: "Fihla ukhiye",
    copyKey: "Kopisha ukhiye",
    forget: "Yikhohlwe",
    forgetSure: "Ikhohlwe unomphela? Lokho enakho akusayi kufinyeleleka, ngaphandle uma ugcine ukhiye.",
    forgetYes: "Yebo, yikhohlwe",
    forgetNo: "Yigcine",
    fund: "Yengeza i-ETH",
    funded: "I-akhawunti ine-ETH eyanele.",
  },

  gate: {
    connect: "Xhuma",
    unavailable: "Ikhodi yewalethi ayilayishekanga. Hlola uxhumano, bese uzama futhi.",
    noNetwork:
      "I-API ayiphenduli, ngakho akwaziwa ukuthi kuxhunywe kuliphi iketango. Iyabuzwa futhi ngokwayo.",
    loading: "Kufunwa iwalethi…",
  },
};
