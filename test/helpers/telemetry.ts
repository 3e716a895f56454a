// Hand-made samples of telemetry, as cameras, drones and dash cams write them. All state the place
// PLACE, unless another one is given.
import { box, uint, uintLe } from '../../fixtures/encode/boxes.js';

export type Place = readonly [latitude: number, longitude: number];

/** Place de la Concorde. */
export const PLACE: Place = [48.8656, 2.3212];
export const NOWHERE: Place = [0, 0];

const text = (words: string) => Buffer.from(words, 'latin1');

function written(bytes: number, write: (buffer: Buffer) => void): Buffer {
  const buffer = Buffer.alloc(bytes);
  write(buffer);
  return buffer;
}

const i32 = (value: number) => written(4, (buffer) => buffer.writeInt32BE(Math.round(value)));
const f64le = (value: number) => written(8, (buffer) => buffer.writeDoubleLE(value));

/** `DDMM.MMMM`. */
export function minutes(degrees: number): number {
  const size = Math.abs(degrees);
  return Math.floor(size) * 100 + (size % 1) * 60;
}

const sides = ([latitude, longitude]: Place) => [latitude < 0 ? 'S' : 'N', longitude < 0 ? 'W' : 'E'] as const;

/** A value of GPMF; a type of 0 holds further values. */
function klv(key: string, type: string, size: number, ...values: readonly Buffer[]): Buffer {
  const content = Buffer.concat(values);
  const padding = Buffer.alloc((4 - (content.length % 4)) % 4);
  return Buffer.concat([text(key), text(type), uint(size, 1), uint(content.length / size, 2), content, padding]);
}

const nested = (key: string, ...values: readonly Buffer[]) => klv(key, '\0', 1, ...values);
const gpmfText = (key: string, words: string) => klv(key, 'c', words.length, text(words));

export function gps5(place: Place = PLACE): Buffer {
  const fix = [...place.map((degrees) => i32(degrees * 1e7)), i32(35_000), i32(0), i32(0)];
  return nested(
    'DEVC',
    gpmfText('DVNM', 'Camera'),
    nested('STRM', gpmfText('STNM', 'Accelerometer'), klv('ACCL', 's', 6, Buffer.alloc(12))),
    nested(
      'STRM',
      klv('GPSF', 'L', 4, uint(3, 4)),
      gpmfText('GPSU', '250601160211.000'),
      klv('SCAL', 'l', 4, ...[1e7, 1e7, 1000, 1000, 100].map(i32)),
      klv('GPS5', 'l', 20, ...fix, ...fix),
    ),
  );
}

export function gps9(place: Place = PLACE): Buffer {
  const fix = [...place.map((degrees) => i32(degrees * 1e7)), ...[35_000, 0, 0, 9283, 57_731_000].map(i32)];
  return nested(
    'DEVC',
    nested(
      'STRM',
      klv('SCAL', 'l', 4, ...[1e7, 1e7, 1000, 1000, 100, 1, 1000, 100, 1].map(i32)),
      gpmfText('TYPE', 'lllllllSS'),
      klv('GPS9', '?', 32, ...fix, uint(150, 2), uint(3, 2)),
    ),
  );
}

/** A stream of places under another key. */
export function gpsOf(key: string): Buffer {
  return nested('DEVC', nested('STRM', klv(key, 'l', 20, Buffer.alloc(20, 7))));
}

/** Global settings, as in the user data of a GoPro. */
export function gpmfSettings(serial = 'C3471325208909'): Buffer {
  return nested(
    'DEVC',
    klv('DVID', 'L', 4, uint(1, 4)),
    gpmfText('FMWR', 'HD8.01.02.50.00'),
    gpmfText('CASN', serial),
    gpmfText('MINF', 'HERO8 Black'),
  );
}

export function camm([latitude, longitude]: Place = PLACE): Buffer {
  return Buffer.concat([
    uint(0, 2),
    uintLe(6, 2),
    f64le(1.4e9),
    uintLe(3, 4),
    f64le(latitude),
    f64le(longitude),
    Buffer.alloc(28),
  ]);
}

export const cammOrientation = () => Buffer.concat([uint(0, 4), Buffer.alloc(12, 0x3e)]);

/** A block of a dash cam of 512 bytes. */
export function freeGpsBlock(write: (block: Buffer) => void): Buffer {
  const block = Buffer.alloc(512);
  block.writeUInt32BE(block.length);
  block.write('freeGPS ', 4, 'latin1');
  block.writeUInt32LE(0x4c, 12);
  write(block);
  return block;
}

/** In the layout of Novatek's chips. */
export function freeGps(place: Place = PLACE, state = 'A'): Buffer {
  const [south, west] = sides(place);
  return freeGpsBlock((block) => {
    for (const [index, number] of [9, 41, 1, 25, 6, 12].entries()) block.writeUInt32LE(number, 48 + 4 * index);
    block.write(state === 'A' ? `A${south}${west}` : state, 72, 'latin1');
    block.writeFloatLE(minutes(place[0]), 76);
    block.writeFloatLE(minutes(place[1]), 80);
  });
}

export function rmc(place: Place = PLACE, state = 'A'): string {
  const [south, west] = sides(place);
  const degrees = (value: number, width: number) => minutes(value).toFixed(4).padStart(width, '0');
  const fields = [degrees(place[0], 9), south, degrees(place[1], 10), west];
  return `$GPRMC,160211.00,${state},${(state === 'A' ? fields : ['', '', '', '']).join(',')},0.0,0.0,010625,,,A*5C\r\n`;
}

const varint = (value: number): Buffer => {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    bytes.push((rest % 128) + (rest >= 128 ? 128 : 0));
    if (rest < 128) return Buffer.from(bytes);
  }
};
const field = (number: number, content: Buffer) =>
  Buffer.concat([varint(number * 8 + 2), varint(content.length), content]);
const double = (number: number, value: number) => Buffer.concat([varint(number * 8 + 1), f64le(value)]);

/** A sample of a drone's track `djmd`. The first one names the schema and the drone. */
export function djmd(place: Place | null = PLACE, schema = 'dvtm_Mini4_Pro.proto', isInDegrees = false): Buffer {
  const device = field(
    1,
    field(1, Buffer.concat([field(1, text(schema)), field(5, text('1581F6Z9C23CC003')), field(10, text('FC8482'))])),
  );
  const unit = isInDegrees ? Buffer.concat([varint(8), varint(1)]) : Buffer.alloc(0);
  const number = (degrees: number) => (isInDegrees ? degrees : (degrees * Math.PI) / 180);
  const gps = place
    ? field(1, Buffer.concat([unit, double(2, number(place[0])), double(3, number(place[1]))]))
    : Buffer.alloc(0);
  const frame = field(3, field(3, field(4, Buffer.concat([gps, Buffer.concat([varint(16), varint(35_000)])]))));
  return Buffer.concat([device, frame]);
}

/** A fraction for degrees, minutes and seconds each. */
function fractions(degrees: number): Buffer {
  const size = Math.abs(degrees);
  const whole = Math.floor(size);
  const rest = (size - whole) * 60;
  const parts: [number, number][] = [
    [whole, 1],
    [Math.floor(rest), 1],
    [Math.round((rest % 1) * 60_000), 1000],
  ];
  return Buffer.concat(parts.map(([above, below]) => Buffer.concat([uint(above, 4), uint(below, 4)])));
}

const sonyTag = (tag: number, value: Buffer) => Buffer.concat([uint(tag, 2), uint(value.length, 2), value]);

/** A sample of Sony's track `rtmd`; without a place as most cameras write it. */
export function rtmd(place: Place | null = PLACE, serial = ''): Buffer {
  const label = Buffer.from('060e2b34025301010c02010101010000', 'hex');
  const [south, west] = place ? sides(place) : ['N', 'E'];
  const gps = place
    ? [
        sonyTag(0x8500, Buffer.from([2, 3, 0, 0])),
        sonyTag(0x8501, text(`${south}\0`)),
        sonyTag(0x8502, fractions(place[0])),
        sonyTag(0x8503, text(`${west}\0`)),
        sonyTag(0x8504, fractions(place[1])),
      ]
    : [];
  const tags = Buffer.concat([
    sonyTag(0x8000, uint(0x1234, 2)),
    ...(serial === '' ? [] : [sonyTag(0x8114, text(`${serial}\0`))]),
    ...gps,
  ]);
  const group = Buffer.concat([label, Buffer.from([0x83]), uint(tags.length, 3), tags]);
  return Buffer.concat([uint(28, 2), Buffer.alloc(26), group, Buffer.alloc(4)]);
}

/** A record of a Parrot drone. */
export function parrot(place: Place = PLACE): Buffer {
  const record = Buffer.alloc(56);
  record.write('P2', 0, 'latin1');
  record.writeUInt16BE(13, 2);
  record.writeInt32BE(Math.round(place[0] * 0x400000), 8);
  record.writeInt32BE(Math.round(place[1] * 0x400000), 12);
  return record;
}

/** A sample of subtitles: its length, then the text. */
export function tx3g(words: string): Buffer {
  return Buffer.concat([uint(Buffer.byteLength(words), 2), Buffer.from(words)]);
}

/** The rest of the sample entry of Apple's timed metadata. */
export function timedKeys(...names: readonly string[]): Buffer {
  const keys = names.map((name, index) =>
    Buffer.concat([
      box(
        uint(index + 1, 4).toString('latin1'),
        box('keyd', text('mdta'), text(name)),
        box('dtyp', uint(0, 4), uint(1, 4)),
      ),
    ]),
  );
  return box('keys', ...keys);
}

export const timedValue = (position: number, value: string | Buffer): Buffer =>
  box(uint(position, 4).toString('latin1'), Buffer.from(value as string));

/** The XML of a Sony camera. */
export function sonyXml(place: Place | null = PLACE, serial = '4711023'): string {
  const colons = (degrees: number) => {
    const size = Math.abs(degrees);
    const rest = (size % 1) * 60;
    return `${Math.floor(size)}:${Math.floor(rest)}:${((rest % 1) * 60).toFixed(3)}`;
  };
  const [south, west] = place ? sides(place) : ['', ''];
  const item = (name: string, value: string) => `<Item name="${name}" value="${value}"/>`;
  const gps = place
    ? `<Group name="ExifGPS">${item('LatitudeRef', south)}${item('Latitude', colons(place[0]))}${item('LongitudeRef', west)}${item('Longitude', colons(place[1]))}</Group>`
    : '';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<NonRealTimeMeta xmlns="urn:schemas-professionalDisc:nonRealTimeMeta:ver.2.00"><Duration value="30"/><CreationDate value="2025-06-01T18:02:11+02:00"/><Device manufacturer="Sony" modelName="ILCE-7SM3"${serial === '' ? '' : ` serialNo="${serial}"`}/><AcquisitionRecord>${gps}<ChangeTable name="ImagerControlInformation"/></AcquisitionRecord></NonRealTimeMeta>`;
}

/** A record of the trailer of an Insta360: its header follows it. */
export function insta360Record(id: number, content: Buffer): Buffer {
  return Buffer.concat([content, uintLe(id, 2), uintLe(content.length, 4)]);
}

/** The trailer of an Insta360. */
export function insta360(
  [latitude, longitude]: Place = PLACE,
  serial = 'IXSE42ABCD1234',
  state = 'A',
  ...more: readonly Buffer[]
): Buffer {
  const [south, west] = sides([latitude, longitude]);
  const fix = Buffer.concat([
    ...[uintLe(1_748_793_731, 4), uintLe(0, 4), uintLe(0, 2), text(state)],
    ...[f64le(Math.abs(latitude)), text(south), f64le(Math.abs(longitude)), text(west), Buffer.alloc(24)],
  ]);
  const named = (number: number, words: string) => Buffer.concat([uint(number, 1), uint(words.length, 1), text(words)]);
  const device = Buffer.concat([named(0x0a, serial), named(0x12, 'Insta360 OneX2')]);
  const records = Buffer.concat([
    ...[Buffer.alloc(6), ...more, insta360Record(0x101, device), insta360Record(0x700, fix)],
  ]);
  const length = records.length + 72;
  return Buffer.concat([
    records,
    Buffer.alloc(32),
    uintLe(length, 4),
    uintLe(3, 4),
    text('8db42d694ccc418790edff439fe026bf'),
  ]);
}
