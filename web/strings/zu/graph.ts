import type { Strings } from "../dictionary.ts";
import { plural } from "./plural.ts";

export const graph: Strings["graph"] = {
  title: "Igrafu",
  lead: "Ubani owakhele phezu kukabani, nokugelezile ngenxa yalokho. Umsebenzi ocaphuna eyangaphambili udlulisela ingxenye yalokho okutholayo.",
  picture: {
    title: "Umfanekiso",
    label:
      "Umfanekiso wemisebenzi nokuthi ubani ocaphuna bani (imisebenzi engu-{works}, okucashuniwe okungu-{edges}), emidala kwesokunxele, eyakamuva kwesokudla",
    hint: "Hudula noma usebenzise okhiye bemicibisholo ukuze uhambe, + no-− ukuze usondeze, 0 ukuze ubone konke. U-Tab uya emisebenzini ezungeze lowo okhethiwe.",
    closer: "Sondeza",
    farther: "Hlehlisa",
    fit: "Bonisa konke",
    reading: "Kufundwa igrafu…",
    arranging: (works) =>
      plural(works, `Kuhlelwa umsebenzi ongu-${works}…`, `Kuhlelwa imisebenzi engu-${works}…`),
    failed: "Umfanekiso awulayishekanga. Ithebula linokufanayo ngamagama.",
    retry: "Zama futhi",
    counts: "Wakhelwe phezu kwengu-{upstream} · ucashunwe yingu-{citedBy}",
    untitled: "Igalelo {number}",
  },
  legend: {
    title: "Okuboniswa ngumfanekiso",
    upstream: "lokho umsebenzi okhethiwe owakhelwe phezu kwakho",
    citedBy: "lokho okwakhelwe phezu kwawo",
    size: "Amadiski amakhulu athole i-AZR eningi noma acashunwe kaningi. Imigqa ewugqinsi ithwale okuningi.",
    time: "Imisebenzi isukela kwesokunxele, emidala, iye kwesokudla, eyakamuva.",
  },
  state: { paid: "Ukhokhelwe", open: "Usaqhubeka", unpaid: "Awukhokhelwanga" },
  focus: {
    close: "Wuyeke",
    open: "Vula umsebenzi",
    minted: "Okukhiqiziwe",
    received: "Okuvele emisebenzini elandelayo",
    given: "Okuye emisebenzini yangaphambili",
    builtOn: "Wakhelwe phezu kwale",
    builtOnNone: "Awucaphuni msebenzi wangaphambili.",
    citedBy: "Ucashunwe yile",
    citedByNone: "Awukho umsebenzi wakamuva osuwucaphunile.",
    flowed: "kugelezile",
    more: (count) => `neminye engu-${count}`,
    hint: {
      title: "Khetha umsebenzi",
      text: "Emfanekisweni noma ethebulini. Bese ubona lapha ukuthi wakhelwe phezu kwani, kwakhelweni phezu kwawo, nokugelezile phakathi kwakho.",
    },
    unknown: {
      title: "Lo msebenzi awukho egrafini",
      text: "Kungenzeka ukwelinye iketango, noma usanda kufika ngalo mzuzu.",
    },
  },
  search: "Sesha ezihlokweni, noma inombolo",
  searchButton: "Sesha",
  sort: "Uhlelo",
  stateLabel: "Isimo",
  order: {
    cited: "Ecashunwe kakhulu",
    received: "Ethole kakhulu",
    minted: "Ekhiqizelwe kakhulu",
    newest: "Emisha kuqala",
    oldest: "Emidala kuqala",
  },
  caption: "Imisebenzi, lokho ngamunye owakhelwe phezu kwakho, nokugelezile",
  column: {
    work: "Umsebenzi",
    builtOn: "Wakhelwe phezu kwale",
    citedBy: "Ucashunwe yile",
    minted: "Okukhiqiziwe",
    received: "Okutholiwe",
    given: "Okudluliselwe",
  },
  columnNote: {
    received: "Okuvele emisebenzini eyakhelwe phezu kwawo",
    given: "Okuye emisebenzini owakhelwe phezu kwayo",
  },
  show: (title) => `Bonisa u-${title} egrafini`,
  count: (shown, of) =>
    shown === of
      ? plural(of, `umsebenzi ongu-${of}`, `imisebenzi engu-${of}`)
      : `imisebenzi engu-${shown} kwengu-${of}`,
  partial: (count) => `Igrafu inemisebenzi engu-${count} yokuqala. Uhlu lwamagalelo lunayo yonke.`,
  empty: {
    title: "Awukho umsebenzi okwamanje",
    text: "Igrafu ikhula ngomsebenzi wokuqala, futhi iba nomugqa wayo wokuqala uma umsebenzi wakamuva uwucaphuna.",
    action: "Thumela umsebenzi",
  },
  noMatch: {
    title: "Awukho umsebenzi ofanelayo",
    text: "Ukusesha kubheka iziqalo zamagama ezihlokweni, noma inombolo yomsebenzi.",
    action: "Yibonise yonke",
  },
};
