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
        en: 'patient intake, patient information, medical history, laboratory report, lab report, test results, medical report, blood test, discharge summary, radiology report, pathology report, patient name, patient id, medical record, medical certificate, vaccination record, immunization record, covid 19 test, patient registration, health history, vaccination card, patient form, sick note, medical information, encounter summary, visit summary, clinical summary, progress note, progress notes, operative report, consultation note, laboratory results, lab results, complete blood count, ultrasound report, health summary, echocardiogram, urinalysis, patient summary, patient chart, covid 19 vaccination record card, referral letter, test report, fit note, patient label, vaccination record card, immunisation record',
        fr: 'compte rendu, resultats d analyses, analyses medicales, laboratoire de biologie, dossier medical, certificat medical, arret de travail, carnet de sante, carnet de vaccination, avis d arret de travail, antecedents, radiographie, bilan sanguin, examens biologiques, lettre de liaison, echographie, biologie medicale, numeration formule sanguine, resultats biologiques, compte rendu d hospitalisation, certificat de vaccination',
        de: 'befund, laborbefund, arztbrief, entlassungsbrief, arbeitsunfahigkeitsbescheinigung, impfausweis, impfpass, anamnesebogen, krankmeldung, uberweisungsschein, entlassungsbericht, laborwerte, blutbild, kleines blutbild, grosses blutbild, operationsbericht, arztbericht, laborbericht, patientenakte, rontgenbefund, laborergebnisse',
        es: 'informe medico, resultados de laboratorio, historia clinica, analisis clinicos, informe de alta, certificado medico, baja medica, cartilla de vacunacion, analitica, informe de urgencias, hemograma, resultados de analisis, informe clinico, bioquimica, parte medico, resultados de examenes',
        it: 'referto, cartella clinica, esami di laboratorio, certificato medico, lettera di dimissione, analisi cliniche, libretto vaccinazioni, anamnesi, esami ematochimici, emocromo, verbale di pronto soccorso, relazione clinica, certificato vaccinale, esito esami',
        pt: 'relatorio medico, resultado de exames, analises clinicas, historico clinico, atestado medico, boletim de vacinas, prontuario, laudo, hemograma, resultados laboratoriais, exame de sangue, relatorio clinico, nota de alta, resultado de analises',
        nl: 'uitslag onderzoek, laboratoriumuitslag, medisch dossier, ontslagbrief, medische verklaring, vaccinatiebewijs, patientgegevens, medische gegevens, laboratoriumonderzoek, bloedonderzoek, labuitslagen, verwijsbrief, behandelplan, labuitslag',
        other:
          'wyniki badan, karta informacyjna, zaswiadczenie lekarskie, laboratoriesvar, labbsvar, journal, vysledky, lekarska zprava, epikriz',
        cjk: '病历, 诊断证明, 检验报告, 检查报告, 出院小结, 体检报告, 診断書, 門診, 病歷',
      },
    },
    {
      weight: 2,
      more: 3,
      words: {
        en: 'reference range, reference interval, haemoglobin, hemoglobin, cholesterol, glucose, leukocytes, platelets, creatinine, diagnosis, specimen, allergies, medications, symptoms, surgeries, physician, referring physician, primary care physician, mrn, blood pressure, emergency contact, insurance carrier, chief complaint, medication, provider, attending, vital signs, problem list, assessment and plan, history of present illness, diagnoses, visit diagnosis, icd 10, admission date, discharge date, date of visit, date of service, collected, ordering physician, attending physician, medical record number, immunizations, follow up, family history, flag, units, result, specimen type, out of range, wbc, rbc, hematocrit, alt, ast, tsh, hba 1c, egfr, triglycerides, ldl, hdl, patient id, patient name, vaccine, dose, lot number, manufacturer, patient number',
        fr: 'valeurs de reference, hemoglobine, cholesterol, glycemie, leucocytes, plaquettes, diagnostic, allergies, traitement, medecin traitant, prescripteur, resultats, unites, anterieures, antecedent, hematies, creatinine, uree, hematocrite, prelevement, bilan, motif de consultation, motif d hospitalisation, biologiste, ferritine, tsh',
        de: 'referenzbereich, normbereich, hamoglobin, leukozyten, thrombozyten, kreatinin, diagnose, allergien, medikamente, diagnosen, icd 10, erythrozyten, hamatokrit, anamnese, einheit, ergebnis, therapie, aufnahme, entlassung, beurteilung, patientennummer, einsender, probe',
        es: 'valores de referencia, hemoglobina, colesterol, glucosa, leucocitos, plaquetas, diagnostico, alergias, medicacion, hematies, creatinina, urea, motivo de consulta, antecedentes, resultado, unidades, hematocrito, tratamiento, exploracion, juicio clinico',
        it: 'valori di riferimento, emoglobina, colesterolo, glicemia, leucociti, piastrine, diagnosi, allergie, esame, ematocrito, creatinina, azotemia, risultato, unita di misura, eritrociti, terapia, anamnesi, prelievo',
        pt: 'valores de referencia, hemoglobina, colesterol, glicose, leucocitos, plaquetas, diagnostico, alergias, creatinina, ureia, eritrocitos, hematocrito, resultado, unidades, antecedentes, colheita, medicacao',
        nl: 'referentiewaarden, hemoglobine, cholesterol, glucose, leukocyten, diagnose, allergieen, medicatie, erytrocyten, hematocriet, kreatinine, uitslag, eenheid, anamnese, behandelend arts, afname',
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
