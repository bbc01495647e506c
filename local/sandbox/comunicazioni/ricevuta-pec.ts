/** What a provider of certified mail writes back to the sender (technical rules, DM 2 November 2005): the message with its `daticert.xml`, as it is in a mailbox. */
import { escapeHtml } from "../pagine/layout.ts";

export interface DatiRicevuta {
  readonly tipo: string;
  readonly errore: string;
  /** Message-ID of the message, without brackets. */
  readonly msgid: string;
  readonly identificativo: string;
  readonly mittente: string;
  readonly destinatario: string;
  readonly istante: string;
}

const TITOLI: Readonly<Record<string, string>> = {
  accettazione: "ACCETTAZIONE",
  "avvenuta-consegna": "CONSEGNA",
  "errore-consegna": "AVVISO DI MANCATA CONSEGNA",
};

const inRighe = (testo: string): string =>
  (
    Buffer.from(testo, "utf8")
      .toString("base64")
      .match(/.{1,76}/g) ?? []
  ).join("\r\n");

export const composeRicevutaPec = ({ tipo, errore, msgid, identificativo, mittente, destinatario, istante }: DatiRicevuta) => {
  const [anno, mese, giorno] = istante.slice(0, 10).split("-");
  const daticert = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<postacert tipo="${tipo}" errore="${errore}"><intestazione><mittente>${escapeHtml(mittente)}</mittente>`,
    `<destinatari tipo="certificato">${escapeHtml(destinatario)}</destinatari><risposte>${escapeHtml(mittente)}</risposte><oggetto>Avviso</oggetto></intestazione>`,
    "<dati><gestore-emittente>SANDBOX PEC</gestore-emittente>",
    `<data zona="+0000"><giorno>${giorno}/${mese}/${anno}</giorno><ora>${istante.slice(11, 19)}</ora></data>`,
    `<identificativo>${escapeHtml(identificativo)}</identificativo><msgid>&lt;${escapeHtml(msgid)}&gt;</msgid>`,
    `${tipo === "accettazione" ? "" : `<consegna>${escapeHtml(destinatario)}</consegna>`}</dati></postacert>`,
  ].join("\n");
  const titolo = TITOLI[tipo] ?? tipo;
  const messaggio = [
    `From: "SANDBOX PEC" <posta-certificata@pec.sandbox.example>`,
    `To: <${mittente}>`,
    `Subject: ${titolo}: Avviso`,
    `Message-ID: <${identificativo}@pec.sandbox.example>`,
    `X-Ricevuta: ${tipo}`,
    `X-Riferimento-Message-ID: <${msgid}>`,
    "MIME-Version: 1.0",
    'Content-Type: multipart/signed; protocol="application/x-pkcs7-signature"; micalg=sha-256; boundary="----firma"',
    "",
    "------firma",
    'Content-Type: multipart/mixed; boundary="----parti"',
    "",
    "------parti",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    inRighe(`${titolo} del messaggio per il destinatario indicato.`),
    "------parti",
    'Content-Type: application/xml; name="daticert.xml"',
    "Content-Transfer-Encoding: base64",
    'Content-Disposition: inline; filename="daticert.xml"',
    "",
    inRighe(daticert),
    "------parti--",
    "",
    "------firma--",
    "",
  ].join("\r\n");
  return { messaggio, daticert };
};
