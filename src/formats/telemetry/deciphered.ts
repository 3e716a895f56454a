// The simple ciphers of dash cams: the same number is added to each byte, or combined with it.

/** Where each cipher begins, and how a byte of it is read. */
const CIPHERS: readonly {
  readonly at: number;
  readonly begins: string;
  readonly plain: (byte: number) => number;
}[] = [
  // Azdome, Ambarella, BlueSkySea, Rove: `XKZD` and two bytes of 0xfe.
  ...[0, 18].flatMap((at) =>
    ['\xf2\xe1\xf0\xeeTT', '\xaa\xaa\xaa\xaaTT'].map((begins) => ({
      ...{ at: at + 2, begins },
      plain: (byte: number) => byte ^ 0xaa,
    })),
  ),
  // A sentence `$GPRMC,` whose characters are 16 too large.
  { at: 60, begins: '4W`b]S<', plain: (byte) => Math.max(0, byte - 16) },
];

/** Bytes that are deciphered. */
const MAX_BYTES = 400;

/** The text as characters 0..255; null where the bytes have none of these ciphers. */
export function deciphered(bytes: Uint8Array): string | null {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 128)).toString('latin1');
  const cipher = CIPHERS.find(({ at, begins }) => latin1.startsWith(begins, at));
  if (!cipher) return null;
  const part = bytes.subarray(cipher.at, cipher.at + MAX_BYTES);
  return String.fromCharCode(...Array.from(part, cipher.plain));
}
