/**
 * A batch of MyPay rows through the whole machine while citizens pay, killed with -9 in the middle and started again: afterwards the archive equals
 * the file, row by row. `TRACCIATO_RIGHE` sets another length, for the run of 100,000 that is done by hand.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attendi, campo, chiama, elencoDi, numeroDi, testoDi } from "../../local/demo/cliente.ts";
import type { Macchina } from "../../local/demo/macchina.ts";
import { narrateTo } from "../../local/demo/narratore.ts";
import { centesimiDi, codiceFiscaleDi, fileMypay, rigaMypay } from "../sostegno/tracciati.ts";
import { creditoreDi, type Debito, load, paga } from "./debiti.ts";
import { AVVIO_MS } from "./fiorino-di-prova.ts";
import { createMacchinaInterrotta, type MacchinaInterrotta } from "./macchina-interrotta.ts";
import { basic } from "./parti.ts";

const RIGHE = Number(process.env["TRACCIATO_RIGHE"] ?? 1_500);
/** Generous: two starts, on a machine that is doing something else as well. */
const VIAGGIO_MS = 300_000 + RIGHE * 60;
/** Every so many rows one that cannot be loaded. */
const OGNI = 100;

let processo: MacchinaInterrotta;
let macchina: Macchina;
beforeAll(async () => {
  narrateTo(() => {});
  processo = await createMacchinaInterrotta();
  ({ macchina } = await processo.start());
}, AVVIO_MS);
afterAll(async () => {
  await processo.kill("SIGTERM");
  processo.remove();
}, AVVIO_MS);

const url = (parte = ""): string => `${macchina.api.pendenze}/tracciati${parte}`;
const chiedi = async (id: number, parte = "") =>
  (await chiama(url(`/${id}${parte}`), { chi: macchina.applicazione, atteso: 200, muta: true })).corpo;

const fileDiProva = (): string =>
  RIGHE === 0
    ? ""
    : fileMypay(0, { versione: "1.3" }) +
      Array.from({ length: RIGHE }, (_, i) => rigaMypay(i + 1, { tipoDovuto: (i + 1) % OGNI === 0 ? "IGNOTO" : "COSAP" })).join("");

/** As a large file travels: announced, written in the bucket by its link, started. */
const upload = async (): Promise<number> => {
  const annuncio = await chiama(url("/caricamenti?stampaAvvisi=false"), {
    metodo: "POST",
    chi: macchina.applicazione,
    corpo: { nomeFile: "cosap-2026.csv", formato: "CSV", idDominio: creditoreDi(macchina) },
    atteso: 201,
  });
  const scritto = await fetch(testoDi(annuncio.corpo, "url"), {
    method: "PUT",
    headers: { "content-type": "text/csv" },
    body: fileDiProva(),
  });
  expect(scritto.status).toBe(200);
  const id = numeroDi(annuncio.corpo, "id");
  const corpo = [{ op: "REPLACE", path: "/stato", value: "IN_ATTESA" }];
  await chiama(url(`/${id}`), { metodo: "PATCH", chi: macchina.applicazione, corpo, atteso: 200 });
  return id;
};

/** The file behind an answer, wherever it is. */
const scarica = async (id: number, parte: string): Promise<string> => {
  const headers = { authorization: basic(macchina.applicazione) };
  return (await fetch(url(`/${id}/${parte}`), { headers })).text();
};

describe("a batch of thousands of rows", { timeout: VIAGGIO_MS }, () => {
  it("killed in the middle while citizens pay is all in the archive, once, and says so row by row", async () => {
    const debiti: Debito[] = [];
    for (let n = 0; n < 5; n++) debiti.push(await load(macchina, `PAGA-${n}`));
    let pagati = 0;
    const pagamenti = processo.finoAllaFine(async () => {
      const debito = debiti[pagati] ?? (await load(macchina, `PAGA-${pagati}`));
      await paga(debito, macchina);
      pagati += 1;
    });
    await attendi("il primo pagamento", async () => (pagati > 0 ? true : undefined));
    const inizio = performance.now();
    const id = await upload();
    const lette = await attendi(
      "un terzo del file",
      async () => {
        const totali = numeroDi(await chiedi(id), "numeroOperazioniTotali");
        return totali >= RIGHE / 3 ? totali : undefined;
      },
      600,
    );
    await processo.kill("SIGKILL");
    await pagamenti;
    ({ macchina } = await processo.start());
    const fine = await attendi(
      "la fine del tracciato",
      async () => {
        const tracciato = await chiedi(id);
        return /^ESEGUITO/.test(testoDi(tracciato, "stato")) ? tracciato : undefined;
      },
      VIAGGIO_MS / 1000,
    );
    const rifiutate = Math.floor(RIGHE / OGNI);
    process.stdout.write(
      `tracciato: ${RIGHE} righe in ${((performance.now() - inizio) / 1000).toFixed(1)} s, riavvio compreso; ${pagati} pagamenti\n`,
    );
    expect(lette).toBeLessThan(RIGHE);
    expect(fine).toMatchObject({
      ...{ stato: rifiutate > 0 ? "ESEGUITO_CON_ERRORI" : "ESEGUITO", formato: "mypay", versioneFormato: "1.3" },
      ...{ numeroOperazioniTotali: RIGHE, numeroOperazioniEseguite: RIGHE - rifiutate, numeroOperazioniFallite: rifiutate },
    });

    // The archive, listed to its end, against the file.
    const trovate = new Map<string, unknown>();
    let pagina: string | undefined =
      `${macchina.api.pendenze}/pendenze?risultatiPerPagina=1000&metadatiPaginazione=false&idDominio=${creditoreDi(macchina)}`;
    while (pagina !== undefined) {
      const { corpo } = await chiama(pagina, { chi: macchina.applicazione, atteso: 200, muta: true });
      for (const pendenza of elencoDi(corpo, "risultati")) {
        const idPendenza = testoDi(pendenza, "idPendenza");
        if (!idPendenza.startsWith("IUD-")) continue;
        expect(trovate.has(idPendenza)).toBe(false);
        trovate.set(idPendenza, pendenza);
      }
      const prossima = campo(corpo, "prossimiRisultati");
      pagina = typeof prossima === "string" ? new URL(prossima, macchina.base).href : undefined;
    }
    const diverse: string[] = [];
    for (let n = 1; n <= RIGHE; n++) {
      const idPendenza = `IUD-${String(n).padStart(7, "0")}`;
      const pendenza = trovate.get(idPendenza);
      const attesa = n % OGNI !== 0;
      const uguale = attesa
        ? campo(pendenza, "importo") === centesimiDi(n) / 100 &&
          campo(pendenza, "soggettoPagatore", "identificativo") === codiceFiscaleDi(n)
        : pendenza === undefined;
      if (!uguale) diverse.push(idPendenza);
    }
    expect(diverse.slice(0, 10)).toEqual([]);
    expect(new Set([...trovate.values()].map((pendenza) => campo(pendenza, "numeroAvviso"))).size).toBe(RIGHE - rifiutate);

    const righe = (await scarica(id, "esito")).trimEnd().split("\r\n");
    expect(righe.length).toBe(RIGHE + 1);
    if (rifiutate > 0) expect((await scarica(id, "scarti")).trimEnd().split("\r\n").length).toBe(rifiutate + 1);
  });
});
