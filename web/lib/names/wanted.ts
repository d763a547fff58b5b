/** How many are asked for at a time; the route takes no more. */
const MOST = 50;
const SOON_MS = 200;

type Ask = (addresses: readonly string[]) => Promise<Readonly<Record<string, string>>>;

interface Wanted {
  readonly name: Promise<string | undefined>;
  readonly tell: (name: string | undefined) => void;
}

/** The names that a page wants, asked for together when it has nothing better to do, each once. */
export function createWantedNames(ask: Ask, soon: (run: () => void) => void) {
  const known = new Map<string, Wanted>();
  let wanted: string[] = [];

  async function askAll(): Promise<void> {
    const all = wanted;
    wanted = [];
    for (let from = 0; from < all.length; from += MOST) {
      const some = all.slice(from, from + MOST);
      const found = await ask(some).catch(() => ({}) as Readonly<Record<string, string>>);
      for (const address of some) known.get(address)?.tell(found[address]);
    }
  }

  return (address: string): Promise<string | undefined> => {
    const found = known.get(address);
    if (found !== undefined) return found.name;
    const { promise: name, resolve: tell } = Promise.withResolvers<string | undefined>();
    known.set(address, { name, tell });
    wanted.push(address);
    if (wanted.length === 1) soon(() => void askAll());
    return name;
  };
}

/** Of an account, by its address in small letters. There is none where nobody answers. */
export const nameOf = createWantedNames(
  async (addresses) => {
    const response = await fetch(`/names?of=${addresses.join(",")}`);
    if (!response.ok) throw new Error(`The names gave ${response.status}.`);
    return response.json();
  },
  (run) => {
    if (typeof requestIdleCallback === "function") requestIdleCallback(run);
    else setTimeout(run, SOON_MS);
  },
);
