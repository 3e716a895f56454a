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
        en: 'birth certificate, certificate of birth, marriage certificate, certificate of marriage, death certificate, certificate of death, certificate of naturalization, certificate of citizenship, diploma, certificate of completion, bachelor of, master of, doctor of philosophy, police certificate, criminal record certificate, certificate of incorporation, certificate of registration, vehicle registration certificate, title deed, transcript of records, certificate of achievement, certificate of attendance, certificate of live birth, certificate of excellence, certificate of participation, certificate of appreciation, certificate of training, certificate of merit, certification of vital record, doctor of medicine, bachelor of science, bachelor of arts, master of science, master of arts, academic transcript, high school diploma, honorable discharge, certificate of marriage registration',
        fr: 'acte de naissance, acte de mariage, acte de deces, extrait d acte, livret de famille, extrait de casier judiciaire, diplome, certificat d immatriculation, baccalaureat, attestation, attestation sur l honneur, certificat, diplome national, certificat de travail, certificat de scolarite, brevet des colleges, attestation de formation, attestation de reussite, acte d etat civil',
        de: 'geburtsurkunde, heiratsurkunde, eheurkunde, sterbeurkunde, abschlusszeugnis, zeugnis, fuhrungszeugnis, meldebescheinigung, einburgerungsurkunde, zulassungsbescheinigung, urkunde, bescheinigung, erbschein, grundbuch, staatsangehorigkeitsausweis, prufungszeugnis, abiturzeugnis, arbeitszeugnis, zertifikat, teilnahmebescheinigung, bachelorurkunde, gesellenbrief, meisterbrief, masterurkunde, facharbeiterbrief, abschlussprufung',
        es: 'certificado de nacimiento, certificado de matrimonio, certificado de defuncion, acta de nacimiento, acta de matrimonio, libro de familia, certificado de antecedentes penales, titulo universitario, permiso de circulacion, certificado de empadronamiento, partida de nacimiento, certificado, diploma, certificado de estudios, certificado de asistencia, acta de defuncion, titulo de bachiller, certificado literal',
        it: 'certificato di nascita, atto di nascita, certificato di matrimonio, estratto di nascita, certificato di residenza, stato di famiglia, casellario giudiziale, diploma di laurea, carta di circolazione, certificato, attestato, diploma, pergamena di laurea, attestato di partecipazione, certificato di laurea',
        pt: 'certidao de nascimento, certidao de casamento, certidao de obito, registo criminal, assento de nascimento, diploma, certificado de habilitacoes, certidao, certificado, certificado de conclusao, certificado de participacao',
        nl: 'geboorteakte, huwelijksakte, overlijdensakte, uittreksel, verklaring omtrent het gedrag, getuigschrift, kentekenbewijs, diploma, akte van geboorte, certificaat, bachelor diploma, masterdiploma, certificaat van deelname',
        other:
          'akt urodzenia, odpis skrocony, akt malzenstwa, dyplom, swiadectwo, fodselsattest, vigselsattest, rodny list, oddaci list, vysvedceni, todistus, dogum belgesi, certificat de nastere, vitnemal, personbevis',
        cjk: '毕业证书, 学位证书, 结婚证, 出生医学证明, 户口簿, 卒業証明書, 卒業証書, 戸籍謄本, 戸籍全部事項証明書, 住民票, 荣誉证书, 营业执照, 不动产权证书, 證明書, 証明書',
      },
    },
    {
      weight: 2,
      more: 1,
      words: {
        en: 'this is to certify that, this is to certify, hereby certify, hereby certifies, registrar, certified copy, has successfully completed, in witness whereof, is awarded to, registration district, has conferred, conferred upon, county clerk, notary public, date of marriage, father, mother, awarded this, presented to, sworn, is presented to, for successfully completing, the degree of, hereby confers, has been awarded, successfully completed, confers upon, in recognition of, has completed, maiden name, upon the recommendation of',
        fr: 'officier de l etat civil, certifie que, soussigne, copie integrale, pour copie conforme, ministere de, etat civil, mention, decerne, ne a, mairie, confere, est decerne, certifions que, a suivi, declare',
        de: 'standesamt, hiermit wird bescheinigt, standesbeamte, beglaubigt, siegel, wird bescheinigt, prufungsausschuss, beurkundet, standesamtes, hat bestanden, notar, eheschliessung, die prufung, abschlussprufung bestanden, hat die, teilgenommen',
        es: 'registro civil, certifico que, certifica que, el juez, por la presente certifica, otorga, hace constar, el encargado del registro, el rector, ha superado, el titulo de, en reconocimiento',
        it: 'ufficiale di stato civile, ufficiale dello stato civile, si certifica che, rilasciato, il sindaco, anagrafe, conferisce, si attesta, ha conseguito, ha partecipato, il titolo di',
        pt: 'registo civil, registro civil, conservatoria, certifico que, certifica que, para os devidos efeitos, cartorio, oficial de registro, concluiu, participou, o grau de',
        nl: 'burgerlijke stand, ambtenaar van de burgerlijke stand, hierbij verklaart, gemeente, verklaart dat, met goed gevolg, heeft behaald, de graad van, is toegekend',
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
