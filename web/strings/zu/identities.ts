import type { Strings } from "../dictionary.ts";
import { plural } from "./plural.ts";

export const identities: Strings["identities"] = {
  kicker: "Ubunikazi",
  lead: "Igama kumhlinzeki, eligcinwe njenge-hash: umuntu obaluliwe, mhlawumbe ongakazi nge-Azora.",
  pool: "Kulinde esiqongelelweni sabo",
  received: "Okutholiwe sekukonke",
  credited: "Imisebenzi ebubalulayo",
  since: "Bulapha kusukela",
  link: {
    title: "Ngobukabani",
    none: "Akekho osebuxhumanisile.",
    effective: "Bungobale akhawunti. Okufika kubo kugelezela lapho.",
    pending:
      "Buzoba ngobale akhawunti lapho isikhathi sokulinda sesidlulile, ngaphandle uma umqinisekisi enqaba.",
    effectiveAt: "Kuzosebenza",
    attestors: "Kuqinisekiswe ngu",
    vetoed: (count) =>
      plural(
        count,
        "Ukuxhumanisa okukodwa kwangaphambili kunqatshelwe.",
        `Ukuxhumanisa okungu-${count} kwangaphambili kunqatshelwe.`,
      ),
  },
  claim: {
    title: "Ingabe nguwe lona?",
    steps: [
      "Qiniseka ngalokhu: ubunikazi baleli khasi buyi-hash ka-provider:name, isibonelo github:alice, noma git: kanye ne-SHA-256 yekheli lakho le-imeyili ngezinhlamvu ezincane.",
      "Bonisa abaqinisekisi bale nethiwekhi ukuthi igama ngelakho. Bayasayina ukuthi lingele-akhawunti yakho; kudingeka abambalwa babo.",
      "Noma ubani uthumela amasiginesha eketangweni. Ukuxhumanisa kuqala ukusebenza ngemva kokulinda lapho umqinisekisi oyedwa engakunqabela khona.",
      "Bese noma ubani enza isiqongelelo sigelezele ku-akhawunti yakho, wena usikhiphe.",
    ],
    action: "Bonisa ukuthi ngobakho",
    note: "Akukho okulahleka ngokulinda: isiqongelelo asipheli.",
  },
  works: { title: "Imisebenzi ebubalulayo", none: "Awukho umsebenzi obubalulayo." },
  paymentsNone: "Akukafiki lutho.",
};
