// Letters, by how they begin and end.
import type { Kind } from './kind.js';

export const letter: Kind = {
  id: 'letter',
  label: 'letter',
  minWeight: 5,
  isDocument: true,
  cues: [
    {
      weight: 3,
      words: {
        en: 'dear sir, dear madam, dear mr, dear mrs, dear ms, dear sir or madam, to whom it may concern, dear customer, dear dr, dear hiring manager, dear resident, dear',
        fr: 'madame monsieur, cher monsieur, chere madame, cher client, chere cliente, monsieur le directeur, madame la directrice, messieurs',
        de: 'sehr geehrte, sehr geehrter, liebe frau, lieber herr, liebe kundin, lieber kunde',
        es: 'estimado senor, estimada senora, estimado, estimada, muy senor mio, a quien corresponda, estimados, querida, querido',
        it: 'gentile signore, gentile signora, egregio, gentile cliente, spett le, spettabile, gentilissima, caro, cara',
        pt: 'exmo senhor, exma senhora, prezado, prezada, caro cliente, estimado cliente, ilmo, excelentissimo',
        nl: 'geachte heer, geachte mevrouw, beste, geachte, l s',
        other:
          'szanowni panstwo, szanowny panie, szanowna pani, kjaere, kaere, hej, basta, arvoisa, vazeny, vazena, sayin, stimate, stimata',
      },
    },
    {
      weight: 3,
      words: {
        en: 'yours sincerely, yours faithfully, sincerely, sincerely yours, kind regards, best regards, with best wishes, yours truly, respectfully, warm regards, regards, yours',
        fr: 'salutations distinguees, cordialement, veuillez agreer, je vous prie d agreer, sinceres salutations, bien a vous, sentiments distingues, meilleures salutations',
        de: 'mit freundlichen grussen, mit freundlichen gruessen, freundliche grusse, hochachtungsvoll, viele grusse, mit besten grussen',
        es: 'atentamente, le saluda atentamente, saludos cordiales, un cordial saludo, reciba un cordial saludo, sin otro particular',
        it: 'cordiali saluti, distinti saluti, in fede, cordialmente, con osservanza, un cordiale saluto',
        pt: 'atenciosamente, com os melhores cumprimentos, melhores cumprimentos, cumprimentos, respeitosamente, cordialmente',
        nl: 'met vriendelijke groet, met vriendelijke groeten, hoogachtend, vriendelijke groet',
        other:
          'z powazaniem, med venlig hilsen, med vennlig hilsen, med vanliga halsningar, vanliga halsningar, ystavallisin terveisin, s pozdravem, saygilarimla, cu stima',
      },
      isInText: true,
    },
    {
      weight: 2,
      words: {
        en: 'your reference, our reference, subject, enclosure, enclosures, encl, please find enclosed, we are writing to, i am writing to, thank you for your letter, your ref, our ref, with reference to, in reply to',
        fr: 'objet, nos references, vos references, pieces jointes, veuillez trouver ci joint, nous vous informons, suite a votre, lettre recommandee, n ref, v ref',
        de: 'betreff, ihr zeichen, unser zeichen, ihre nachricht vom, anlage, anlagen, hiermit teilen wir ihnen mit, aktenzeichen, ihr schreiben vom, wir freuen uns',
        es: 'asunto, su referencia, nuestra referencia, adjunto, anexo, le informamos, por la presente, le comunicamos, n ref',
        it: 'oggetto, vs riferimento, ns riferimento, allegati, allegato, con la presente, la informiamo, prot n',
        pt: 'assunto, sua referencia, nossa referencia, anexo, anexos, vimos por este meio, informamos, v referencia',
        nl: 'betreft, uw kenmerk, ons kenmerk, bijlage, bijlagen, hierbij delen wij u mee, onderwerp, naar aanleiding van',
        other: 'dotyczy, zalaczniki, nasz znak, arende, vedrorende, vedlegg, bilag, bilaga, vec, konu',
      },
      isInText: true,
    },
    { weight: 1, shape: 'running-text' },
    {
      weight: 1,
      words: {
        en: 'phone, tel, telephone, fax, email, street, road, avenue, suite, po box',
        fr: 'tel, rue, avenue, cedex, boite postale',
        de: 'telefon, strasse, postfach, telefax',
        es: 'calle, telefono, apartado',
        it: 'via, telefono, piazza',
        pt: 'rua, telefone, avenida',
        nl: 'straat, postbus, telefoon',
      },
    },
  ],
  examples: {
    true: [
      [
        'Our reference 12',
        'Dear Ms Tully,',
        'thank you for your letter of the third of March.',
        'Yours sincerely,',
        'A. Example',
      ],
      ['Betreff: Ihre Anfrage', 'Sehr geehrte Frau Tully,', 'wir danken Ihnen.', 'Mit freundlichen Grüßen'],
      ['Objet : votre demande', 'Madame, Monsieur,', "Veuillez agréer l'expression de mes salutations distinguées"],
      ['Asunto: su solicitud', 'Estimada señora:', 'Atentamente'],
    ],
    false: [
      ['Dear Diary', 'A novel'],
      ['SUBJECT TO CHANGE', 'Timetable'],
    ],
  },
};
