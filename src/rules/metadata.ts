// Rules on what a file says about itself beside the picture.
import type { Rule } from './rule.js';

const PRESENCE = 'The tag itself: where it is present, it is there for everyone who gets the file.';
const STRIPPED = 'What was removed before, and tags in a form that the readers of metadata do not know.';

export const METADATA_RULES: readonly Rule[] = [
  {
    id: 'metadata/location',
    title: 'location',
    severity: 'high',
    detector: 'metadata',
    labels: ['location'],
    minScore: 0,
    scoreKind: 'proof',
    meaning: 'The coordinates at which the photo was taken, often to a few metres: a home, a school, a habit.',
    looksAt:
      'GPS tags in EXIF, XMP and QuickTime, and tracks of a video that hold a place for every moment, as likely.',
    proof: PRESENCE,
    cannotSee: `${STRIPPED} It does not recognise a place by what the picture shows.`,
  },
  {
    id: 'metadata/capture-time',
    title: 'capture time',
    severity: 'low',
    detector: 'metadata',
    labels: ['capture-time'],
    minScore: 0,
    scoreKind: 'proof',
    meaning: 'The day and time at which the photo was taken. Nearly every photo has it, so it is low alone.',
    looksAt: 'Date tags in EXIF, XMP and QuickTime.',
    proof: PRESENCE,
    cannotSee: `${STRIPPED} A clock that was set wrong is not noticed.`,
  },
  {
    id: 'metadata/person-name',
    title: 'person name',
    severity: 'high',
    detector: 'metadata',
    labels: ['person-name'],
    minScore: 0,
    scoreKind: 'proof',
    meaning: 'Names tied to the photo: of the camera’s owner, the artist or creator, or of people shown in it.',
    looksAt:
      'Tags for owner, artist and creator, and names given to faces or people, in EXIF, makers’ notes, XMP, IPTC, QuickTime and C2PA manifests.',
    proof: PRESENCE,
    cannotSee: STRIPPED,
  },
  {
    id: 'metadata/place-name',
    title: 'place name',
    severity: 'medium',
    detector: 'metadata',
    labels: ['place-name'],
    minScore: 0,
    scoreKind: 'proof',
    meaning: 'The name of a place written into the file: a city, a country, a part of town.',
    looksAt: 'Place tags in XMP, IPTC and makers’ notes.',
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
      'Serial numbers and unique ids, which tie all photos of one camera to each other and to its buyer. Make and model alone never count.',
    looksAt: 'Serial number and id tags of camera, lens and picture, in EXIF, makers’ notes, XMP and QuickTime.',
    proof: PRESENCE,
    cannotSee: `${STRIPPED} The pattern that a sensor leaves in every picture is not looked at.`,
  },
  {
    id: 'metadata/other-text',
    title: 'other text',
    severity: 'low',
    detector: 'metadata',
    labels: ['other-text'],
    minScore: 0,
    scoreKind: 'proof',
    meaning: 'Text in a tag that is not known to be harmless: a caption, a comment, keywords, a software’s notes.',
    looksAt:
      'Every text tag in EXIF, makers’ notes, XMP, IPTC and QuickTime that is not on the list of harmless ones; that there is a history of editing or a C2PA manifest.',
    proof: PRESENCE,
    cannotSee: `${STRIPPED} What the text means.`,
  },
  {
    id: 'metadata/sidecar',
    title: 'sidecar',
    // The photo goes without it; who uploads the whole folder may want it high.
    severity: 'low',
    detector: 'sidecars',
    labels: [
      'sidecar-location',
      'sidecar-capture-time',
      'sidecar-person-name',
      'sidecar-place-name',
      'sidecar-device-identity',
      'sidecar-other-text',
      'sidecar-edit',
    ],
    minScore: 0,
    scoreKind: 'proof',
    meaning:
      'A file beside the photo says where, when or of whom it is, or that it was edited. The photo itself does not carry that: it is given away only where the sidecar is uploaded too, as with a whole folder; so it is low.',
    looksAt:
      'XMP files (NAME.xmp, NAME.jpg.xmp), Google Takeout’s JSON (NAME.jpg.json, NAME.jpg.supplemental-metadata.json) and Apple’s AAE files, in the folder of the photo. An AAE file keeps an edit: the picture beside it may be the one from before, with what the edit cropped or covered.',
    proof: 'The entry in the sidecar itself.',
    cannotSee:
      'Sidecars in another folder, under other names or of other programs, and those of a photo that was named alone instead of its folder. What an edit changed.',
  },
  {
    id: 'metadata/hidden-media',
    title: 'hidden media',
    severity: 'medium',
    detector: 'container',
    labels: ['hidden-media', 'gain-map'],
    // The map of brightness that most phones add shows only what the picture shows.
    severityByLabel: { 'gain-map': 'low' },
    minScore: 0.5,
    scoreKind: 'ordinal',
    meaning:
      'More than the picture that one sees: the video or sound of a motion photo, a depth map, a mask of people, a second picture. A map of brightness (HDR) is low.',
    looksAt:
      'The video of a Live Photo beside a still of the same name, videos and pictures behind a JPEG or PNG, Google’s and Samsung’s motion photos, the Multi-Picture index, and videos and auxiliary pictures of HEIC, HEIF and AVIF.',
    proof:
      'The structure of what was found, read to its end, or the table of the file that names it; of a Live Photo, that both carry the same identifier.',
    cannotSee:
      'What the second picture shows, and without ffmpeg what the video does. Media in WebP, GIF, TIFF and RAW files, and media that are encrypted or lie in the pixels. A smaller copy of the same picture is left out, and so is a Live Photo’s video of another name or in another folder.',
  },
  {
    id: 'metadata/trailing-data',
    title: 'trailing data',
    severity: 'medium',
    detector: 'container',
    labels: ['trailing-data', 'earlier-picture'],
    severityByLabel: { 'earlier-picture': 'high' },
    // Below it: trailers of cameras and programs that hold no media, and a few stray bytes.
    minScore: 0.5,
    scoreKind: 'ordinal',
    meaning:
      'Bytes after the end of the picture that the file does not name. A program that cut or blacked out a part may have left the earlier picture there; then it is high.',
    looksAt: 'What follows the end of a JPEG, a PNG or a video, and boxes of a video that no standard names.',
    proof:
      'An earlier picture: a whole JPEG or PNG of at least this size, or the rest of one: data of a PNG with a right checksum or that inflates to its end, coded data of a JPEG up to its last mark.',
    cannotSee:
      'What the bytes show, and bytes after other kinds of pictures. Padding and the trailers of cameras and programs that hold no media are left out.',
  },
  {
    id: 'metadata/embedded-original',
    title: 'embedded original',
    severity: 'high',
    detector: 'embedded-original',
    labels: ['embedded-more', 'embedded-clearer', 'embedded-other'],
    minScore: 0.65,
    scoreKind: 'ordinal',
    meaning:
      'A copy or a stored picture inside the file that shows more than its picture does: what was cropped away, blurred or covered later, or another picture.',
    looksAt:
      'Thumbnails and smaller copies of a picture (in EXIF, makers’ notes, multi-picture format, Photoshop’s and C2PA’s blocks, TIFF, PSD, HEIC and AVIF), compared with the upright picture in shape and detail; scaling, colours and bars do not count. Of HEIC and AVIF also what a crop, a canvas or an overlay hides of a stored picture. What differs is examined for itself, as a picture.',
    proof:
      'Of a HEIC or AVIF the crop, canvas or overlay in the file’s own tables; of a copy nothing, the score is how much of the difference a crop or a cover explains.',
    cannotSee:
      'Small copies in RAW photos, covers smaller than about a fifth of the short side, covers of plain places, and crops that take less than a twentieth.',
  },
];
