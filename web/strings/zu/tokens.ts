import type { Strings } from "../dictionary.ts";

export const tokens: Strings["tokens"] = {
  token: "Ithokheni",
  copy: "Kopisha ikheli lethokheni",
  units: "amayunithi ayo amancane kakhulu",
  exact: (exact, units) => `${exact} = amayunithi ayo amancane kakhulu angu-${units}`,
};
