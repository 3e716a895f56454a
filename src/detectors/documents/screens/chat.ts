// Conversations: short messages with their times, one person on the left and the other on the
// right.
import type { Screen } from '../kinds/kind.js';

export const chat: Screen = {
  id: 'chat',
  minWeight: 4,
  cues: [
    {
      weight: 3,
      words: {
        en: 'typing, last seen, last seen today, type a message, type message, imessage, text message, send a message, write a message, unread messages, message deleted, this message was deleted, messages and calls are end to end encrypted, missed voice call, missed video call, is typing',
        fr: 'est en train d ecrire, vu a, ecrire un message, ecrivez un message, saisissez un message, messages non lus, message supprime, les messages et les appels sont chiffres de bout en bout, appel vocal manque',
        de: 'schreibt, zuletzt online, nachricht schreiben, nachricht eingeben, ungelesene nachrichten, nachricht geloscht, diese nachricht wurde geloscht, nachrichten und anrufe sind ende zu ende verschlusselt, verpasster sprachanruf',
        es: 'escribiendo, ult vez, escribe un mensaje, escribir mensaje, mensajes no leidos, se elimino este mensaje, los mensajes y las llamadas estan cifrados de extremo a extremo, llamada perdida',
        it: 'sta scrivendo, ultimo accesso, scrivi un messaggio, messaggi non letti, messaggio eliminato, i messaggi e le chiamate sono crittografati end to end, chiamata persa',
        pt: 'a escrever, digitando, visto por ultimo, escreve uma mensagem, mensagens nao lidas, mensagem apagada, as mensagens e as chamadas sao protegidas com a criptografia de ponta a ponta, chamada perdida',
        nl: 'is aan het typen, laatst gezien, typ een bericht, ongelezen berichten, dit bericht is verwijderd, berichten en oproepen zijn end to end versleuteld, gemiste oproep',
      },
    },
    {
      weight: 2,
      words: {
        en: 'online, delivered, read, seen, sent, message, active now, aa message, chats, group chat',
        fr: 'en ligne, distribue, lu, envoye, message, en ligne maintenant, discussions',
        de: 'online, zugestellt, gelesen, gesendet, nachricht, jetzt aktiv, chats',
        es: 'en linea, entregado, leido, enviado, mensaje, activo ahora, chats',
        it: 'in linea, consegnato, letto, visualizzato, inviato, messaggio, attivo ora, chat',
        pt: 'entregue, lida, enviada, mensagem, ativo agora, conversas',
        nl: 'bezorgd, gelezen, verzonden, bericht, nu actief, chats',
      },
    },
    {
      weight: 1,
      words: {
        en: 'today, yesterday, missed call, reply, you',
        fr: 'aujourd hui, hier, repondre, vous',
        de: 'heute, gestern, antworten, du',
        es: 'hoy, ayer, responder, tu',
        it: 'oggi, ieri, rispondi, tu',
        pt: 'hoje, ontem, responder, tu',
        nl: 'vandaag, gisteren, beantwoorden, jij',
      },
    },
    // The time below or after each message, followed by read receipts as the recogniser reads them.
    { weight: 2, pattern: /(?:^|\s)(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s?[AP]M)?\s?[\p{L}\p{P}\p{S}]{0,3}$/iu, times: 3 },
    { weight: 2, shape: 'two-sided' },
    { weight: -3, shape: 'amounts' },
    { weight: -2, shape: 'running-text' },
  ],
  examples: {
    true: [
      [
        '20:45',
        'Utopia Rowing',
        'online',
        'Are you still coming?',
        ' | Yes, ten past six',
        'Bread would be lovely',
        ' | See you on Saturday',
        'Message',
      ],
      [
        'Anna',
        'last seen today at 11:02',
        'Where are you? 11:03',
        'At the lake 11:04',
        'Come over 11:05',
        'Type a message',
      ],
      ['Anne', 'en ligne', 'Tu viens ? 18:20', ' | Oui, dans une heure 18:21', 'Super 18:22', 'Écrire un message'],
      ['Uwe', 'zuletzt online heute um 9:12', 'Bist du da? 9:10', ' | Gleich 9:11', 'Gut 9:12', 'Nachricht'],
      ['Ana', 'en línea', '¿Vienes? 18:20', ' | Sí, en una hora 18:21', 'Vale 18:22', 'Escribe un mensaje'],
      ['Carla', 'sta scrivendo...', 'Vieni? 18:20', ' | Sì, tra un’ora 18:21', 'Bene 18:22'],
      ['Rui', 'a escrever...', 'Vens? 18:20', ' | Sim, daqui a uma hora 18:21', 'Boa 18:22', 'Mensagem'],
      ['Jan', 'laatst gezien vandaag om 18:22', 'Kom je? 18:20', ' | Ja, over een uur 18:21', 'Typ een bericht'],
    ],
    false: [
      ['DEPARTURES', 'Zenith 10:05', 'Nadir 10:20', 'Antipodes 10:45'],
      ['Settings', 'Messages', 'Notifications', 'Privacy', 'Storage'],
      ['Chats are read here', 'This page tells you how to use it'],
    ],
  },
};
