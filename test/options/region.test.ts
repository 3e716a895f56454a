// The country in which services are assessed, and which services.
import { describe, expect, it } from 'vitest';
import { configFile, refusalOf, resolve, resolveIn } from './request.js';

describe('the country', () => {
  const locale = { region: 'DE', from: 'LANG' } as const;

  it('is that of the locale, and it is known that it is', async () => {
    expect(await resolveIn({ locale })).toMatchObject({ region: 'DE', regionFrom: 'LANG' });
    expect(await resolve()).toMatchObject({ region: null, regionFrom: null });
  });

  it.each([
    ['fr', 'FR'],
    ['uk', 'GB'],
  ])('is %s where --region names it', async (given, region) => {
    expect(await resolveIn({ locale }, { region: given })).toMatchObject({ region, regionFrom: '--region' });
  });

  it('is that of the configuration rather than of the locale', async () => {
    const config = configFile({ region: 'CH' });
    expect(await resolveIn({ locale }, { config })).toMatchObject({ region: 'CH', regionFrom: 'configuration' });
    expect(await resolveIn({ locale }, { config, region: 'US' })).toMatchObject({
      region: 'US',
      regionFrom: '--region',
    });
  });

  it('is refused where it is none', async () => {
    const must = 'must be a country by its two letters, such as FR';
    expect(await refusalOf(resolve({ region: 'EU' }))).toBe(`--region "EU": ${must}`);
    expect(await refusalOf(resolve({ config: configFile({ region: 'EU' }) }))).toMatch(`"region": ${must}`);
  });
});

describe('several services', () => {
  it('are assessed each once, in the order of the registry', async () => {
    const { services } = await resolve({ service: 'other-cloud, meta-camera-roll,other-cloud' });
    expect(services.map(({ name }) => name)).toEqual(['meta-camera-roll', 'other-cloud']);
  });

  it('must all be known', async () => {
    const refused = await refusalOf(resolve({ service: 'meta-camera-roll,icloud' }));
    expect(refused).toBe('--service "icloud": must be meta-camera-roll or other-cloud');
  });
});
