// Whether a service is reported to be offered where the person is, in sentences.
import { offerIn } from '../services/offer.js';
import type { ServiceProfile } from '../services/profile.js';
import type { ServiceHead } from '../types/report.js';
import { countryInText, dateText, list } from './amounts.js';

/** `as reported up to June 2026`, and that this is long ago where it is. */
export function reportedUntil({ profileDate, outdated }: Pick<ServiceHead, 'profileDate' | 'outdated'>): string {
  const until = profileDate.length === 'YYYY-MM-DD'.length ? profileDate.slice(0, 'YYYY-MM'.length) : profileDate;
  const age = outdated ? ', more than 180 days ago; much may have changed' : '';
  return `as reported up to ${dateText(until)}${age}`;
}

/** Full sentences: on the service, then on its parts. */
export function offerSentences(profile: ServiceProfile, head: ServiceHead): string[] {
  const parts = new Set(profile.regions.offers.flatMap(({ part }) => part ?? []));
  return [serviceSentence(profile, head), ...[...parts].flatMap((part) => partSentence(profile, head, part))];
}

/** What the country was taken from, where it was not named on the command line. */
export function regionSentences({ region, regionFrom }: Pick<ServiceHead, 'region' | 'regionFrom'>): string[] {
  if (region === null || regionFrom === '--region') return [];
  const from = regionFrom === 'configuration' ? 'your configuration' : `your locale (${regionFrom})`;
  return [`The country, ${countryInText(region)}, is taken from ${from}; --region names another.`];
}

const HOW: Readonly<Record<'on' | 'off' | 'asked', string>> = {
  on: ', and is on by default',
  off: ', and is off by default',
  asked: ', and asks first',
};

function serviceSentence(profile: ServiceProfile, { region, asOf }: ServiceHead): string {
  const { offered, since, limit, except } = offerIn(profile, region, asOf);
  const { value, claims } = profile.default;
  const how = value === null ? '' : HOW[value];
  const dispute = value !== 'on' && claims.some(({ against }) => against !== undefined) ? ' (some found it on)' : '';
  if (offered === 'unknown') return unknown(profile, region, since, how + dispute);
  const where = countryInText(region ?? '');
  const but = except.length === 0 ? '' : `, but not in ${list(except)}`;
  if (offered === 'no') {
    return since === null
      ? `No report says that it is offered in ${where}.`
      : `In ${where} it was not offered on that day: it has been since ${dateText(since)}${but}.`;
  }
  const to = limit === null ? '' : ` (${limit})`;
  return `In ${where} it has been offered since ${dateText(since ?? '')}${to}${but}${how}${dispute}.`;
}

function unknown({ regions }: ServiceProfile, region: string | null, since: string | null, how: string): string {
  if (since !== null) return `It has been offered since ${dateText(since)}${how}; in which countries is not reported.`;
  const isListed = regions.offers.some(({ part }) => part === undefined);
  if (region === null && isListed) {
    return `Whether it is offered where you are is unknown: --region names your country${how === '' ? '' : `. It${how.replace(/^, and/, '')}`}.`;
  }
  return `In which countries it is offered is not reported${how === '' ? '' : `; it${how.replace(/^, and/, '')}`}.`;
}

function partSentence(profile: ServiceProfile, { region, asOf }: ServiceHead, part: string): string[] {
  const { offered, since, limit, isExcluded } = offerIn(profile, region, asOf, part);
  const where = countryInText(region ?? '');
  const what = `${part}, which draws on it,`;
  if (isExcluded) return [`${what} is off in ${where}.`];
  if (offered !== 'yes' && offered !== 'some') return [];
  const to = limit === null ? '' : ` (${limit})`;
  return [`${what} has been offered in ${where} since ${dateText(since ?? '')}${to}.`];
}
