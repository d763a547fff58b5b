import type { Strings } from "../dictionary.ts";

export const withdraw: Strings["withdraw"] = {
  title: "Khipha",
  yours: "Le yi-akhawunti yakho.",
  nothing: "Akukho okungakhishwa manje. Lokho okulethwa yimisebenzi ekubalulayo kuvela lapha.",
  azr: "I-AZR ezuziwe",
  azrNote: "Ukuyikhipha kuletha iZwi lakho lifike kulokho okuzuzile.",
  ether: {
    attributionRegistry: "I-ETH yokubhalisa: izibambiso ezibuyile",
    validatorRegistry: "I-ETH yokwahlulela: izibambiso ezikhululiwe, nemivuzo yokufakazela amaphutha",
    disputes: "I-ETH yokuphikisa: izibambiso nezimali ezibuyile, imiklomelo, nezabelo zabahluleli",
  },
  token: "ithokheni",
  tokenNote: "Yafika njengomvuzo. Akekho oqinisekisa ukuthi ibiza malini.",
  action: (unit) => `Khipha i-${unit}`,
  everything: "Khipha konke",
  to: "Yikhokhele u",
  toHint: "Akubhalwanga lutho: le akhawunti ngokwayo. Hlola elinye ikheli kabili: inkokhelo ayinakubuyiswa.",
  toOther: "Kwelinye ikheli",
  badAddress: "Leli akulona ikheli, noma uhlamvu lwalo alulungile.",
  zero: "Ikheli lika-zero alilona lamuntu: okukhokhelwa lapho sekuhambile.",
  bonds: {
    held: "Isibambiso sesihlalo sakho",
    former: "Isibambiso sesihlalo osishiyile",
    left: "Lokho okushiywe yizinhlawulo ku",
    heldNote: "Sibanjiwe ngenkathi uhlezi.",
    locked: "Sikhiyiwe kuze kube awukho umsebenzi ongaba usele:",
    ready: "Singakhululwa. Emva kwalokho singakhishwa kanye ne-ETH yokwahlulela.",
    unlocked: "Sikhululiwe. Singakhishwa kanye ne-ETH yokwahlulela.",
    action: "Khulula isibambiso",
  },
  pools: {
    title: "Iziqongelelo zobunikazi bakho",
    text: "Lokho okufike emagameni akho axhunyiwe kulinde lapho kuze kube khona okulethayo.",
    action: "Kulethe",
  },
};
