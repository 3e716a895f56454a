// Reads protobuf messages field by field, as far as the shipped ONNX graphs need it, and writes
// each field again unchanged.
import protobuf from 'protobufjs/minimal.js';
import { bytes, type Write } from './onnx.js';

export interface Field {
  readonly field: number;
  /** The bytes of a message, text or packed list; otherwise a number. */
  readonly value: Uint8Array | number;
  /** Writes the field again unchanged. */
  readonly copy: Write;
}

/** Wire types of protobuf: a number, a length followed by that many bytes, four bytes. */
const WIRE = { varint: 0, bytes: 2, four: 5 } as const;

/** The fields of a message, in order. */
export function readFields(encoded: Uint8Array): readonly Field[] {
  const reader = protobuf.Reader.create(encoded);
  const fields: Field[] = [];
  while (reader.pos < reader.len) {
    const tag = reader.uint32();
    const field = tag >>> 3;
    switch (tag & 7) {
      case WIRE.bytes: {
        const value = reader.bytes();
        fields.push({ field, value, copy: bytes(field, value) });
        break;
      }
      case WIRE.varint: {
        const value = reader.uint64();
        fields.push({ field, value: Number(value), copy: (to) => to.uint32(tag).uint64(value) });
        break;
      }
      case WIRE.four: {
        const value = reader.float();
        fields.push({ field, value, copy: (to) => to.uint32(tag).float(value) });
        break;
      }
      default:
        throw new Error(`field ${field} of the shipped model has an unsupported type`);
    }
  }
  return fields;
}

/** The bytes of a field that holds a message or a text. */
export function bytesOf({ field, value }: Field): Uint8Array {
  if (typeof value === 'number') throw new Error(`field ${field} of the shipped model is not a message`);
  return value;
}

const decoder = new TextDecoder();

/** All texts in this field of the message. */
export function texts(fields: readonly Field[], field: number): readonly string[] {
  return fields.filter((one) => one.field === field).map((one) => decoder.decode(bytesOf(one)));
}

/** All integers in this field of the message, packed or one by one. */
export function integers(fields: readonly Field[], field: number): readonly number[] {
  return fields
    .filter((one) => one.field === field)
    .flatMap(({ value }) => (typeof value === 'number' ? [value] : unpacked(value)));
}

function unpacked(packed: Uint8Array): readonly number[] {
  const reader = protobuf.Reader.create(packed);
  const values: number[] = [];
  while (reader.pos < reader.len) values.push(Number(reader.uint64()));
  return values;
}
