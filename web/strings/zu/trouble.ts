import type { Strings } from "../dictionary.ts";

export const trouble: Strings["client"]["trouble"] = {
  title: "Leli khasi alikwazanga ukuboniswa",
  text: "Kukhona okungahambanga kahle ngenkathi lihlanganiswa. Akukho okuthintekile eketangweni.",
  retry: "Zama futhi",
};
