// Small breaks of a TypeScript file, like mistakes of a tired colleague: the table of replacements.
import { createHash } from 'node:crypto';
import { child, children, isNode, type Node, parse, walk } from './syntax.js';

export interface Break {
  /**
   * Stable as long as the line, and the lines before it in the same operator's list, are the same.
   */
  readonly id: string;
  /** Path from the checkout, with forward slashes. */
  readonly file: string;
  readonly line: number;
  readonly operator: string;
  /** Range in UTF-16 units of the file's text that `replacement` replaces. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** The line before and after, without its indentation. */
  readonly before: string;
  readonly after: string;
}

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

type Operator = (node: Node, text: string) => readonly Change[];

/** Replaces the operator of a binary or logical expression, by a table. */
function swapSign(type: string, signs: Readonly<Record<string, string>>): Operator {
  return (node, text) => {
    const to = node.type === type ? signs[String(node.operator)] : undefined;
    if (to === undefined || isText(child(node, 'left')) || isText(child(node, 'right'))) return [];
    const start = text.indexOf(String(node.operator), child(node, 'left').end);
    return [{ start, end: start + String(node.operator).length, text: to }];
  };
}

/** `+` between texts is not a sum. */
function isText(node: Node): boolean {
  return node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node.value === 'string');
}

const all = ({ start, end }: Node, text: string): readonly Change[] => [{ start, end, text }];
const source = ({ start, end }: Node, text: string) => text.slice(start, end);

function literal(change: (value: unknown, raw: string) => string | null): Operator {
  return (node) => {
    const changed = node.type === 'Literal' ? change(node.value, String(node.raw)) : null;
    return changed === null ? [] : all(node, changed);
  };
}

/** Changes small numbers by one, so that a boundary moves, and others by enough to matter. */
function otherNumber(value: number): string {
  if (!Number.isInteger(value)) return `${value * 2}`;
  return `${value <= 16 ? value + 1 : Math.floor(value / 2)}`;
}

const DROPPED = new Set(['CallExpression', 'AwaitExpression', 'AssignmentExpression', 'YieldExpression']);
const LEAVES = new Set(['ReturnStatement', 'ThrowStatement', 'ContinueStatement', 'BreakStatement']);
const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

function leaves(node: Node): boolean {
  const [only, ...more] = node.type === 'BlockStatement' ? children(node, 'body') : [node];
  return only !== undefined && more.length === 0 && LEAVES.has(only.type);
}

/** The element with the comma that separates it from its neighbour. */
function withoutElement(array: Node, element: Node, text: string): Change {
  const elements = children(array, 'elements');
  const next = elements[elements.indexOf(element) + 1];
  if (next) return { start: element.start, end: next.start, text: '' };
  const before = elements[elements.indexOf(element) - 1];
  const comma = text.slice(element.end, array.end).match(/^\s*,/)?.[0].length ?? 0;
  return { start: before?.end ?? element.start, end: element.end + comma, text: '' };
}

const METHODS: Readonly<Record<string, string>> = { some: 'every', every: 'some', min: 'max', max: 'min' };

export const OPERATORS: Readonly<Record<string, Operator>> = {
  'flip a comparison': swapSign('BinaryExpression', {
    '<': '>=',
    '>': '<=',
    '<=': '>',
    '>=': '<',
    '===': '!==',
    '!==': '===',
  }),
  'move a boundary': swapSign('BinaryExpression', { '<': '<=', '>': '>=', '<=': '<', '>=': '>' }),
  'swap && and ||': swapSign('LogicalExpression', { '&&': '||', '||': '&&' }),
  'change arithmetic': swapSign('BinaryExpression', { '+': '-', '-': '+', '*': '/', '/': '*', '%': '*', '&': '|' }),
  'drop a fallback': (node, text) =>
    node.type === 'LogicalExpression' && node.operator === '??'
      ? all(node, `(${source(child(node, 'left'), text)})!`)
      : [],
  'negate a condition': (node, text) => {
    if (node.type !== 'IfStatement' && node.type !== 'ConditionalExpression') return [];
    const test = child(node, 'test');
    return all(test, `!(${source(test, text)})`);
  },
  'drop a negation': (node, text) =>
    node.type === 'UnaryExpression' && node.operator === '!' ? all(node, source(child(node, 'argument'), text)) : [],
  'drop a guard': (node) =>
    node.type === 'IfStatement' && !isNode(node.alternate) && leaves(child(node, 'consequent')) ? all(node, ';') : [],
  'drop a statement': (node) =>
    node.type === 'ExpressionStatement' && DROPPED.has(child(node, 'expression').type) ? all(node, ';') : [],
  'return early': (node) => {
    const body = FUNCTIONS.has(node.type) && isNode(node.body) ? node.body : null;
    if (body?.type !== 'BlockStatement' || children(body, 'body').length < 2) return [];
    return [{ start: body.start + 1, end: body.start + 1, text: ' return;' }];
  },
  'change a number': literal((value) => (typeof value === 'number' ? otherNumber(value) : null)),
  'change a text': (node, text) => {
    // The text of a template is between its values.
    if (node.type === 'TemplateLiteral') {
      return children(node, 'quasis').flatMap((quasi) => {
        const [start, end] = wordsOf(quasi, text);
        return text.slice(start, end).trim() === '' ? [] : [{ start, end, text: '' }];
      });
    }
    return isText(node) && node.value !== '' ? all(node, "''") : [];
  },
  'change a truth value': literal((value) => (typeof value === 'boolean' ? `${!value}` : null)),
  'remove an element': (node, text) =>
    node.type === 'ArrayExpression'
      ? children(node, 'elements').map((element) => withoutElement(node, element, text))
      : [],
  'swap some and every, min and max': (node) => {
    if (node.type !== 'MemberExpression' || node.computed === true) return [];
    const property = child(node, 'property');
    const to = METHODS[String(property.name)];
    return to === undefined ? [] : all(property, to);
  },
};

/** Parsers differ in whether the range of a quasi includes the delimiters. */
function wordsOf({ start, end }: Node, text: string): readonly [start: number, end: number] {
  const from = /[`}]/.test(text[start] ?? '') ? start + 1 : start;
  const to = text[end - 1] === '`' ? end - 1 : text.slice(end - 2, end) === '${' ? end - 2 : end;
  return [from, Math.max(from, to)];
}

/** All breaks of one file, in the order of its text for each operator. */
export function breaksOf(file: string, text: string): readonly Break[] {
  const found: Break[] = [];
  const counts = new Map<string, number>();
  for (const node of walk(parse(file, text))) {
    // A directive is a string that no code reads.
    if (node.type === 'ExpressionStatement' && typeof node.directive === 'string') continue;
    for (const [operator, apply] of Object.entries(OPERATORS)) {
      for (const { start, end, text: replacement } of apply(node, text)) {
        const before = lineAt(text, start);
        const key = `${file}\n${operator}\n${before.text}`;
        const nth = counts.get(key) ?? 0;
        counts.set(key, nth + 1);
        const broken = text.slice(0, start) + replacement + text.slice(end);
        found.push({
          ...{ id: createHash('sha256').update(`${key}\n${nth}`).digest('hex').slice(0, 12), file, operator },
          ...{ line: before.line, start, end, replacement, before: before.text, after: lineAt(broken, start).text },
        });
      }
    }
  }
  return found;
}

function lineAt(text: string, at: number): { readonly line: number; readonly text: string } {
  const from = text.lastIndexOf('\n', at - 1) + 1;
  const to = text.indexOf('\n', at);
  return { line: text.slice(0, at).split('\n').length, text: text.slice(from, to < 0 ? undefined : to).trim() };
}
