import type { Strings } from "../dictionary.ts";
import { trouble } from "./trouble.ts";

export const client: Strings["client"] = {
  copied: "Kukopishiwe",
  notCopied: "Isiphequluli asikuvumeli ukukopisha lapha.",
  optional: "akuphoqelekile",
  wallet: {
    connect: "Xhuma",
    connecting: "Kuyaxhunywa…",
    unavailable: "Ikhodi yewalethi ayilayishekanga. Hlola uxhumano, bese uzama futhi.",
    noNetwork: "I-API ayiphenduli, ngakho akwaziwa ukuthi kuxhunywe kuliphi iketango.",
    govern: "Xhuma i-akhawunti ukuze uvote ngeZwi layo, noma uvumele omunye avote ngalo.",
    link: "Xhuma i-akhawunti okufanele igama libe ngelayo.",
    pay: "Xhuma i-akhawunti ukuze ukhokhele lo msebenzi ngayo.",
    judge: "Xhuma i-akhawunti eyahlulelayo, ukuze ubone okuyilindile.",
    judgeLocal:
      "Kule nethiwekhi yasekhaya izihlalo ziphethwe ngabahluleli bokuzijwayeza, abazivotelayo; ngenye i-akhawunti ungazibukela nje.",
    submit: "Xhuma i-akhawunti ukuze ubhalise umsebenzi ngayo.",
    submitLocal:
      "Kule nethiwekhi yasekhaya i-akhawunti yesikhashana yanele: yenziwa esipheqululini futhi ayikhokhelwa lutho.",
    challenge: "Xhuma i-akhawunti ukuze uphikise umphumela ngayo.",
    reopen: "Xhuma i-akhawunti ukuze uvule umsebenzi kabusha.",
    local: "Kule nethiwekhi yasekhaya i-akhawunti yesikhashana yanele.",
    withdraw: "Ingabe le akhawunti ngeyakho? Yixhume ukuze ukhiphe lokho ekukweletwayo.",
  },
  trouble,
};
