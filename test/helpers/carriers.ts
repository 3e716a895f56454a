// Files that carry a text in one place each, for the test that no place is passed over in silence.
import { deflateSync } from 'node:zlib';
import { box } from '../../fixtures/encode/boxes.js';
import { toMotionPhoto } from '../../fixtures/encode/motion-photo.js';
import { takeoutJson } from '../../fixtures/encode/sidecars.js';
import { C2PA_CARRIERS, NAMED_C2PA_CARRIERS, SIDECAR_CARRIERS } from './c2pa-carriers.js';
import { avi, chunk, list } from './camera-files.js';
import {
  exifSegment,
  gifWith,
  gifXmp,
  heif,
  iptcSegment,
  jpegWith,
  picture,
  pngWith,
  type Segment,
  tiff,
  xmp,
  xmpSegment,
} from './metadata-files.js';
import { ASCII, type BuiltField, block, LONG, SHORT } from './tiff-blocks.js';
import { gpp, keyed, listed, spoken, video } from './video-boxes.js';

/** A file, and the files alongside it by what follows its name. */
export interface Carried {
  readonly extension: string;
  readonly bytes: Uint8Array;
  readonly sidecars?: Readonly<Record<string, Uint8Array>>;
}

export interface Carrier {
  /** What holds the text. */
  readonly name: string;
  readonly carry: (text: string) => Promise<Carried>;
  /** A file next to the photo: what it states of place, time and people is metadata/sidecar. */
  readonly isAlongside?: true;
}

const jpeg = async (...segments: readonly Segment[]): Promise<Carried> => ({
  extension: 'jpg',
  bytes: await jpegWith(...segments),
});
const png = async (...chunks: readonly (readonly [type: string, data: Uint8Array])[]): Promise<Carried> => ({
  extension: 'png',
  bytes: await pngWith(...chunks),
});
const mp4 = (...boxes: readonly Buffer[]): Carried => ({ extension: 'mp4', bytes: video(...boxes) });

const utf16 = (text: string) => Buffer.from(`${text}\0`, 'utf16le');
const utf8 = (text: string) => Buffer.from(text);
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/"';
const PHOTOSHOP = 'xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"';
const OTHER = 'xmlns:own="https://example.com/ns/own/"';
const alternatives = (text: string) => `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt>`;

/** Ways to write a text into an XMP packet. */
const XMP_WAYS: Readonly<Record<string, (text: string) => string>> = {
  'dc:description': (text) => `<dc:description ${DC}>${alternatives(text)}</dc:description>`,
  'dc:title': (text) => `<dc:title ${DC}>${alternatives(text)}</dc:title>`,
  'dc:subject': (text) => `<dc:subject ${DC}><rdf:Bag><rdf:li>${escaped(text)}</rdf:li></rdf:Bag></dc:subject>`,
  'photoshop:Instructions': (text) => `<photoshop:Instructions ${PHOTOSHOP}>${escaped(text)}</photoshop:Instructions>`,
  'a property of an unknown namespace': (text) => `<own:note ${OTHER}>${escaped(text)}</own:note>`,
  'a field of a structure of an unknown namespace': (text) =>
    `<own:record ${OTHER} rdf:parseType="Resource"><own:line>${escaped(text)}</own:line></own:record>`,
};

const exif = (tag: number, text: string) => tiff([[tag, 'ascii', text]]);
const comment = (text: string) =>
  tiff([[0x0110, 'ascii', 'Pocket 1']], {
    34665: [[0x9286, 'bytes', Buffer.concat([Buffer.from('ASCII\0\0\0'), utf8(text)])]],
  });

/** Tags of EXIF's first directory that hold a text of any kind. */
const EXIF_TEXTS: Readonly<Record<string, number>> = {
  ImageDescription: 0x010e,
  DocumentName: 0x010d,
  PageName: 0x011d,
  Software: 0x0131,
  HostComputer: 0x013c,
  Make: 0x010f,
  Model: 0x0110,
};
const XP_TEXTS: Readonly<Record<string, number>> = { XPTitle: 0x9c9b, XPComment: 0x9c9c, XPSubject: 0x9c9f };
const IPTC_TEXTS: Readonly<Record<string, number>> = {
  ObjectName: 5,
  Keywords: 25,
  SpecialInstructions: 40,
  Headline: 105,
  Caption: 120,
};

const named = (prefix: string, carriers: Readonly<Record<string, Carrier['carry']>>): readonly Carrier[] =>
  Object.entries(carriers).map(([name, carry]) => ({ name: `${prefix}: ${name}`, carry }));

const alongside = (carriers: Readonly<Record<string, Carrier['carry']>>): readonly Carrier[] =>
  named('a file alongside', carriers).map((carrier) => ({ ...carrier, isAlongside: true }));

const each = <Value>(
  table: Readonly<Record<string, Value>>,
  carry: (value: Value, text: string) => Promise<Carried>,
): Readonly<Record<string, Carrier['carry']>> =>
  Object.fromEntries(Object.entries(table).map(([name, value]) => [name, (text: string) => carry(value, text)]));

/** A TIFF of 8 x 8 grey pixels with this tag. */
function tiffWith(tag: number, text: string): Buffer {
  const fields: BuiltField[] = [
    [0x0100, SHORT, [8]],
    [0x0101, SHORT, [8]],
    [0x0102, SHORT, [8]],
    [0x0103, SHORT, [1]],
    [0x0106, SHORT, [1]],
    [0x0115, SHORT, [1]],
    [0x0116, SHORT, [8]],
    [0x0117, LONG, [64]],
    [tag, ASCII, Buffer.concat([utf8(text), Buffer.alloc(1)])],
  ];
  const at = (strip: number): readonly BuiltField[] => [...fields, [0x0111, LONG, [strip]]];
  const build = (strip: number) => block([...at(strip)].sort((a, b) => a[0] - b[0]));
  const size = build(0).length;
  return Buffer.concat([build(size), Buffer.alloc(64, 0x80)]);
}

/** A RIFF file with one more chunk at its end. */
function withChunk(file: Buffer, added: Buffer): Buffer {
  const all = Buffer.concat([file, added]);
  all.writeUInt32LE(all.length - 8, 4);
  return all;
}

const zipped = (text: string) => Buffer.concat([utf8('Comment\0\0'), deflateSync(utf8(text))]);
const international = (key: string, text: string) => Buffer.concat([utf8(`${key}\0\0\0\0\0`), utf8(text)]);

export const CARRIERS: readonly Carrier[] = [
  ...named(
    'EXIF',
    each(EXIF_TEXTS, (tag, text) => jpeg(exifSegment(exif(tag, text)))),
  ),
  ...named('EXIF', { UserComment: (text) => jpeg(exifSegment(comment(text))) }),
  ...named(
    'EXIF',
    each(XP_TEXTS, (tag, text) => jpeg(exifSegment(tiff([[tag, 'bytes', utf16(text)]])))),
  ),
  ...named(
    'IPTC',
    each(IPTC_TEXTS, (field, text) => jpeg(iptcSegment([field, utf8(text)]))),
  ),
  ...named(
    'XMP',
    each(XMP_WAYS, (write, text) => jpeg(xmpSegment(xmp(write(text))))),
  ),
  ...named('EXIF', {
    'UserComment in 16 bits without its character set': (text) =>
      jpeg(exifSegment(tiff([], { 34665: [[0x9286, 'bytes', utf16(text)]] }))),
  }),
  ...named('JPEG', {
    comment: (text) => jpeg([0xfe, utf8(text)]),
    'comment in UTF-16': (text) => jpeg([0xfe, utf16(text)]),
  }),
  ...named('PNG', {
    'tEXt parameters': (text) => png(['tEXt', utf8(`parameters\0${text}`)]),
    'tEXt of an unknown key': (text) => png(['tEXt', utf8(`note\0${text}`)]),
    'zTXt Comment': (text) => png(['zTXt', zipped(text)]),
    'iTXt Description': (text) => png(['iTXt', international('Description', text)]),
    eXIf: (text) => png(['eXIf', exif(0x010e, text)]),
    XMP: (text) => png(['iTXt', international('XML:com.adobe.xmp', xmp(XMP_WAYS['dc:description']!(text)))]),
  }),
  ...named('WebP', {
    EXIF: async (text) => ({
      extension: 'webp',
      bytes: withChunk(await picture().webp().toBuffer(), chunk('EXIF', exif(0x010e, text))),
    }),
    XMP: async (text) => ({
      extension: 'webp',
      bytes: await picture()
        .withXmp(xmp(XMP_WAYS['dc:description']!(text)))
        .webp()
        .toBuffer(),
    }),
  }),
  ...named('GIF', {
    comment: async (text) => ({
      extension: 'gif',
      bytes: await gifWith(Buffer.concat([Buffer.from([0x21, 0xfe, utf8(text).length]), utf8(text), Buffer.from([0])])),
    }),
    XMP: async (text) => ({
      extension: 'gif',
      bytes: await gifWith(gifXmp(xmp(XMP_WAYS['dc:description']!(text)))),
    }),
  }),
  ...named(
    'TIFF',
    each(EXIF_TEXTS, async (tag, text) => ({ extension: 'tif', bytes: tiffWith(tag, text) })),
  ),
  ...named('HEIF', {
    EXIF: async (text) => ({ extension: 'heic', bytes: heif(exif(0x010e, text), xmp('')) }),
    XMP: async (text) => ({
      extension: 'heic',
      bytes: heif(exif(0x0110, 'Pocket 1'), xmp(XMP_WAYS['dc:description']!(text))),
    }),
  }),
  ...named('MP4', {
    '©cmt': async (text) => mp4(box('udta', spoken('\u00a9cmt', text))),
    'a key': async (text) => mp4(keyed({ 'com.apple.quicktime.comment': text })),
    'an unknown key': async (text) => mp4(keyed({ 'com.example.note': text })),
    'a list item': async (text) => mp4(box('udta', listed({ desc: text }))),
    dscp: async (text) => mp4(box('udta', gpp('dscp', text))),
  }),
  ...named('AVI', {
    ICMT: async (text) => ({ extension: 'avi', bytes: avi(list('INFO', chunk('ICMT', utf8(`${text}\0`)))) }),
  }),
  ...alongside({
    'XMP sidecar': async (text) => ({
      extension: 'jpg',
      bytes: await jpegWith(),
      sidecars: { '.xmp': utf8(xmp(XMP_WAYS['dc:description']!(text))) },
    }),
    'Takeout description': async (text) => ({
      extension: 'jpg',
      bytes: await jpegWith(),
      sidecars: { '.json': takeoutJson({ title: 'carrier.jpg', description: text }) },
    }),
  }),
  ...named('a video inside a photo', {
    '©cmt': async (text) => ({
      extension: 'jpg',
      bytes: await toMotionPhoto(await jpegWith(), video(box('udta', spoken('\u00a9cmt', text)))),
    }),
  }),
  ...alongside({
    'caption in Picasa’s list': async (text) => withPicasa(`caption=${text}`),
    'keywords in Picasa’s list': async (text) => withPicasa(`keywords=${text}`),
  }),
  ...C2PA_CARRIERS,
  ...SIDECAR_CARRIERS,
];

async function withPicasa(own: string): Promise<Carried> {
  const list = `[Picasa]\nname=2024\n[carrier.jpg]\n${own}\nbackuphash=12345\n`;
  return { extension: 'jpg', bytes: await jpegWith(), sidecars: { '.ini': utf8(list) } };
}

const IPTC_EXT = 'xmlns:ext="http://iptc.org/std/Iptc4xmpExt/2008-02-29/"';
const RIGHTS = 'xmlns:rights="http://ns.adobe.com/xap/1.0/rights/"';
const bag = (text: string) => `<rdf:Bag><rdf:li>${escaped(text)}</rdf:li></rdf:Bag>`;
const sequence = (text: string) => `<rdf:Seq><rdf:li>${escaped(text)}</rdf:li></rdf:Seq>`;

/** Properties of XMP that name a person. */
const XMP_NAMES: Readonly<Record<string, (text: string) => string>> = {
  'dc:creator': (text) => `<dc:creator ${DC}>${sequence(text)}</dc:creator>`,
  'dc:contributor': (text) => `<dc:contributor ${DC}>${bag(text)}</dc:contributor>`,
  'dc:publisher': (text) => `<dc:publisher ${DC}>${bag(text)}</dc:publisher>`,
  'dc:rights': (text) => `<dc:rights ${DC}>${alternatives(`\u00a9 2024 ${text}`)}</dc:rights>`,
  'photoshop:Credit': (text) => `<photoshop:Credit ${PHOTOSHOP}>${escaped(text)}</photoshop:Credit>`,
  'photoshop:CaptionWriter': (text) =>
    `<photoshop:CaptionWriter ${PHOTOSHOP}>${escaped(text)}</photoshop:CaptionWriter>`,
  'xmpRights:Owner': (text) => `<rights:Owner ${RIGHTS}>${bag(text)}</rights:Owner>`,
  PersonInImage: (text) => `<ext:PersonInImage ${IPTC_EXT}>${bag(text)}</ext:PersonInImage>`,
  'a region of MWG': (text) => `<mwg:Regions xmlns:mwg="http://www.metadataworkinggroup.com/schemas/regions/"
    rdf:parseType="Resource"><mwg:RegionList><rdf:Bag><rdf:li rdf:parseType="Resource"><mwg:Name>${escaped(text)}</mwg:Name>
    <mwg:Type>Face</mwg:Type></rdf:li></rdf:Bag></mwg:RegionList></mwg:Regions>`,
  'a region of Microsoft': (text) => `<MP:RegionInfo xmlns:MP="http://ns.microsoft.com/photo/1.2/"
    xmlns:MPRI="http://ns.microsoft.com/photo/1.2/t/RegionInfo#" xmlns:MPReg="http://ns.microsoft.com/photo/1.2/t/Region#"
    rdf:parseType="Resource"><MPRI:Regions><rdf:Bag><rdf:li rdf:parseType="Resource"><MPReg:PersonDisplayName>${escaped(text)}</MPReg:PersonDisplayName>
    </rdf:li></rdf:Bag></MPRI:Regions></MP:RegionInfo>`,
  'a keyword under People': (text) =>
    `<lr:hierarchicalSubject xmlns:lr="http://ns.adobe.com/lightroom/1.0/">${bag(
      `People|${text}`,
    )}</lr:hierarchicalSubject>`,
  'a tag of digiKam under People': (text) =>
    `<dk:TagsList xmlns:dk="http://www.digikam.org/ns/1.0/">${sequence(`People/${text}`)}</dk:TagsList>`,
  'people of Media Pro': (text) =>
    `<mp:People xmlns:mp="http://ns.iview-multimedia.com/mediapro/1.0/">${bag(text)}</mp:People>`,
  'a face of Apple': (text) => `<fi:Regions xmlns:fi="http://ns.apple.com/faceinfo/1.0/" rdf:parseType="Resource">
    <fi:RegionList><rdf:Seq><rdf:li fi:FaceID="1" fi:Name="${escaped(text)}"/></rdf:Seq></fi:RegionList></fi:Regions>`,
  'a person of FOAF': (text) =>
    `<f:depicts xmlns:f="http://xmlns.com/foaf/0.1/"><f:Person f:name="${escaped(text)}"/></f:depicts>`,
  'a person of PRISM': (text) =>
    `<p:person xmlns:p="http://prismstandard.org/namespaces/basic/2.1/">${escaped(text)}</p:person>`,
  'a personality of Getty': (text) =>
    `<g:Personality xmlns:g="http://xmp.gettyimages.com/gift/1.0/">${bag(text)}</g:Personality>`,
  'the creator of an artwork': (text) => `<ext:AOCreator ${IPTC_EXT}>${sequence(text)}</ext:AOCreator>`,
  'the owner in any namespace': (text) => `<own:DeviceOwner ${OTHER}>${escaped(text)}</own:DeviceOwner>`,
  'a keyword under its Czech word': (text) =>
    `<lr:hierarchicalSubject xmlns:lr="http://ns.adobe.com/lightroom/1.0/">${bag(
      `Lid\u00e9|${text}`,
    )}</lr:hierarchicalSubject>`,
};
const IPTC_NAMES: Readonly<Record<string, number>> = { ByLine: 80, Credit: 110, Contact: 118, Writer: 122 };

const PNG_NAMES: Readonly<Record<string, string>> = Object.fromEntries(
  ['Author', 'Autor', 'Photographer', 'Owner', 'User'].map((key) => [key, key]),
);

/** Places whose name states that they hold the name of a person. */
export const NAMED_CARRIERS: readonly Carrier[] = [
  ...named('EXIF', {
    Artist: (text) => jpeg(exifSegment(exif(0x013b, text))),
    Copyright: (text) => jpeg(exifSegment(exif(0x8298, `Copyright 2024 ${text}`))),
    XPAuthor: (text) => jpeg(exifSegment(tiff([[0x9c9d, 'bytes', utf16(text)]]))),
    'HostComputer of its owner': (text) => jpeg(exifSegment(exif(0x013c, `${text}\u2019s iPhone`))),
    'Software in a folder of Windows': (text) => jpeg(exifSegment(exif(0x0131, `C:\\Users\\${text}\\edit.exe`))),
    'DocumentName in a folder of macOS': (text) => jpeg(exifSegment(exif(0x010d, `/Users/${text}/a.tif`))),
    CameraOwnerName: (text) => jpeg(exifSegment(tiff([], { 34665: [[0xa430, 'ascii', text]] }))),
  }),
  ...named(
    'IPTC',
    each(IPTC_NAMES, (field, text) => jpeg(iptcSegment([field, utf8(text)]))),
  ),
  ...named('IPTC', { Copyright: (text) => jpeg(iptcSegment([116, utf8(`\u00a9 ${text}`)])) }),
  ...named(
    'XMP',
    each(XMP_NAMES, (write, text) => jpeg(xmpSegment(xmp(write(text))))),
  ),
  ...named(
    'PNG',
    each(PNG_NAMES, (key, text) => png(['iTXt', international(key, text)])),
  ),
  ...named('MP4', {
    'a key of the author': async (text) => mp4(keyed({ 'com.apple.quicktime.author': text })),
    'a key of the user': async (text) => mp4(keyed({ 'com.example.user': text })),
    auth: async (text) => mp4(box('udta', gpp('auth', text))),
  }),
  ...alongside({
    'people of Takeout': async (text) => ({
      extension: 'jpg',
      bytes: await jpegWith(),
      sidecars: { '.json': takeoutJson({ title: 'carrier.jpg', people: [text] }) },
    }),
    'a face in Picasa’s list': async (text) => ({
      extension: 'jpg',
      bytes: await jpegWith(),
      sidecars: { '.ini': utf8(`[Contacts2]\n8e62=${text};;\n[carrier.jpg]\nfaces=rect64(3f84),8e62\n`) },
    }),
  }),
  ...NAMED_C2PA_CARRIERS,
];
