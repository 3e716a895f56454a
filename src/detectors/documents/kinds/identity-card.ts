// National identity cards, either side, by their names and captions.
import { CHINESE_ID } from '../chinese-id.js';
import type { Kind } from './kind.js';
import { PERSON_DOCUMENT } from './person-words.js';

export const identityCard: Kind = {
  id: 'identity-card',
  label: 'identity-card',
  minWeight: 5,
  maxCharacters: 1000,
  cues: [
    { weight: 2, shape: 'portrait' },
    {
      weight: 3,
      words: {
        en: 'identity card, identification card, national identity, national id card, national id, voter id, citizen card, permanent account number, unique identification authority, elector photo identity, social security card',
        fr: 'carte nationale d identite, carte d identite',
        de: 'personalausweis, identitatskarte',
        es: 'documento nacional de identidad, cedula de identidad, cedula de ciudadania, credencial para votar, documento de identidad',
        it: 'carta d identita, carta di identita',
        pt: 'cartao de cidadao, bilhete de identidade, carteira de identidade, registro geral, cedula de identidade',
        nl: 'identiteitskaart, nederlandse identiteitskaart',
        other:
          'dowod osobisty, kimlik karti, henkilokortti, obcansky prukaz, obciansky preukaz, osobna izkaznica, osobna iskaznica, licna karta, isikutunnistus, asmens tapatybes, personas aplieciba, identitetskort, nasjonalt id kort, nationellt identitetskort, carte de identitate, szemelyazonosito, szemelyazonositó igazolvany, kad pengenalan, kartu tanda penduduk, aadhaar, aadhar, philippine identification, karta tozsamosci, legitimationskort',
        cjk: '居民身份证, 身份证, 国民身分證, 國民身分證, 身分證, 個人番号, 香港永久性居民身份證, 在留',
      },
    },
    {
      weight: 2,
      more: 2,
      words: {
        en: 'id number, identity number, personal number, national number, card number, id no, identity card no, personal no, vid, income tax department',
        fr: 'carte nationale d identite no, no de document, no national',
        de: 'ausweisnummer, zugangsnummer',
        es: 'dni, num soport, numero de identificacion, curp, clave de elector, rut, run, cuil',
        it: 'codice fiscale',
        pt: 'no documento, n documento, cpf, num de identificacao civil, doc identidade',
        nl: 'persoonsnummer, burgerservicenummer, bsn, rijksregisternummer, documentnummer',
        other: 'pesel, personnummer, cpr, rodne cislo, fodselsnummer, cnp, numer dowodu, nik',
        cjk: '公民身份号码, 签发机关, 性别, 民族, 住址, 姓名, 出生, 有效期限, 統一編號, 氏名, 生年月日, 住所, 性別, 国籍',
      },
    },
    { weight: 2, pattern: /^(?:I[A-Z<]|A[CR<]|C[A-Z<])[A-Z]{3}[A-Z0-9<]+</ },
    { weight: 3, pattern: CHINESE_ID },
    // Twelve digits in three groups, alone on a row, as Aadhaar prints them.
    { weight: 2, pattern: /^\d{4}\s?\d{4}\s?\d{4}$/ },
    { weight: 2, pattern: /\b[A-Z]{3}[ABCFGHLJPT][A-Z]\d{4}[A-Z]\b/ },
    ...PERSON_DOCUMENT,
    { weight: 1, pattern: /\b(?:DOB|Date of Birth|MALE|FEMALE)\b/i },
  ],
  examples: {
    true: [
      ['中华人民共和国', '居民身份证', '签发机关 | 北京市公安局', '有效期限 | 2015.03.02-2035.03.02'],
      ['姓名 张三', '性别 男 | 民族 汉', '住址 北京市东城区', '公民身份号码 | 11010119900307002X'],
      ['BUNDESREPUBLIK UTOPIA', 'PERSONALAUSWEIS', 'Name TULLY', 'Geburtstag 12.08.1974 | Gültig bis 01.01.2030'],
      [
        'REPUBLIQUE FRANCAISE',
        "CARTE NATIONALE D'IDENTITE No : 000000000000",
        'Nom : DUPONT',
        'Né(e) le : 12.08.1974',
        'Sexe : F',
      ],
      ['REPUBBLICA ITALIANA', "CARTA D'IDENTITA", 'COGNOME', 'ROSSI', 'LUOGO E DATA DI NASCITA'],
      ['Government of Utopia', 'Anna Tully', 'DOB: 12/08/1974', 'FEMALE', '2345 6789 0123'],
      ['CARTAODECIDADAO', 'REPUBLICA PORTUGUESA', 'APELIDO', 'SEXO'],
    ],
    false: [
      ['Bring your identity card to the polling station on Sunday', 'Town hall, first floor', 'Open 8 to 18'],
      ['Please enter your ID number', 'Continue'],
      ['First name', 'Last name', 'Date of birth', 'Nationality', 'Gender', 'ID number', 'Email address'],
    ],
  },
};
