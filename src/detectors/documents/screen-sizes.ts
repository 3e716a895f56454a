// Screen sizes in pixels: the size of a screenshot on a phone, a tablet or a computer.

/**
 * The shorter side, then the longer sides that occur with it. From Apple's and Google's published
 * device metrics and common monitor modes.
 */
const SCREENS: readonly (readonly [number, readonly number[]])[] = [
  [640, [960, 1136]],
  [720, [1280, 1440, 1480, 1520, 1544, 1560, 1570, 1600, 1612, 1640]],
  [750, [1334]],
  [768, [1024, 1280, 1366]],
  [800, [1280]],
  [828, [1792]],
  [864, [1536]],
  [900, [1440, 1600]],
  [1050, [1680]],
  [
    1080,
    [
      1920, 2040, 2160, 2220, 2240, 2244, 2246, 2248, 2270, 2280, 2310, 2316, 2336, 2340, 2376, 2388, 2392, 2400, 2408,
      2412, 2424, 2460, 2520,
    ],
  ],
  [1125, [2436]],
  [1170, [2532]],
  [1179, [2556]],
  [1200, [1600, 1920, 2000, 2640]],
  [1206, [2622]],
  [1220, [2712]],
  [1242, [2208, 2688]],
  [1280, [2772, 2856]],
  [1284, [2778]],
  [1290, [2796]],
  [1320, [2868]],
  [1344, [2992]],
  [1440, [2560, 2880, 2960, 3040, 3088, 3120, 3168, 3200, 3216, 3440]],
  [1488, [2266]],
  [1536, [2048]],
  [1600, [2560]],
  [1620, [2160]],
  [1640, [2360]],
  [1664, [2560]],
  [1668, [2224, 2388, 2420]],
  [1800, [2880]],
  [1824, [2736]],
  [1964, [3024]],
  [2048, [2732]],
  [2064, [2752]],
  [2160, [3840]],
  [2234, [3456]],
  [2880, [5120]],
];

/** Whether a picture of this size, in either orientation, has the size of a whole screen. */
export function isScreenSize(width: number, height: number): boolean {
  const [short, long] = [Math.min(width, height), Math.max(width, height)];
  return SCREENS.some(([side, others]) => side === short && others.includes(long));
}
