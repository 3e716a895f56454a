// A page as a browser understands it.
import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;
export type Element = DefaultTreeAdapterTypes.Element;

export function elementsOf(page: string): Element[] {
  return elementsIn(parse(page));
}

function elementsIn(node: Node): Element[] {
  const own = 'tagName' in node ? [node] : [];
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap(elementsIn)] : own;
}

export function textOf(node: Node): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value;
  return 'childNodes' in node ? node.childNodes.map(textOf).join('') : '';
}

export function attribute({ attrs }: Element, name: string): string | null {
  return attrs.find((each) => each.name === name)?.value ?? null;
}

/** Elements by tag and, where it is given, by class; of the page or of its elements. */
export function select(page: string | readonly Element[], tag: string, className?: string): Element[] {
  return (typeof page === 'string' ? elementsOf(page) : page).filter(
    (element) =>
      element.tagName === tag &&
      (className === undefined || attribute(element, 'class')?.split(' ').includes(className) === true),
  );
}

/** Tags with the names of their attributes: what no name of a file may change. */
export function shapeOf(elements: readonly Element[]): string[] {
  return elements.map(({ tagName, attrs }) => [tagName, ...attrs.map(({ name }) => name)].join(' '));
}
