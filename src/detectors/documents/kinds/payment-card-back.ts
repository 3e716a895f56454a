// The back of a payment card: the signature strip with the three digits next to it, the cardholder,
// and where to return a lost card.
import type { Kind } from './kind.js';

export const paymentCardBack: Kind = {
  id: 'payment-card-back',
  label: 'payment-card',
  minWeight: 5,
  maxCharacters: 900,
  cues: [
    {
      weight: 3,
      words: {
        en: 'authorized signature, authorised signature, cardholder signature, not valid unless signed, not valid without signature, signature not valid unless',
        fr: 'signature autorisee, signature du titulaire, non valable sans signature, carte non valable sans signature',
        de: 'unterschrift des karteninhabers, nur gultig mit unterschrift, ohne unterschrift ungultig, unterschrift karteninhaber',
        es: 'firma autorizada, firma del titular, no valida sin firma, no valido sin firma',
        it: 'firma autorizzata, firma del titolare, non valida senza firma',
        pt: 'assinatura autorizada, assinatura do titular, nao valido sem assinatura, nao e valido sem assinatura, invalido sem assinatura',
        nl: 'handtekening kaarthouder, handtekening, ongeldig zonder handtekening, niet geldig zonder handtekening',
      },
    },
    {
      weight: 3,
      words: {
        en: 'this card is the property of, this card remains the property, remains the property of, this card is issued by, issued by bank pursuant to license, pursuant to a license, use of this card, use of this card is subject to, by using this card you agree',
        fr: 'cette carte est la propriete, carte strictement personnelle, cette carte reste la propriete, carte emise par',
        de: 'diese karte ist eigentum, karte bleibt eigentum, die karte ist eigentum, nicht ubertragbar, herausgegeben von',
        es: 'esta tarjeta es propiedad, tarjeta emitida por, tarjeta personal e intransferible, el uso de esta tarjeta',
        it: 'questa carta e di proprieta, la carta e di proprieta, carta emessa da, l uso di questa carta',
        pt: 'este cartao e propriedade, cartao emitido por, o uso deste cartao, cartao pessoal e intransmissivel',
        nl: 'deze pas is eigendom, deze kaart is eigendom, deze pas blijft eigendom, uitgegeven door',
      },
      isInText: true,
    },
    {
      weight: 2,
      words: {
        en: 'if found please return, if found return, if found, lost or stolen, customer service, customer services, 24 hour customer service, outside the us call collect, from abroad, call collect',
        fr: 'en cas de perte ou de vol, perte ou vol, opposition, si vous trouvez cette carte, service client, retourner a',
        de: 'bei verlust, verlust oder diebstahl, kartensperre, sperr notruf, sperrnotruf, kundenservice, bei fund bitte, finder bitte',
        es: 'en caso de perdida, robo o extravio, perdida o robo, atencion al cliente, si la encuentra',
        it: 'in caso di smarrimento, furto o smarrimento, smarrimento o furto, servizio clienti, se trovata, blocco carta',
        pt: 'em caso de perda, perda ou roubo, roubo ou extravio, central de atendimento, apoio ao cliente, se encontrar este cartao',
        nl: 'bij verlies, verlies of diefstal, klantenservice, bij vinden, gevonden',
      },
      isInText: true,
    },
    // The last four digits and the three digits next to the strip, or only the three.
    { weight: 2, pattern: /^(?:\d{4}\s{1,3})?\d{3}$/ },
    {
      weight: 2,
      words: {
        en: 'security code, cvv, cvc, cvv2, cvc2, card verification, magnetic stripe, electronic use only, debit card, credit card',
        fr: 'cryptogramme, cryptogramme visuel, code de securite, piste magnetique, carte bancaire, carte de debit',
        de: 'prufziffer, kartenprufnummer, magnetstreifen, kreditkarte, debitkarte',
        es: 'codigo de seguridad, banda magnetica, tarjeta de credito, tarjeta de debito',
        it: 'codice di sicurezza, banda magnetica, carta di credito, carta di debito',
        pt: 'codigo de seguranca, banda magnetica, tarja magnetica, cartao de credito, cartao de debito',
        nl: 'beveiligingscode, magneetstrip, creditcard, betaalpas',
      },
    },
    {
      weight: 1,
      words: {
        en: 'visa, mastercard, maestro, cirrus, plus, american express, discover, pulse, star, nyce, interlink, interac, unionpay, jcb, girocard, v pay, bancontact, rupay, carte bleue, multibanco, elo',
      },
    },
    // Where to return a lost card.
    {
      weight: 1,
      words: {
        en: 'po box, bank, p o box',
        fr: 'banque, cedex, bp',
        de: 'bank, sparkasse, postfach',
        es: 'banco, apartado de correos',
        it: 'banca, casella postale',
        pt: 'banco, apartado, caixa postal',
        nl: 'bank, postbus, antwoordnummer',
      },
      isInText: true,
    },
    { weight: 1, shape: 'few-lines' },
    { weight: -3, shape: 'amounts' },
    { weight: -3, shape: 'many-lines' },
  ],
  examples: {
    true: [
      ['AUTHORIZED SIGNATURE | 123', 'NOT VALID UNLESS SIGNED', 'Customer service 24 hours', 'VISA'],
      [
        'Authorised signature | 1111 123',
        'This card remains the property of Bank of Utopia.',
        'If found, please return to PO Box 12, Zenith.',
      ],
      ['SIGNATURE DU TITULAIRE', '123', 'En cas de perte ou de vol : 00 00 00 00', 'Carte bancaire'],
      ['Unterschrift des Karteninhabers', '123', 'Bei Verlust: Sperr-Notruf', 'girocard'],
      ['FIRMA AUTORIZADA', '123', 'Esta tarjeta es propiedad del Banco de Utopia', 'Atención al cliente'],
      ['FIRMA DEL TITOLARE', '123', 'Questa carta è di proprietà della Banca di Utopia', 'Servizio clienti'],
      ['ASSINATURA DO TITULAR', '123', 'Este cartão é propriedade do Banco de Utopia', 'Perda ou roubo'],
      ['Handtekening', '123', 'Deze pas is eigendom van de Bank van Utopia', 'Bij verlies of diefstal'],
    ],
    false: [
      ['Authorized signature', 'Date', 'Name in block letters'],
      ['LOST PROPERTY', 'If found, please return to', 'The Station Master'],
      ['CUSTOMER SERVICE', 'Visa, Mastercard and cash accepted', 'Platform 123'],
      ['LIBRARY CARD', 'This card is the property of Zenith Library', 'Anna Tully'],
      [
        'RESIDENCE PERMIT | UTO',
        'Type of permit WORK',
        'This card remains the property of the state',
        'If found, return to any police station',
        'Date of birth 12 08 74',
      ],
    ],
  },
};
