// Student cards, school and university.
import type { Kind } from './kind.js';
import { BIRTH, NAME_WORDS, VALIDITY } from './person-words.js';

export const studentCard: Kind = {
  id: 'student-card',
  label: 'membership-card',
  minWeight: 5,
  maxCharacters: 600,
  cues: [
    { weight: 2, shape: 'portrait' },
    {
      weight: 3,
      words: {
        en: 'student card, student id, student identity card, student identification, isic, international student, undergraduate student, campus card',
        fr: 'carte d etudiant, carte etudiant, carte de scolarite, carte scolaire, carte lyceen, carte etudiante, carte d etudiante, carte multiservices',
        de: 'studierendenausweis, studentenausweis, schulerausweis, studienausweis',
        es: 'carne de estudiante, tarjeta de estudiante, carnet universitario, credencial de estudiante, tarjeta universitaria',
        it: 'tessera dello studente, carta dello studente, libretto universitario, tessera studente',
        pt: 'cartao de estudante, carteira de estudante, carteirinha de estudante',
        nl: 'studentenkaart, collegekaart, studentenpas',
        other:
          'legitymacja studencka, legitymacja szkolna, studentbevis, studiekort, studentkort, opiskelijakortti, ogrenci kimlik, legitimatie de student',
        cjk: '学生证, 学生証, 學生證, 校园卡',
      },
    },
    {
      weight: 2,
      more: 1,
      words: {
        en: 'student no, student number, matriculation number, enrolment no, roll no, semester, academic year, student id number, id number, expires, class of, student id no',
        fr: 'no etudiant, numero etudiant, ine, annee universitaire, no d etudiant, annee scolaire, izly',
        de: 'matrikelnummer, matrikel nr, semesterticket, gultig im sommersemester, wintersemester',
        es: 'matricula, numero de cuenta, curso academico',
        it: 'matricola, anno accademico, corso di laurea',
        pt: 'matricula, curso, ano letivo',
        nl: 'studentnummer, studiejaar',
        other: 'numer albumu, nr albumu',
      },
    },
    {
      weight: 1,
      words: {
        en: 'university, college, school, faculty, institute of technology, student',
        fr: 'universite, ecole, lycee, etudiant, crous',
        de: 'universitat, hochschule, schule, studentenwerk, studierendenwerk, bibliotheksnummer',
        es: 'universidad, escuela, facultad, estudiante, alumno',
        it: 'universita degli studi, universita, studente',
        pt: 'universidade, faculdade, escola, estudante, aluno',
        nl: 'universiteit, hogeschool',
        other: 'uniwersytet, universitet, yliopisto, univerzita, universitatea',
      },
    },
    // The years of study.
    { weight: 1, pattern: /(?<!\d)20\d\d\s?[-/–]\s?(?:20)?\d\d(?!\d)/ },
    // Nothing but the word, the school's name and a number of the holder.
    {
      weight: 1,
      pattern: /^(?:STUDENT|Student|Étudiant|ETUDIANT|Schüler|Studierende[r]?|ESTUDIANTE|ALUMNO|STUDENTE)$/,
    },
    { weight: 1, pattern: /^\D{0,4}\d{7,10}$/ },
    BIRTH,
    NAME_WORDS,
    VALIDITY,
  ],
  examples: {
    true: [
      ['UNIVERSITY OF UTOPIA', 'STUDENT CARD', 'Anna Tully', 'Student No 0123456'],
      ['Universität Utopia', 'Studierendenausweis', 'Matrikelnummer 123456', 'gültig bis 30.09.2026'],
    ],
    false: [
      [
        'University library',
        'Students must show their student card at the desk before they borrow books',
        'Quiet please',
      ],
    ],
  },
};
