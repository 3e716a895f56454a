// The room of a file in src, and the files in which every break must be noticed.

/** The decisions on which the promises of the program rest, by the files that make them. */
export const GUARDED: Readonly<Record<string, readonly RegExp[]>> = {
  'exit codes': [/^src\/report\/exit-code\.ts$/, /^src\/cli\.ts$/],
  masks: [/^src\/findings\/redact\.ts$/, /^src\/detectors\/([^/]+\/)?declaration\.ts$/],
  verdicts: [/^src\/findings\/(judge|verdict)\.ts$/, /^src\/rules\/evaluate\.ts$/],
  examinations: [/^src\/workers\/(examine|examination|judge-examination|unexamined)\.ts$/],
};

/** The guarded kind of a file, else its folder in src, else `src` itself. */
export function roomOf(file: string): string {
  for (const [kind, patterns] of Object.entries(GUARDED)) {
    if (patterns.some((pattern) => pattern.test(file))) return kind;
  }
  return /^src\/([^/]+)\//.exec(file)?.[1] ?? 'src';
}

export function isGuarded(room: string): boolean {
  return Object.hasOwn(GUARDED, room);
}
