// Videos drawn for tests: plain colours, and a passport that is on the table for one second.
import sharp from 'sharp';
import { passport } from '../../fixtures/draw/documents.js';
import { jpegVideo, type VideoFrame, type VideoLook } from '../../fixtures/encode/mjpeg-video.js';

const SIZE = { width: 960, height: 704 } as const;

export function coloured(background: string, size: { width: number; height: number } = SIZE): Promise<Buffer> {
  return sharp({ create: { ...size, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

/** Sky over a meadow: no rule finds anything in it. */
export function meadow(): Promise<Buffer> {
  const sky = { ...SIZE, height: SIZE.height / 2, channels: 3, background: '#9cc4e4' } as const;
  return sharp({ create: { ...SIZE, channels: 3, background: '#5a8f4a' } })
    .composite([{ input: { create: sky }, left: 0, top: 0 }])
    .jpeg()
    .toBuffer();
}

export function passportShown(): Promise<Buffer> {
  return sharp(Buffer.from(passport().svg))
    .resize(SIZE.width, SIZE.height, { fit: 'contain', background: '#6b5138' })
    .jpeg({ quality: 92 })
    .toBuffer();
}

/** A video of `SIZE`; each frame has its own duration. */
export function video(frames: readonly VideoFrame[], look: Partial<VideoLook> = {}): Buffer {
  return jpegVideo(frames, { ...SIZE, ...look });
}

/**
 * Four seconds of a meadow at five frames a second; a passport is in the picture from second 2 to
 * 3.
 */
export async function passportAtTwo(): Promise<Buffer> {
  const [empty, shown] = [await meadow(), await passportShown()];
  return video(Array.from({ length: 20 }, (_, n) => ({ jpeg: n >= 10 && n < 15 ? shown : empty, ms: 200 })));
}
