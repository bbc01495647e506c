/** Bulk files through every door: in a request, by link; rows accepted and refused, notices, outcome, refused rows, a dry run, a stop. */
import { expect } from "vitest";
import { attendi, chiama, elencoDi, numeroDi, type Oggetto, testoDi } from "../../local/demo/cliente.ts";
import type { Macchina } from "../../local/demo/macchina.ts";
import { fileMypay, rigaMypay } from "../sostegno/tracciati.ts";
import { basic } from "./parti.ts";

const CSV = "text/csv";

export const runTracciati = async (macchina: Macchina, prefisso: string): Promise<void> => {
  const { api, applicazione: chi, creditori } = macchina;
  const url = (parte = ""): string => `${api.pendenze}/tracciati${parte}`;
  const idDominio = creditori[0]?.idDominio ?? "";
  const headers = { authorization: basic(chi) };
  const leggi = async (id: number, parte = ""): Promise<Oggetto> =>
    (await chiama(url(`/${id}${parte}`), { chi, atteso: 200, muta: true })).corpo;
  const scarica = async (id: number, parte: string): Promise<Buffer> =>
    Buffer.from(await (await fetch(url(`/${id}/${parte}`), { headers })).arrayBuffer());
  const finisce = (id: number): Promise<Oggetto> =>
    attendi("la fine del tracciato", async () => {
      const tracciato = await leggi(id);
      return /^(ESEGUITO|SCARTATO)/.test(testoDi(tracciato, "stato")) ? tracciato : undefined;
    });
  const variazione = (value: string) => [{ op: "REPLACE", path: "/stato", value }];

  const righe = fileMypay(3, { tipoDovuto: "TARI", prefisso }) + rigaMypay(4, { tipoDovuto: "IGNOTO", prefisso });
  const caricato = await fetch(url(`/${idDominio}?nomeFile=tari.csv`), {
    method: "POST",
    headers: { ...headers, "content-type": CSV },
    body: righe,
  });
  expect(caricato.status).toBe(201);
  const id = numeroDi(await caricato.json(), "id");
  expect(await finisce(id)).toMatchObject({
    stato: "ESEGUITO_CON_ERRORI",
    numeroOperazioniEseguite: 3,
    numeroOperazioniFallite: 1,
    numeroAvvisiStampati: 3,
  });
  expect(elencoDi(await leggi(id, "/operazioni"), "risultati").map(({ stato }) => stato)).toEqual([
    "ESEGUITO",
    "ESEGUITO",
    "ESEGUITO",
    "SCARTATO",
  ]);
  expect((await scarica(id, "richiesta")).toString("utf8")).toBe(righe);
  expect((await scarica(id, "esito")).toString("utf8").trimEnd().split("\r\n").length).toBe(5);
  expect((await scarica(id, "scarti")).toString("utf8")).toContain("TVR_000");
  expect((await scarica(id, "stampe")).subarray(0, 2).toString()).toBe("PK");

  const corpo = { nomeFile: "ruolo.csv", formato: "CSV", idDominio };
  const annuncio = (await chiama(url("/caricamenti?simulazione=true"), { metodo: "POST", chi, corpo, atteso: 201 })).corpo;
  const scritto = await fetch(testoDi(annuncio, "url"), {
    method: "PUT",
    headers: { "content-type": CSV },
    body: fileMypay(40, { prefisso: `${prefisso}S` }),
  });
  expect(scritto.status).toBe(200);
  const simulato = numeroDi(annuncio, "id");
  await chiama(url(`/${simulato}`), { metodo: "PATCH", chi, corpo: variazione("IN_ATTESA"), atteso: 200 });
  expect(await finisce(simulato)).toMatchObject({ stato: "ESEGUITO", simulazione: true, numeroOperazioniEseguite: 40 });
  await chiama(`${api.pendenze}/pendenze/${chi.idA2A}/${prefisso}S-0000001`, { chi, atteso: 404 });

  const mai = numeroDi((await chiama(url("/caricamenti"), { metodo: "POST", chi, corpo, atteso: 201 })).corpo, "id");
  await chiama(url(`/${mai}`), { metodo: "PATCH", chi, corpo: variazione("INTERROTTO"), atteso: 200 });
  expect(elencoDi((await chiama(`${url()}?idDominio=${idDominio}`, { chi, atteso: 200 })).corpo, "risultati").length).toBe(3);
};
