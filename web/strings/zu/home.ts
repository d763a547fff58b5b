import type { Strings } from "../dictionary.ts";

export const home: Strings["home"] = {
  title: "Inkokhelo efanele ngalokho esikwenza ndawonye",
  lead: "Bhalisa umsebenzi kanye nobufakazi bawo nabo bonke abawenzile. Ithimba elikhethwe ngokungahleliwe liyawahlulela lingabonani, bese kukhiqizwa i-AZR ngenxa yawo: izingxenye eziyisishiyagalolunye kweziyishumi ziya kubantu nasemisebenzini omi phezu kwayo, eyodwa iya esikhwameni somphakathi. Noma ubani angahlola zonke izinyathelo.",
  submit: "Thumela umsebenzi",
  browse: "Bona imisebenzi",
  practice: {
    title: "Usenethiwekhini yokuzijwayeza",
    text: "Isebenza emshinini owodwa futhi akukho okukuyo okunenani, ngakho zama konke: thumela umsebenzi nge-akhawunti engakhokhelwa lutho, bese ubuka kukhethwa ithimba, wahlulelwa futhi ukhokhelwa phakathi nemizuzu. Abahluleli lapha yizinhlelo ezinikeza amaphuzu ngobukhulu.",
  },
  numbers: "Inethiwekhi ngezibalo",
  supply: "Okukhiqiziwe",
  supplyOf: "okungeqile ku",
  supplyNote: (percent) =>
    `Kuze kube manje ngu-${percent} wakho konke okungake kube khona; lokho inkathi engakusebenzisi akukhiqizwa nanini.`,
  ceiling: (epoch) => `Ekupheleni kwenkathi ${epoch} akweqi ku`,
  ceilingPicture:
    "Okuningi okungakhiqizwa, kukhuphuka nezinkathi futhi kuya ngokunensa kuya ophahleni lwakho; ngezansi kwakho, lokho okukhiqiziwe.",
  split: "Amashumi ayisishiyagalolunye kwelishumi",
  toPeople: "kubantu",
  toCommons: "esikhwameni somphakathi",
  splitNote:
    "Endaweni eyodwa kukhodi, kusondezelwa ngasebantwini. Ayikho enye imali ekhokhwayo ngaphandle kwalokhu.",
  fund: "Isikhwama somphakathi siphethe",
  people: "Abantu",
  peopleNote: "Babaluliwe bene-akhawunti noma bengenayo: okungokwabo kuyalinda.",
  works: "Imisebenzi",
  worksNote: (paid, open) => `engu-${paid} ikhokhelwe, engu-${open} isendleleni`,
  decisions: "Izinqumo",
  decisionsNote: "Eleja; ngasinye sazo singafakazelwa.",
  latest: "Imisebenzi yakamuva",
  allWorks: "Yonke imisebenzi",
  topPeople: "Abazuze kakhulu",
  allPeople: "Bonke abantu",
  emptyTitle: "Awukho umsebenzi okwamanje",
  emptyText: "Owokuqala ozobhaliswa uvela lapha, nakho konke okwenzeka kuwo.",
  steps: {
    title: "Umsebenzi uba kanjani yinkokhelo",
    items: [
      {
        title: "Bhalisa",
        text: "Ubani owenzile, ngaziphi izabelo, wakhelwe phezu kwayiphi imisebenzi yangaphambili, ne-hash yobufakazi bawo.",
      },
      {
        title: "Yahlulela",
        text: "Ithimba elikhethwe ngokungahleliwe livotela inani lawo kwabanye lingabonani. Kubalwa i-median ephansi.",
      },
      {
        title: "Khiqiza",
        text: "Amaphuzu ahlukaniselana isabelomali senkathi. Akukho okukhiqizwa ngaphezu kwaso.",
      },
      {
        title: "Geleza",
        text: "Okubongwayo kuya kubantu, kuqhubekele nasemisebenzini eyabo emi phezu kwayo.",
      },
    ],
  },
};
