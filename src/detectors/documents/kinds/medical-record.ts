// Medical results, reports, certificates and questionnaires.
import type { Kind } from './kind.js';
import { BIRTH } from './person-words.js';

export const medicalRecord: Kind = {
  id: 'medical-record',
  label: 'medical',
  minWeight: 5,
  cues: [
    {
      weight: 3,
      words: {
        en: 'patient intake, patient information, medical history, laboratory report, lab report, test results, medical report, blood test, discharge summary, radiology report, pathology report, patient name, patient id, medical record, medical certificate, vaccination record, immunization record, covid 19 test, patient registration, health history, vaccination card, patient form, sick note, medical information',
        fr: 'compte rendu, resultats d analyses, analyses medicales, laboratoire de biologie, dossier medical, certificat medical, arret de travail, carnet de sante, carnet de vaccination, avis d arret de travail, antecedents, radiographie',
        de: 'befund, laborbefund, arztbrief, entlassungsbrief, arbeitsunfahigkeitsbescheinigung, impfausweis, impfpass, anamnesebogen, krankmeldung, uberweisungsschein, entlassungsbericht',
        es: 'informe medico, resultados de laboratorio, historia clinica, analisis clinicos, informe de alta, certificado medico, baja medica, cartilla de vacunacion, analitica',
        it: 'referto, cartella clinica, esami di laboratorio, certificato medico, lettera di dimissione, analisi cliniche, libretto vaccinazioni, anamnesi',
        pt: 'relatorio medico, resultado de exames, analises clinicas, historico clinico, atestado medico, boletim de vacinas, prontuario, laudo',
        nl: 'uitslag onderzoek, laboratoriumuitslag, medisch dossier, ontslagbrief, medische verklaring, vaccinatiebewijs, patientgegevens, medische gegevens',
        other:
          'wyniki badan, karta informacyjna, zaswiadczenie lekarskie, laboratoriesvar, labbsvar, journal, vysledky, lekarska zprava, epikriz',
      },
    },
    {
      weight: 2,
      words: {
        en: 'reference range, reference interval, haemoglobin, hemoglobin, cholesterol, glucose, leukocytes, platelets, creatinine, diagnosis, specimen, allergies, medications, symptoms, surgeries, physician, referring physician, primary care physician, mrn, blood pressure, emergency contact, insurance carrier, chief complaint',
        fr: 'valeurs de reference, hemoglobine, cholesterol, glycemie, leucocytes, plaquettes, diagnostic, allergies, traitement, medecin traitant, prescripteur',
        de: 'referenzbereich, normbereich, hamoglobin, leukozyten, thrombozyten, kreatinin, diagnose, allergien, medikamente, diagnosen, icd 10',
        es: 'valores de referencia, hemoglobina, colesterol, glucosa, leucocitos, plaquetas, diagnostico, alergias, medicacion',
        it: 'valori di riferimento, emoglobina, colesterolo, glicemia, leucociti, piastrine, diagnosi, allergie, esame',
        pt: 'valores de referencia, hemoglobina, colesterol, glicose, leucocitos, plaquetas, diagnostico, alergias',
        nl: 'referentiewaarden, hemoglobine, cholesterol, glucose, leukocyten, diagnose, allergieen, medicatie',
        other: 'zakres referencyjny, hemoglobina, rozpoznanie, referensvarde, diagnoosi',
      },
    },
    {
      weight: 1,
      pattern: /\b\d+(?:[.,]\d+)?\s?(?:mg\/dl|mmol\/l|g\/dl|g\/l|u\/l|µmol\/l|umol\/l|ng\/ml|mm\/h|mmhg|fl|pg)\b/i,
    },
    {
      weight: 1,
      words: {
        en: 'patient, hospital, clinic, laboratory, doctor, medical, medical center, health, department of radiology, weight',
        fr: 'patient, hopital, clinique, laboratoire, docteur, centre hospitalier, chu',
        de: 'patient, klinikum, krankenhaus, labor, arzt, praxis, universitatsklinikum',
        es: 'paciente, hospital, clinica, laboratorio, medico',
        it: 'paziente, ospedale, clinica, laboratorio, medico, azienda sanitaria',
        pt: 'paciente, hospital, clinica, laboratorio, medico, utente',
        nl: 'patient, ziekenhuis, kliniek, laboratorium, arts',
        other: 'pacjent, szpital, sykehus, sjukhus, sairaala, nemocnice, hastane',
      },
    },
    BIRTH,
  ],
  examples: {
    true: [
      ['Laboratory report', 'Patient: Anna Tully', 'Haemoglobin | 13.5 g/dl', 'Reference range 12 to 16'],
      ['PATIENT INTAKE FORM', 'Allergies', 'Date of birth', 'Emergency contact'],
      ['Klinikum Utopia', 'Laborbefund', 'Leukozyten | 6.2', 'Referenzbereich'],
      ['Referto', 'Ospedale di Utopia', 'Colesterolo | 180 mg/dl'],
    ],
    false: [
      [
        'GENERAL HOSPITAL',
        'Visitors 14 to 18',
        'Ask your doctor about your blood pressure and your cholesterol before you begin any training',
      ],
    ],
  },
};
