// Registration plates of Europe.
import { form, type PlateShape } from './shape.js';

const CANTONS = '(?:AG|AI|AR|BE|BL|BS|FR|GE|GL|GR|JU|LU|NE|NW|OW|SG|SH|SO|SZ|TG|TI|UR|VD|VS|ZG|ZH)';
const IRISH = '(?:C|CE|CN|CW|D|DL|G|KE|KK|KY|L|LD|LH|LK|LM|LS|MH|MN|MO|OY|RN|SO|T|W|WH|WX|WW)';
const ROMANIAN =
  '(?:AB|AG|AR|B|BC|BH|BN|BR|BT|BV|BZ|CJ|CL|CS|CT|CV|DB|DJ|GJ|GL|GR|HD|HR|IF|IL|IS|MH|MM|MS|NT|OT|PH|SB|SJ|SM|SV|TL|TM|TR|VL|VN|VS)';

const BRITISH = '[A-HJ-PR-Y]';

export const EUROPEAN_PLATES: readonly PlateShape[] = [
  {
    country: 'GB',
    pattern: form(`${BRITISH}{2}99_[A-HJ-PR-Z]{3}`),
    weight: 0.75,
    isTrue: ['AB12-CDE', 'LK53ABY'],
    isFalse: ['AI12-CDE', 'AB12-CDEF'],
  },
  {
    country: 'GB',
    pattern: form('[A-HJ-NP-TV-Y]19{0,2}_AAA|AAA_19{0,2}[A-HJ-NP-TV-Y]'),
    weight: 0.4,
    isTrue: ['P482-HGF', 'HGF-482P'],
    isFalse: ['I482-HGF', 'P082-HGF'],
  },
  {
    // France, Italy, Albania, Slovakia since 2023, Argentina, Georgia.
    country: null,
    pattern: form('[A-HJ-NP-TV-Z]{2}_999_[A-HJ-NP-TV-Z]{2}'),
    weight: 0.75,
    isTrue: ['AB-123-CD', 'FK482ZB'],
    isFalse: ['AO-123-CD', 'AB-1234-CD'],
  },
  {
    country: 'ES',
    pattern: form('9999_[BCDFGHJKLMNPRSTVWXYZ]{3}'),
    weight: 0.55,
    isTrue: ['4821-KZB'],
    isFalse: ['4821-KAB', '482-KZB'],
  },
  {
    // Portugal, and the Netherlands until 2008.
    country: null,
    pattern: form('AA_99_AA|99_AA_99|99_99_AA|AA_99_99|AA_AA_99|99_AA_AA'),
    weight: 0.5,
    isTrue: ['AB-48-CD', '48-CD-21'],
    isFalse: ['48-21-77', 'AB-48-C'],
  },
  {
    country: 'NL',
    pattern: form('AA_999_A|A_999_AA|9_AAA_99|99_AAA_9|AAA_99_A|A_99_AAA|9_AA_999|999_AA_9'),
    weight: 0.6,
    isTrue: ['GX-482-T', '4-KDB-21'],
    isFalse: ['GX-4821-T', '4-KDB-2'],
  },
  {
    country: 'BE',
    pattern: form('[1-9]_AAA_999'),
    weight: 0.65,
    isTrue: ['1-ABC-482'],
    isFalse: ['0-ABC-482', '1-AB-482'],
  },
  {
    country: 'DE',
    pattern: form('[A-ZÄÖÜ]{1,3}=A{1,2}_19{2,3}[EH]?'),
    weight: 0.55,
    isTrue: ['M-AB-1234', 'KA-PA-777', 'B-E777H'],
    isFalse: ['MAB-1234', 'M-AB-0123', 'M-ABC-123'],
  },
  {
    country: 'DE',
    pattern: form('[A-ZÄÖÜ]{1,3}=A{1,2}_19?[EH]?'),
    weight: 0.4,
    isTrue: ['HH-X-77', 'M-A-1'],
    isFalse: ['HHX-77', 'HH-X-07'],
  },
  {
    country: 'AT',
    pattern: form('(?:A|AA)=9{2,5}_A{1,3}|(?:A|AA)=19{0,2}AAA'),
    weight: 0.4,
    isTrue: ['W-48213-K', 'GU-482-KD'],
    isFalse: ['W-4-K', 'WIEN-482-K'],
  },
  {
    // The same where the reader lost the gaps.
    country: 'AT',
    pattern: form('A{1,2}9{3,5}A{1,2}'),
    weight: 0.25,
    isTrue: ['W48213K', 'GU482KD'],
    isFalse: ['W48K', 'WIE48213K'],
  },
  {
    country: 'CH',
    pattern: form(`"${CANTONS}"_(?:9{4,6}|9{1,3}=999)`),
    weight: 0.45,
    isTrue: ['ZH-482-137', 'GE-48213'],
    isFalse: ['ZZ-482-137', 'ZH-48'],
  },
  {
    country: 'PL',
    pattern: form('(?=.*9.*9)(?:AA=[0-9A-Z]{5}|AAA=[0-9A-Z]{4,5})'),
    weight: 0.35,
    isTrue: ['WX-4821K', 'KRA-4P21'],
    isFalse: ['W-4821K', 'WX-48', 'YOU-EXCEL', 'KRA-4PKD'],
  },
  {
    country: 'CZ',
    pattern: form('9[ABCEHJKLMPSTUZ]9_9999|AAA_99_99'),
    weight: 0.55,
    isTrue: ['4B2-4821', 'ABK-48-21'],
    isFalse: ['4X2-4821', '4B2-482'],
  },
  {
    // Slovakia, Serbia, Kosovo, Croatia, Slovenia, Hungary, Montenegro.
    country: null,
    pattern: form('AA_9{3,4}_A{1,2}|AA_AA_?999|AA_99_AAA|AA_9AA_999|AA_99_A99'),
    weight: 0.5,
    isTrue: ['BA-482KB', 'ZG-4821-KD', 'AB-KD-482', 'LJ-48-KDB'],
    isFalse: ['B-482KB', 'ZG-48-KD'],
  },
  {
    country: 'RO',
    pattern: form(`"${ROMANIAN}"_9{2,3}_AAA`),
    weight: 0.5,
    isTrue: ['B-48-KDZ', 'CJ-482-KDZ'],
    isFalse: ['XX-48-KDZ', 'B-4-KDZ'],
  },
  {
    // Ukraine, Bulgaria, North Macedonia.
    country: null,
    pattern: form('AA_9999_AA|B_9999_BB'),
    weight: 0.6,
    isTrue: ['CB-4821-KA', 'AA4821KB'],
    isFalse: ['CB-48211-KA', 'D-4821-KA'],
  },
  {
    country: 'GR',
    pattern: form('[ABEHIKMNOPTXYZ]{3}_1999'),
    weight: 0.45,
    isTrue: ['IZK-4821'],
    isFalse: ['IDK-4821', 'IZK-482'],
  },
  {
    country: 'NO',
    pattern: form('AA_[1-9]9999'),
    weight: 0.4,
    isTrue: ['KD-48213'],
    isFalse: ['KD-08213', 'K-48213'],
  },
  {
    country: 'DK',
    pattern: form('AA=99=999'),
    weight: 0.5,
    isTrue: ['KD-48-213'],
    isFalse: ['KD48213', 'KD-482-13'],
  },
  {
    country: 'IE',
    pattern: form(`(?:[0189]9|[12]9[12])_"${IRISH}"_19{0,5}`),
    weight: 0.55,
    isTrue: ['191-D-48213', '08-KE-482'],
    isFalse: ['193-D-48213', '191-X-482'],
  },
  {
    country: 'BA',
    pattern: form('A99_A_999'),
    weight: 0.6,
    isTrue: ['K48-E-213'],
    isFalse: ['K4-E-213'],
  },
  {
    country: 'RU',
    pattern: form('B_999_BB_9{2,3}'),
    weight: 0.65,
    isTrue: ['K482BE-77', 'K-482-BE-777'],
    isFalse: ['D482BE-77', 'K482BE-7'],
  },
  {
    country: 'BY',
    pattern: form('9999_BB_[1-8]'),
    weight: 0.6,
    isTrue: ['4821-KB-7'],
    isFalse: ['4821-KB-9', '4821-DZ-7'],
  },
  {
    country: 'TR',
    pattern: form('(?:0[1-9]|[1-7]9|8[01])_(?:A_9{4,5}|AA_9{3,4}|AAA_9{2,3})'),
    weight: 0.5,
    isTrue: ['34-KD-4821', '06-A-4821'],
    isFalse: ['82-KD-4821', '34-KD-48'],
  },
  {
    // Sweden, Finland, Lithuania, Cyprus, Malta, Moldova, Estonia, Latvia, Luxembourg, Iceland;
    // also Australia, New Zealand and some American states. Other print often has this form.
    country: null,
    pattern: form('AAA_(?:999|99[A-Z])|999_AAA|AA_9{3,4}|99A_9{3,4}'),
    weight: 0.3,
    isTrue: ['KDB-482', '482-KDB', 'KB-4821', 'KDB-48C'],
    isFalse: ['KDB-48', 'K-482', 'KDBX-482'],
  },
];
