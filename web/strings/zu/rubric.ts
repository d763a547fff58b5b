import type { Strings } from "../dictionary.ts";

export const rubric: Strings["rubric"] = {
  word: [
    "lutho",
    "umkhondo",
    "okuncane",
    "okuwusizo",
    "okuqinile",
    "okubonakalayo",
    "okunamandla",
    "okubalulekile",
    "okuvelele",
    "okungavamile",
    "kanye eminyakeni",
  ],
  meaning: [
    "Akekho ongcono, ubufakazi abukubonisi, noma ukubalulwa kwabenzi kungamanga ngendlela ebalulekile.",
    "Kukhona umuntu osindisiwe ekucasulweni.",
    "Abantu abambalwa kubalula kancane.",
    "Iqembu elincane liyakubona emsebenzini walo wansuku zonke.",
    "Iqembu elincane lingenza okuthile ebelingakwazi, noma belingakukhumbula uma kungasekho.",
    "Umphakathi wonke uyakusebenzisa, noma iqembu elincane lithembele kukho.",
    "Umphakathi uthembele kukho; abanye sebeqalile ukwakhela phezu kwakho.",
    "Imiphakathi eminingana ithembele kukho.",
    "Kushintsha indlela umkhakha owenza ngayo okuthile.",
    "Umkhakha uhlukaniswa ngangaphambili nangemuva kwakho.",
    "Kude ngale komkhakha wakho, abantu baphila noma basebenza ngendlela ehlukile.",
  ],
};
