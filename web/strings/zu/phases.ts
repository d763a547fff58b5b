import type { Strings } from "../dictionary.ts";

export const phases: Strings["phases"] = {
  label: {
    None: "Awaziwa",
    Armed: "Kukhethwa ithimba",
    Voting: "Uyahlulelwa",
    Scored: "Unezinga",
    Accepted: "Wamukelwe",
    Settled: "Ukhokhelwe",
    Rejected: "Wenqatshiwe",
    Void: "Uchithiwe",
  },
  explanation: {
    None: "Iketango aliwazi.",
    Armed: "Ubhalisiwe. Ithimba labahluleli selizokhethwa ngokungahleliwe yiketango ngokwalo.",
    Voting: "Abahluleli bavota bengabonani: kuqala bavala izinga, bese beyalembula.",
    Scored: "Unezinga. Kufanele kudlule isikhathi sokuphikisa.",
    Accepted: "Amaphuzu awo asenkathini. Lapho isiphelile futhi ivalwe uphawu, uyakhokhelwa.",
    Settled:
      "Kukhiqiziwe kwahlukaniswa: izingxenye eziyisishiyagalolunye kweziyishumi kubantu, eyodwa esikhwameni somphakathi.",
    Rejected: "Ithimba lithole ukuthi awunanani kwabanye, noma awuboniswa ngubufakazi bawo.",
    Void: "Bambalwa kakhulu abahluleli abavotile, kabili. Akekho onecala futhi isibambiso sibuyile.",
  },
};
