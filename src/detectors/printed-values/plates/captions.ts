// What is printed on a plate or its frame besides the number: a state, a country, the code in the
// blue band. And words that come with a number on other signs.

/** As read: in capitals, without spaces. */
const STATES =
  'ALABAMA ALASKA ARIZONA ARKANSAS CALIFORNIA COLORADO CONNECTICUT DELAWARE FLORIDA GEORGIA HAWAII IDAHO ILLINOIS INDIANA IOWA KANSAS KENTUCKY LOUISIANA MAINE MARYLAND MASSACHUSETTS MICHIGAN MINNESOTA MISSISSIPPI MISSOURI MONTANA NEBRASKA NEVADA NEWHAMPSHIRE NEWJERSEY NEWMEXICO NEWYORK NORTHCAROLINA NORTHDAKOTA OHIO OKLAHOMA OREGON PENNSYLVANIA RHODEISLAND SOUTHCAROLINA SOUTHDAKOTA TENNESSEE TEXAS UTAH VERMONT VIRGINIA WASHINGTON WESTVIRGINIA WISCONSIN WYOMING ALBERTA BRITISHCOLUMBIA MANITOBA NEWBRUNSWICK NOVASCOTIA ONTARIO QUEBEC SASKATCHEWAN YUKON NSW NEWSOUTHWALES VICTORIA QUEENSLAND SOUTHAUSTRALIA WESTERNAUSTRALIA TASMANIA BRASIL MERCOSUR MERCOSUL REPUBLICAARGENTINA URUGUAY PARAGUAY CHILE PERU COLOMBIA MEXICO JALISCO CDMX DUBAI ABUDHABI SHARJAH AJMAN KSA QATAR OMAN KUWAIT BAHRAIN';

const CAPTIONS: ReadonlySet<string> = new Set(STATES.split(' '));

/** Distinguishing signs of vehicles (Vienna Convention on Road Traffic), as in blue bands. */
const BANDS: ReadonlySet<string> = new Set(
  'A AL AND AX B BG BIH BY CH CY CZ D DK E EST F FIN FL GB UK GBZ GE GR H HR I IND IRL IS KZ L LT LV M MC MD MK MNE N NL NMK P PL RKS RO RSM RUS S SK SLO SRB TR UA'.split(
    ' ',
  ),
);

/** Letters before or after a number on signs, labels and badges. */
const WORDS: ReadonlySet<string> = new Set(
  'BUS TAXI EXIT GATE ROOM FLAT UNIT HALL BAY APT AVE RUE HWY RTE ISO DIN USB LED SPF MPH KMH RPM FAX TEL MAX MIN EST AGE AGES VOL KEY NO NR NUM KM KG ML CM MM AM PM OZ LB FT USD EUR GBP CHF JPY VAT TVA TAX JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC MON TUE WED THU FRI SAT SUN BMW KIA GTI AMG MINI AUDI SEAT FIAT FORD OPEL BOX LOT PIN TOP RUN DAY THE AND FOR NEW OLD ONE TWO SIX TEN OPEN SALE STOP SLOW CALL CH TV AC DC HD PS XL'.split(
    ' ',
  ),
);

const compact = (text: string): string => text.toUpperCase().replace(/[^A-Z]/g, '');

export const isCaption = (text: string): boolean => CAPTIONS.has(compact(text));

export const isBand = (text: string): boolean => text === text.toUpperCase() && BANDS.has(text.trim());

/** Whether the number is a word and a number, as on other signs. */
export function hasSignWord(number: string): boolean {
  const [, before = '', after = ''] = /^([A-Z]+)-?\d+$|^\d+-?([A-Z]+)$/.exec(number) ?? [];
  return WORDS.has(before + after);
}
