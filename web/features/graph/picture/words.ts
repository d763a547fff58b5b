/**
 * What the picture says. Plain strings, which the page hands to the browser: the dictionary with its functions would be more
 * than all that draws. What stands in braces is filled in here.
 */
export interface PictureWords {
  label: string;
  hint: string;
  closer: string;
  farther: string;
  fit: string;
  reading: string;
  arranging: string;
  failed: string;
  retry: string;
  counts: string;
  untitled: string;
}

export const filledIn = (words: string, values: Readonly<Record<string, number>>): string =>
  words.replace(/\{(\w+)\}/g, (whole, name: string) => `${values[name] ?? whole}`);
