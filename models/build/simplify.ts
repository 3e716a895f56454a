// Makes a shipped graph faster. Scales and shifts by one number are absorbed by the convolutions
// next to them, and hard swishes become two nodes that ONNX Runtime executes in the layout of its
// convolutions. The graph computes the same, except for rounding.
import { type Affine, Convolution } from './convolution.js';
import { attribute, GRAPH_FIELD, Graph, message, type Write } from './onnx.js';
import { bytesOf, type Field, readFields } from './protobuf.js';
import {
  type Floats,
  floatOf,
  floatsOf,
  integersOf,
  type ShippedNode,
  shippedNode,
  shippedTensor,
} from './shipped-node.js';

/** A tensor that no node computes yet: an affine function of another one. */
interface Pending extends Affine {
  readonly base: string;
}

const SAME: Affine = { scale: 1, shift: 0 };
/** Operators with as many output planes as input planes. */
const PLANEWISE = ['Relu', 'Sigmoid', 'HardSigmoid', 'GlobalAveragePool', 'AveragePool', 'BatchNormalization'];

/**
 * Writes the nodes and tensors among the fields of a GraphProto into `graph`; returns the other
 * fields.
 * @param ends tensors that are read from outside
 */
export function simplify(fields: readonly Field[], ends: readonly string[], graph: Graph): readonly Field[] {
  const nodes = fields.filter(({ field }) => field === GRAPH_FIELD.node);
  const simplifier = new Simplifier(
    nodes.map((node) => shippedNode(bytesOf(node), node.copy)),
    ends,
    graph,
  );
  for (const tensor of fields.filter(({ field }) => field === GRAPH_FIELD.initializer)) simplifier.takeTensor(tensor);
  simplifier.run();
  return fields.filter(({ field }) => field !== GRAPH_FIELD.node && field !== GRAPH_FIELD.initializer);
}

/** A simplified graph of our own; `ends` are its outputs. */
export function simplified(graph: Graph, ends: readonly string[]): Graph {
  const simpler = new Graph();
  const rest = simplify(readFields(message(graph.fields())), ends, simpler);
  for (const field of rest) simpler.add(field.copy);
  return simpler;
}

class Simplifier {
  readonly #uses = new Map<string, number>();
  /** Writes each constant, by name. */
  readonly #constants = new Map<string, Write>();
  readonly #floats = new Map<string, Floats>();
  readonly #pending = new Map<string, Pending>();
  /** By the name of their output. */
  readonly #convolutions = new Map<string, Convolution>();
  /** Number of planes of each tensor that is a picture. */
  readonly #planes = new Map<string, number>();
  readonly #written: (() => void)[] = [];

  constructor(
    readonly nodes: readonly ShippedNode[],
    ends: readonly string[],
    readonly graph: Graph,
  ) {
    for (const name of [...nodes.flatMap(({ inputs }) => inputs), ...ends]) {
      this.#uses.set(name, (this.#uses.get(name) ?? 0) + 1);
    }
  }

  takeTensor(field: Field): void {
    const { name, floats } = shippedTensor(bytesOf(field));
    this.#constants.set(name, field.copy);
    if (floats !== null) this.#floats.set(name, floats);
  }

  run(): void {
    for (const node of this.nodes) this.#take(node);
    // Only now is it known what the convolutions have absorbed.
    for (const write of this.#written) write();
  }

  #take(node: ShippedNode): void {
    if (this.#takeConstant(node) || this.#takeConvolution(node)) return;
    if (this.#takeScaling(node) || this.#takeClip(node) || this.#takeProduct(node) || this.#takeMean(node)) return;
    const [first = ''] = node.inputs;
    const [output = ''] = node.outputs;
    const planes = this.#planes.get(first);
    if (planes !== undefined && PLANEWISE.includes(node.op)) this.#planes.set(output, planes);
    for (const input of node.inputs) this.#settle(input);
    this.#written.push(() => {
      this.#writeConstants(node.inputs);
      this.graph.add(node.copy);
    });
  }

  #takeConstant(node: ShippedNode): boolean {
    if (node.op !== 'Constant') return false;
    const [name = ''] = node.outputs;
    this.#constants.set(name, node.copy);
    const floats = floatsOf(node);
    if (floats !== null) this.#floats.set(name, floats);
    return true;
  }

  #takeConvolution(node: ShippedNode): boolean {
    const [input = '', weightsName = '', biasName] = node.inputs;
    const [output = ''] = node.outputs;
    const weights = this.#floats.get(weightsName);
    const bias = biasName === undefined ? null : this.#floats.get(biasName);
    if (node.op !== 'Conv' || weights === undefined || bias === undefined) return false;
    const convolution = new Convolution(input, output, weights, bias, node.attributeCopies);
    const isPadded = integersOf(node, 'pads').some((pad) => pad > 0);
    const pending = this.#pending.get(input);
    if (pending !== undefined && (pending.shift === 0 || !isPadded)) convolution.takeFrom(pending.base, pending);
    else this.#settle(input);
    this.#addConvolution(convolution);
    return true;
  }

  #addConvolution(convolution: Convolution): void {
    this.#convolutions.set(convolution.output, convolution);
    this.#planes.set(convolution.output, convolution.bias.length);
    this.#written.push(() => {
      const { input, output, dims, weights, bias, attributes } = convolution;
      this.graph.nodeAs('Conv', [input, this.graph.floats(weights, dims), this.graph.floats(bias)], output, attributes);
    });
  }

  /** A picture scaled or shifted by one number is deferred. */
  #takeScaling({ op, inputs: [a = '', b = ''], outputs: [output = ''] }: ShippedNode): boolean {
    const number = this.#number(b) ?? (op === 'Div' ? null : this.#number(a));
    const picture = this.#number(b) === null ? b : a;
    const planes = this.#planes.get(picture);
    if (number === null || planes === undefined) return false;
    const change = {
      Add: { scale: 1, shift: number },
      Mul: { scale: number, shift: 0 },
      Div: { scale: 1 / number, shift: 0 },
    }[op];
    if (change === undefined) return false;
    // Another node reads the picture directly, so it must be written in any case.
    if (this.#uses.get(picture) !== 1) this.#settle(picture);
    const { base, scale, shift } = this.#pending.get(picture) ?? { base: picture, ...SAME };
    this.#pending.set(output, { base, scale: scale * change.scale, shift: shift * change.scale + change.shift });
    this.#planes.set(output, planes);
    return true;
  }

  /** Clip(x + 3, 0, 6) is 6 times the hard sigmoid of x / 6 + 1/2. */
  #takeClip(node: ShippedNode): boolean {
    const [input = '', low = '', high = ''] = node.inputs;
    const [output = ''] = node.outputs;
    const pending = this.#pending.get(input);
    const from = floatOf(node, 'min') ?? this.#number(low);
    const to = floatOf(node, 'max') ?? this.#number(high);
    if (node.op !== 'Clip' || pending?.scale !== 1 || pending.shift !== 3 || from !== 0 || to !== 6) return false;
    const attributes = { alpha: { float: 1 / 6 }, beta: { float: 0.5 } };
    const sigmoid = `${output}/sigmoid`;
    this.#written.push(() => this.graph.node('HardSigmoid', [pending.base], attributes, sigmoid));
    this.#pending.set(output, { base: sigmoid, scale: 6, shift: 0 });
    this.#planes.set(output, this.#planes.get(input) ?? 0);
    return true;
  }

  /** In a product of two pictures, the scale of each moves on to the product. */
  #takeProduct({ op, inputs: [a = '', b = ''], outputs: [output = ''] }: ShippedNode): boolean {
    const planes = this.#planes.get(a);
    if (op !== 'Mul' || planes === undefined || planes !== this.#planes.get(b)) return false;
    const [first, second] = [a, b].map((name) => {
      if (this.#pending.get(name)?.shift !== 0) this.#settle(name);
      return this.#pending.get(name) ?? { base: name, ...SAME };
    });
    if (first === undefined || second === undefined) return false;
    const scale = first.scale * second.scale;
    const product = scale === 1 ? output : `${output}/product`;
    this.#written.push(() => this.graph.node('Mul', [first.base, second.base], {}, product));
    if (scale !== 1) this.#pending.set(output, { base: product, scale, shift: 0 });
    this.#planes.set(output, planes);
    return true;
  }

  /** The mean of a scaled picture is the scaled mean; a convolution absorbs the scale instead. */
  #takeMean({ op, inputs: [input = ''], outputs: [output = ''] }: ShippedNode): boolean {
    const pending = this.#pending.get(input);
    if (op !== 'GlobalAveragePool' || pending === undefined || this.#convolutions.has(pending.base)) return false;
    const mean = `${output}/mean`;
    this.#written.push(() => this.graph.node('GlobalAveragePool', [pending.base], {}, mean));
    this.#pending.set(output, { ...pending, base: mean });
    this.#planes.set(output, this.#planes.get(input) ?? 0);
    return true;
  }

  /** Makes sure that a node computes the tensor. */
  #settle(name: string): void {
    const pending = this.#pending.get(name);
    if (pending === undefined) return;
    this.#pending.delete(name);
    const before = this.#convolutions.get(pending.base);
    if (before !== undefined && this.#uses.get(pending.base) === 1) {
      before.giveAs(name, pending);
      this.#convolutions.set(name, before);
      return;
    }
    // One weight for each plane: faster than two nodes, and in the layout of the convolutions
    // around it.
    const planes = this.#planes.get(name) ?? 0;
    const weights = { dims: [planes, 1, 1, 1], data: new Float32Array(planes).fill(1) };
    const plane = new Convolution(pending.base, pending.base, weights, null, [attribute('group', planes)]);
    plane.giveAs(name, pending);
    this.#addConvolution(plane);
  }

  #number(name: string): number | null {
    const floats = this.#floats.get(name);
    return floats?.data.length === 1 ? floats.data[0]! : null;
  }

  #writeConstants(names: readonly string[]): void {
    for (const name of names) {
      const constant = this.#constants.get(name);
      if (constant === undefined) continue;
      this.#constants.delete(name);
      this.graph.add(constant);
    }
  }
}
