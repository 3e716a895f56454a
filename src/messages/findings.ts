// What a finding says in one sentence: `Subject: detail`. Built from masked evidence, and never from a value that a mask hides.
import { coarseDegrees } from '../metadata/coarse-degrees.js';
import type { Detection, Evidence, EvidenceValue } from '../types/detection.js';
import { count, list } from './amounts.js';

type Seen = Pick<Detection, 'label' | 'proved' | 'source' | 'evidence'>;
type Say = (seen: Seen) => string;

const ZONE: Say = ({ proved }) =>
  proved ? 'machine-readable zone with valid check digits' : 'machine-readable zone, check digits not confirmed';

/** `words of a pay slip`: a kind of document by what is printed on it; null where something else than words told it. */
const kind = ({ evidence }: Seen): string | null =>
  typeof evidence.kind === 'string' ? `words of ${article(evidence.kind.replaceAll('-', ' '))}` : null;
const KIND: Say = (seen) => kind(seen) ?? 'words of such a paper';

const article = (noun: string): string => `${/^[aeio]/.test(noun) ? 'an' : 'a'} ${noun}`;

const CARD_NUMBER: Say = ({ proved }) =>
  proved ? 'valid check digit and a known issuer' : 'reads like a card number, not confirmed';

const ROLES = new Map<EvidenceValue | undefined, string>([
  ['owner', 'of the camera’s owner'],
  ['artist', 'of the artist'],
  ['creator', 'of the creator'],
  ['shown', 'of someone shown'],
  ['tagged', 'of someone tagged'],
]);

const SECRETS = new Map<EvidenceValue | undefined, string>([
  ['password', 'a password beside its label'],
  ['pin', 'a PIN beside its label'],
  ['recovery-phrase', 'a recovery phrase with a valid checksum'],
  ['private-key', 'a private key'],
]);

/** What a code holds that no other label names. */
const KINDS_OF_CODE = new Map<EvidenceValue | undefined, string>([
  ['wifi', 'open Wi-Fi network'],
  ['email', 'mail address or message'],
  ['sms', 'text message'],
  ['phone', 'telephone number'],
  ['geo', 'place'],
  ['event', 'calendar event'],
  ['link', 'link'],
  ['product', 'product number'],
]);

/** `network name and password, in a code of the format QRCode`. */
function codeOf(what: string): Say {
  return ({ evidence }) =>
    typeof evidence.format === 'string' ? `${what}, in a code of the format ${evidence.format}` : what;
}

/** What lies beside the picture, by evidence `what`. */
const HIDDEN = new Map<EvidenceValue | undefined, string>([
  ['motion video', 'a short video from around the shot'],
  ['live film', 'the video of this Live Photo lies beside it'],
  ['sound', 'a sound recording'],
  ['depth map', 'a depth map, how far away everything is'],
  ['matte', 'a mask that cuts out people'],
  ['second picture', 'a second picture'],
  ['vendor trailer', 'notes of the camera or of a program'],
]);

/** `, 1.2 MB`; decimal units, as file managers show them. */
const size = ({ bytes }: Evidence): string => (typeof bytes === 'number' ? `, ${byteCount(bytes)}` : '');

function byteCount(bytes: number): string {
  if (bytes < 1000) return count(bytes, 'byte', 'bytes');
  return bytes < 1e6 ? `${Math.round(bytes / 1000)} kB` : `${(bytes / 1e6).toFixed(1)} MB`;
}

/** The files beside a photo, by evidence `kind`. */
const SIDECARS = new Map<EvidenceValue | undefined, string>([
  ['takeout', 'its Google Takeout file'],
  ['xmp', 'its XMP file'],
]);

/** `place near 45.8, 4.8, in its XMP file`. */
function beside(what: (evidence: Evidence) => string): { readonly detail: Say } {
  return { detail: ({ evidence }) => `${what(evidence)}, in ${SIDECARS.get(evidence.kind) ?? 'a file beside it'}` };
}

/** By label: the subject where the rule's title does not do, and the detail. */
const WORDS: Readonly<Record<string, { readonly subject?: string; readonly detail: Say }>> = {
  child: { detail: ({ evidence }) => age(evidence) ?? 'looks younger than 13' },
  'child-unseen': { detail: () => 'by the whole person, no face tells' },
  face: { detail: ({ evidence }) => teenager(evidence) ?? age(evidence) ?? 'clear enough to recognise' },
  'face-unclear': { detail: () => 'too small or too blurred to recognise' },
  passport: { detail: (seen) => kind(seen) ?? ZONE(seen) },
  'identity-card': { detail: (seen) => kind(seen) ?? ZONE(seen) },
  'driving-licence': { detail: KIND },
  'payment-card': { detail: (seen) => kind(seen) ?? CARD_NUMBER(seen) },
  'membership-card': { detail: KIND },
  financial: { detail: KIND },
  legal: { detail: KIND },
  medical: { detail: KIND },
  letter: { detail: KIND },
  receipt: { detail: ({ evidence }) => paid(evidence) ?? 'words and prices of a receipt' },
  ticket: { detail: KIND },
  screenshot: { detail: (seen) => kind(seen) ?? 'text on plain colours as only a screen has them' },
  handwriting: { detail: () => 'lines that wander as a hand does' },
  page: { detail: () => 'dense print' },
  'payment-card-number': { subject: 'Payment card number', detail: CARD_NUMBER },
  iban: { detail: ({ evidence }) => `valid check digits${ofCountry(evidence)}` },
  'national-id': {
    detail: ({ proved, evidence }) =>
      (proved ? 'valid check digits' : 'reads like one, beside its label') + ofCountry(evidence),
  },
  secret: { detail: ({ evidence }) => SECRETS.get(evidence.kind) ?? 'a key or token of a service' },
  'phone-number': { detail: ({ evidence }) => `valid in the numbering plan${ofCountry(evidence)}` },
  'email-address': { subject: 'E-mail address', detail: () => 'name and host are readable' },
  'postal-address': { detail: () => 'street, number and town' },
  'date-of-birth': { detail: () => 'a date beside words for it' },
  'licence-plate': { detail: ({ evidence }) => `reads like the plate of a vehicle${ofCountry(evidence)}` },
  'wifi-password': { detail: codeOf('network name and password') },
  'otp-secret': { detail: codeOf('opens an account') },
  'account-link': { detail: codeOf('links a device to a messenger account') },
  'driving-licence-code': { detail: codeOf('the whole licence') },
  'boarding-pass': { detail: codeOf('name, booking code and flight') },
  'contact-card': { detail: codeOf('name and how to reach someone') },
  'payment-code': { detail: codeOf('account to pay to') },
  'health-certificate': { detail: codeOf('name, birth date and what was done') },
  'link-with-token': { subject: 'Link with a token', detail: codeOf('works for whoever has it') },
  code: { detail: (seen) => codeOf(KINDS_OF_CODE.get(seen.evidence.kind) ?? 'text')(seen) },
  location: {
    detail: ({ evidence }) =>
      position(evidence) ?? (evidence.what === 'moving track' ? 'a track of places through the video' : 'coordinates'),
  },
  'capture-time': { detail: () => 'day and time are in the file' },
  'person-name': { detail: ({ evidence }) => people(evidence) },
  'place-name': { detail: () => 'written into the file' },
  'device-identity': { detail: ({ evidence }) => serials(evidence) },
  'hidden-media': {
    detail: ({ evidence }) => (HIDDEN.get(evidence.what) ?? 'media beside the picture') + size(evidence),
  },
  'gain-map': { detail: ({ evidence }) => `a brightness map of the picture${size(evidence)}` },
  'trailing-data': {
    detail: ({ evidence }) => (HIDDEN.get(evidence.what) ?? 'of unknown kind') + size(evidence),
  },
  'earlier-picture': { detail: ({ evidence }) => `an earlier picture was left behind${size(evidence)}` },
  'embedded-more': { subject: 'Embedded original', detail: () => 'shows more around it than the picture does' },
  'embedded-clearer': { subject: 'Embedded original', detail: () => 'shows a place that the picture blurs or covers' },
  'embedded-other': { subject: 'Embedded original', detail: () => 'shows another picture' },
  'sidecar-location': beside((evidence) => `place ${position(evidence) ?? 'by coordinates'}`),
  'sidecar-capture-time': beside(() => 'day and time'),
  'sidecar-person-name': beside((evidence) => `name ${people(evidence)}`),
  'sidecar-place-name': beside(() => 'name of a place'),
  'sidecar-device-identity': beside(serials),
  'sidecar-other-text': beside(() => 'a text'),
  'sidecar-edit': { detail: () => 'an edit is kept beside it, so this may be the picture from before' },
  'other-text': { detail: ({ evidence }) => (typeof evidence.tag === 'string' ? `tag ${evidence.tag}` : 'in a tag') },
};

/** `Passport: machine-readable zone with valid check digits`. `title` is the rule's. */
export function sayFinding(title: string, seen: Seen): string {
  const words = WORDS[seen.label];
  const subject = words?.subject ?? title.charAt(0).toUpperCase() + title.slice(1);
  return words === undefined ? subject : `${subject}: ${words.detail(seen)}${where(seen.source)}`;
}

/** The part of a finding's message that a table needs whose row already names the subject. */
export function detailOf(message: string): string {
  const colon = message.indexOf(': ');
  return colon < 0 ? message : message.slice(colon + 2);
}

/** Whether there are words for a label; every label that a rule takes must have them. */
export function hasWords(label: string): boolean {
  return Object.hasOwn(WORDS, label);
}

function where({ picture, atMs }: Seen['source']): string {
  if (picture === 'video')
    return atMs === null ? ', in the video inside' : `, at second ${(atMs / 1000).toFixed(1)} of the video`;
  // A thumbnail is looked at only where it differs, and what the picture shows as well is not said again.
  if (picture === 'thumbnail') return ', seen only in the embedded thumbnail';
  return picture === 'preview' ? ', in the embedded preview' : '';
}

/** `of the camera’s owner`, `of 3 people shown`. */
function people({ role, names }: Evidence): string {
  const amount = Array.isArray(names) ? names.length : 1;
  if (amount > 1 && (role === 'shown' || role === 'tagged')) return `of ${count(amount, 'person', 'people')} ${role}`;
  return ROLES.get(role) ?? 'in the metadata';
}

/** `age` is years, one number or an interval. */
function age({ age }: Evidence): string | null {
  const years = (Array.isArray(age) ? age : [age]).filter((value): value is number => Number.isFinite(value));
  const [from, to] = years.map(Math.round);
  if (from === undefined) return null;
  return to === undefined || to === from
    ? `about ${from} ${from === 1 ? 'year' : 'years'}`
    : `about ${from} to ${to} years`;
}

/** A face whose estimated ages have their middle from 13 to 17. */
function teenager(evidence: Evidence): string | null {
  const [from, to] = Array.isArray(evidence.age) ? evidence.age : [];
  if (typeof from !== 'number' || typeof to !== 'number') return null;
  const middle = (from + to) / 2;
  return middle >= 13 && middle < 18 ? `perhaps a teenager, ${age(evidence)}` : null;
}

/** `total 3.30 of 03/02/2026`: neither is masked. */
function paid({ total, date }: Evidence): string | null {
  const parts = [
    ...(typeof total === 'string' ? [`total ${total}`] : []),
    ...(typeof date === 'string' ? [`dated ${date}`] : []),
  ];
  return parts.length === 0 ? null : parts.join(', ');
}

/** One decimal, about ten kilometres, even where the person asked for whole values: a sentence gets copied. */
function position({ latitude, longitude }: Evidence): string | null {
  if (typeof latitude !== 'number' || typeof longitude !== 'number') return null;
  return `near ${coarseDegrees(latitude).toFixed(1)}, ${coarseDegrees(longitude).toFixed(1)}`;
}

/** `, of FR`; empty where the country is not known. */
const ofCountry = ({ country }: Evidence): string => (typeof country === 'string' ? `, of ${country}` : '');

const SERIALS = new Map([
  ['serialNumber', 'serial number of the camera'],
  ['lensSerialNumber', 'serial number of the lens'],
]);

function serials(evidence: Evidence): string {
  const named = Object.keys(evidence).flatMap((key) => SERIALS.get(key) ?? []);
  const device = deviceName(evidence);
  return (named.length > 0 ? list(named) : 'an id of its own') + (device === null ? '' : `, ${device}`);
}

/** `Canon EOS R6`, also where the model repeats the make. */
function deviceName({ make, model }: Evidence): string | null {
  if (typeof model !== 'string') return typeof make === 'string' ? make : null;
  return typeof make !== 'string' || model.toLowerCase().startsWith(make.toLowerCase()) ? model : `${make} ${model}`;
}
