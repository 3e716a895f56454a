// Envelopes and parcel labels: an address with postal marks.
import type { Kind } from './kind.js';

export const envelope: Kind = {
  id: 'envelope',
  label: 'letter',
  minWeight: 5,
  isDocument: true,
  maxCharacters: 600,
  cues: [
    {
      weight: 3,
      words: {
        en: 'return to sender, if undelivered, if undelivered return to, return address, postage paid, first class mail, us postage, royal mail, air mail, priority mail, registered mail, tracking number, ship from, deliver to, certified mail, usps, recipient, presorted',
        fr: 'par avion, port-paye, lettre prioritaire, la poste, affranchissement, expediteur, destinataire, colissimo, chronopost, lettre verte, bpost',
        de: 'deutsche post, absender, empfanger, einschreiben, porto bezahlt, dialogpost, entgelt bezahlt, brief, falls unzustellbar, dhl paket, wenn unzustellbar',
        es: 'correos, remitente, destinatario, franqueo pagado, correo certificado, franqueo',
        it: 'poste italiane, mittente, destinatario, raccomandata, posta prioritaria, posta target',
        pt: 'remetente, destinatario, ctt correios, correio azul, registado, porte pago, correios, taxa paga',
        nl: 'postnl, afzender, port betaald, aangetekend, ontvanger, geadresseerde, indien onbestelbaar',
        other:
          'nadawca, adresat, poczta polska, postnord, posten, par avion, priority, lettres priorite, oplata pobrana, ceska posta',
      },
    },
    {
      weight: 2,
      words: {
        en: 'po box, mr, mrs, ms, to, postcode, zip code',
        fr: 'cedex, monsieur, madame, m et mme',
        de: 'herrn, frau, familie, postfach',
        es: 'sr d, sra dna, apartado de correos, c p',
        it: 'spett le, cap, gent',
        pt: 'exmo sr, codigo postal, cep',
        nl: 'postbus, aan, de heer, mevrouw',
      },
    },
    // Postcodes in the form that most countries use, with a place name before or after.
    {
      weight: 1,
      pattern:
        /(?<!\d)(?:[A-Z]{1,2}-)?\d{4,5}\s+\p{Lu}\p{L}+|\b[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}\b|\b[A-Z]{2} \d{5}(?:-\d{4})?\b|\b\d{4} ?[A-Z]{2}\b/u,
    },
    {
      weight: 1,
      words: {
        en: 'street, road, avenue, lane, drive, apt',
        fr: 'rue, avenue, boulevard, place',
        de: 'strasse, str, weg, platz, allee',
        es: 'calle, avenida, plaza',
        it: 'via, viale, piazza, corso',
        pt: 'rua, avenida, praca, travessa',
        nl: 'straat, laan, plein, weg',
      },
    },
    { weight: -3, shape: 'amounts' },
    { weight: -2, shape: 'running-text' },
  ],
  examples: {
    true: [
      ['If undelivered return to', 'PO Box 12', 'Mrs A Tully', '3 Example Street', 'UT1 2AB'],
      ['Deutsche Post', 'Frau Anna Tully', 'Beispielweg 3', '12345 Utopia'],
      ['PORT-PAYÉ', 'Madame Dupont', '3 rue Exemple', '75001 PARIS'],
    ],
    false: [
      ['POST OFFICE', 'Open 9 to 17'],
      ['Example Street', 'to the station'],
    ],
  },
};
