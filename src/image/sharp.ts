// Loads sharp with the first picture that is decoded: loading takes as long as reading the metadata
// of a hundred photos.
import type Sharp from 'sharp';

export type SharpLibrary = typeof Sharp;

let loading: Promise<SharpLibrary> | undefined;

export function loadSharp(): Promise<SharpLibrary> {
  return (loading ??= load());
}

async function load(): Promise<SharpLibrary> {
  const { default: sharp } = await import('sharp');
  // A worker examines one photo at a time on one core. More threads and a cache of decoded pictures
  // would only slow down the other workers.
  sharp.concurrency(1);
  sharp.cache(false);
  return sharp;
}
