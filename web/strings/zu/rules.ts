import type { Strings } from "../dictionary.ts";

export const rules: Strings["rules"] = {
  RegistrationBond: {
    title: "Isibambiso sokubhalisa",
    text: "Lokho ukubhalisa okukubekayo; sibuya lapho ithimba seliwahlulele umsebenzi.",
  },
  Load: {
    title: "Umthwalo wabahluleli",
    text: "Imisebenzi evuliwe ngesihlalo ngasinye okuthi uma ifike kuyo isibambiso sokubhalisa siphindeke kabili.",
  },
  PanelLimit: { title: "Ubukhulu bethimba", text: "Abahluleli abaningi kakhulu ithimba elinabo." },
  ArmingDelay: {
    title: "Ukulinda ukukhethwa",
    text: "Kusuka ekubhalisweni kuya kubhulokhi ukungahleliwe kwalo okukhetha ithimba.",
  },
  MaxUpstream: {
    title: "Okuningi kwemisebenzi yangaphambili",
    text: "Ingxenye enkulu kakhulu umsebenzi ongayidlulisela emisebenzini omi phezu kwayo.",
  },
  CommitWindow: {
    title: "Isikhathi sokuvala",
    text: "Isikhathi abahluleli abanaso sokuvala izinga, lingabonwa.",
  },
  RevealWindow: {
    title: "Isikhathi sokwembula",
    text: "Isikhathi abanaso emva kwalokho sokuvula amavoti abo.",
  },
  ChallengeWindow: {
    title: "Isikhathi sokuphikisa",
    text: "Isikhathi umphumela ongaphikiswa noma uphakanyiselwe ifulegi ngaso.",
  },
  CritiqueGrace: {
    title: "Umusa wabahlaziyi",
    text: "Isikhathi umsebenzi ongahlaziywanga olinda umhlaziyi ngaso ngaphambi kokuphothulwa.",
  },
  SealDelay: {
    title: "Ukulinda uphawu",
    text: "Kusuka ekupheleni kwenkathi kuya lapho isilinganiso sayo sinqunywa khona.",
  },
  PointPriceCap: {
    title: "Okuningi kwephuzu",
    text: "Lokho iphuzu elikuzuzayo uma kukuningi, noma ngabe bambalwa kangakanani abahlukaniselana inkathi.",
  },
  ReviewStipend: {
    title: "Inkokhelo yevoti",
    text: "Lokho umahluleli akukhokhelwa yisikhwama somphakathi ngevoti elibaliwe.",
  },
  SeatThreshold: {
    title: "Umkhawulo wesihlalo",
    text: "Lokho i-akhawunti okufanele ibe isikuzuzile ukuze ithathe isihlalo.",
  },
  SeatBond: { title: "Isibambiso sesihlalo", text: "Lokho umahluleli akubekayo, nangalahlekelwa yikho." },
  CitadelCap: {
    title: "Umkhawulo wesikhwama",
    text: "Okuningi okuthathwa luxhaso nezimali zenqubo esikhwameni ngenkathi, kulokho ebesinakho ekuqaleni kwayo.",
  },
  LinkDelay: {
    title: "Ukulinda ukuxhumanisa",
    text: "Isikhathi ukuxhumanisa kwegama ne-akhawunti okunganqatshelwa ngaso.",
  },
  AttestorDelay: {
    title: "Ukulinda umqinisekisi",
    text: "Kusuka ekuqokweni kuya kusiginesha yokuqala ebalwayo.",
  },
  AttestorThreshold: {
    title: "Abaqinisekisi bokuxhumanisa",
    text: "Bangaki okufanele basayine ukuthi igama ngelomuntu othile.",
  },
  CriticFlags: {
    title: "Amafulegi omhlaziyi",
    text: "Mingaki imiphumela umhlaziyi angayiphakamisela ifulegi ngenkathi.",
  },
  SlashReward: {
    title: "Umvuzo wokufakazela",
    text: "Ingxenye yenhlawulo eya kulowo ofakazela iphutha.",
  },
  SlashNoCommit: { title: "Akavalanga", text: "Lokho okulahlwa ngumahluleli ongavalanga voti." },
  SlashNoReveal: { title: "Akembulanga", text: "Lokho okulahlwa ngumahluleli ongavulanga ivoti." },
  SlashLeak: {
    title: "Uvumele ivoti livuze",
    text: "Lokho okulahlwa ngumahluleli ivoti lakhe elaziwe ngaphambi kwesikhathi.",
  },
  SlashOutlier: {
    title: "Uphambuke kakhulu",
    text: "Lokho okulahlwa ngumahluleli obephambuke kakhulu ethimbeni umphumela walo oguquliwe.",
  },
  ChallengeFee: { title: "Imali yokuphikisa", text: "Lokho okuhlukaniswa yithimba lesibili." },
  ChallengeBond: {
    title: "Isibambiso sokuphikisa",
    text: "Lokho okulahlwa ngumphikisi uma umphumela umile.",
  },
  ChallengeBondPerPoint: {
    title: "Isibambiso ngephuzu",
    text: "Lokho okwengezwa ngephuzu ngalinye ukuphikisa okuya phezulu obekuzolizuza.",
  },
};
