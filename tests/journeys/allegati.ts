/** The attachments of a debt: a small one in its load, a large one uploaded to the bucket and named by its digest; both read back. */
import { createHash } from "node:crypto";
import { expect } from "vitest";
import { campo, chiama, elencoDi, testoDi } from "../../local/demo/cliente.ts";
import type { Macchina } from "../../local/demo/macchina.ts";

const GRANDE_BYTE = 5 * 1024 * 1024;

const upload = async ({ api, applicazione }: Macchina, contenuto: Uint8Array<ArrayBuffer>): Promise<string> => {
  const impronta = createHash("sha256").update(contenuto).digest("hex");
  const corpo = { impronta, dimensione: contenuto.byteLength };
  const chiesto = await chiama(`${api.pendenze}/allegati`, { metodo: "POST", chi: applicazione, corpo, atteso: 201 });
  const intestazioni = Object.entries(Object(campo(chiesto.corpo, "intestazioni"))).map(([nome, valore]): [string, string] => [
    nome,
    String(valore),
  ]);
  const { status } = await fetch(testoDi(chiesto.corpo, "url"), { method: "PUT", headers: intestazioni, body: contenuto });
  expect(status).toBe(200);
  return impronta;
};

export const runAllegati = async (macchina: Macchina, idPendenza: string): Promise<void> => {
  const { api, applicazione: chi, creditori } = macchina;
  const piccolo = Buffer.from("Determina n. 12");
  const grande = new Uint8Array(GRANDE_BYTE).fill(7);
  const url = `${api.pendenze}/pendenze/${chi.idA2A}/${idPendenza}`;
  const corpo = {
    ...{ idTipoPendenza: "TARI", idDominio: creditori[0]?.idDominio, causale: "TARI 2026 con allegati", importo: 10 },
    voci: [{ idVocePendenza: "1", importo: 10, descrizione: "TARI", codEntrata: "TARI" }],
    allegati: [
      { nome: "determina.txt", tipo: "text/plain", contenuto: piccolo.toString("base64") },
      { nome: "progetto.bin", impronta: await upload(macchina, grande) },
    ],
  };
  await chiama(url, { metodo: "PUT", chi, corpo, atteso: 201 });
  const [primo, secondo] = elencoDi((await chiama(url, { chi, atteso: 200 })).corpo, "allegati").map((a) => testoDi(a, "contenuto"));
  for (const base of [api.pendenze, api.pagamento]) {
    expect(Buffer.from((await chiama(`${base}${primo}`, { chi, atteso: 200 })).bytes)).toEqual(piccolo);
    const altrove = await chiama(`${base}${secondo}`, { chi, atteso: 303 });
    const scaricato = await fetch(altrove.headers.get("location") ?? "");
    expect((await scaricato.arrayBuffer()).byteLength).toBe(GRANDE_BYTE);
  }
};
