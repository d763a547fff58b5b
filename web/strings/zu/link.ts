import type { Strings } from "../dictionary.ts";

export const link: Strings["link"] = {
  title: "Xhumanisa igama ne-akhawunti yakho",
  lead: "Lokho imisebenzi ekubhalela igama kulinda esiqongelelweni salo kuze kube khona obonisa ukuthi igama ngelakhe. Abaqinisekisi bahlola isiqinisekiso; akekho omunye obuzwayo.",
  how: {
    title: "Yisiphi isiqinisekiso",
    proofs: [
      [
        "Umbhali wama-commit",
        "git: kanye nekheli lakho le-imeyili, okubalwa i-hash yalo lapha futhi aliyi ndawo. Usayina umbhalo ngokhiye we-SSH noma we-OpenPGP osayine ama-commit akho.",
      ],
      [
        "Iphrojekthi",
        "github:owner/name noma repo:host/path. Ufaka ifayela, FUNDING.json, empandeni yenqolobane yekhodi yayo.",
      ],
    ],
    note: "Ukuxhumanisa kungokwaphakade. Kuqala ukusebenza ngemva kokulinda, lapho umqinisekisi oyedwa engakunqabela khona.",
  },
  which: "Yiliphi igama elingelakho?",
  identity: "Igama",
  identityHint: "git:you@example.org, github:owner/name, noma repo:host/path",
  isAccount: "Le isivele iyi-akhawunti, akulona igama.",
  noProof:
    "Asikho isiqinisekiso segama elinjalo lapha okwamanje. Umqinisekisi angakwazi ngezinye izindlela, asayine noma kunjalo.",
  linked: (account) => `Lixhunywe ku-${account}, noma lizoxhunywa maduze. Ukuxhumanisa kungokwaphakade.`,
  forAccount: (account) => `Lizoba ngelika-${account}, i-akhawunti exhunyiwe.`,
  prepare: "Lungisa isiqinisekiso",
  claiming: "Bonisa ukuthi ngelakho",
  other: "Elinye igama",
  until: (time) => `kungasetshenziswa kuze kube ngu-${time}`,
  proof: {
    funding: (url) =>
      `Faka ifayela elithi FUNDING.json elinalokhu empandeni ka-${url}, egatsheni layo eliyinhloko. Okunye okusefayeleni kungahlala.`,
    challenge:
      "Lona ngumbhalo okufanele usayinwe. Awunamsebenzi kwenye i-akhawunti, igama, iketango noma isikhathi.",
    save: "Wulondoloze njenge-azora-link.txt",
    ssh: "Wusayine ngokhiye osayine ama-commit akho. Ngokhiye we-SSH:",
    gpg: "Noma nge-GnuPG, ukhiye wayo womphakathi uhamba kanye nawo:",
    signature: "Isiginesha, njengoba yabhalwa",
    publicKey: "Ukhiye womphakathi we-OpenPGP",
    repository: "Lapho umlando ukhona",
    repositoryHint:
      "Ikheli le-https, nge-#refs/heads/name uma kungelona igatsha eliyinhloko. Eketangweni lasekhaya ifolda yanele.",
  },
  handText:
    "Iwalethi yakho isayina umbhalo ocela lokhu kuxhumanisa, ukuze kungabikho oxhunywa ngaphandle kwentando yakhe. Akubizi lutho. Emva kwalokho abaqinisekisi bahlola isiqinisekiso.",
  missing: {
    signature:
      "Isiginesha ngokhiye wama-commit akho ayikho: namathisela lokho okubhalwe yi-ssh-keygen noma i-gpg.",
    repository: "Yisho ukuthi umlando onama-commit akho asayiniwe ukuphi.",
  },
  hand: "Sayina bese uyakunikeza",
  handing: "Kulindwe iwalethi yakho…",
  away: "I-API ayiphenduli, ngakho akukho okunikeziwe. Zama futhi ngemva komzuzwana.",
  verdicts: {
    title: "Okushiwo ngabaqinisekisi",
    none: "Akekho umqinisekisi osekubhekile. Leli khasi liyazibuzela.",
    attests: "Uyaqinisekisa",
    refuses: "Uyenqaba",
    linkText:
      "Ngalawa masiginesha ukuxhumanisa kungaphakanyiswa. Uma inethiwekhi idinga abaqinisekisi abaningi, iketango liyakusho lokho, futhi akukho okuthunyelwayo.",
    link: "Phakamisa ukuxhumanisa",
  },
};
