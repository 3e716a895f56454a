// Whether a text in a tag for rights or contacts names a person. An agency, a company, a legal
// notice, an address of the web or a test string names none. What is left counts as a name.

/** Notices around a name: signs, years, and who did what. Each is replaced by a gap. */
const NOTICES: readonly RegExp[] = [
  /https?:\/\/\S+|\bwww\.\S+|\S+@\S+|(?<![\p{L}.])[\p{L}\d-]+\.(?:com|net|org|de|fr|co\.uk|info|eu|photo|photography)\b\S*/giu,
  /©|®|™|\((?:c|r|tm)\)|&copy;/giu,
  /(?<![\p{L}\d])(?:18|19|20)\d{2}(?:\s?[-–/,]\s?(?:\d{2}){1,2})*(?!\d)/gu,
  /\bcc[ -]by(?:-(?:nc|nd|sa)){0,2}(?:\s?\d\.\d)?/giu,
  /\b(?:copyright|copyrighted|copr|all rights reserved|some rights reserved|no rights reserved|rights reserved)\b\.?/giu,
  /\b(?:alle rechte vorbehalten|tous droits réservés|droits réservés|todos los derechos reservados|derechos reservados)\b/giu,
  /\b(?:tutti i diritti riservati|todos os direitos reservados|alle rechten voorbehouden|urheberrecht)\b/giu,
  /\b(?:(?:photo(?:graph)?s?|pictures?|images?|fotos?|bild(?:er)?|taken|shot|created|captured|written|published)\s+)?(?:by|von|par|por|door)\b/giu,
  /\b(?:photo(?:graph(?:er|e))?|picture|image|foto(?:graf)?|bild|crédits?|credits?|courtesy(?:\s+of)?|author|artist|creator|owner|contact|editor)\s*[:=]/giu,
  /\b(?:photo(?:graph(?:y|ie|ies|er|s))?|photos|pictures|images|fotograf(?:ie|ia|ía|er|o)?|fotos?|photographe)\b/giu,
];

/** What separates a name from other words. A dot ends a sentence, but not an initial or a title. */
const SEPARATORS =
  /[,;|()[\]{}<>"“”„:\n\r\t•·–—/\\*_=+]|\s-\s|\s{2,}|(?<=\p{L}{3})(?<!\b(?:Prof|Mrs|Capt|Sgt|Jun|Sen))\.(?=\s|$)/gu;

/** Small words inside of names. */
const PARTICLES =
  /^(?:de|del|della|der|den|des|di|da|do|dos|du|la|le|van|von|vom|zu|zur|ten|ter|el|al|bin|ibn|ben|y|e|und|and|et|&|st)$/iu;

/** A word of a name: letters, with apostrophes, hyphens and the dot of an initial. */
const NAME_WORD = /^(?:\p{L}\p{M}?\.){1,4}$|^(?:\p{L}\p{M}?\.){0,3}\p{L}[\p{L}\p{M}]*(?:['’`-][\p{L}\p{M}]+)*\.?$/u;

/** Characters that are read. A name is at the beginning of a notice. */
const MAX_LENGTH = 4000;
const MAX_WORDS = 5;
const MAX_PARTICLES = 3;

/**
 * Words that no name of a person has: legal forms, offices, media, and words of notices and tests.
 */
const NO_NAME = new Set(
  `inc llc ltd limited gmbh ag kg ohg ug mbh co company corp corporation plc sa sas sarl srl spa bv nv oy ab asa as
  pty group gruppe holding association verein club society institute institut foundation stiftung trust union council
  agency agence agentur agenzia agencia press presse prensa news newspaper zeitung journal magazine media verlag
  publishing publisher publications publishers publication studio studios production productions pictures picture image
  images photo photos stock archive archives archiv library bibliothek museum musée museo gallery galerie university
  universität université school department ministry ministère bureau office government administration commission
  committee navy army force forces marines usaf usmc defense police service services center centre zentrum national
  federal public domain commons license licence creative rights reserved notice legal copyright copyrights copyleft
  credit credits line byline caption writer author authors artist creator owner name names title description
  string test testing example sample demo dummy lorem ipsum placeholder unknown none null undefined anonymous
  default user admin administrator root guest camera digital kamera photographer photography editor contact
  this that these those is are was a an the my your our his her their its me us with from to for not no or of in on at
  use used permission required only may must please see information terms conditions prohibited unauthorized
  reproduction distribution without prior written consent dir free royalty website web site online team crew staff
  all number one two three version copy file made source sources writers listener speaker country america europe asia
  africa international worldwide usa it wrote we he she chez moi mon ma mes licensed granted tel
  phone telephone telefon mobile mobil fax email mail e-mail web address anschrift street str strasse straße rue road`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/** Names of agencies, makers, programs and networks that are a word of their own. */
const KNOWN_NAMES_OF_NO_PERSON = new Set(
  `reuters getty corbis shutterstock alamy afp dpa epa ap apa ansa efe tass xinhua istock istockphoto fotolia
  depositphotos dreamstime magnum unsplash pexels pixabay flickr instagram facebook meta whatsapp google apple microsoft
  adobe photoshop lightroom gimp picasa canon nikon sony fujifilm fuji olympus panasonic leica pentax ricoh samsung huawei
  xiaomi oneplus oppo vivo lg motorola nokia kodak casio gopro dji hasselblad sigma iptc exif exiftool xmp nasa esa noaa
  usgs wikimedia wikipedia bbc cnn nbc abc cbs zdf ard iphone ipad android windows pixel imatag midjourney
  openai chatgpt dalle firefly keystone bloomberg imago actionpress wireimage filmmagic photoshot rex zuma polaris sipa
  abaca belga ritzau scanpix lehtikuva tt ntb`
    .split(/\s+/)
    .filter((word) => word !== ''),
);

/**
 * Endings of German and other words for an office or a house of the press, and what stands before
 * the name of a town, a country or a broadcaster. They are no parts of names.
 */
const OFFICE =
  /^.{2,}(?:archiv|verlag|museum|bibliothek|ministerium|stiftung|institut|agentur|behörde|direktion|verwaltung|rundfunk|fernsehen|zeitung|verband|verein|gesellschaft|feuerwehr|polizei|studios?)s?$|^(?:stadt|gemeinde|landkreis|landeshauptstadt|freistaat|bundesland|bundeswehr|bundesamt|bundesrat|bundestag|polizei|feuerwehr|rundfunk|fernsehen|radio|tv|television|televisión|télévision|ville|mairie|commune|préfecture|comune|città|ciudad|ayuntamiento|cidade|prefeitura|gemeente|kommune|city|county|bild|bildarchiv|bilderdienst|police|policía|policia|polizia|politie|laboratory|labor|observatory|hospital|klinikum|kirche|bistum|diözese|zoo|jpl|caltech|cern|jaxa|eumetsat|copernicus)$/iu;

const BUSINESS_IN_CJK =
  /公司|株式会社|有限|新聞|新闻|通信社|图片|圖片|视觉|版权|版權|著作|所有|摄影|撮影|權利|권리|저작권|주식회사/u;
const CJK_NAME = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々・·\s]{2,12}$/u;

/** Two to four capitalised words after a sign of authorship, also in a longer sentence. */
const AFTER_BY =
  /(?:\b(?:by|von|par|por|door|courtesy of)|©|\([cC]\))\s*(?:\d{4}\s+)?((?:\p{Lu}[\p{L}.'’-]*\s+){1,3}\p{Lu}[\p{L}'’-]+)/gu;

/** The names of persons in a text, without what is around them. Empty where it names none. */
export function personsIn(text: string): string[] {
  const stated = [...text.matchAll(AFTER_BY)].map(([, name = '']) => name);
  const bare = NOTICES.reduce((rest, notice) => rest.replace(notice, ' \n '), text.slice(0, MAX_LENGTH));
  const names = bare.split(SEPARATORS).map((part) => part.trim().replace(/^(?:and|und|et|&)\s+/i, ''));
  const isWhole = names.filter((name) => name !== '').length === 1;
  const found = [...new Set([...names, ...stated].filter((name) => isName(name, isWhole)))];
  return found.filter((name) => !found.some((other) => other !== name && name.includes(other)));
}

/** @param isWhole there is nothing else in the tag: then one word may be in lower case */
function isName(text: string, isWhole: boolean): boolean {
  if (CJK_NAME.test(text)) return !BUSINESS_IN_CJK.test(text);
  const words = text.split(/\s+/).filter((word) => word !== '');
  const own = words.filter((word) => !PARTICLES.test(word));
  if (own.length === 0 || own.length > MAX_WORDS || words.length - own.length > MAX_PARTICLES) return false;
  if (!own.every((word) => NAME_WORD.test(word)) || own.some((word) => isNoName(word) && !isVietnamese(word, own)))
    return false;
  const [only] = own;
  return own.length > 1 ? own.some((word) => /\p{L}{2}/u.test(word)) : only !== undefined && isAlone(only, isWhole);
}

/** `Nguyễn Văn An`, `Trần Mỹ To`: syllables that are small words in English. */
function isVietnamese(word: string, all: readonly string[]): boolean {
  return (
    /^(?:An|My|To|In|No|On|Do|He|So|Ma|Mon|Tel|Us)$/.test(word) &&
    all.some((one) => /[ăâđêôơưáàảãạ\u1ea0-\u1ef9]/iu.test(one))
  );
}

function isNoName(word: string): boolean {
  const plain = word.toLowerCase().replace(/[.’']s?$/u, '');
  const isInitial = /^\p{L}\.?$/u.test(word);
  if (isInitial) return false;
  const parts = plain.split(/[-.]/);
  const isWord = plain.split('.').some((part) => NO_NAME.has(part));
  return isWord || parts.some((part) => KNOWN_NAMES_OF_NO_PERSON.has(part) || OFFICE.test(part));
}

/** One word alone: not the initials or the abbreviation of an office. */
function isAlone(word: string, isWhole: boolean): boolean {
  const isAbbreviation = word === word.toUpperCase() && word !== word.toLowerCase() && word.length <= 5;
  return /\p{L}{3}/u.test(word) && !isAbbreviation && (isWhole || !/^\p{Ll}/u.test(word));
}
