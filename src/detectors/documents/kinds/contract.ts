// Contracts, powers of attorney, wills and court documents.
import type { Kind } from './kind.js';

export const contract: Kind = {
  id: 'contract',
  label: 'legal',
  minWeight: 5,
  cues: [
    {
      weight: 3,
      words: {
        en: 'agreement, contract, lease agreement, rental agreement, tenancy agreement, employment contract, employment agreement, power of attorney, last will and testament, non disclosure agreement, terms of employment, deed of, loan agreement, court order, summons, subpoena, affidavit, judgment, district court, superior court, purchase agreement, memorandum of understanding',
        fr: 'contrat, contrat de travail, contrat de location, bail, compromis de vente, procuration, testament, tribunal, assignation, jugement, convention, contrat de bail, convocation, promesse de vente',
        de: 'vertrag, mietvertrag, arbeitsvertrag, kaufvertrag, vollmacht, testament, amtsgericht, landgericht, urteil, beschluss, vereinbarung, darlehensvertrag, mahnbescheid, strafbefehl, vorladung',
        es: 'contrato, contrato de trabajo, contrato de arrendamiento, poder notarial, testamento, juzgado, sentencia, acuerdo, demanda, escritura de, contrato de compraventa',
        it: 'contratto, contratto di lavoro, contratto di locazione, procura, testamento, tribunale, sentenza, scrittura privata, atto di citazione, rogito, accordo',
        pt: 'contrato, contrato de trabalho, contrato de arrendamento, contrato de locacao, procuracao, testamento, tribunal, sentenca, acordo, escritura',
        nl: 'overeenkomst, contract, arbeidsovereenkomst, huurovereenkomst, huurcontract, volmacht, testament, rechtbank, vonnis, koopovereenkomst, dagvaarding, arbeidscontract',
        other:
          'umowa, umowa o prace, umowa najmu, pelnomocnictwo, kontrakt, avtale, avtal, aftale, sopimus, smlouva, sozlesme, leiekontrakt, lejekontrakt, ansettelsesavtale',
        cjk: '劳动合同, 租赁合同, 合同书, 契約書, 賃貸借契約書, 判决书, 委托书, 授权书',
      },
    },
    {
      weight: 2,
      words: {
        en: 'hereinafter, the parties, party of the first part, whereas, hereby agrees, hereby agree, in witness whereof, governing law, between the undersigned, the landlord, the tenant, the employer, the employee, plaintiff, defendant, shall be entitled, terms and conditions, by and between, lessor, lessee, termination, the undersigned, the seller, the buyer, entered into',
        fr: 'les parties, entre les soussignes, ci apres, il a ete convenu, le bailleur, le locataire, lu et approuve, le salarie, l employeur, article 1, demandeur, d une part, d autre part, le preneur, le vendeur, l acquereur',
        de: 'zwischen, nachfolgend, die parteien, vermieter, mieter, arbeitgeber, arbeitnehmer, wird folgender, klager, beklagte, verkaufer, kaufer, kundigung, kundigungsfrist, im namen des volkes, rechtsbehelfsbelehrung',
        es: 'las partes, reunidos, de una parte, de otra parte, en adelante, clausulas, arrendador, arrendatario, demandante, estipulaciones, el trabajador, el vendedor, el comprador, comparecen',
        it: 'le parti, premesso che, si conviene, locatore, conduttore, di seguito, datore di lavoro, tra le parti, il venditore, l acquirente, si stipula, il sottoscritto',
        pt: 'as partes, entre, clausula, outorgante, primeiro outorgante, doravante, locador, locatario, senhorio, arrendatario, contratante, contratado, empregador',
        nl: 'de ondergetekenden, partijen, verhuurder, huurder, werkgever, werknemer, komen overeen, verklaren te zijn overeengekomen, hierna te noemen, verkoper, koper, artikel 1, eiser, gedaagde',
        other:
          'zawarta w dniu, strony, wynajmujacy, najemca, partene, parterna, osapuolet, smluvni strany, taraflar, partile',
      },
      isInText: true,
    },
    { weight: 1, shape: 'running-text' },
    {
      weight: 1,
      pattern: /^\s*(?:§\s?\d+|Art(?:icle|ikel|iculo|icolo|igo|\.)?\s?\d+|Clause \d+|Section \d+|Cl[áa]usula)/i,
    },
    {
      weight: 1,
      words: {
        en: 'signature, signed, witness, date and place, notary',
        fr: 'signature, fait a, notaire',
        de: 'unterschrift, ort datum, notar',
        es: 'firma, notario, en prueba de conformidad',
        it: 'firma, letto confermato e sottoscritto, notaio',
        pt: 'assinatura, notario, testemunhas',
        nl: 'handtekening, aldus overeengekomen, notaris',
      },
    },
    { weight: -2, shape: 'amounts' },
  ],
  examples: {
    true: [
      [
        'LEASE AGREEMENT',
        'This lease is entered into by and between the landlord and the tenant named below',
        'Article 1 Premises',
        'Signature',
      ],
      ['MIETVERTRAG', 'zwischen Anna Tully, Vermieter', 'und A. Example, Mieter', '§ 1 Mieträume'],
      ['CONTRAT DE TRAVAIL', 'Entre les soussignés', 'Article 1', 'Fait à Utopie'],
      ['CONTRATO DE ARRENDAMIENTO', 'REUNIDOS', 'De una parte', 'Cláusula primera'],
    ],
    false: [
      ['CONTRACT BRIDGE', 'Tuesdays at eight'],
      ['By using this site you accept our terms and conditions', 'OK'],
    ],
  },
};
