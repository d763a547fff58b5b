import type { Strings } from "../dictionary.ts";

export const commons: Strings["commons"] = {
  title: "Isikhwama somphakathi",
  lead: "Okukodwa kokuyishumi kwakho konke okukhiqizwayo nokukhokhwayo kuza lapha, futhi kungokwabo bonke abantu. Abantu abaneZwi bayakunikela ngenjongo abayishoyo, ngaphakathi komkhawulo, futhi abahluleli bakhokhelwa kukho.",
  toGovernance: "Bona iziphakamiso",
  holdings: {
    title: "Okuphethwe yisikhwama",
    azr: "AZR",
    ether: "ETH",
    cameIn: "Okungenile, sekukonke",
    paidOut: "Okukhokhiwe, sekukonke",
    and: "kanye no",
    others: "Amanye amathokheni",
    othersNote:
      "Imisebenzi ingakhokhelwa nganoma iyiphi ithokheni, futhi nengxenye yayo eyodwa kweziyishumi iza lapha. Noma ubani angenza ithokheni: akekho oqinisekisa ukuthi ibiza malini.",
    caption: "Amanye amathokheni, nalokho okulethwe yimivuzo nokunikelwe",
    column: { token: "Ithokheni", rewards: "Okulethwe yimivuzo", granted: "Okunikelwe" },
  },
  flow: {
    title: "Kuvelaphi, futhi kuye kuphi",
    lead: "Yonke i-AZR eyake yakhiqizwa: izingxenye eziyisishiyagalolunye kweziyishumi zidlula eduze kwesikhwama, ziya kubantu nasemisebenzini eyabo emi phezu kwayo.",
    place: {
      minted: "Okukhiqiziwe",
      rewards: "Okweshumi kwemivuzo",
      gifts: "Okuthunyelwe",
      people: "Kubantu",
      held: "Kusekhona",
      granted: "Okunikelwe",
      stipends: "Kwabahluleli",
    },
    fund: "Isikhwama",
    to: "kuya ku",
    picture: (minted, people, came, held) =>
      `Ku-${minted} okukhiqiziwe, u-${people} uye kubantu. U-${came} ungene esikhwameni somphakathi, esiphethe u-${held}.`,
    table: "Okufanayo njengethebula",
    caption: "Konke okungena esikhwameni somphakathi nokuphuma kuso",
    column: { way: "Kusuka ku, kuya ku", amount: "Inani", part: "Ingxenye" },
    ofAllIn: "yakho konke okungenile",
    ofMinted: "yalokho okukhiqiziwe",
    ofCame: "yalokho okungenile",
  },
  history: {
    title: "Isikhwama ngokuhamba kwesikhathi",
    period: { hour: "AZR, ngehora", day: "AZR, ngosuku" },
    none: "Akukenzeki lutho. Okungenayo nokuphumayo kuboniswa lapha, usuku nosuku.",
    note: "Ngenhla yilokho ebesikuphethe, ngezansi yilokho okungenile nokuphumile. Izikhathi ziku-UTC.",
    picture: (held, most, since) =>
      `Isikhwama siphethe u-${held}. Kusukela ngo-${since} okuningi esake sakuphatha ngu-${most}.`,
    table: "Okufanayo njengethebula",
    caption: "Okungenile esikhwameni, okuphumile nebesikuphethe, okwakamuva kuqala",
    column: {
      when: { hour: "Ihora kusukela", day: "Usuku" },
      came: "Okungenile",
      left: "Okuphumile",
      held: "Okuphethwe ekupheleni kwalo",
    },
  },
  cap: {
    title: "Lokho esisengakukhokha",
    epoch: (epoch) => `Inkathi ${epoch} iphela`,
    kind: {
      grants: "Uxhaso nezimali zenqubo nge",
      stipends: "Inkokhelo yabahluleli nge",
    },
    leftOf: "okusele ku",
    spent: "okusetshenzisiwe",
    notOpen: "Akekho osake wasithinta kule nkathi, ngakho silinganiswa ngalokho okukhona manje.",
    note: (cap) =>
      `Enkathini, uxhaso nezimali zenqubo zamafulegi abahlaziyi kuhlangene akwedluli u-${cap} walokho isikhwama ebesinakho ekuqaleni kwayo, kanti inkokhelo yabahluleli ayedluli ikota lalokho okungenile kusukela lapho.`,
  },
  grants: {
    title: "Uxhaso",
    caption: "Uxhaso nalokho olwenzelwe khona, olwakamuva kuqala",
    column: { to: "Kuya ku", amount: "Inani", purpose: "I-hash yenjongo", how: "Kunqunywe", when: "Nini" },
    empty: {
      title: "Alukho uxhaso osekunikelwe ngalo.",
      text: "Uxhaso ludinga isiphakamiso esiphumelele, salinda, sabe sesifezwa. Emva kwalokho luma lapha nenjongo yalo nevoti lalo.",
    },
  },
  stipends: {
    title: "Inkokhelo yabahluleli",
    latest: "Ezingu-20 zakamuva",
    caption: "Inkokhelo yabahluleli ngamavoti abaliwe, eyakamuva kuqala",
    column: {
      judge: "Umahluleli",
      work: "Ngokwahlulela",
      amount: "Inani",
      record: "Kurekhodiwe",
      when: "Nini",
    },
    empty: {
      title: "Akukakhokhelwa mahluleli.",
      text: "Ivoti ngalinye elibalwayo likhokhelwa kanye, uma nje sekungene okwanele. Noma ubani angenza ukuthi likhokhelwe, futhi umnakekeli uyakwenza lokho.",
    },
  },
  rules: {
    title: "Sisetshenziswa kanjani",
    items: [
      "Ngevoti kuphela, ngemva kokulinda, nangenjongo i-hash yayo emi eleja. Asikho isikhiye esingakwenza lokho.",
      "Akuyi nanini ezinkontilekeni zephrothokholi uqobo, futhi akwedluli nanini umkhawulo wenkathi.",
      "Okungasetshenziswanga kuhlala kukhona: akukho okushiswayo, okubolekiswayo noma okutshaliwe.",
    ],
    governance: "Iziphakamiso, nokuthi senziwa kanjani",
    constitution: "Isigaba esikushoyo lokhu",
  },
};
