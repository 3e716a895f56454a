// National identity cards, either side, by their names and captions.
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
      },
    },
    {
      weight: 2,
      words: {
        en: 'id number, identity number, personal number, national number, card number, id no, identity card no, personal no, vid, income tax department',
        fr: 'carte nationale d identite no, no de document, no national',
        de: 'ausweisnummer, zugangsnummer',
        es: 'dni, num soport, numero de identificacion, curp, clave de elector, rut, run, cuil',
        it: 'codice fiscale',
        pt: 'no documento, n documento, cpf, num de identificacao civil, doc identidade',
        nl: 'persoonsnummer, burgerservicenummer, bsn, rijksregisternummer, documentnummer',
        other: 'pesel, personnummer, cpr, rodne cislo, fodselsnummer, cnp, numer dowodu, nik',
      },
    },
    { weight: 2, pattern: /^(?:I[A-Z<]|A[CR<]|C[A-Z<])[A-Z]{3}[A-Z0-9<]+</ },
    // Twelve digits in three groups, alone on a row, as Aadhaar prints them.
    { weight: 2, pattern: /^\d{4}\s?\d{4}\s?\d{4}$/ },
    { weight: 2, pattern: /\b[A-Z]{3}[ABCFGHLJPT][A-Z]\d{4}[A-Z]\b/ },
    ...PERSON_DOCUMENT,
    { weight: 1, pattern: /\b(?:DOB|Date of Birth|MALE|FEMALE)\b/i },
  ],
  examples: {
    true: [
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
