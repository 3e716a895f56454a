// Whether a text looks like the make or the model of a device. A tag for either may hold anything:
// it is shown only where it consists of words that makers use, and is read like any other text
// where it cannot be a make or a model.

/** Makers of cameras, phones, scanners and drones, by the first word of their names. */
const MAKERS = words(`
  acer agfa agfaphoto aiptek akaso alcatel amazon apple arri asus autel avision axis bell benq blackberry blackmagic
  blackview brother bq bushnell canon casio caterham cat concord contax coolpad creative cubot dji doogee doro dxo
  eastman elephone epson ericsson essential fairphone fimi flir foscam fuji fujifilm fujitsu garmin ge general gionee
  google gopro gopro hasselblad hisense hmd honor hp hewlett-packard htc huawei hubsan imacon infinix infisense insta360
  iphone itel jenoptik jvc kandao kodak konica kyocera lava leaf leagoo leeco leica lenovo lge lg lge logitech lumia
  lytro mamiya medion meizu meta microsoft microtek minolta mitsubishi mobiwire motorola nec nikon nintendo nokia
  nothing nubia oculus om olympus oneplus oppo oukitel palm panasonic parrot pentax phase philips plustek polaroid
  powervision praktica premier qiku realme red reolink ricoh rim rollei rylo samsung sanyo sea seiko sharp sigma skydio
  sony sonyericsson supra tcl tecno theta toshiba traveler tp-link ulefone umidigi umx vertu vivitar vivo vtech
  walton wiko wyze xiaoyi xiaomi yashica yi yota yuneec zte caplio skanhex sealife toshiba motorolla hikvision dahua`);

/** Words after a maker's name. */
const LEGAL = words(`
  co company corp corporation inc ltd limited gmbh ag sa kk electronics electric computer optical imaging technologies
  technology technolgies systems ab industries industrial international digital communications mobile mobility camera
  cameras kodak solutions group products global hong kong usa japan europe one`);

/** Words of model names that have no digit. */
const MODEL_WORDS = words(`
  air alpha action ace active aqua art black blade board bold camera cam caplio classic click color compact coolpix
  credo cyber cyber-shot cybershot desire device digilux digimax digital digitalmavica dimage duo edge edition elph eos
  es exilim express fe finepix flip fold fusion galaxy gen glass go gold grand hasselblad hero hybrid idol ii iii in
  inch instax iphone ipad ipod is iv ix ixus ixy joy kiss lens lite lumia lumix lx mark mavic mavica max mega mi mini
  mix mobile moto motion note nexus next nova one optio osmo otus palm pad phantom phone photo photosmart picture pixel
  play pocket plus powershot prime pro quickcam quicktake race rebel redmi rx scan scanner scanjet se sense silver slim
  slr smart smartphone spark star studio style super supercoolscan supra tab tablet touch tour tough turbo ultra unlimited
  ux vi vii viii vision vivitar wave wide white wifi xperia xt xz yoga zen zenfone zoom z x s r m k i t w g
  perfection caplio theta stylus camedia evolt lite studio mate honor razr edge view play find reno nord ace neo
  kodak easyshare coolscan dslr ilce sld wg tg power poco gr markii markiii markiv`);

/**
 * Of these, lines of products that are no words or names of people. One is enough without a number.
 */
const PRODUCT_LINES = words(`
  coolpix cyber-shot cybershot digilux digimax digitalmavica dimage eos exilim finepix galaxy hero iphone ipad ipod ixus
  kiss lumia lumix mavic mavica nexus osmo phantom photosmart pixel powershot redmi rebel theta xperia zenfone elph
  camedia evolt easyshare coolscan perfection caplio optio`);

/** A make or a model is no longer than that. Exif has no limit. */
const MAX_LENGTH = 48;
const MAX_WORDS = 8;

/** Whether it can be one at all: short, without signs of an address or a sentence. */
export function isPlausibleDevice(text: string): boolean {
  const isShort = text.length <= MAX_LENGTH && wordsOf(text).length <= MAX_WORDS;
  return isShort && !/[@:;=?!"<>{}|\\]|\.\p{L}{2,}\b.*\.|\n/u.test(text) && longestNumber(text) < 7;
}

/** Whether it is the name of a maker, with nothing but legal forms and trades after it. */
export function isKnownMake(text: string): boolean {
  if (!isPlausibleDevice(text)) return false;
  const [maker = '', ...rest] = wordsOf(text);
  return MAKERS.has(maker) && rest.every((word) => LEGAL.has(word) || MAKERS.has(word));
}

/** Whether every word of it is one that makers use in models, or the code of a model. */
export function isKnownModel(text: string): boolean {
  if (!isPlausibleDevice(text)) return false;
  const all = wordsOf(text);
  const isName = (word: string) => MAKERS.has(word) || MODEL_WORDS.has(word) || LEGAL.has(word);
  const numbers = all.filter((word) => /^\d+$/.test(word));
  return (
    all.length > 0 &&
    all.every((word) => isName(word) || isCode(word)) &&
    numbers.join('').length <= 5 &&
    numbers.length <= 2 &&
    all.some((word) => /\p{L}/u.test(word)) &&
    (/\d/.test(text) || all.some((word) => MAKERS.has(word) || PRODUCT_LINES.has(word)))
  );
}

/** Whether a model names its maker or its line of products, so that it is one without its make. */
export function namesProduct(model: string): boolean {
  return isKnownModel(model) && wordsOf(model).some((word) => MAKERS.has(word) || PRODUCT_LINES.has(word));
}

/**
 * The code of a model: `SM-G950F`, `D70`, `4D`, `2201117TG`. It has letters and digits, or is a
 * short number. A key or an account number is longer.
 */
function isCode(word: string): boolean {
  if (/^\d{1,4}$|^\d{1,2}_\d$/.test(word)) return true;
  const code = withoutWords(word);
  const length = /[_/-]/.test(code) ? MAX_GROUPED : MAX_CODE;
  const isMixed = /\d/.test(word) && /[a-z]/.test(word);
  return isMixed && code.length <= length && /^[a-z0-9_+/-]*$/.test(code) && !/[a-z]{4,}/.test(code);
}

/** Characters of a code, in one group and in several. */
const MAX_CODE = 10;
const MAX_GROUPED = 12;

/** The code without the words of models in it: `6900` for `finepix6900zoom`. */
function withoutWords(word: string): string {
  return word.replace(/[a-z-]{3,}/g, (part) => {
    const known = [part, part.slice(0, -1)].find((each) => MODEL_WORDS.has(each) || MAKERS.has(each));
    return known === undefined ? part : part.slice(known.length);
  });
}

/**
 * The most digits in a row, with the signs that people write between them. Those beside a letter
 * are of a code.
 */
function longestNumber(text: string): number {
  const runs = text.match(/(?<!\p{L})\d(?:[\s().-]{0,2}\d)*(?!\p{L})/gu) ?? [];
  return Math.max(0, ...runs.map((run) => run.replace(/\D/g, '').length));
}

function wordsOf(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[\s,()]+/)
    .map((word) => word.replace(/^[.'*-]+|[.'*-]+$/g, ''))
    .filter((word) => word !== '');
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(/\s+/).filter((word) => word !== ''));
}
