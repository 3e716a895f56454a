// Writes ONNX graphs: the few messages of onnx.proto that the models need, always encoded in the
// same order.
import protobuf from 'protobufjs/minimal.js';

/** Element types, by their numbers in onnx.proto (TensorProto.DataType). */
export const ELEMENT_TYPE = { float32: 1, uint8: 2, int64: 7, float16: 10, float64: 11 } as const;
export type ElementType = keyof typeof ELEMENT_TYPE;

/** Integers, a list of integers, text, or a float if the operator requires one. */
export type Attribute = number | readonly number[] | string | { readonly float: number };

/** A number is a fixed size; a name stands for any size. */
export type Dimension = number | string;

export interface Value {
  readonly name: string;
  readonly type: ElementType;
  readonly dims: readonly Dimension[];
}

export type Write = (to: protobuf.Writer) => void;

/**
 * Wire types of protobuf: a number, eight bytes, a length followed by that many bytes, four bytes.
 */
const WIRE = { varint: 0, eight: 1, bytes: 2, four: 5 } as const;

const tag = (field: number, wire: number): number => (field << 3) | wire;
const varint = (field: number, value: number): Write => {
  return (to) => to.uint32(tag(field, WIRE.varint)).int64(value);
};
const text = (field: number, value: string): Write => {
  return (to) => to.uint32(tag(field, WIRE.bytes)).string(value);
};
export const bytes = (field: number, value: Uint8Array): Write => {
  return (to) => to.uint32(tag(field, WIRE.bytes)).bytes(value);
};
const float = (field: number, value: number): Write => {
  return (to) => to.uint32(tag(field, WIRE.four)).float(value);
};

/** Encodes the parts as one message. */
export function message(parts: readonly Write[]): Uint8Array {
  const writer = protobuf.Writer.create();
  for (const part of parts) part(writer);
  return writer.finish();
}

/** Field numbers of onnx.proto. */
export const MODEL_FIELD = { irVersion: 1, producer: 2, graph: 7, opset: 8 } as const;
export const GRAPH_FIELD = { node: 1, name: 2, initializer: 5, input: 11, output: 12 } as const;
/** The format version that belongs to operator set 17. */
const IR_VERSION = 8;
const OPSET_VERSION = 17;
/** AttributeProto.AttributeType. */
const ATTRIBUTE_TYPE = { float: 1, int: 2, string: 3, ints: 7 } as const;

function encodeAttribute(name: string, value: Attribute): Uint8Array {
  if (typeof value === 'number') return message([text(1, name), varint(3, value), varint(20, ATTRIBUTE_TYPE.int)]);
  if (typeof value === 'string') return message([text(1, name), text(4, value), varint(20, ATTRIBUTE_TYPE.string)]);
  if ('float' in value) return message([text(1, name), float(2, value.float), varint(20, ATTRIBUTE_TYPE.float)]);
  return message([text(1, name), ...value.map((item) => varint(8, item)), varint(20, ATTRIBUTE_TYPE.ints)]);
}

/** For `Graph.nodeAs`. */
export const attribute = (name: string, value: Attribute): Write => bytes(5, encodeAttribute(name, value));

function encodeValue({ name, type, dims }: Value): Uint8Array {
  const shape = dims.map((dim) => bytes(1, message([typeof dim === 'number' ? varint(1, dim) : text(2, dim)])));
  const tensor = message([varint(1, ELEMENT_TYPE[type]), bytes(2, message(shape))]);
  return message([text(1, name), bytes(2, message([bytes(1, tensor)]))]);
}

/** Little-endian on any machine, as onnx.proto requires for raw_data. */
function encodeFloats(values: ArrayLike<number>): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 4));
  for (let i = 0; i < values.length; i++) view.setFloat32(i * 4, values[i] ?? 0, true);
  return new Uint8Array(view.buffer);
}

function encodeIntegers(values: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(values.length * 8));
  values.forEach((value, i) => {
    view.setBigInt64(i * 8, BigInt(value), true);
  });
  return new Uint8Array(view.buffer);
}

/** A graph that is built node by node, in the order of execution. */
export class Graph {
  readonly #fields: Write[] = [];
  #values = 0;

  /** Adds a node and returns the name of its first output: `as`, or a number by default. */
  node(op: string, inputs: readonly string[], attributes: Record<string, Attribute> = {}, as?: string): string {
    const output = as ?? this.#fresh(op);
    this.#addNode(op, inputs, [output], attributes);
    return output;
  }

  /** Splits `input` into equal parts along an axis; returns their names. */
  split(input: string, axis: number, parts: number): readonly string[] {
    const outputs = Array.from({ length: parts }, () => this.#fresh('Split'));
    this.#addNode('Split', [input], outputs, { axis });
    return outputs;
  }

  /** Splits `input` into parts of these lengths along an axis; returns their names. */
  splitInto(input: string, axis: number, lengths: readonly number[]): readonly string[] {
    const outputs = lengths.map(() => this.#fresh('Split'));
    this.#addNode('Split', [input, this.integers(lengths)], outputs, { axis });
    return outputs;
  }

  /**
   * The `count` largest values of each row, largest first: the names of the values and of their
   * indices.
   */
  topK(input: string, count: number): readonly [values: string, places: string] {
    const outputs = [this.#fresh('TopK'), this.#fresh('TopK')] as const;
    this.#addNode('TopK', [input, this.integers([count])], outputs, { axis: -1 });
    return outputs;
  }

  /** Adds a field of a GraphProto that is already encoded, such as a node of another model. */
  add(field: Write): void {
    this.#fields.push(field);
  }

  /** Adds a node whose attributes are already encoded. */
  nodeAs(op: string, inputs: readonly string[], output: string, attributes: readonly Write[]): void {
    const parts = [...inputs.map((name) => text(1, name)), text(2, output), text(4, op), ...attributes];
    this.#fields.push(bytes(GRAPH_FIELD.node, message(parts)));
  }

  floats(values: ArrayLike<number>, dims: readonly number[] = [values.length]): string {
    return this.#constant('float32', dims, encodeFloats(values));
  }

  /** One number, without dimensions. */
  scalar(value: number): string {
    return this.floats([value], []);
  }

  double(value: number): string {
    const view = new DataView(new ArrayBuffer(8));
    view.setFloat64(0, value, true);
    return this.#constant('float64', [], new Uint8Array(view.buffer));
  }

  integers(values: readonly number[]): string {
    return this.#constant('int64', [values.length], encodeIntegers(values));
  }

  bytes(values: Uint8Array, dims: readonly number[]): string {
    return this.#constant('uint8', dims, values);
  }

  /** Float16 values, by their bits. */
  halves(values: Uint16Array, dims: readonly number[]): string {
    const view = new DataView(new ArrayBuffer(values.length * 2));
    for (const [i, value] of values.entries()) view.setUint16(i * 2, value, true);
    return this.#constant('float16', dims, new Uint8Array(view.buffer));
  }

  input(value: Value): string {
    this.#fields.push(bytes(GRAPH_FIELD.input, encodeValue(value)));
    return value.name;
  }

  output(value: Value): void {
    this.#fields.push(bytes(GRAPH_FIELD.output, encodeValue(value)));
  }

  /** The fields of a GraphProto without its name, to join with the graph of another model. */
  fields(): readonly Write[] {
    return this.#fields;
  }

  /** Encodes the whole model. */
  encode(name: string): Uint8Array {
    return message([
      varint(MODEL_FIELD.irVersion, IR_VERSION),
      text(MODEL_FIELD.producer, 'lenscap'),
      bytes(MODEL_FIELD.graph, message([text(GRAPH_FIELD.name, name), ...this.#fields])),
      bytes(MODEL_FIELD.opset, message([varint(2, OPSET_VERSION)])),
    ]);
  }

  #addNode(
    op: string,
    inputs: readonly string[],
    outputs: readonly string[],
    attributes: Record<string, Attribute>,
  ): void {
    const parts = [
      ...inputs.map((name) => text(1, name)),
      ...outputs.map((name) => text(2, name)),
      text(4, op),
      ...Object.entries(attributes).map(([name, value]) => attribute(name, value)),
    ];
    this.#fields.push(bytes(GRAPH_FIELD.node, message(parts)));
  }

  #constant(type: ElementType, dims: readonly number[], data: Uint8Array): string {
    const name = this.#fresh('constant');
    const parts = [...dims.map((dim) => varint(1, dim)), varint(2, ELEMENT_TYPE[type]), text(8, name), bytes(9, data)];
    this.#fields.push(bytes(GRAPH_FIELD.initializer, message(parts)));
    return name;
  }

  #fresh(stem: string): string {
    return `lenscap/${stem}_${this.#values++}`;
  }
}
