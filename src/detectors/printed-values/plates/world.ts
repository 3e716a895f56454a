// Registration plates outside Europe.
import { form, type PlateShape } from './shape.js';

const INDIAN =
  '(?:AN|AP|AR|AS|BR|CG|CH|DD|DL|DN|GA|GJ|HP|HR|JH|JK|KA|KL|LA|LD|MH|ML|MN|MP|MZ|NL|OD|OR|PB|PY|RJ|SK|TN|TR|TS|UK|UP|WB)';
const PROVINCES_ZA = '(?:GP|NW|MP|EC|NC|FS|L|ZN|WP)';
const PROVINCES_CN = '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]';

export const OTHER_PLATES: readonly PlateShape[] = [
  {
    // California.
    country: 'US',
    pattern: form('1AAA999'),
    weight: 0.55,
    isTrue: ['8KDB482'],
    isFalse: ['0KDB482', '8KDB-48'],
  },
  {
    // New York, Texas, Ohio and others; Brazil until 2018; the Philippines.
    country: null,
    pattern: form('AAA=9999'),
    weight: 0.5,
    isTrue: ['KDB-4821'],
    isFalse: ['KD-4821', 'KDB-48213'],
  },
  {
    country: 'US',
    pattern: form('AAA9999|A99_9{3,4}|9AA_?999|9{3}_?A99|AA_99999|A{2}9_9A9|999_9AA|9A9_99A|AAA_9A99'),
    weight: 0.35,
    isTrue: ['KDB4821', 'K48-213', '4KD-213'],
    isFalse: ['KDB48', '48-213'],
  },
  {
    // Ontario; British Columbia and Quebec.
    country: 'CA',
    pattern: form('AAAA_999|A99_AAA|AA9_99A'),
    weight: 0.45,
    isTrue: ['CKDB-482', 'K48-KDB', 'KD4-82B'],
    isFalse: ['CKDB-48', 'K4-KDB'],
  },
  {
    country: 'MX',
    pattern: form('AAA=99=99|AAA_999_A|A99_AAA|99_AAA_9'),
    weight: 0.5,
    isTrue: ['KDB-48-21', 'KDB-482-K'],
    isFalse: ['KD-48-21', 'KDB-48-213'],
  },
  {
    country: 'BR',
    pattern: form('AAA_9[A-J]99'),
    weight: 0.6,
    isTrue: ['KDB4C21', 'KDB-4C21'],
    isFalse: ['KDB4Z21', 'KDB4C2'],
  },
  {
    country: 'CL',
    pattern: form('[BCDFGHJKLPRSTVWXYZ]{2}_[BCDFGHJKLPRSTVWXYZ]{2}=99'),
    weight: 0.5,
    isTrue: ['KD-BZ-48'],
    isFalse: ['KA-BZ-48', 'KDBZ48'],
  },
  {
    country: 'PE',
    pattern: form('A9A=999'),
    weight: 0.4,
    isTrue: ['K4D-482'],
    isFalse: ['44D-482', 'KED-482'],
  },
  {
    country: 'IN',
    pattern: form(`"${INDIAN}"_9{1,2}_A{1,3}_9{4}|99_"BH"_9{4}_A{1,2}`),
    weight: 0.75,
    isTrue: ['MH-12-KD-4821', 'KA05MB4821', '22-BH-4821-KD'],
    isFalse: ['ZZ-12-KD-4821', 'MH-12-KD-48'],
  },
  {
    // Emirates, Malaysia, Hong Kong: a few letters and a few digits.
    country: null,
    pattern: form('A{1,3}=19{3,4}'),
    weight: 0.25,
    isTrue: ['K-48213', 'WK-4821'],
    isFalse: ['WKDX-4821', 'K-08213', 'K-482'],
  },
  {
    // The same with fewer digits, as on road signs.
    country: null,
    pattern: form('A{1,3}=19{1,2}'),
    weight: 0.1,
    isTrue: ['K-48', 'WKD-482'],
    isFalse: ['K-4', 'WKDX-48'],
  },
  {
    country: 'SA',
    pattern: form('9999=A{3}|A=A=A=9{3,4}'),
    weight: 0.4,
    isTrue: ['4821-KDA'],
    isFalse: ['482-KDA'],
  },
  {
    // Victoria; Queensland; Western Australia.
    country: 'AU',
    pattern: form('1A{2}_9A{2}|999_AA9|1A{3}_999'),
    weight: 0.5,
    isTrue: ['1KD-4BC', '482-KD4', '1KDB-482'],
    isFalse: ['0KD-4BC', '482-KD'],
  },
  {
    country: 'ZA',
    pattern: form(`(?:A{2}_99_A{2}|A{3}_999)_"${PROVINCES_ZA}"`),
    weight: 0.7,
    isTrue: ['KD-48-BC-GP', 'KDB-482-NW'],
    isFalse: ['KD-48-BC-XX'],
  },
  {
    // The Western Cape.
    country: 'ZA',
    pattern: form('"C"A=9{3}=9{3}'),
    weight: 0.5,
    isTrue: ['CA-482-137'],
    isFalse: ['KA-482-137'],
  },
  {
    country: 'IL',
    pattern: form('99=999=99|999=99=999'),
    weight: 0.3,
    isTrue: ['48-213-77', '482-13-777'],
    isFalse: ['4821377', '48-21-377'],
  },
  {
    country: 'SG',
    pattern: form('"S"A{1,2}_19{0,3}_A'),
    weight: 0.5,
    isTrue: ['SKD-4821-B'],
    isFalse: ['KKD-4821-B', 'SKD-4821'],
  },
  {
    country: 'ID',
    pattern: form('A{1,2}=19{2,3}=A{2,3}'),
    weight: 0.5,
    isTrue: ['B-4821-KDZ'],
    isFalse: ['B4821KDZ', 'B-4821-K'],
  },
  {
    country: 'CN',
    pattern: form(`"${PROVINCES_CN}"_A_(?=.*9)[A-HJ-NP-Z0-9]{5,6}`),
    weight: 0.75,
    isTrue: ['京A-482KD', '粤B-D48213'],
    isFalse: ['京A-KDBCE', '口A-482KD'],
  },
  {
    // Where the reader did not know the province.
    country: 'CN',
    pattern: form('A=(?=.*9.*9)(?=.*A)[A-HJ-NP-Z0-9]{5}'),
    weight: 0.3,
    isTrue: ['A-482KD'],
    isFalse: ['A-48213', 'A-KDBCE'],
  },
  {
    country: 'JP',
    pattern: form('\\p{Script=Han}{1,4}_9{2,3}_(?:\\p{Script=Hiragana}_)?9{1,2}_9{2}'),
    weight: 0.7,
    isTrue: ['品川-330-あ-12-34', '横浜330-12-34'],
    isFalse: ['品川-3-あ-12-34', '品川-330'],
  },
  {
    country: 'VN',
    pattern: form('[1-9]9[A-Z]19?_(?:9{4,5}|9{3}=9{2})'),
    weight: 0.4,
    isTrue: ['59F1-482-13', '30A4-82137'],
    isFalse: ['09F1-48213', '59F1-48'],
  },
  {
    country: 'KE',
    pattern: form('"K"A{2}_9{3}A'),
    weight: 0.5,
    isTrue: ['KDB-482K'],
    isFalse: ['LDB-482K'],
  },
  {
    country: 'NG',
    pattern: form('A{3}_9{2,3}_A{2}'),
    weight: 0.55,
    isTrue: ['KDB-482-KD'],
    isFalse: ['KD-482-K', 'KDB-4821-KD'],
  },
];
