// IPTC-IIM, the older format of IPTC: numbered fields one after the other.
import { readerOf } from '../byte-reader.js';
import { isTelling } from '../readable-text.js';
import { decodeText, type Tag } from '../tag.js';

const FIELD = 0x1c;

/** Record 1 is the envelope (senders, codes), 2 the caption. Others hold previews. */
const ENVELOPE = 1;
const APPLICATION = 2;

/** Names of the fields of record 2 (IPTC-NAA Information Interchange Model 4.2, chapter 6). */
const NAMES: ReadonlyMap<number, string> = new Map(
  [
    ...`
  0 ApplicationRecordVersion  3 ObjectTypeReference  4 ObjectAttributeReference  5 ObjectName  7 EditStatus
  8 EditorialUpdate  10 Urgency  12 SubjectReference  15 Category  20 SupplementalCategories  22 FixtureIdentifier
  25 Keywords  26 ContentLocationCode  27 ContentLocationName  30 ReleaseDate  35 ReleaseTime  37 ExpirationDate
  38 ExpirationTime  40 SpecialInstructions  42 ActionAdvised  45 ReferenceService  47 ReferenceDate
  50 ReferenceNumber  55 DateCreated  60 TimeCreated  62 DigitalCreationDate  63 DigitalCreationTime
  65 OriginatingProgram  70 ProgramVersion  75 ObjectCycle  80 Byline  85 BylineTitle  90 City  92 Sublocation
  95 State  100 CountryCode  101 Country  103 OriginalTransmissionReference  105 Headline  110 Credit  115 Source
  116 CopyrightNotice  118 Contact  120 Caption  121 LocalCaption  122 Writer  125 RasterizedCaption  130 ImageType
  131 ImageOrientation  135 LanguageIdentifier  150 AudioType  151 AudioSamplingRate  152 AudioSamplingResolution
  153 AudioDuration  154 AudioOutcue  184 JobID  185 MasterDocumentID  186 ShortDocumentID  187 UniqueDocumentID
  188 OwnerID  200 ObjectPreviewFileFormat  201 ObjectPreviewFileVersion  202 ObjectPreviewData  221 Prefs
  225 ClassifyState  228 SimilarityIndex  230 DocumentNotes  231 DocumentHistory  232 ExifCameraInfo  255 CatalogSets
`.matchAll(/(\d+) (\w+)/g),
  ].map(([, number, name]) => [Number(number), name as string]),
);

/** Marker, record, number of the field, length. */
const HEADER_BYTES = 5;

/** Returns the fields in file order. Throws MalformedError where a field breaks off. */
export function* iptcTags(bytes: Uint8Array): Generator<Tag> {
  const fields = readerOf(bytes);
  for (let at = 0; at < fields.length; ) {
    if (fields.u8(at) !== FIELD) {
      if (fields.bytes(at).every((byte) => byte === 0)) return;
      throw fields.malformed('a field does not begin', at);
    }
    const record = fields.u8(at + 1);
    const field = fields.u8(at + 2);
    const size = fields.u16(at + 3);
    // In a longer field, this is the length of its length. No text is that long.
    if (size >= 0x8000) throw fields.malformed('an extended field', at);
    const start = at + HEADER_BYTES;
    const value = decodeText(fields.bytes(start, start + size));
    if (record === APPLICATION) yield { block: 'iptc', name: NAMES.get(field) ?? `2:${field}`, within: [], value };
    else if (record === ENVELOPE) yield { block: 'iptc', name: `1:${field}`, within: [], value };
    else if (isTelling(value)) yield { block: 'iptc', name: `${record}:${field}`, within: [], value };
    at = start + size;
  }
}
