// Pictures that carry a text in one place of a C2PA manifest each, for the test that no place is
// passed over in silence. The arrays have the form of those in carriers.ts.
import { deflateRawSync } from 'node:zlib';
import { aae } from '../../fixtures/encode/sidecars.js';
import { app11, cbor, certificate, FILES_WITH_C2PA, json, manifest, store, storeOf } from './c2pa.js';
import { jpegWith, xmp } from './metadata-files.js';

interface Carrier {
  readonly name: string;
  readonly carry: (text: string) => Promise<{
    readonly extension: string;
    readonly bytes: Uint8Array;
    readonly sidecars?: Readonly<Record<string, Uint8Array>>;
  }>;
  readonly isAlongside?: true;
}

const inJpeg = async (whole: Uint8Array) => ({ extension: 'jpg', bytes: await jpegWith(...app11(whole)) });

const carriers = (ways: Readonly<Record<string, (text: string) => Uint8Array>>): readonly Carrier[] =>
  Object.entries(ways).map(([name, write]) => ({ name: `C2PA: ${name}`, carry: (text) => inJpeg(write(text)) }));

const EXTENSIONS: Readonly<Record<string, string>> = {
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/tiff': 'tif',
  'image/heic': 'heic',
  'image/jxl': 'jxl',
};

export const C2PA_CARRIERS: readonly Carrier[] = [
  ...carriers({
    'a CBOR assertion': (text) => storeOf(cbor('com.example.note', { note: text })),
    'a structure in a CBOR assertion': (text) => storeOf(cbor('com.example.note', { notes: [{ line: [text] }] })),
    'bytes in a CBOR assertion': (text) => storeOf(cbor('com.example.note', { note: Buffer.from(text) })),
    'a JSON assertion': (text) => storeOf(json('com.example.note', { note: text })),
    'c2pa.metadata': (text) => storeOf(json('c2pa.metadata', { 'dc:description': { 'x-default': text } })),
    'the title of an ingredient': (text) => storeOf(cbor('c2pa.ingredient', { 'dc:title': text })),
    'a parameter of an action': (text) =>
      storeOf(cbor('c2pa.actions', { actions: [{ action: 'c2pa.edited', parameters: { description: text } }] })),
    'the title of a claim': (text) => store(manifest({ claim: { 'dc:title': text } })),
    'the program of a claim': (text) => store(manifest({ claim: { claim_generator: text } })),
  }),
  ...Object.entries(EXTENSIONS).map(
    ([mediaType, extension]): Carrier => ({
      name: `C2PA: an assertion in ${mediaType}`,
      carry: async (text) => ({
        extension,
        bytes: await FILES_WITH_C2PA[mediaType]!(storeOf(cbor('com.example.note', { note: text }))),
      }),
    }),
  ),
];

/** Files next to a photo: its manifest, and an edit of Apple with XMP. */
export const SIDECAR_CARRIERS: readonly Carrier[] = [
  {
    name: 'a file alongside: C2PA',
    isAlongside: true,
    carry: async (text) => ({
      extension: 'jpg',
      bytes: await jpegWith(),
      sidecars: { '.c2pa': storeOf(cbor('com.example.note', { note: text })) },
    }),
  },
  {
    name: 'a file alongside: XMP in an AAE file',
    isAlongside: true,
    carry: async (text) => {
      const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
      const packet = xmp(`<own:note xmlns:own="https://example.com/ns/own/">${escaped}</own:note>`);
      const list = `${aae()}`.replace('<data>YnBsaXN0', `<data>${deflateRawSync(packet).toString('base64')}`);
      return { extension: 'jpg', bytes: await jpegWith(), sidecars: { '.aae': Buffer.from(list) } };
    },
  },
];

/** Places whose name states that they hold the name of a person. */
export const NAMED_C2PA_CARRIERS: readonly Carrier[] = carriers({
  'the author of a CreativeWork': (text) =>
    storeOf(json('stds.schema-org.CreativeWork', { author: [{ '@type': 'Person', name: text }] })),
  'dc:creator in c2pa.metadata': (text) => storeOf(json('c2pa.metadata', { 'dc:creator': [text] })),
  'a person in cawg.metadata': (text) => storeOf(json('cawg.metadata', { 'Iptc4xmpExt:PersonInImage': [text] })),
  'the owner in stds.exif': (text) => storeOf(json('stds.exif', { 'exifEX:CameraOwnerName': text })),
  'an author in CBOR': (text) => storeOf(cbor('com.example.note', { author: text })),
  'a verified identity': (text) => storeOf(cbor('cawg.identity', { verifiedIdentities: [{ name: text }] })),
  'the signer': (text) => store(manifest({ certificate: certificate({ CN: text }) })),
});
