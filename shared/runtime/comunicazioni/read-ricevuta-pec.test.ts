import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composeRicevutaPec } from "../../../local/sandbox/comunicazioni/ricevuta-pec.ts";
import { idMessaggioPec, readIdMessaggioPec } from "../../domain/promemoria/ricevuta-pec.ts";
import { readRicevutaPec } from "./read-ricevuta-pec.ts";

const DATI = {
  ...{ tipo: "avvenuta-consegna", errore: "nessuno", msgid: "fiorino.61@pec.comune.example", identificativo: "opec1.20261126" },
  ...{ mittente: "comune@pec.comune.example", destinatario: "mario@pec.example", istante: "2026-11-26T09:00:01.000Z" },
} as const;
const { messaggio, daticert } = composeRicevutaPec(DATI);
const leggi = (testo: string) => readRicevutaPec(Buffer.from(testo, "latin1"));
const ATTESA = {
  ok: true,
  valore: {
    ...{ tipo: "avvenuta-consegna", errore: "nessuno", idMessaggio: DATI.msgid, identificativo: DATI.identificativo },
    data: "2026-11-26T09:00:01.000Z",
  },
};

describe("a receipt of certified mail", () => {
  it.each<[string, string]>([
    ["as it is in the mailbox", messaggio],
    ["with the ends of line of Unix", messaggio.replaceAll("\r\n", "\n")],
    ["by its XML alone", daticert],
    [
      "with the XML in quoted-printable",
      messaggio.replace(
        /Content-Transfer-Encoding: base64\r\n(Content-Disposition[^\r]*daticert[^\r]*\r\n)\r\n[A-Za-z0-9+/=\r\n]+/,
        (_t, d: string) => `Content-Transfer-Encoding: quoted-printable\r\n${d}\r\n${daticert.replaceAll("=", "=3D")}\r\n`,
      ),
    ],
  ])("is read %s", (_nome, testo) => expect(leggi(testo)).toEqual(ATTESA));

  it.each<[string, string, RegExp]>([
    ["an ordinary message", "From: a@b\r\nSubject: Ciao\r\n\r\nCiao", /manca l'allegato daticert\.xml/],
    ["a certified message that is not a receipt", daticert.replace("avvenuta-consegna", "posta-certificata"), /non è una ricevuta/],
    ["a document with entities", `<!DOCTYPE x [<!ENTITY a "b">]>${daticert}`, /DOCTYPE/],
    ["another document", "<altro/>", /non è una ricevuta/],
    ["a broken document", daticert.slice(0, 200), /daticert\.xml/],
    ["no message named", daticert.replace(/<msgid>.*<\/msgid>/, ""), /msgid/],
    ["a day that does not exist", daticert.replace("26/11/2026", "99/11/2026"), /data non leggibile/],
    ["a heading that says something else", messaggio.replace("X-Ricevuta: avvenuta-consegna", "X-Ricevuta: errore-consegna"), /X-Ricevuta/],
    ["nothing", "", /daticert/],
  ])("is not %s", (_nome, testo, motivo) => {
    const letta = leggi(testo);
    expect(letta.ok ? "" : letta.errore).toMatch(motivo);
  });

  it("is not what a message inside another says", () => {
    const portato = `From: x@y\r\nContent-Type: multipart/mixed; boundary="f"\r\n\r\n--f\r\nContent-Type: message/rfc822\r\n\r\n${messaggio}\r\n--f--\r\n`;
    expect(leggi(portato).ok).toBe(false);
  });

  it("whatever arrives, is read or refused in words", () => {
    fc.assert(
      fc.property(fc.nat(messaggio.length), fc.string({ maxLength: 60 }), (dove, pezzo) => {
        const letta = leggi(messaggio.slice(0, dove) + pezzo + messaggio.slice(dove + pezzo.length));
        expect(letta.ok || letta.errore.length > 5).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it("is of the message that its name says, whatever the name holds", () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 35, unit: "grapheme-ascii" }),
        fc.integer({ min: 1, max: 99 }),
        (idRicevuta, giro) => {
          const id = `RICEVUTA_TELEMATICA.PEC.${idRicevuta}`;
          const nome = idMessaggioPec(`01234567897.01000000000000123.${id}.${giro}`);
          expect(nome).toMatch(/^[a-z0-9.]+$/);
          expect(readIdMessaggioPec(`${nome}@x`)).toEqual({ idDominio: "01234567897", iuv: "01000000000000123", id, giro });
        },
      ),
    );
    for (const estraneo of ["", "abc@x", "fiorino.zz@x", "fiorino.6@x", "fiorino.61@x"])
      expect(readIdMessaggioPec(estraneo)).toBeUndefined();
  });
});
