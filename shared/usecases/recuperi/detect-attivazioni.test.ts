/** Old activations: noticed once, closed by what happens next, given up in the end. */
import { beforeEach, describe, expect, it } from "vitest";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { buildIuv, buildPendenzaRiga, buildRiga } from "../../../tests/sostegno/flussi.ts";
import { createMemoria, type Memoria } from "../../../tests/sostegno/memoria.ts";
import { buildReceipt, createRecuperi } from "../../../tests/sostegno/recuperi.ts";
import { riferimentiPendenza, type Tentativo } from "../../domain/pagamenti/tentativo.ts";
import { detectAttivazioni } from "./detect-attivazioni.ts";

const TESTATA = { idPA: COMUNE, idBrokerPA: "80008000801", idStation: "80008000801_01" };
const tentativo = (n: number, dataRichiesta: string, altro: Partial<Tentativo> = {}): Tentativo => ({
  versione: 0,
  ...riferimentiPendenza(buildPendenzaRiga(n)),
  ccp: `ccp-${n}`,
  stato: "RPT_ACCETTATA_NODO",
  modello: "Modello unico",
  dataRichiesta,
  importo: buildRiga(n).importo,
  idStazione: TESTATA.idStation,
  rpt: {},
  tipoRpt: "ctPaymentPAV2",
  ...altro,
});

let memoria: Memoria;
let recuperi: ReturnType<typeof createRecuperi>;
let run: () => Promise<unknown>;
beforeEach(async () => {
  memoria = await createMemoria();
  recuperi = createRecuperi(memoria);
  const detect = detectAttivazioni(recuperi.porte);
  run = () => detect(memoria.traccia);
});
const store = async (...tentativi: Tentativo[]): Promise<void> =>
  memoria.store(...tentativi.map((valore) => ({ azione: "crea", entita: "tentativo", valore }) as const));
const load = (...numeri: number[]) =>
  memoria.store(...numeri.map((n) => ({ azione: "crea", entita: "pendenza", valore: buildPendenzaRiga(n) }) as const));
const aperti = async (n: number) => (await memoria.posizioni.getPosizione({ idDominio: COMUNE, iuv: buildIuv(n) })).recuperi;

describe("attivazioni senza ricevuta", () => {
  it("si annotano dopo un'ora, una volta sola, e non si chiedono a pagoPA", async () => {
    await load(1, 2);
    await store(tentativo(1, "2026-11-25T07:30:00.000Z"), tentativo(2, "2026-11-25T08:30:00.000Z"));
    expect(await run()).toMatchObject({ rilevate: 1, falliti: 0 });
    expect(await aperti(1)).toMatchObject([{ stato: "IN_ATTESA", origine: "ATTIVAZIONE", iur: "ccp-1", importo: 1001n }]);
    expect(await aperti(2)).toEqual([]);
    expect(await run()).toMatchObject({ rilevate: 0 });
    recuperi.wait(60);
    expect(await run()).toMatchObject({ rilevate: 1 });
    expect(recuperi.chiamate).toEqual([]);
  });

  it("non quelle con la ricevuta, di avvisi già pagati, o della famiglia storica, che ha un'altra strada", async () => {
    const pagata = { ...buildPendenzaRiga(2), stato: "ESEGUITA" } as const;
    await load(1, 3);
    await memoria.store({ azione: "crea", entita: "pendenza", valore: pagata });
    await store(
      tentativo(1, "2026-11-25T07:30:00.000Z", { stato: "RT_ACCETTATA_PA", idRicevuta: "r" }),
      tentativo(2, "2026-11-25T07:30:00.000Z"),
      tentativo(3, "2026-11-25T07:30:00.000Z", { tipoRpt: "RPT" }),
    );
    expect(await run()).toMatchObject({ rilevate: 0 });
  });

  it("di un avviso attivato più volte si annota l'ultima; la sua ricevuta la chiude e le altre decadono", async () => {
    await load(1);
    await store(tentativo(1, "2026-11-25T06:30:00.000Z", { ccp: "prima" }));
    await run();
    await store(tentativo(1, "2026-11-25T07:59:00.000Z", { ccp: "seconda" }), tentativo(1, "2026-11-25T08:00:00.000Z", { ccp: "terza" }));
    recuperi.wait(120);
    await run();
    expect((await aperti(1)).map(({ iur, stato }) => [iur, stato])).toEqual([
      ["prima", "IN_ATTESA"],
      ["terza", "IN_ATTESA"],
    ]);
    const busta = recuperi.porte.compose(TESTATA, buildReceipt(1));
    if (!busta.ok) throw new Error(busta.errore);
    const consegna = { testata: TESTATA, principal: "nodo", ricevutaAlle: "2026-11-25T12:00:00.000Z", durataMillisecondi: 1 };
    await recuperi.porte.accept({ primitiva: "paSendRTV2", busta: busta.valore, ...consegna });
    await recuperi.drain();
    expect((await aperti(1)).map(({ iur, stato }) => [iur, stato])).toEqual([
      ["prima", "DECADUTO"],
      ["terza", "RECUPERATO"],
    ]);
  });

  it("decadono quando nessun flusso può più rendicontarle", async () => {
    await load(1);
    await store(tentativo(1, "2026-11-25T07:30:00.000Z"));
    await run();
    recuperi.wait(14 * 24 * 60);
    expect(await run()).toMatchObject({ decadute: 0 });
    recuperi.wait(24 * 60);
    expect(await run()).toMatchObject({ decadute: 1 });
    expect(await aperti(1)).toMatchObject([{ stato: "DECADUTO" }]);
  });

  it("una lettura che fallisce non ferma gli altri creditori, e si riprende da lì", async () => {
    await load(1);
    await store(tentativo(1, "2026-11-25T07:30:00.000Z"));
    let letture = 0;
    memoria.observe(({ operazione, tabella }) => {
      if (operazione === "query" && tabella === "archivio" && ++letture === 1) throw new Error("archivio non disponibile");
    });
    expect(await run()).toMatchObject({ falliti: 1, rilevate: 0 });
    memoria.observe(() => {});
    expect(await run()).toMatchObject({ falliti: 0, rilevate: 1 });
  });
});
