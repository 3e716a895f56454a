// E-mails and mailboxes: who wrote to whom about what, and what can be done with the message.
import type { Screen } from '../kinds/kind.js';

export const mail: Screen = {
  id: 'mail',
  minWeight: 4,
  cues: [
    {
      weight: 3,
      words: {
        en: 'inbox, reply all, drafts, sent mail, unsubscribe, sent from my iphone, all inboxes, forwarded message, original message, mailbox, to me',
        fr: 'boite de reception, repondre a tous, brouillons, messages envoyes, se desabonner, envoye de mon iphone, message transfere, a moi',
        de: 'posteingang, allen antworten, entwurfe, gesendete elemente, abbestellen, von meinem iphone gesendet, weitergeleitete nachricht, an mich',
        es: 'bandeja de entrada, responder a todos, borradores, enviados, darse de baja, enviado desde mi iphone, mensaje reenviado, para mi',
        it: 'posta in arrivo, rispondi a tutti, bozze, posta inviata, annulla iscrizione, inviato da iphone, messaggio inoltrato, a me',
        pt: 'caixa de entrada, responder a todos, rascunhos, enviados, anular subscricao, cancelar inscricao, enviado do meu iphone, mensagem reencaminhada, para mim',
        nl: 'postvak in, allen beantwoorden, concepten, verzonden items, afmelden, verzonden vanaf mijn iphone, doorgestuurd bericht, aan mij',
      },
    },
    {
      weight: 2,
      words: {
        en: 'reply, forward, subject, cc, bcc, attachments, attachment, archive, spam, trash, compose',
        fr: 'repondre, transferer, objet, cci, pieces jointes, piece jointe, archiver, indesirables, corbeille, nouveau message',
        de: 'antworten, weiterleiten, betreff, anhange, anhang, archivieren, papierkorb, neue e mail',
        es: 'responder, reenviar, asunto, cco, archivos adjuntos, adjunto, archivar, no deseado, papelera, redactar',
        it: 'rispondi, inoltra, oggetto, ccn, allegati, allegato, archivia, cestino, scrivi',
        pt: 'responder, reencaminhar, encaminhar, assunto, cco, anexos, anexo, arquivar, lixo, escrever',
        nl: 'beantwoorden, doorsturen, onderwerp, bijlagen, bijlage, archiveren, prullenbak, opstellen',
      },
    },
    // `From: A. Tully`, as in the header of an e-mail in each language.
    {
      weight: 2,
      pattern:
        /^(?:from|to|sent|date|de|von|an|gesendet|envoye|a|para|enviado|da|inviato|data|van|aan|verzonden)\s?:\s?\S/i,
      times: 2,
    },
    { weight: 2, pattern: /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/u },
    {
      weight: 1,
      words: {
        en: 'dear, hi, hello, kind regards, regards, best',
        fr: 'bonjour, cordialement, madame, monsieur',
        de: 'hallo, guten tag, viele grusse, mit freundlichen grussen',
        es: 'hola, estimado, estimada, saludos, un saludo',
        it: 'ciao, buongiorno, gentile, cordiali saluti, saluti',
        pt: 'ola, bom dia, caro, cara, cumprimentos, atenciosamente',
        nl: 'hallo, beste, groeten, met vriendelijke groet',
      },
    },
    { weight: -2, shape: 'two-sided' },
  ],
  examples: {
    true: [
      ['Inbox', 'Rowing Club', 'The boats are back', 'Library', 'Your book is overdue', 'Compose'],
      [
        'From: A. Tully',
        'To: me@garden.example',
        'Subject: the hedge',
        'Hello,',
        'the hedge is cut.',
        'Reply | Forward',
      ],
      ['Boîte de réception', 'Club d’aviron', 'Les bateaux sont là', 'Nouveau message', 'Brouillons', 'Répondre'],
      ['Posteingang', 'Ruderverein', 'Die Boote sind da', 'Antworten | Weiterleiten'],
      ['Bandeja de entrada', 'Club de remo', 'Asunto: los barcos', 'Responder'],
      ['Posta in arrivo', 'Circolo canottieri', 'Oggetto: le barche', 'Rispondi'],
      ['Caixa de entrada', 'Clube de remo', 'Assunto: os barcos', 'Responder'],
      ['Postvak IN', 'Roeivereniging', 'Onderwerp: de boten', 'Beantwoorden'],
    ],
    false: [
      ['Write to us: help@garden.example', 'Open from nine to noon'],
      ['Reply within ten days', 'Forward march', 'The archive is closed on Mondays and Tuesdays in winter'],
      ['Email address', 'Password', 'Sign in'],
    ],
  },
};
