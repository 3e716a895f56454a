// Tags and texts that reveal nothing about a person or a place. Unknown means sensitive: what is
// not listed here is reported as other text. The list is based on what ordinary cameras, phones and
// programs write: versions, settings, units, times, and names of software and lenses.
import type { Tag } from '../formats/tag.js';

/** By block. Numbers, dates and switches need no entry: see `isWordless`. */
const HARMLESS = {
  exif: words(`
    ExifVersion FlashpixVersion InteropIndex InteropVersion GPSVersionID DNGVersion DNGBackwardVersion TIFF-EPStandardID
    DateTimeOriginal CreateDate ModifyDate PreviewDateTime OffsetTime OffsetTimeOriginal OffsetTimeDigitized
    SubSecTime SubSecTimeOriginal SubSecTimeDigitized GPSDateStamp
    GPSLatitudeRef GPSLongitudeRef GPSAltitudeRef GPSSpeedRef GPSTrackRef GPSImgDirectionRef GPSDestLatitudeRef
    GPSDestLongitudeRef GPSDestBearingRef GPSDestDistanceRef GPSStatus GPSMeasureMode GPSMapDatum GPSProcessingMethod
    GPSSatellites
    Software ProcessingSoftware LensMake LensModel Lens UniqueCameraModel LocalizedCameraModel SpectralSensitivity
    ComponentsConfiguration CFAPattern FileSource DeviceSettingDescription PrintIM Padding InkNames
    ProfileName ProfileCopyright AsShotProfileName CameraCalibrationSig ProfileCalibrationSig
    PreviewApplicationName PreviewApplicationVersion PreviewSettingsName`),
  // By the number that the maker gave it: settings, firmware, types of image and lens.
  maker: words(`
    DateTimeOriginal TimeStampUTC OriginalFileName ThumbnailFileName Apple26 Canon6 Canon7 Canon149 Fuji0 Fuji4096 Olympus256
    Olympus515 Olympus519 Ricoh1 Ricoh2 Sony45088 Nikon3 Nikon4 Nikon5 Nikon6 Nikon7 Nikon8 Nikon9 Nikon15 Nikon128
    Nikon129 Nikon130 Nikon141 Nikon143 Nikon144 Nikon149 Nikon156 Nikon169 Nikon170 Nikon171 Sigma3 Sigma4 Sigma5
    Sigma6 Sigma7 Sigma8 Sigma11 Sigma12 Sigma13 Sigma14 Sigma15 Sigma16 Sigma17 Sigma18 Sigma20 Sigma21 Sigma22
    Sigma23 Sigma24`),
  xmp: words(`
    :about dc:format dc:Format dc:type xmp:CreatorTool xmp:CreateDate xmp:ModifyDate xmp:MetadataDate xmp:Rating xmp:Format
    xmpMM:InstanceID xmpMM:RenditionClass xmpMM:VersionID xmpRights:Marked xmpNote:HasExtendedXMP
    stEvt:action stEvt:when stEvt:softwareAgent stEvt:changed stEvt:instanceID
    stRef:instanceID stRef:filePart stRef:renditionClass stRef:versionID stRef:maskMarkers
    photoshop:ColorMode photoshop:ICCProfile photoshop:DateCreated photoshop:LegacyIPTCDigest photoshop:Urgency
    photoshop:SidecarForExtension photoshop:EmbeddedXMPDigest photomechanic:Prefs
    MicrosoftPhoto:DateAcquired MicrosoftPhoto:Rating MicrosoftPhoto:LensManufacturer MicrosoftPhoto:LensModel
    MPReg:Rectangle mwg-rs:Type digiKam:ColorLabel digiKam:PickLabel Iptc4xmpExt:DigitalSourceType plus:Version`),
  iptc: words(`
    1:0 1:20 1:22 1:90 ApplicationRecordVersion DateCreated TimeCreated DigitalCreationDate DigitalCreationTime
    ReleaseDate ReleaseTime ExpirationDate ExpirationTime OriginatingProgram ProgramVersion Urgency ObjectCycle
    EditStatus ActionAdvised ImageType ImageOrientation LanguageIdentifier Prefs ClassifyState SimilarityIndex
    ObjectPreviewFileFormat ObjectPreviewFileVersion ObjectPreviewData`),
  file: words(`
    Software software CreationTime create-date modify-date date:create date:modify date:timestamp signature
    Thumb::MTime Thumb::Mimetype Thumb::Size Thumb::Image::Height Thumb::Image::Width Thumb::Document::Pages`),
  video: words(`
    mvhd date IDIT ICRD ISFT ©day ©swr ©too ©enc ©fmt ©inf ©req ©TIM ©TSC ©TSZ FIRM
    ©fpt ©fyw ©frl ©gpt ©gyw ©grl ©xsp ©ysp ©zsp
    com.apple.quicktime.creationdate com.apple.quicktime.software com.apple.quicktime.camera.identifier
    com.apple.quicktime.camera.lens_model com.apple.quicktime.player.version com.apple.quicktime.version
    com.apple.quicktime.encoder com.apple.quicktime.direction.facing com.apple.quicktime.location.date
    com.apple.quicktime.location.role com.apple.quicktime.location.accuracy.horizontal
    CreationDate gpstime SDLN com.android.version com.android.capture.fps com.samsung.android.utc_offset`),
} as const;

/**
 * Structures and namespaces that hold settings, sizes and steps of processing. Everything in them
 * is harmless unless it is in FREE_TEXT.
 */
const HARMLESS_SPACES = words(`
  crs tiff exif exifEX aux stDim stArea stFnt xmpG xmpGImg xmpTPg lensProfile stCamera crd apdi GIMP drone-dji
  GPano GCamera GDepth GImage GAudio GContainer Container Item hdrgm HDRGainMap OpCamera MiCamera Device Profile Camera`);

/** The tags in those namespaces that are meant for free text. */
const FREE_TEXT = words(`
  tiff:ImageDescription tiff:Copyright tiff:HostComputer exif:UserComment exif:ImageDescription exif:Copyright
  exif:GPSAreaInformation exif:RelatedSoundFile exifEX:Photographer crs:RawFileName`);

/**
 * What cameras and programs write where a person could have written something. The whole text must
 * match, in any case.
 */
const DEFAULTS: readonly RegExp[] = [
  /^[\w ]{0,20}\b(digital (still )?camera|dsc)$/i,
  /^(exif[ _]jpeg([ _]picture)?|dcf ?1\.0|digital image|ascii?|screenshot|untitled|applemark)$/i,
  /^oplus_\d{1,12}$/i,
  /^created with (the )?gimp( on a mac)?$/i,
  /^creator: gd-jpeg v[\d.]+ \(using ijg jpeg v\d+\), (default quality|quality = \d+)$/i,
  /^(lead technologies inc\. v[\d.]+|intel\(r\) jpeg library, version [[\]\d.]+|optimized by jpegmini [\w.() ]{0,30})$/i,
  /^(picasa|lavc)[ \d.]*$/i,
  /^(acd systems digital imaging|handmade software, inc\. image alchemy.*)$/i,
  // Copyright without an owner, or with the camera as owner.
  /^(\(c\)|©|copyright)[\s,.\d-]*$/i,
  /^\(c\) by [\w -]+ user$/i,
  // Names that programs give to the tracks of a video.
  /^(stereo|mono|surround)$/i,
  // Names that cameras give to files.
  /^(dcim\\\d{3}\w{5}\\)?\w{2,4}\d{3,5}\.\w{3,4}$/i,
];

/** Whether a tag of this name, in these structures, is harmless whatever its text. */
export function isHarmlessTag(tag: Pick<Tag, 'block' | 'name' | 'within'>): boolean {
  return HARMLESS[tag.block].has(tag.name.replaceAll(' ', '')) || isSetting(tag);
}

/** Whether it holds numbers: a setting, a size, a curve or a step of processing. */
export function isSetting({ block, name, within }: Pick<Tag, 'block' | 'name' | 'within'>): boolean {
  return block === 'xmp' && !FREE_TEXT.has(name) && (isOfSettings(name) || within.some(isOfSettings));
}

function isOfSettings(name: string): boolean {
  const colon = name.indexOf(':');
  return HARMLESS_SPACES.has(colon < 0 ? name : name.slice(0, colon));
}

/**
 * Whether a text is harmless in any tag: a short number, a switch, a date, or the default text of a
 * program.
 */
export function isWordless(text: string): boolean {
  return isNumberOrDate(text) || /^(true|false)$/i.test(text) || DEFAULTS.some((known) => known.test(text));
}

/** Whether the text is one number or one time, and nothing else. */
export function isNumberOrDate(text: string): boolean {
  const isNumber = /^[-+]?\d{1,6}([.,/]\d+)?$/.test(text);
  return isNumber || /^\d{4}[-:]\d\d([-:]\d\d([T ][\d:.]+(Z|[-+][\d:]+)?)?)?$/.test(text);
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''));
}
