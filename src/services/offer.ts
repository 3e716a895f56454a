// Whether a service is reported to be offered in a country on a day. Pure.
import { firstDay } from './dates.js';
import type { Offer, ServiceProfile } from './profile.js';

/**
 * `some`: to some accounts only. `no`: reports name other countries, or a later day. `unknown`: no
 * country was given, or the reports name none.
 */
export type Offered = 'yes' | 'some' | 'no' | 'unknown';

export interface OfferStatus {
  readonly offered: Offered;
  /** YYYY-MM or YYYY-MM-DD: since when, also where it is `no` because that is after the day. */
  readonly since: string | null;
  /** What limits it to some accounts: `as a test`. */
  readonly limit: string | null;
  /** Whether the whole country is named as one where it is not offered. */
  readonly isExcluded: boolean;
  /** Parts of the country where it is not offered, by name. */
  readonly except: readonly string[];
}

const UNKNOWN: OfferStatus = { offered: 'unknown', since: null, limit: null, isExcluded: false, except: [] };

/**
 * @param region ISO 3166-1 alpha-2, or null
 * @param asOf YYYY-MM-DD
 * @param part the part of the service that is asked about; the service itself by default
 */
export function offerIn(
  { regions: { offers, exclusions } }: ServiceProfile,
  region: string | null,
  asOf: string,
  part?: string,
): OfferStatus {
  const own = offers.filter((offer) => offer.part === part);
  const [anywhere] = own.filter(({ countries }) => countries === null);
  if (anywhere !== undefined) return { ...UNKNOWN, since: anywhere.since };
  if (region === null || own.length === 0) return UNKNOWN;
  const excluded = exclusions.filter((each) => each.part === part && each.countries.includes(region));
  const where = {
    isExcluded: excluded.some(({ states }) => states.length === 0),
    except: excluded.flatMap(({ states }) => states),
  };
  const here = own.filter(({ countries }) => countries?.includes(region));
  const begun = here.filter(({ since }) => firstDay(since) <= asOf);
  const offer = begun.find(({ limit }) => limit === undefined) ?? begun[0];
  if (offer === undefined) return { ...where, offered: 'no', since: earliest(here), limit: null };
  const { since, limit = null } = offer;
  return { ...where, offered: limit === null ? 'yes' : 'some', since, limit };
}

function earliest(offers: readonly Offer[]): string | null {
  return offers.map(({ since }) => since).sort()[0] ?? null;
}
