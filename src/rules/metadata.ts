// Rules on what a file holds besides its picture.
import type { Rule } from './rule.js';

const PRESENCE = 'The tag itself: anyone who gets the file can read it.';
const STRIPPED = 'Tags that were removed before, and tags in a form that lenscap cannot read.';

export const METADATA_RULES: readonly Rule[] = [
  {
    id: 'metadata/location',
    title: 'location',
    severity: 'high',
    detector: 'metadata',
    labels: ['location'],
    minScore: 0,
    scoreKind: 'proof',
    meaning:
      'The coordinates where the photo was taken, often to within a few metres: a home, a school, a daily route.',
    looksAt:
      'GPS tags in EXIF, XMP, QuickTime and C2PA manifests, and coordinates in captions, comments, keywords and links to maps; docs/metadata.md lists them. All that differ are reported. Those in a text are not proved: they may be of another place. Of what a camera, a drone or a dash cam records during a video, the first place of each track counts.',
    proof: PRESENCE,
    cannotSee: `${STRIPPED} A place that only the picture shows.`,
  },
  {
    id: 'metadata/capture-time',
    title: 'capture time',
    severity: 'low',
    detector: 'metadata',
    labels: ['capture-time'],
    minScore: 0,
    scoreKind: 'proof',
    meaning: 'The date and time when the photo was taken. Nearly every photo has them, so on their own they are low.',
    looksAt: 'Date tags in EXIF, XMP, QuickTime and C2PA manifests.',
    proof: PRESENCE,
    cannotSee: `${STRIPPED} Whether the clock of the camera was right.`,
  },
  {
    id: 'metadata/person-name',
    title: 'name of a person',
    severity: 'high',
    detector: 'metadata',
    labels: ['person-name'],
    minScore: 0,
    scoreKind: 'proof',
    meaning:
      'Names stored in the file: the camera’s owner, the artist or creator, the holder of the copyright, someone credited, a contact, or people in the photo.',
    looksAt:
      'Tags for owner, artist, creator, copyright, credit, contact and publisher, keywords of the branch People, and names given to faces or people, in EXIF, makers’ notes, XMP, IPTC, QuickTime and C2PA manifests. What a tag for rights holds is a name where it is no agency, company, legal notice, address of the web or test string.',
    proof: PRESENCE,
    cannotSee: STRIPPED,
  },
  {
    id: 'metadata/place-name',
    title: 'place name',
    severity: 'medium',
    detector: 'metadata',
    labels: ['place-name', 'country-name'],
    severityByLabel: { 'country-name': 'low' },
    labelConditions: { 'country-name': 'it is only a country' },
    minScore: 0,
    scoreKind: 'proof',
    meaning: 'The name of a place stored in the file: a city, a neighbourhood, a landmark. A country alone is low.',
    looksAt:
      'Place tags in XMP, IPTC, makers’ notes and C2PA manifests. The code of the mobile network’s country in the trailers of phones.',
    proof: PRESENCE,
    cannotSee: STRIPPED,
  },
  {
    id: 'metadata/device-identity',
    title: 'device identity',
    severity: 'medium',
    detector: 'metadata',
    labels: ['device-identity'],
    minScore: 0,
    scoreKind: 'proof',
    meaning:
      'Serial numbers and unique IDs, which link all photos of one camera to each other and to its buyer. Make and model alone are not reported.',
    looksAt:
      'Serial number and ID tags of camera, lens and picture, in EXIF, makers’ notes, XMP, QuickTime and C2PA manifests. IDs that are new for each shot or saving, and those that every device of a model has, are known by their form and are not reported.',
    proof: PRESENCE,
    cannotSee: `${STRIPPED} The noise pattern that a sensor leaves in every picture.`,
  },
  {
    id: 'metadata/other-text',
    title: 'other text',
    severity: 'low',
    detector: 'metadata',
    labels: ['other-text'],
    minScore: 0,
    scoreKind: 'proof',
    meaning: 'Text in a tag that is not known to be harmless: a caption, a comment, keywords, notes of an app.',
    looksAt:
      'Every text tag in EXIF, makers’ notes, XMP, IPTC, QuickTime and C2PA manifests that is not on the list of harmless tags, and whether there is an editing history or a manifest.',
    proof: PRESENCE,
    cannotSee: `${STRIPPED} What the text means.`,
  },
  {
    id: 'metadata/sidecar',
    title: 'sidecar file',
    // It is not part of the photo; a person who uploads whole folders may set it to high.
    severity: 'low',
    detector: 'sidecars',
    labels: [
      'sidecar-location',
      'sidecar-capture-time',
      'sidecar-person-name',
      'sidecar-place-name',
      'sidecar-country-name',
      'sidecar-device-identity',
      'sidecar-other-text',
      'sidecar-edit',
    ],
    minScore: 0,
    scoreKind: 'proof',
    meaning:
      'A file next to the photo that holds its place, its time, names or an edit. It gives this away only if it is uploaded too, for example with the whole folder, so it is low.',
    looksAt:
      'XMP files (NAME.xmp, NAME.jpg.xmp), Google Takeout’s JSON (NAME.jpg.json, NAME.jpg.supplemental-metadata.json), C2PA manifests (NAME.c2pa), Picasa’s list of the folder (.picasa.ini) and Apple’s AAE files with the XMP in them, in the folder of the photo. An AAE file stores an edit, so the photo next to it may still show what the edit cropped or covered.',
    proof: 'The entry in the sidecar file itself.',
    cannotSee:
      'Sidecar files in another folder, with other names or of other programs, and those of a photo that was named itself instead of its folder. What an edit changed.',
  },
  {
    id: 'metadata/hidden-media',
    title: 'hidden media',
    severity: 'medium',
    detector: 'container',
    labels: ['hidden-media', 'gain-map'],
    // The gain map that most phones add shows only what the picture shows.
    severityByLabel: { 'gain-map': 'low' },
    labelConditions: { 'gain-map': 'it is a brightness map for HDR screens' },
    minScore: 0.5,
    scoreKind: 'ordinal',
    isSometimesProved: true,
    meaning:
      'Media in the file that a viewer does not show: the video or sound of a motion photo, a depth map, a mask of people, a second picture. A brightness map (HDR gain map) is low.',
    looksAt:
      'The video of a Live Photo next to a photo of the same name; videos and pictures after the end of a JPEG, PNG, WebP, GIF or TIFF; Google’s and Samsung’s motion photos; the multi-picture index (MPF); videos and auxiliary pictures in HEIC, HEIF and AVIF.',
    proof:
      'A complete structure of what was found, or an entry for it in a table of the file. For a Live Photo, the same identifier in both files.',
    cannotSee:
      'Without ffmpeg, what a video shows. Media in TIFF and RAW files, and media that are encrypted or hidden in the pixels. A Live Photo’s video with another name or in another folder. A smaller copy of the same picture is not reported.',
  },
  {
    id: 'metadata/trailing-data',
    title: 'trailing data',
    severity: 'medium',
    detector: 'container',
    labels: ['trailing-data', 'earlier-picture'],
    severityByLabel: { 'earlier-picture': 'high' },
    labelConditions: { 'earlier-picture': 'it is an earlier version of the picture' },
    // Below it: trailers of cameras and programs that hold no media, and a few stray bytes.
    minScore: 0.5,
    scoreKind: 'ordinal',
    isSometimesProved: true,
    meaning:
      'Bytes after the end of the picture that no table of the file names. If an app cropped or blacked out a part and left the earlier picture there, it is high.',
    looksAt:
      'What follows the end of a JPEG, a PNG, a WebP, a GIF, a TIFF or a video, and boxes of a video that no standard defines.',
    proof:
      'Proved for an earlier picture: a complete JPEG or PNG of at least this size, or the rest of one. The rest of a PNG has a valid checksum or decompresses to its end; the rest of a JPEG reaches its end marker.',
    cannotSee:
      'What the bytes show, and bytes after other kinds of pictures. Padding, and trailers of cameras and apps that hold no media, are not reported.',
  },
  {
    id: 'metadata/embedded-original',
    title: 'embedded original',
    severity: 'high',
    detector: 'embedded-original',
    labels: ['embedded-more', 'embedded-clearer', 'embedded-other'],
    minScore: 0.65,
    scoreKind: 'ordinal',
    isSometimesProved: true,
    meaning:
      'A picture stored inside the file that shows more than the photo itself: what was cropped, blurred or covered later, or a different picture.',
    looksAt:
      'Thumbnails, smaller copies and further pictures (in EXIF, JFIF, XMP, makers’ notes, multi-picture format, Photoshop and C2PA blocks, TIFF, PSD, HEIC and AVIF, and after the end of a JPEG, PNG, WebP, GIF or TIFF). They are compared with the upright picture in shape and detail; scaling, colours and black bars do not count. In HEIC and AVIF also what a crop, a canvas or an overlay hides of a stored picture. A picture that differs is examined by all rules.',
    proof:
      'Proved for a crop, canvas or overlay in the tables of a HEIC or AVIF file. Nothing proves it for a copy; there the score is the part of the difference that a crop or a cover explains.',
    cannotSee:
      'Small copies in RAW photos, covered parts smaller than about a fifth of the short side, covered parts without detail, and crops of less than a twentieth.',
  },
];
