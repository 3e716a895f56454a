// Certificates: births, marriages, deaths, diplomas, records of a court or an office.
import type { Kind } from './kind.js';
import { BIRTH } from './person-words.js';

export const certificate: Kind = {
  id: 'certificate',
  label: 'legal',
  minWeight: 5,
  cues: [
    {
      weight: 3,
      words: {
        en: 'birth certificate, certificate of birth, marriage certificate, certificate of marriage, death certificate, certificate of death, certificate of naturalization, certificate of citizenship, diploma, certificate of completion, bachelor of, master of, doctor of philosophy, police certificate, criminal record certificate, certificate of incorporation, certificate of registration, vehicle registration certificate, title deed, transcript of records, certificate of achievement, certificate of attendance',
        fr: 'acte de naissance, acte de mariage, acte de deces, extrait d acte, livret de famille, extrait de casier judiciaire, diplome, certificat d immatriculation, baccalaureat, attestation, attestation sur l honneur, certificat',
        de: 'geburtsurkunde, heiratsurkunde, eheurkunde, sterbeurkunde, abschlusszeugnis, zeugnis, fuhrungszeugnis, meldebescheinigung, einburgerungsurkunde, zulassungsbescheinigung, urkunde, bescheinigung, erbschein, grundbuch, staatsangehorigkeitsausweis',
        es: 'certificado de nacimiento, certificado de matrimonio, certificado de defuncion, acta de nacimiento, acta de matrimonio, libro de familia, certificado de antecedentes penales, titulo universitario, permiso de circulacion, certificado de empadronamiento, partida de nacimiento, certificado, diploma',
        it: 'certificato di nascita, atto di nascita, certificato di matrimonio, estratto di nascita, certificato di residenza, stato di famiglia, casellario giudiziale, diploma di laurea, carta di circolazione, certificato, attestato',
        pt: 'certidao de nascimento, certidao de casamento, certidao de obito, registo criminal, assento de nascimento, diploma, certificado de habilitacoes, certidao, certificado',
        nl: 'geboorteakte, huwelijksakte, overlijdensakte, uittreksel, verklaring omtrent het gedrag, getuigschrift, kentekenbewijs, diploma, akte van geboorte, certificaat',
        other:
          'akt urodzenia, odpis skrocony, akt malzenstwa, dyplom, swiadectwo, fodselsattest, vigselsattest, rodny list, oddaci list, vysvedceni, todistus, dogum belgesi, certificat de nastere, vitnemal, personbevis',
      },
    },
    {
      weight: 2,
      words: {
        en: 'this is to certify that, this is to certify, hereby certify, hereby certifies, registrar, certified copy, has successfully completed, in witness whereof, is awarded to, registration district, has conferred, conferred upon, county clerk, notary public, date of marriage, father, mother, awarded this, presented to, sworn',
        fr: 'officier de l etat civil, certifie que, soussigne, copie integrale, pour copie conforme, ministere de, etat civil, mention, decerne, ne a, mairie',
        de: 'standesamt, hiermit wird bescheinigt, standesbeamte, beglaubigt, siegel, wird bescheinigt, prufungsausschuss, beurkundet, standesamtes, hat bestanden, notar, eheschliessung',
        es: 'registro civil, certifico que, certifica que, el juez, por la presente certifica, otorga, hace constar, el encargado del registro, el rector',
        it: 'ufficiale di stato civile, ufficiale dello stato civile, si certifica che, rilasciato, il sindaco, anagrafe, conferisce, si attesta',
        pt: 'registo civil, registro civil, conservatoria, certifico que, certifica que, para os devidos efeitos, cartorio, oficial de registro',
        nl: 'burgerlijke stand, ambtenaar van de burgerlijke stand, hierbij verklaart, gemeente, verklaart dat, met goed gevolg',
        other: 'urzad stanu cywilnego, niniejszym zaswiadcza, folkeregister, zaswiadcza sie, nufus, stare civila',
      },
      isInText: true,
    },
    BIRTH,
    {
      weight: 1,
      words: {
        en: 'signature, signed, seal, witness, university, board of',
        fr: 'signature, cachet',
        de: 'unterschrift, ort datum',
        es: 'firma, sello',
        it: 'firma, timbro',
        pt: 'assinatura',
        nl: 'handtekening',
        other: 'podpis',
      },
    },
    { weight: -2, shape: 'amounts' },
  ],
  examples: {
    true: [
      ['CERTIFICATE OF BIRTH', 'Registration district Utopia', 'Date of birth 12 August 1974', 'Registrar'],
      ['UNIVERSITY OF UTOPIA', 'Diploma', 'This is to certify that', 'Anna Tully'],
      ['Standesamt Utopia', 'Geburtsurkunde', 'Anna Tully'],
      ["EXTRAIT D'ACTE DE NAISSANCE", "L'officier de l'état civil"],
    ],
    false: [
      ['Certificate error', 'This site is not safe'],
      ['Gift certificate', 'for two'],
    ],
  },
};
