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
        en: 'dear sir, dear madam, dear mr, dear mrs, dear ms, dear sir or madam, to whom it may concern, dear customer, dear dr, dear hiring manager, dear resident, dear, dear sirs, dear friend, dear valued customer, dear patient, dear member, dear parents, dear applicant, my dear, dearest, dear policyholder',
        fr: 'madame monsieur, cher monsieur, chere madame, cher client, chere cliente, monsieur le directeur, madame la directrice, messieurs, chere cliente cher client, chers parents',
        de: 'sehr geehrte, sehr geehrter, liebe frau, lieber herr, liebe kundin, lieber kunde, sehr geehrte damen und herren, lieber, liebe, liebe eltern',
        es: 'estimado senor, estimada senora, estimado, estimada, muy senor mio, a quien corresponda, estimados, querida, querido, estimado cliente, estimada clienta, estimados padres, muy senores mios, distinguido',
        it: 'gentile signore, gentile signora, egregio, gentile cliente, spett le, spettabile, gentilissima, caro, cara, gentili, egregi, gentili genitori, carissimo, carissima',
        pt: 'exmo senhor, exma senhora, prezado, prezada, caro cliente, estimado cliente, ilmo, excelentissimo, caro, cara, prezados, exmos senhores, ex mo senhor, meu caro, querido, querida',
        nl: 'geachte heer, geachte mevrouw, beste, geachte, l s, beste mevrouw, geachte heer mevrouw, lieve, beste klant',
        other:
          'szanowni panstwo, szanowny panie, szanowna pani, kjaere, kaere, hej, basta, arvoisa, vazeny, vazena, sayin, stimate, stimata',
      },
    },
    {
      weight: 3,
      words: {
        en: 'yours sincerely, yours faithfully, sincerely, sincerely yours, kind regards, best regards, with best wishes, yours truly, respectfully, warm regards, regards, yours, lots of love, all the best, best wishes, yours ever, yours affectionately, with love, with kind regards, warmly, your friend, much love, faithfully yours, respectfully yours, thanking you, cordially',
        fr: 'salutations distinguees, cordialement, veuillez agreer, je vous prie d agreer, sinceres salutations, bien a vous, sentiments distingues, meilleures salutations, bien cordialement, sentiments les meilleurs, bises, je t embrasse, affectueusement, sentiments respectueux, salutations les meilleures, dans l attente, l expression de mes, amicalement',
        de: 'mit freundlichen grussen, mit freundlichen gruessen, freundliche grusse, hochachtungsvoll, viele grusse, mit besten grussen, liebe grusse, herzliche grusse, herzlichst, mit freundlichem gruss, mit freundlichen, alles liebe, beste grusse, mfg',
        es: 'atentamente, le saluda atentamente, saludos cordiales, un cordial saludo, reciba un cordial saludo, sin otro particular, un abrazo, con carino, saludos, un saludo, cordialmente',
        it: 'cordiali saluti, distinti saluti, in fede, cordialmente, con osservanza, un cordiale saluto, un abbraccio, con affetto, tanti saluti, porgiamo, porgo',
        pt: 'atenciosamente, com os melhores cumprimentos, melhores cumprimentos, cumprimentos, respeitosamente, cordialmente, um abraco, beijos, com carinho, saudacoes, subscrevo me',
        nl: 'met vriendelijke groet, met vriendelijke groeten, hoogachtend, vriendelijke groet, groeten, liefs, hartelijke groet, met hartelijke groet, veel liefs, groetjes',
        other:
          'z powazaniem, med venlig hilsen, med vennlig hilsen, med vanliga halsningar, vanliga halsningar, ystavallisin terveisin, s pozdravem, saygilarimla, cu stima',
      },
      isInText: true,
    },
    {
      weight: 2,
      more: 1,
      words: {
        en: 'your reference, our reference, subject, enclosure, enclosures, encl, please find enclosed, we are writing to, i am writing to, thank you for your letter, your ref, our ref, with reference to, in reply to, letter of recommendation, i am pleased to, we are pleased to, i am writing, we regret to inform you, please do not hesitate, if you have any questions, i look forward to, we look forward to, cover letter, offer of employment, thank you for your, notice of, confirmation of',
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
    { weight: 1, shape: 'prose' },
    // A date alone, or after a town.
    {
      weight: 1,
      pattern:
        /^(?:\p{Lu}[\p{L} .-]{2,20},\s?(?:den|le|il|a)?\s?)?(?:\d{1,2}(?:st|nd|rd|th|\.)?\s?(?:de\s)?\p{L}{3,9}\.?(?:\sde)?,?\s?(?:19|20)\d\d|\p{L}{3,9}\.?\s?\d{1,2}(?:st|nd|rd|th)?,?\s?(?:19|20)\d\d)$/u,
    },
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
