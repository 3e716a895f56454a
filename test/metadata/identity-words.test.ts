import { describe, expect, it } from 'vitest';
import type { Tag } from '../../src/formats/tag.js';
import { interpret, readMetadata } from '../../src/metadata/read.js';
import { jpegWith } from '../helpers/metadata-files.js';

const idsOf = (name: string, value: string) => {
  const tag: Tag = { block: 'xmp', name, within: [], value };
  return interpret({ tags: [tag], isComplete: true }).device.uniqueIds.map((id) => id.value);
};

describe('an ID by the words in the name of its tag', () => {
  it.each([
    ['x:VehicleSerial', 'SKY1234567'],
    ['x:DroneSN', '1581F4XF000012'],
    ['x:IMEI', '490154203237518'],
    ['x:AndroidID', '9774d56d682e549c'],
    ['x:DeviceId', 'a1b2c3d4e5f60718'],
    ['x:BSSID', '3c:a6:2f:11:22:33'],
    ['x:VIN', 'WVWZZZ1JZXW000001'],
    ['x:LicensePlate', 'B-AB 1234'],
    ['SerialNumber', 'C02XK1ABJGH5'],
  ])('is read: %s', (name, value) => {
    expect(idsOf(name, value)).toEqual([value]);
  });

  it.each([
    ['x:SerialNumber', 'unknown'],
    ['x:SerialNo', '1.2'],
    ['x:Serialized', 'abc12345'],
    ['x:DeviceId', 'back camera'],
    ['x:scientificNameID', 'urn:lsid:37829-1'],
    ['x:Vintage', '1984-1985'],
    ['x:MSN', 'abc12345'.repeat(20)],
  ])('is none: %s', (name, value) => {
    expect(idsOf(name, value)).toEqual([]);
  });

  it('is reported besides the serial number of the camera', () => {
    const tags: Tag[] = ['drone-dji:CameraSerialNumber', 'drone-dji:DroneSerialNumber'].map((name) => ({
      ...({ block: 'xmp', name, within: [], value: `${name.slice(10, 16)}12345` } as const),
    }));
    const { serialNumber, uniqueIds } = interpret({ tags, isComplete: true }).device;
    expect([serialNumber, ...uniqueIds.map(({ value }) => value)]).toEqual(['Camera12345', 'DroneS12345']);
  });

  it('is read in segments of early cameras', async () => {
    const segment = 'AGFA Gevaert   \0[picture info]\rOwner=Mira Sanders\rSerial#=AB1234567\r';
    const { device, names } = await readMetadata(await jpegWith([0xec, Buffer.from(segment)]), 'image/jpeg');
    expect(device.uniqueIds.map(({ value }) => value)).toEqual(['AB1234567']);
    expect(names).toEqual([{ role: 'owner', names: ['Mira Sanders'] }]);
  });
});
