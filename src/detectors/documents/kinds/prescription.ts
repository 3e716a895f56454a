// Prescriptions and medication plans.
import type { Kind } from './kind.js';
import { BIRTH } from './person-words.js';

export const prescription: Kind = {
  id: 'prescription',
  label: 'medical',
  // The words on a pharmacy's sign reach a weight of 5.
  minWeight: 6,
  cues: [
    {
      weight: 3,
      words: {
        en: 'prescription, rx only, repeat prescription, prescribed by, prescriber, medication plan, medication list',
        fr: 'ordonnance, prescription medicale, prescripteur',
        de: 'rezept, verordnung, medikationsplan, krankenkasse bzw kostentrager, kassenrezept',
        es: 'receta medica, receta, prescripcion, prescriptor',
        it: 'ricetta medica, ricetta, ricetta elettronica, prescrizione, promemoria',
        pt: 'receita medica, receituario, receita, prescricao, prescritor',
        nl: 'recept, voorschrift, medicatieoverzicht, voorschrijver',
        other: 'recepta, e recepta, resepti, resept, recete, reteta',
      },
    },
    {
      weight: 2,
      words: {
        en: 'dosage, dose, take one, tablets, capsules, refills, dispense, sig, twice daily, once daily, daily, pharmacy, pharmacist, tablet, mg',
        fr: 'posologie, comprimes, gelules, fois par jour, matin et soir, renouveler, pharmacie, medicament',
        de: 'tabletten, dosierung, morgens, abends, apotheke, wirkstoff, taglich, aut idem',
        es: 'comprimidos, dosis, pauta, posologia, capsulas, farmacia, medicamento, cada 8 horas',
        it: 'compresse, posologia, capsule, farmacia, al giorno, farmaco',
        pt: 'comprimidos, posologia, capsulas, farmacia, medicamento, dosagem',
        nl: 'tabletten, dosering, apotheek, per dag, dagelijks, geneesmiddel',
        other: 'tabletki, dawkowanie, apteka, tabletter',
      },
    },
    { weight: 1, pattern: /\b\d+\s?(?:mg|mcg|ml|µg|I\.?E\.?|UI|IU)\b/i },
    {
      weight: 1,
      words: {
        en: 'doctor, physician, dr, patient, clinic, hospital, npi, dea',
        fr: 'docteur, medecin, patient, rpps, cabinet medical',
        de: 'arzt, arztin, praxis, versicherten nr, vertragsarzt, patient',
        es: 'medico, doctor, paciente, colegiado, centro de salud',
        it: 'medico, dottore, paziente, assistito, codice esenzione',
        pt: 'medico, utente, paciente, crm',
        nl: 'arts, huisarts, patient',
        other: 'lekarz, pacjent, laakari, lakare',
      },
    },
    BIRTH,
  ],
  examples: {
    true: [
      [
        'Dr. A. Example, Clinic of Utopia',
        'PRESCRIPTION',
        'Amoxicillin 500 mg',
        'Take one tablet twice daily',
        'Refills 0',
      ],
      ['Docteur Dupont', 'ORDONNANCE', 'Paracétamol 1000 mg', '3 fois par jour'],
    ],
    false: [
      ['PHARMACY', 'Open 24 hours', 'Your prescriptions while you wait in the shop'],
      ['Vitamin C 500 mg', 'Take one tablet daily', 'Food supplement'],
    ],
  },
};
