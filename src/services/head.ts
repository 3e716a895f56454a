// What a report says of a service before any photo: the age of its profile, and whether it is
// offered where the person is.
import type { ServiceHead } from '../types/report.js';
import type { RegionSource } from './countries.js';
import { isOutdated } from './dates.js';
import { offerIn } from './offer.js';
import type { ServiceProfile } from './profile.js';

export interface Asked {
  /** YYYY-MM-DD: the day that is asked about. */
  readonly asOf: string;
  /** YYYY-MM-DD: the day of the run. */
  readonly today: string;
  /** ISO 3166-1 alpha-2; null if unknown. */
  readonly region: string | null;
  readonly regionFrom: RegionSource | null;
}

export function headOfService(profile: ServiceProfile, { asOf, today, region, regionFrom }: Asked): ServiceHead {
  const { name, profileDate } = profile;
  const { offered, since } = offerIn(profile, region, asOf);
  return {
    ...{ name, profileDate, outdated: isOutdated(profileDate, today) },
    ...{ asOf, region, regionFrom, offered, since },
  };
}
