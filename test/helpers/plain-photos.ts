// Photos without any finding, and with a place and time.
import sharp from 'sharp';

/** Sky over grass: no rule finds anything in it. */
export function plainJpeg(width = 320, height = 240): Promise<Buffer> {
  const sky = { width, height: height / 2, channels: 3, background: '#9cc4e4' } as const;
  return sharp({ create: { ...sky, height, background: '#5a8f4a' } })
    .composite([{ input: { create: sky }, left: 0, top: 0 }])
    .jpeg()
    .toBuffer();
}

/** The same with a place and a time in its metadata: severity high. */
export async function locatedJpeg(takenAt = '2025:06:14 09:15:02'): Promise<Buffer> {
  return sharp(await plainJpeg())
    .withExif({
      IFD2: { DateTimeOriginal: takenAt },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '45/1 45/1 50/1', GPSLongitudeRef: 'E', GPSLongitude: '4/1 50/1 8/1' },
    })
    .toBuffer();
}
