interface Icon {
  /** Of its side, in pixels. */
  readonly size: number;
  /** Of one that others cut to their shape, and that fills its square for that. */
  readonly background?: string;
}

const PAPER = "#fbfaf8";

/** By their file's name, below `/icons/`. */
export const icons: Readonly<Record<string, Icon>> = {
  "192.png": { size: 192 },
  "512.png": { size: 512 },
  "maskable.png": { size: 512, background: PAPER },
  "apple.png": { size: 180, background: PAPER },
};
