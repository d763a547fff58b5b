import ts from "typescript";
import { isTest, isTypeScript, nodesOf, parse, placeOf, type Source } from "./sources.ts";

/** A cast of a cast silences the type checker: `value as unknown as Other`. Tests may, to build what must not exist. */
export function checkCasts(sources: readonly Source[]): string[] {
  return sources
    .filter((source) => isTypeScript(source) && !isTest(source))
    .flatMap((source) => [...nodesOf(parse(source))])
    .filter((node) => ts.isAsExpression(node) && ts.isAsExpression(withoutParentheses(node.expression)))
    .map((node) => `${placeOf(node)} casts twice: narrow the type, or parse the value`);
}

function withoutParentheses(node: ts.Expression): ts.Expression {
  return ts.isParenthesizedExpression(node) ? withoutParentheses(node.expression) : node;
}
