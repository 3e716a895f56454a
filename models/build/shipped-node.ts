// A node of a shipped ONNX graph, with the attributes that are needed.
import { ELEMENT_TYPE, type Write } from './onnx.js';
import { bytesOf, type Field, integers, readFields, texts } from './protobuf.js';

/** Field numbers of NodeProto, AttributeProto and TensorProto in onnx.proto that are read. */
const NODE = { input: 1, output: 2, op: 4, attribute: 5 } as const;
const ATTRIBUTE = { name: 1, float: 2, tensor: 5, integers: 8 } as const;
const TENSOR = { dims: 1, type: 2, name: 8, raw: 9 } as const;

export interface ShippedNode {
  readonly op: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** By name. */
  readonly attributes: ReadonlyMap<string, readonly Field[]>;
  /** Writes the attributes again unchanged. */
  readonly attributeCopies: readonly Write[];
  readonly copy: Write;
}

/** float32. */
export interface Floats {
  readonly dims: readonly number[];
  readonly data: Float32Array;
}

export function shippedNode(encoded: Uint8Array, copy: Write): ShippedNode {
  const fields = readFields(encoded);
  const attributes = fields.filter(({ field }) => field === NODE.attribute);
  return {
    op: texts(fields, NODE.op)[0] ?? '',
    inputs: texts(fields, NODE.input),
    outputs: texts(fields, NODE.output),
    attributes: new Map(
      attributes.map((attribute) => {
        const parts = readFields(bytesOf(attribute));
        return [texts(parts, ATTRIBUTE.name)[0] ?? '', parts];
      }),
    ),
    attributeCopies: attributes.map((attribute) => attribute.copy),
    copy,
  };
}

export function integersOf({ attributes }: ShippedNode, name: string): readonly number[] {
  return integers(attributes.get(name) ?? [], ATTRIBUTE.integers);
}

/** Null if the node has no such number. */
export function floatOf({ attributes }: ShippedNode, name: string): number | null {
  const value = attributes.get(name)?.find(({ field }) => field === ATTRIBUTE.float)?.value;
  return typeof value === 'number' ? value : null;
}

/** The value of a node `Constant`; null if it is not float32. */
export function floatsOf({ attributes }: ShippedNode): Floats | null {
  const tensor = attributes.get('value')?.find(({ field }) => field === ATTRIBUTE.tensor);
  return tensor === undefined ? null : floatsIn(readFields(bytesOf(tensor)));
}

/** A tensor that a graph holds besides its nodes; `floats` is null if it is not float32. */
export function shippedTensor(encoded: Uint8Array): { readonly name: string; readonly floats: Floats | null } {
  const fields = readFields(encoded);
  return { name: texts(fields, TENSOR.name)[0] ?? '', floats: floatsIn(fields) };
}

function floatsIn(fields: readonly Field[]): Floats | null {
  const raw = fields.find(({ field }) => field === TENSOR.raw);
  const isFloat = fields.some(({ field, value }) => field === TENSOR.type && value === ELEMENT_TYPE.float32);
  if (!isFloat || raw === undefined) return null;
  const bytes = bytesOf(raw);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const data = Float32Array.from({ length: bytes.length / 4 }, (_, index) => view.getFloat32(index * 4, true));
  return { dims: integers(fields, TENSOR.dims), data };
}
