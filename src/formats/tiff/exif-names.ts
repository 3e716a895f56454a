// Names of the tags of EXIF and TIFF that hold text, times, locations or IDs (TIFF 6.0, Exif 3.0,
// DNG 1.7, TIFF/EP). Other tags go by their number.
import type { DirectoryKind } from './directories.js';

const MAIN = names(`
  0b ProcessingSoftware  fe SubfileType  10d DocumentName  10e ImageDescription  10f Make  110 Model  11d PageName
  112 Orientation  131 Software  132 ModifyDate  13b Artist  13c HostComputer  14d InkNames  151 TargetPrinter
  800d ImageID  8298 Copyright  9c9b XPTitle  9c9c XPComment  9c9d XPAuthor  9c9e XPKeywords  9c9f XPSubject
  c4a5 PrintIM  c612 DNGVersion  c613 DNGBackwardVersion  c614 UniqueCameraModel  c615 LocalizedCameraModel
  c62f CameraSerialNumber  c65d RawDataUniqueID  c68b OriginalRawFileName  c6f3 CameraCalibrationSig
  c6f4 ProfileCalibrationSig  c6f6 AsShotProfileName  c6f8 ProfileName  c6fe ProfileCopyright
  c716 PreviewApplicationName  c717 PreviewApplicationVersion  c718 PreviewSettingsName  c71b PreviewDateTime
  c789 ReelName  c7a1 CameraLabel  a212 SecurityClassification  a213 ImageHistory  9216 TIFF-EPStandardID`);

const EXIF = names(`
  8298 Copyright  8824 SpectralSensitivity  9000 ExifVersion  9003 DateTimeOriginal  9004 CreateDate  9010 OffsetTime
  9011 OffsetTimeOriginal  9012 OffsetTimeDigitized  9101 ComponentsConfiguration  9212 SecurityClassification
  9213 ImageHistory  9286 UserComment  9290 SubSecTime  9291 SubSecTimeOriginal  9292 SubSecTimeDigitized
  a000 FlashpixVersion  a004 RelatedSoundFile  a300 FileSource  a302 CFAPattern  a40b DeviceSettingDescription
  a420 ImageUniqueID  a430 OwnerName  a431 SerialNumber  a433 LensMake  a434 LensModel  a435 LensSerialNumber
  a436 ImageTitle  a437 Photographer  a438 ImageEditor  a439 CameraFirmware  a43a RAWDevelopingSoftware
  a43b ImageEditingSoftware  a43c MetadataEditingSoftware  ea1c Padding  fde8 OwnerName  fde9 SerialNumber  fdea Lens
  9216 TIFF-EPStandardID`);

const GPS = names(`
  0 GPSVersionID  1 GPSLatitudeRef  2 GPSLatitude  3 GPSLongitudeRef  4 GPSLongitude  5 GPSAltitudeRef  7 GPSTimeStamp
  8 GPSSatellites  9 GPSStatus  a GPSMeasureMode  c GPSSpeedRef  e GPSTrackRef  10 GPSImgDirectionRef  12 GPSMapDatum
  13 GPSDestLatitudeRef  14 GPSDestLatitude  15 GPSDestLongitudeRef  16 GPSDestLongitude  17 GPSDestBearingRef
  19 GPSDestDistanceRef  1b GPSProcessingMethod  1c GPSAreaInformation  1d GPSDateStamp`);

/**
 * The name of a tag; its number where it is not in the table. Some programs write a tag into the
 * wrong directory, which does not change its name.
 */
export function exifName(kind: DirectoryKind, tag: number): string {
  const name =
    kind === 'gps'
      ? GPS.get(tag)
      : kind === 'exif'
        ? (EXIF.get(tag) ?? MAIN.get(tag))
        : (MAIN.get(tag) ?? EXIF.get(tag));
  return name ?? `${tag}`;
}

function names(list: string): ReadonlyMap<number, string> {
  const words = list.trim().split(/\s+/);
  return new Map(
    Array.from({ length: words.length / 2 }, (_, index) => [
      Number.parseInt(words[2 * index] ?? '', 16),
      words[2 * index + 1] ?? '',
    ]),
  );
}
