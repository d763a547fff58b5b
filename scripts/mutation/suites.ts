import { join } from "node:path";
import Mocha from "mocha";

/** A test that noticed. */
export interface Witness {
  readonly file: string;
  readonly title: string;
}

/** Ten times what the slowest takes on an idle machine. */
const TIMEOUT_MS = 120_000;
/** So many of the latest witnesses are asked first: neighbours are mostly noticed by the same test. */
const ASKED_FIRST = 5;

/** Files of unit tests, loaded once and run as often as wanted. Their paths are relative to the working folder. */
export class Suites {
  readonly #loaded = new Map<string, Mocha>();
  #latest: Witness[] = [];

  /** The first test that fails, looked for where it is likeliest. */
  async firstFailure(files: readonly string[], hint: Witness | undefined): Promise<Witness | undefined> {
    const likely = [...(hint === undefined ? [] : [hint]), ...this.#latest].filter(({ file }) =>
      files.includes(file),
    );
    const witness = (await this.#among(likely)) ?? (await this.#inAll(files, likely));
    if (witness !== undefined) {
      const others = this.#latest.filter(
        ({ file, title }) => file !== witness.file || title !== witness.title,
      );
      this.#latest = [witness, ...others].slice(0, ASKED_FIRST);
    }
    return witness;
  }

  async #among(likely: readonly Witness[]): Promise<Witness | undefined> {
    for (const file of new Set(likely.map((witness) => witness.file))) {
      const titles = likely.filter((witness) => witness.file === file).map(({ title }) => escaped(title));
      const failed = await this.#run(file, new RegExp(`^(${titles.join("|")})$`));
      if (failed !== undefined) return failed;
    }
    return undefined;
  }

  async #inAll(files: readonly string[], likely: readonly Witness[]): Promise<Witness | undefined> {
    const first = [...new Set(likely.map(({ file }) => file))];
    for (const file of [...first, ...files.filter((it) => !first.includes(it))]) {
      const failed = await this.#run(file);
      if (failed !== undefined) return failed;
    }
    return undefined;
  }

  async #run(file: string, grep?: RegExp): Promise<Witness | undefined> {
    const mocha = this.#loaded.get(file) ?? (await load(file));
    this.#loaded.set(file, mocha);
    if (grep === undefined) delete mocha.options.grep;
    else mocha.grep(grep);
    let failed: Witness | undefined;
    await new Promise<void>((resolve) => {
      const runner = mocha.run(() => resolve());
      runner.on("fail", (test) => {
        // A hook fails for the test that it was run for.
        failed ??= { file, title: (test.ctx?.currentTest ?? test).fullTitle() };
      });
    });
    return failed;
  }
}

const escaped = (title: string): string => title.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

async function load(file: string): Promise<Mocha> {
  const mocha = new Mocha({ bail: true, timeout: TIMEOUT_MS, reporter: Mocha.reporters.Base });
  mocha.cleanReferencesAfterRun(false);
  mocha.addFile(join(process.cwd(), file));
  await mocha.loadFilesAsync();
  return mocha;
}
