// What `lenscap services` prints: every service in short, or what is reported of one of them, with
// sources and contradictions; as text or as JSON (schema/services.schema.json).
import { UsageError } from '../errors.js';
import { day } from '../messages/amounts.js';
import { offerSentences, regionSentences, reportedUntil } from '../messages/service-offer.js';
import { sourcesText, TOPICS } from '../messages/service-topics.js';
import { didYouMean, parseValue, refusal } from '../options/values.js';
import { VERSION } from '../package.js';
import type { LocaleRegion } from '../services/countries.js';
import { type Asked, headOfService } from '../services/head.js';
import { SERVICES } from '../services/index.js';
import type { Claim, ServiceProfile } from '../services/profile.js';
import { SHARING_WAYS, type SharingWay } from '../services/recipients.js';
import { wrap } from '../terminal/wrap.js';
import { type TableRow, tableText } from './table.js';

/** As given; absent where not given. */
export interface ServicesArgs {
  readonly format?: string;
  readonly region?: string;
  readonly asOf?: string;
}

export interface ServicesSettings {
  /** Columns of the terminal; infinite where there is none. */
  readonly width: number;
  /** What starts this program, for hints. */
  readonly program: string;
  /** YYYY-MM-DD. */
  readonly today: string;
  readonly locale: LocaleRegion | null;
}

/** Wider lines are hard to read. */
const MAX_WIDTH = 100;

/** @throws UsageError for an unknown service, with the nearest name, and for a wrong value */
export function describeServices(name: string | undefined, args: ServicesArgs, settings: ServicesSettings): string {
  const format = args.format ?? 'text';
  if (format !== 'text' && format !== 'json') throw refusal('--format', format, 'must be text or json');
  const services = name === undefined ? SERVICES : [named(name, settings.program)];
  const asked = askedOf(args, settings);
  if (format === 'json') return json(services, asked);
  const [service] = services;
  return name === undefined || service === undefined ? list(asked, settings) : inFull(service, asked, settings.width);
}

function named(name: string, program: string): ServiceProfile {
  const service = SERVICES.find((candidate) => candidate.name === name);
  if (service !== undefined) return service;
  const hint = didYouMean(
    name,
    SERVICES.map((each) => each.name),
  );
  throw new UsageError(`unknown service ${JSON.stringify(name)}; ${hint}to list all: ${program} services`);
}

function askedOf({ region, asOf }: ServicesArgs, { today, locale }: ServicesSettings): Asked {
  const on = asOf === undefined ? today : String(parseValue('--as-of', asOf, { type: 'day', placeholder: '' }, []));
  if (region === undefined) {
    return { asOf: on, today, region: locale?.region ?? null, regionFrom: locale?.from ?? null };
  }
  const code = String(parseValue('--region', region, { type: 'region', placeholder: '' }, []));
  return { asOf: on, today, region: code, regionFrom: '--region' };
}

function json(services: readonly ServiceProfile[], asked: Asked): string {
  const described = services.map((profile) => {
    const { name, title, company, ...reported } = profile;
    const { outdated, asOf, region, regionFrom, offered, since } = headOfService(profile, asked);
    return { name, title, company, outdated, asOf, region, regionFrom, offered, since, ...reported };
  });
  const report = {
    schemaVersion: 1,
    tool: { name: 'lenscap', version: VERSION },
    services: described,
    sharing: SHARING_WAYS,
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function list(asked: Asked, { width, program }: ServicesSettings): string {
  const services = SERVICES.map((profile) => {
    const head = headOfService(profile, asked);
    const sentences = offerSentences(profile, head).join(' ');
    return { name: profile.name, text: `${capital(profile.title)} (${reportedUntil(head)}). ${sentences}` };
  });
  const where = regionSentences(asked);
  const ways = SHARING_WAYS.map(({ way, recipient }) => ({ name: way, text: recipient }));
  // The command is on a line of its own, which is never folded, so that it can be copied.
  return [
    wrap([`Where cloud services are offered, as reported, on ${day(asked.asOf)}.`, ...where].join(' '), width),
    '',
    tableText(services, width),
    '',
    wrap('What someone gets with whom a photo is shared, as reported:', width),
    '',
    tableText(ways, width),
    '',
    wrap('For all that is reported of a service, with sources and contradictions:', width),
    `  ${program} services NAME`,
    '',
  ].join('\n');
}

function inFull(profile: ServiceProfile, asked: Asked, terminal: number): string {
  const width = Math.min(terminal, MAX_WIDTH);
  const head = headOfService(profile, asked);
  const topics = TOPICS.map(({ title, claims, inShort }) => {
    const all = claims(profile);
    const short = inShort(profile);
    const lead = [title, ...(short === '' ? [] : [short])].join(': ');
    if (all.length === 0) return wrap(`${lead}: nothing was found reported`, width, 2);
    return [wrap(lead, width, 2), ...all.flatMap((claim) => claimLines(claim, width))].join('\n');
  });
  const shared = SHARING_WAYS.filter(({ id }) => profile.recipient.includes(id));
  return [
    profile.name,
    '',
    wrap(`${capital(profile.title)}, by ${profile.company}; ${reportedUntil(head)}.`, width),
    ...[...offerSentences(profile, head), ...regionSentences(head)].map((sentence) => wrap(sentence, width)),
    '',
    ...topics.flatMap((topic) => [topic, '']),
    ...sharedLines(shared, width),
    wrap(`Unknown outside of ${profile.company}:`, width),
    ...profile.unknowable.map((what) => bullet(what, width)),
    '',
  ].join('\n');
}

function sharedLines(ways: readonly SharingWay[], width: number): string[] {
  if (ways.length === 0) return [wrap('What a recipient gets: nothing was found reported', width, 2), ''];
  const rows: TableRow[] = ways.map((way) => ({
    name: `- ${way.way}`,
    text: `${way.recipient}; the service gets ${way.service} (${sourcesText(way.reported)})`,
  }));
  return ['What a recipient gets', ...rows.map(({ name, text }) => wrap(`  ${name}: ${text}`, width, 4)), ''];
}

function claimLines({ text, reported, against = [] }: Claim, width: number): string[] {
  return [
    bullet(`${text} (${sourcesText(reported)})`, width),
    ...against.map((statement) =>
      wrap(`    against it: ${statement.text} (${sourcesText(statement.reported)})`, width, 6),
    ),
  ];
}

function bullet(text: string, width: number): string {
  return wrap(`  - ${text}`, width, 4);
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
