// Translates a frozen TensorFlow.js graph of convolutions to ONNX. It supports only the operators
// of such networks.
import { Layers } from './layers.js';
import type { Graph } from './onnx.js';
import type { Weights } from './weights.js';

interface Node {
  readonly name: string;
  readonly op: string;
  readonly input?: readonly string[];
  readonly attr?: Readonly<Record<string, Attr>>;
}

interface Attr {
  /** Base64. */
  readonly s?: string;
  readonly b?: boolean;
  readonly list?: { readonly s?: readonly string[]; readonly i?: readonly string[] };
}

export type Topology = ReadonlyMap<string, Node>;

/**
 * Translates a node of the package by its name, with all nodes before it; returns the name of its
 * value in the ONNX graph.
 */
export type Translated = (name: string) => string;

/** @param model text of a TensorFlow.js `model.json` */
export function readTopology(model: string): Topology {
  const { modelTopology } = JSON.parse(model) as { modelTopology: { node: readonly Node[] } };
  return new Map(modelTopology.node.map((node) => [node.name, node]));
}

/**
 * @param inputs the ONNX values of the package's placeholders, as planes (batch, channel, row,
 * column)
 */
export function translate(
  graph: Graph,
  topology: Topology,
  weights: Weights,
  inputs: Readonly<Record<string, string>>,
): Translated {
  const layers = new Layers(graph, weights);
  const done = new Map(Object.entries(inputs));
  const value = (reference: string): string => {
    const name = reference.replace(/:0$/, '');
    const known = done.get(name);
    if (known !== undefined) return known;
    const node = topology.get(name);
    if (!node) throw new Error(`the package's graph has no node named ${name}`);
    const made = translateNode(node, { graph, layers, value });
    done.set(name, made);
    return made;
  };
  return value;
}

interface Context {
  readonly graph: Graph;
  readonly layers: Layers;
  readonly value: Translated;
}

function translateNode(node: Node, { graph, layers, value }: Context): string {
  const [first = '', second = '', third] = node.input ?? [];
  switch (node.op) {
    case 'Const':
      return constant(node, layers);
    case 'Identity':
      return value(first);
    case 'Add':
    case 'AddV2':
      return graph.node('Add', [value(first), value(second)]);
    case 'Mul':
      return graph.node('Mul', [value(first), value(second)]);
    case 'Relu':
      return graph.node('Relu', [value(first)]);
    case 'Relu6':
      return graph.node('Clip', [value(first), graph.scalar(0), graph.scalar(6)]);
    case 'Sigmoid':
      return graph.node('Sigmoid', [value(first)]);
    case 'Mean':
      return graph.node('GlobalAveragePool', [value(first)]);
    case 'ConcatV2':
      return graph.node('Concat', (node.input ?? []).slice(0, -1).map(value), { axis: 1 });
    case 'ResizeBilinear':
      return double(node, graph, value(first));
    case 'Conv2D':
    case '_FusedConv2D':
      return activated(node, graph, layers.conv(value(first), second, third, stride(node)));
    case 'DepthwiseConv2dNative':
    case 'FusedDepthwiseConv2dNative':
      return activated(node, graph, layers.depthwise(value(first), second, stride(node), third));
    default:
      throw new Error(`${node.op} is not supported (${node.name})`);
  }
}

/** A number, or one number for each channel. */
function constant({ name }: Node, layers: Layers): string {
  const { dims } = layers.weights(name);
  return dims.length === 0 ? layers.weight(name) : layers.plane(name);
}

/** Doubles rows and columns in TensorFlow's legacy way: the first pixels coincide. */
function double({ attr, name }: Node, graph: Graph, x: string): string {
  if (attr?.half_pixel_centers?.b || attr?.align_corners?.b) throw new Error(`${name} has an unsupported resize mode`);
  return graph.node('Resize', [x, '', graph.floats([1, 1, 2, 2])], {
    mode: 'linear',
    coordinate_transformation_mode: 'asymmetric',
  });
}

function activated({ attr }: Node, graph: Graph, x: string): string {
  const activations = (attr?.fused_ops?.list?.s ?? []).map(fromBase64).filter((op) => op !== 'BiasAdd');
  return activations.reduce((before, op) => {
    if (op === 'Relu') return graph.node('Relu', [before]);
    if (op === 'Relu6') return graph.node('Clip', [before, graph.scalar(0), graph.scalar(6)]);
    throw new Error(`the activation ${op} is not supported`);
  }, x);
}

/** The same for rows and columns. */
function stride({ attr, name }: Node): number {
  const [, rows, columns] = attr?.strides?.list?.i ?? [];
  if (rows === undefined || rows !== columns) throw new Error(`${name} has unsupported strides`);
  return Number(rows);
}

function fromBase64(text: string): string {
  return Buffer.from(text, 'base64').toString('latin1');
}
