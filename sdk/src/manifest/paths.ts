/**
 * What a path is for, by its name alone, so that everybody classifies alike and nothing needs to be opened.
 * `generated` is what a tool wrote or somebody else's code copied in: lock files, vendored folders, bundles.
 */
export type PathKind = "generated" | "test" | "doc" | "code";

const GENERATED_FOLDERS = new Set(
  "node_modules vendor vendored third_party third-party bower_components dist __snapshots__".split(" "),
);
const LOCK_FILES = new Set(
  (
    "package-lock.json npm-shrinkwrap.json yarn.lock pnpm-lock.yaml bun.lock bun.lockb deno.lock cargo.lock " +
    "gemfile.lock poetry.lock pipfile.lock uv.lock composer.lock go.sum flake.lock mix.lock pubspec.lock " +
    "podfile.lock packages.lock.json"
  ).split(" "),
);
const GENERATED_NAME = /(\.min\.(js|css|mjs)|\.map|\.snap|\.pb\.go|_pb2\.py|\.designer\.cs)$/;

const TEST_FOLDERS = new Set("test tests __tests__ spec specs testing testdata fixtures e2e".split(" "));
const TEST_NAME = /(^test_.*|[._-](test|tests|spec|specs))\.[^.]+(\.snap)?$|\.t\.sol$/;

const DOC_FOLDERS = new Set("doc docs documentation man".split(" "));
const DOC_NAME =
  /\.(md|mdx|markdown|rst|adoc|asciidoc|tex|txt)$|^(readme|changelog|changes|license|copying|authors)$/;

/**
 * The kind of a path, the first that fits of: generated, test, doc, code. Case does not matter.
 * @param path relative to the repository, `/` between its parts
 */
export function pathKind(path: string): PathKind {
  const folders = path.toLowerCase().split("/");
  const name = folders.pop() ?? "";
  if (LOCK_FILES.has(name) || GENERATED_NAME.test(name)) return "generated";
  if (folders.some((folder) => GENERATED_FOLDERS.has(folder))) return "generated";
  if (TEST_NAME.test(name) || folders.some((folder) => TEST_FOLDERS.has(folder))) return "test";
  if (DOC_NAME.test(name) || folders.some((folder) => DOC_FOLDERS.has(folder))) return "doc";
  return "code";
}
