// Which tags have the same meaning, in order of trust. Keys are a tag's block and name; see tag.ts.
import type { NameRole } from '../types/metadata.js';

export const DEVICE = {
  make: [
    'exif Make',
    'maker Make',
    'xmp tiff:Make',
    'video com.apple.quicktime.make',
    'video com.android.manufacturer',
    'video ©mak',
    'video ecor',
    'video manu',
    'video Make',
  ],
  model: [
    'exif Model',
    'maker Model',
    'xmp tiff:Model',
    'video com.apple.quicktime.model',
    'video com.android.model',
    'video ©mod',
    'video emdl',
    'video ©mdl',
    'video modl',
    'video Model',
  ],
  serialNumber: [
    'exif SerialNumber',
    'exif CameraSerialNumber',
    'maker SerialNumber',
    'maker InternalSerialNumber',
    'xmp exifEX:BodySerialNumber',
    'xmp exifEX:SerialNumber',
    'xmp aux:SerialNumber',
    'xmp drone-dji:CameraSerialNumber',
    'xmp drone-dji:DroneSerialNumber',
    'video SerialNumber',
  ],
  lensSerialNumber: [
    'exif LensSerialNumber',
    'maker LensSerialNumber',
    'xmp exifEX:LensSerialNumber',
    'xmp aux:LensSerialNumber',
    'video LensSerialNumber',
  ],
} as const;

/**
 * IDs that several files may share: versions of one picture, a burst, a photo and its video. An ID
 * that changes with each saving links nothing and is missing.
 */
export const UNIQUE_IDS: readonly string[] = [
  'exif ImageUniqueID',
  'exif RawDataUniqueID',
  'maker ImageUniqueID',
  'maker ContentIdentifier',
  'maker BurstUUID',
  'maker ImageCaptureRequestID',
  'maker PhotoIdentifier',
  'xmp exif:ImageUniqueID',
  'xmp exifEX:ImageUniqueID',
  'xmp digiKam:ImageUniqueID',
  'xmp GCamera:BurstID',
  'xmp xmpMM:DocumentID',
  'xmp xmpMM:OriginalDocumentID',
  'xmp stRef:documentID',
  'xmp stRef:originalDocumentID',
  'xmp photoshop:DocumentAncestors',
  'iptc MasterDocumentID',
  'iptc UniqueDocumentID',
  'video com.apple.quicktime.content.identifier',
  'video com.apple.photos.originating.signature',
  'video CAME',
  'video MUID',
  'video GUMI',
  'video BCID',
  // Of a person in a region: an account, and a hash of an e-mail address.
  'xmp MPReg:PersonLiveIdCID',
  'xmp MPReg:PersonEmailDigest',
];

export const NAME_TAGS: Readonly<Partial<Record<NameRole, readonly string[]>>> = {
  owner: [
    'exif OwnerName',
    'maker OwnerName',
    'xmp exifEX:CameraOwnerName',
    'xmp exifEX:OwnerName',
    'xmp aux:OwnerName',
    'xmp xmpRights:Owner',
    'xmp plus:CopyrightOwnerName',
    // The account that bought it.
    'video ownr',
    'video apID',
  ],
  artist: [
    'exif Artist',
    'maker Artist',
    'xmp tiff:Artist',
    'xmp exif:Artist',
    'video com.apple.quicktime.artist',
    'video ©ART',
    'video aART',
    'video ©prf',
    'video perf',
    'video IART',
  ],
  creator: [
    'exif XPAuthor',
    'xmp dc:creator',
    'xmp plus:ImageCreatorName',
    'iptc Byline',
    'file Author',
    'file Artist',
    'file Creator',
    'video com.apple.quicktime.author',
    'video com.apple.quicktime.director',
    'video com.apple.quicktime.producer',
    'video ©aut',
    'video ©dir',
    'video ©prd',
    'video ©wrt',
    'video auth',
    'video IENG',
  ],
  shown: ['xmp Iptc4xmpExt:PersonInImage', 'xmp Iptc4xmpExt:PersonName', 'maker BabyName', 'maker FaceName'],
  tagged: ['xmp mwg-rs:Name', 'xmp MPReg:PersonDisplayName'],
};

/** From the finest to the coarsest. */
export const PLACE_NAMES: readonly string[] = [
  'maker Landmark',
  'maker Location',
  'video com.apple.quicktime.location.name',
  'video loci name',
  'exif GPSAreaInformation',
  'xmp Iptc4xmpExt:LocationName',
  'xmp Iptc4xmpExt:Sublocation',
  'xmp Iptc4xmpCore:Location',
  'xmp xmpDM:shotLocation',
  'xmp dc:coverage',
  'iptc Sublocation',
  'iptc ContentLocationName',
  'maker City',
  'xmp Iptc4xmpExt:City',
  'xmp photoshop:City',
  'iptc City',
  'maker State',
  'xmp Iptc4xmpExt:ProvinceState',
  'xmp photoshop:State',
  'iptc State',
];

/** Countries and continents: nothing finer. */
export const COUNTRY_NAMES: readonly string[] = [
  'maker Country',
  'xmp Iptc4xmpExt:CountryName',
  'xmp photoshop:Country',
  'iptc Country',
  'xmp Iptc4xmpExt:CountryCode',
  'xmp Iptc4xmpCore:CountryCode',
  'iptc CountryCode',
  'iptc ContentLocationCode',
  'xmp Iptc4xmpExt:WorldRegion',
];

/** The code of the mobile network's country, in the trailers of phones. */
export const MOBILE_COUNTRY = 'maker MobileCountryCode';

/** All of the above. Their texts are not other text. */
export const UNDERSTOOD: ReadonlySet<string> = new Set([
  ...Object.values(DEVICE).flat(),
  ...UNIQUE_IDS,
  ...Object.values(NAME_TAGS).flat(),
  ...PLACE_NAMES,
  ...COUNTRY_NAMES,
  MOBILE_COUNTRY,
]);
