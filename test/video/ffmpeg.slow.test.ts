// What ffmpeg is started with. A script takes its place, so that its arguments can be read.
import { chmodSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runFfmpeg } from '../../src/video/ffmpeg.js';
import { folder } from '../helpers/folder.js';

async function argumentsFor(mediaType: string, within: { start: number; end: number } | null) {
  const path = folder({ ffmpeg: '#!/bin/sh\nprintf "%s\\n" "$@" >"$(dirname "$0")/arguments"' });
  chmodSync(join(path, 'ffmpeg'), 0o755);
  const tools = { ffmpeg: join(path, 'ffmpeg'), frames: 1, isLeftOut: false };
  await runFfmpeg(tools, { path: '/photos/a%03d.mov', mediaType, within }, [], [], 1000);
  const all = readFileSync(join(path, 'arguments'), 'utf8').trimEnd().split('\n');
  const optionOf = (name: string) => all[all.indexOf(name) + 1];
  return { optionOf, all };
}

describe.skipIf(process.platform === 'win32')('ffmpeg', () => {
  it('may open files on the disk only, and no list of further files', async () => {
    const { optionOf } = await argumentsFor('video/quicktime', null);
    expect(optionOf('-protocol_whitelist')).toBe('file,pipe,subfile');
    expect(optionOf('-format_whitelist')).toMatch(/^[a-z0-9,_]+$/);
    expect(optionOf('-format_whitelist')).not.toMatch(/concat|hls|dash|image2|sdp|rtsp|tee|lavfi/);
  });

  it('takes the path literally, as a file or as a range of one', async () => {
    expect((await argumentsFor('video/quicktime', null)).optionOf('-i')).toBe('file:/photos/a%03d.mov');
    const { optionOf } = await argumentsFor('video/quicktime', { start: 7, end: 90 });
    expect(optionOf('-i')).toBe('subfile,,start,7,end,90,,:file:/photos/a%03d.mov');
  });

  it('never asks, and has limits of time, memory and pixels', async () => {
    const { all, optionOf } = await argumentsFor('video/quicktime', null);
    expect(all).toContain('-nostdin');
    for (const limit of ['-timelimit', '-max_alloc', '-max_pixels']) expect(Number(optionOf(limit))).toBeGreaterThan(0);
  });
});
