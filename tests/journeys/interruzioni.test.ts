/** `kill -9` while debts are being loaded, paid and settled: everything that was acknowledged is there afterwards, exactly once. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attendi, campo, chiama, elencoDi, testoDi } from "../../local/demo/cliente.ts";
import { attendiFlusso, readRighe } from "../../local/demo/contabilita.ts";
import { attendiStato, type Macchina } from "../../local/demo/macchina.ts";
import { narrateTo } from "../../local/demo/narratore.ts";
import {
  comanda,
  creditoreDi,
  type Debito,
  iuvDi,
  load,
  notificate,
  osserva,
  paga,
  readFlussi,
  readRiscossioni,
  urlPendenza,
} from "./debiti.ts";
import { AVVIO_MS, VIAGGIO_MS } from "./fiorino-di-prova.ts";
import { createMacchinaInterrotta, type MacchinaInterrotta } from "./macchina-interrotta.ts";

let processo: MacchinaInterrotta;
let macchina: Macchina;
const start = async (): Promise<void> => {
  ({ macchina } = await processo.start());
};
const kill = (segnale: NodeJS.Signals): Promise<void> => processo.kill(segnale);

beforeAll(async () => {
  narrateTo(() => {});
  processo = await createMacchinaInterrotta();
  await start();
}, AVVIO_MS);
afterAll(async () => {
  await kill("SIGTERM");
  processo.remove();
}, AVVIO_MS);

describe("a kill -9", { timeout: VIAGGIO_MS }, () => {
  const caricati: Debito[] = [];
  const pagati: Debito[] = [];

  it("while debts and receipts are in flight loses nothing that was acknowledged and doubles nothing", async () => {
    let numero = 0;
    let daPagare = 0;
    const carica = () => processo.finoAllaFine(async () => void caricati.push(await load(macchina, `KILL-${numero++}`)));
    const pagaDebiti = () =>
      processo.finoAllaFine(async () => {
        const debito = caricati[daPagare];
        if (!debito) return void (await new Promise((resolve) => setTimeout(resolve, 20)));
        daPagare += 1;
        const esito = await paga(debito, macchina);
        if (campo(esito, "ricevuta", "consegnata") === true) pagati.push(debito);
      });
    const inCorso = Promise.all([carica(), carica(), pagaDebiti(), pagaDebiti(), pagaDebiti()]);
    await attendi("abbastanza pagamenti", async () => (pagati.length >= 12 ? true : undefined));
    await kill("SIGKILL");
    await inCorso;
    await start();

    for (const { idPendenza, numeroAvviso } of caricati) {
      const { corpo } = await chiama(urlPendenza(macchina, idPendenza), { chi: macchina.applicazione, atteso: 200 });
      expect(campo(corpo, "numeroAvviso")).toBe(numeroAvviso);
    }
    expect(new Set(caricati.map(({ numeroAvviso }) => numeroAvviso)).size).toBe(caricati.length);
    for (const { idPendenza } of pagati) await attendiStato(macchina, idPendenza, "ESEGUITA");

    // Receipts that left without an answer come again within the hour, and count once as well.
    await comanda(macchina, "orologio/avanza", { ore: 2 });
    const consegne = elencoDi(await osserva(macchina, "nodo/ricevute"), "ricevute");
    expect(consegne.map(({ stato: dove, esito }) => `${dove} ${esito}`)).toEqual(consegne.map(() => "CONSEGNATA OK"));
    expect(consegne.length).toBeGreaterThanOrEqual(pagati.length);
    await attendi("tutte le notifiche", async () => ((await notificate(macchina)).size >= consegne.length ? true : undefined));
    const perIuv = [...(await notificate(macchina)).values()];
    expect(perIuv.map((ricevute) => ricevute.length)).toEqual(consegne.map(() => 1));
    expect(iuvDi(await readRiscossioni(macchina, creditoreDi(macchina)))).toEqual(iuvDi(perIuv.flat()));
  });

  it("while the flows are being acquired leaves each of them acquired once, row by row", async () => {
    const idDominio = creditoreDi(macchina);
    const riscossi = iuvDi(await readRiscossioni(macchina, idDominio));
    const [flusso] = elencoDi(await comanda(macchina, "psp/rendicontazione", {}), "flussi");
    const idFlusso = testoDi(flusso, "idFlusso");
    await comanda(macchina, "guasti", { parte: "fdr", tipo: "ritardo", operazione: "pagamenti", millisecondi: 10_000 }, 201);
    const acquisizione = comanda(macchina, "schedulazioni/acquisisciFlussi").catch(() => undefined);
    // The fault is used up when the consumer has asked for the rows and waits for them: the middle of an acquisition.
    await attendi("la richiesta delle righe", async () =>
      elencoDi(await osserva(macchina, "guasti"), "guasti").length === 0 ? true : undefined,
    );
    await kill("SIGKILL");
    await acquisizione;
    await start();
    await comanda(macchina, "schedulazioni/acquisisciFlussi");
    const acquisito = await attendiFlusso(macchina, idDominio, idFlusso, 1);
    expect(acquisito).toMatchObject({ stato: "Acquisito", numeroPagamenti: riscossi.length });
    expect(iuvDi(await readRighe(macchina, idDominio, idFlusso))).toEqual(riscossi);
    expect((await readFlussi(macchina, idDominio)).map((trovato) => trovato["idFlusso"])).toEqual([idFlusso]);
    expect(iuvDi(await readRiscossioni(macchina, idDominio))).toEqual(riscossi);
  });
});
