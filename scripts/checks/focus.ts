import ts from "typescript";
import { isSolidity, isTest, isTypeScript, nodesOf, parse, placeOf, type Source } from "./sources.ts";

const SUITES = ["describe", "context", "it", "specify", "suite", "test"];

/** Tests that are left out, or that leave out all others. `this.needs` is the one way to skip. */
export function checkFocus(sources: readonly Source[]): string[] {
  const tests = sources.filter(isTest);
  const inTypeScript = tests
    .filter(isTypeScript)
    .flatMap((source) => [...nodesOf(parse(source))])
    .filter(isFocus)
    .map((node) => `${placeOf(node)} leaves tests out: ${node.getText()}`);
  const inSolidity = tests
    .filter(isSolidity)
    .filter(({ text }) => /\bvm\.skip\(/.test(text))
    .map(({ path }) => `${path} leaves tests out: vm.skip`);
  return [...inTypeScript, ...inSolidity];
}

function isFocus(node: ts.Node): boolean {
  if (ts.isIdentifier(node))
    return /^x(describe|context|it|specify)$/.test(node.text) && ts.isCallExpression(node.parent);
  if (!ts.isPropertyAccessExpression(node)) return false;
  const [object, name] = [node.expression, node.name.text];
  if (object.kind === ts.SyntaxKind.ThisKeyword) return name === "skip";
  return ts.isIdentifier(object) && SUITES.includes(object.text) && (name === "only" || name === "skip");
}
