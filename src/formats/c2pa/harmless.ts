// Texts of a manifest that its own structure settles: references, hashes, names of algorithms, IDs
// of this file. Each is known by its key and its form together, so that no other text passes.

/** To a part of the same store. Its form alone settles it. */
const REFERENCE = /^self#jumbf=[\w./:@-]{1,300}$/;
const MEDIA_TYPE = /^(?:image|video|audio|application|text|font)\/[\w.+-]{1,60}$/;
/** Instance and manifest IDs: new for each file. */
const ID =
  /^(?:[\w.]{1,30}:)?(?:xmp[.:]iid:|uuid:|urn:(?:uuid|c2pa):)?[\da-f]{8}-?(?:[\da-f]{4}-?){3}[\da-f]{12}(?::[\w.]{1,40})?$/i;
/** Words joined by dots. A key of an account has longer parts. */
const TOKEN = /^[A-Za-z][A-Za-z\d]{0,19}(?:[._-][A-Za-z\d]{1,20}){0,5}$/;
const VOCABULARY =
  /^https?:\/\/(?:cv\.iptc\.org|c2pa\.org|ns\.adobe\.com|schema\.org|www\.w3\.org|purl\.org|iptc\.org|ns\.useplus\.org|cawg\.io)\/[\w./#%-]*$/;
const HASH = /^[A-Za-z\d+/=_-]{20,120}$/;
const PATH_OF_BOXES = /^\/[a-z\d]{4}(?:[/[\]\da-z]{0,40})$/;

/** The form of what is harmless, by the key. */
const FORMS: ReadonlyMap<string, RegExp> = new Map([
  ...entries('hash', HASH),
  ...entries('pad pad1 pad2', /^[A0=]*$/),
  ...entries('alg algorithm', TOKEN),
  ...entries('action relationship use role code success kind @type dataType data_types', TOKEN),
  ...entries('dc:format format content_type mediaType', MEDIA_TYPE),
  ...entries('instanceID instanceId dc:instanceID xmpMM:InstanceID manifest active_manifest @id', ID),
  ...entries('digitalSourceType Iptc4xmpExt:DigitalSourceType @vocab', VOCABULARY),
  ...entries('xpath', PATH_OF_BOXES),
  ...entries('names', /^[A-Za-z\d ]{3,4}$|^C2PA$/),
  ...entries('name', /^jumbf manifest$/),
  ...entries('version spec_version specVersion', /^[\d.]{1,20}$/),
  ...entries('when changed dateTime', /^\d{4}-\d\d-\d\d(?:[T ][\d:.]{5,15}(?:Z|[-+][\d:]{2,5})?)?$/),
]);

function entries(keys: string, form: RegExp): (readonly [string, RegExp])[] {
  return keys.split(' ').map((key) => [key, form] as const);
}

/** Whether the text of this key needs no reader. */
export function isSettled(key: string, text: string): boolean {
  return REFERENCE.test(text) || (FORMS.get(key)?.test(text) ?? false);
}
