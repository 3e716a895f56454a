// The parts of a syntax tree that the operators need: a walk over the code of a TypeScript file
// that skips types.
import { parseSync } from 'vite';

/** A node of the parser's ESTree; offsets count UTF-16 units. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

/** Wrappers of an expression without effect at run time. */
const TYPE_WRAPPERS = new Set(['TSNonNullExpression', 'TSAsExpression', 'TSSatisfiesExpression', 'TSTypeAssertion']);
/** Names of modules and of properties are not values. */
const NOT_CODE: Readonly<Record<string, readonly string[]>> = {
  ImportDeclaration: ['source', 'specifiers', 'attributes'],
  ExportAllDeclaration: ['source', 'exported', 'attributes'],
  ExportNamedDeclaration: ['source', 'specifiers', 'attributes'],
  ImportExpression: ['source'],
};
const KEYED = new Set(['Property', 'MethodDefinition', 'PropertyDefinition']);

export function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && typeof (value as { type?: unknown }).type === 'string';
}

/** A required child of the node. */
export function child(node: Node, key: string): Node {
  const value = node[key];
  if (!isNode(value)) throw new Error(`${node.type} has no ${key}`);
  return value;
}

export function children(node: Node, key: string): readonly Node[] {
  const value = node[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

function isSkipped(node: Node, key: string): boolean {
  if (NOT_CODE[node.type]?.includes(key)) return true;
  if (KEYED.has(node.type) && key === 'key' && node.computed !== true) return true;
  return TYPE_WRAPPERS.has(node.type) && key !== 'expression';
}

/** Every code node below `node`, starting with `node` itself. */
export function* walk(node: Node): Generator<Node> {
  if (node.type.startsWith('TS') && !TYPE_WRAPPERS.has(node.type)) return;
  yield node;
  for (const [key, value] of Object.entries(node)) {
    if (isSkipped(node, key)) continue;
    for (const part of Array.isArray(value) ? value : [value]) if (isNode(part)) yield* walk(part);
  }
}

/** @throws if the text is not TypeScript */
export function parse(file: string, text: string): Node {
  const { program, errors } = parseSync(file, text);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  return program as unknown as Node;
}
