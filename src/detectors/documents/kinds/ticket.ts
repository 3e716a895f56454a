// Tickets for trains, buses, concerts, cinemas and matches.
import type { Kind } from './kind.js';

export const ticket: Kind = {
  id: 'ticket',
  label: 'ticket',
  minWeight: 6,
  maxCharacters: 1500,
  cues: [
    {
      weight: 3,
      words: {
        en: 'e ticket, eticket, admit one, admission ticket, single ticket, return ticket, day ticket, ticket number, ticket no, booking reference, ticket holder, general admission, travelcard, day pass, parking ticket, off peak, anytime day, reservation number',
        fr: 'billet, billet electronique, e billet, titre de transport, a composter avant, billet aller, dossier voyage, place de concert, billet de train, a composter',
        de: 'fahrkarte, fahrschein, eintrittskarte, online ticket, einzelfahrschein, tageskarte, fahrausweis, handyticket, bahncard, sparpreis, flexpreis, auftragsnummer',
        es: 'billete, entrada general, billete de tren, localizador, titulo de viaje, billete sencillo, boleto',
        it: 'biglietto, titolo di viaggio, biglietto di corsa, biglietto ingresso, convalidare, codice biglietto, ingresso intero',
        pt: 'bilhete, ingresso, titulo de transporte, bilhete eletronico, bilhete simples, localizador',
        nl: 'vervoerbewijs, kaartje, toegangsbewijs, toegangskaart, enkele reis, dagretour, e ticket, treinkaartje',
        other: 'bilet, billett, billet, biljett, lippu, matkalippu, jizdenka, vstupenka, bilet normalny, karcis',
      },
    },
    {
      weight: 2,
      words: {
        en: 'seat, coach, carriage, row, gate, platform, departure, arrival, depart, arrive, from, to, adult, section, block, doors open, valid on, class, train, stand, standing, train no, outward, sec, lower tier, upper tier, stalls, balcony, circle',
        fr: 'voiture, place, depart, arrivee, classe, rang, porte, quai, tarif normal, plein tarif, adulte, passager',
        de: 'wagen, sitzplatz, abfahrt, ankunft, gleis, klasse, reihe, block, erwachsene, einlass, beginn, gultig ab, hinfahrt',
        es: 'coche, asiento, plaza, salida, llegada, fila, clase, puerta, tren, adulto, zona, butaca',
        it: 'carrozza, posto, partenza, arrivo, classe, fila, settore, binario, treno, adulti',
        pt: 'carruagem, lugar, partida, chegada, fila, classe, setor, comboio, portao, cadeira',
        nl: 'rij, stoel, vertrek, aankomst, spoor, klasse, vak, trein, volwassene, rijtuig',
        other: 'miejsce, wagon, rzad, odjazd, przyjazd, vogn, plads, vagn, plats, paikka, vaunu, sedadlo, koltuk',
      },
    },
    {
      weight: 1,
      words: {
        en: 'concert, cinema, theatre, stadium, museum, railway, rail, bus, metro, live, tour, match, festival, screen, airport',
        fr: 'concert, cinema, theatre, stade, musee, sncf, ratp, tgv, train',
        de: 'konzert, kino, theater, stadion, museum, deutsche bahn, ice, bus, verkehrsverbund',
        es: 'concierto, cine, teatro, estadio, museo, renfe, autobus, metro',
        it: 'concerto, cinema, teatro, stadio, museo, trenitalia, autobus, italo',
        pt: 'concerto, cinema, teatro, estadio, museu, comboios de portugal, metro, onibus',
        nl: 'concert, bioscoop, theater, stadion, museum, ns, bus',
      },
    },
    { weight: 1, pattern: /(?<!\d)(?:[01]?\d|2[0-3])[:h.][0-5]\d(?!\d)/i },
    // A seat of a stand or of a carriage, in full.
    {
      weight: 3,
      pattern:
        /\b(?:row|sec(?:tion)?|block|reihe|rang|rangee?|fila|rij|coach|wagen|wg|voiture|coche|carrozza|carruagem|rijtuig)\b\.?\s?:?\s?[A-Z\d]{1,4}\b.*\b(?:seat|sitz(?:platz)?|platz|pl|place|asiento|plaza|butaca|posto|lugar|cadeira|stoel)\b\.?\s?:?\s?\d{0,3}[A-Z]?\d{0,3}/i,
    },
    {
      weight: 2,
      words: {
        en: 'ticketmaster, eventbrite, order number, order, booking, no refunds, non transferable, this ticket',
        fr: 'fnac spectacles, ticketmaster, non remboursable, ni repris ni echange',
        de: 'eventim, ticketmaster, nicht ubertragbar, bestellnummer',
        es: 'ticketmaster, no reembolsable, pedido',
        it: 'ticketone, vivaticket, non rimborsabile, titolo non cedibile',
        pt: 'ticketline, nao reembolsavel',
        nl: 'ticketmaster, bestelnummer',
      },
    },
    // Trains of China and Japan: a number, a carriage with a seat, words of the railways.
    { weight: 3, pattern: /\d{1,2}\s?[车車号]{1,2}\s?\d{1,3}\s?[A-F号番]|\d{1,2}\s?号車\s?\d{1,2}\s?番/ },
    {
      weight: 3,
      words: {
        cjk: '乗車券, 特急券, 指定席券, 新幹線, 限乘当日, 限乘當日, 二等座, 一等座, 硬座, 硬卧, 软卧, 检票, 火车票, 車票, 高鐵, 入場券, 门票, 电影票, 門票',
      },
    },
    { weight: 1, pattern: /[¥￥]\s?\d|\d{1,2}:\d\d\s?[开開発發]/ },
    { weight: -2, shape: 'amounts' },
  ],
  examples: {
    true: [
      ['The Paper Lanterns', 'Sat 14 June, 19:00', 'Block 112 Row F Seat 23', 'Order 12-34567'],
      ['北京南站 | G123 | 上海虹桥站', '09:48开 | 07车12A号', '¥553.0元 | 二等座', '限乘当日当次车'],
      ['乗車券・新幹線特急券', '東京 | 新大阪', '7号車 12番A席'],
      ['UTOPIA RAILWAY', 'E-TICKET', 'From | To', 'Coach 12 | Seat 41', 'Departure 14:05'],
      ['BILLET', 'SNCF', 'Voiture 12 | Place 41', 'Départ 14h05'],
      ['EINTRITTSKARTE', 'Konzert', 'Reihe 4 | Sitzplatz 12', 'Einlass 19:00'],
      ['ADMIT ONE', 'Row F | Seat 12'],
    ],
    false: [
      ['TICKETS', 'and information'],
      ['Platform 4', 'Departure 14:05', 'to Utopia'],
    ],
  },
};
