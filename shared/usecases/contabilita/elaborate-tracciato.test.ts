/** The file of a layout comes out the same whatever happens to who makes it; runs are asked for once; callers get their own creditors and types only. */
import { describe, expect, it } from "vitest";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { ADESSO, buildChiamante } from "../../../tests/sostegno/esempi.ts";
import { buildPagata, buildRiga, buildRiscossione, storeFlusso } from "../../../tests/sostegno/flussi.ts";
import { createMemoria, type Memoria } from "../../../tests/sostegno/memoria.ts";
import { ArchivioRegistro } from "../../adapters/archivio/registro.ts";
import { createTracciatiContabili } from "../../adapters/archivio/tracciati-contabili.ts";
import { OggettiInMemoria } from "../../adapters/memory/oggetti.ts";
import { TRACCIATI_PREDEFINITI } from "../../domain/contabilita/tracciati/predefiniti.ts";
import type { EsecuzioneTracciato, TracciatoContabile } from "../../domain/contabilita/tracciati/tracciato-contabile.ts";
import { elaborateTracciato } from "./elaborate-tracciato.ts";
import { findAccertamenti, RISCOSSIONI_MASSIME, sumAccertamenti } from "./find-accertamenti.ts";
import { scheduleTracciati } from "./schedule-tracciati.ts";

const QUANTE = 3;
const ESECUZIONE: EsecuzioneTracciato = {
  ...{ versione: 0, id: "E1", idDominio: COMUNE, nome: "govpay-rendicontazione", stato: "IN_ATTESA", origine: "RICHIESTA" },
  ...{ da: "2026-11-01", a: "2026-11-30", mittente: buildChiamante(), dataRichiesta: ADESSO },
};
const CHIAVE = `contabilita/${COMUNE}/govpay-rendicontazione/govpay_rendicontazione_2026-11-01_2026-11-30.csv`;

const create = async (esecuzione: EsecuzioneTracciato = ESECUZIONE) => {
  const memoria = await createMemoria();
  for (let n = 1; n <= QUANTE; n += 1) await memoria.store(...buildPagata(n));
  await storeFlusso(memoria, [buildRiga(1)]);
  await memoria.store({ azione: "crea", entita: "esecuzioneTracciato", valore: esecuzione });
  const oggetti = new OggettiInMemoria();
  const tracciati = createTracciatiContabili(memoria.deposito);
  const porte = { ...memoria, registro: new ArchivioRegistro(memoria.deposito), oggetti, tracciati };
  return {
    memoria,
    oggetti,
    porte,
    elabora: () => elaborateTracciato(porte)(ESECUZIONE),
    leggi: () => tracciati.getEsecuzione(COMUNE, "E1"),
  };
};
const testoDi = (oggetti: OggettiInMemoria): string => new TextDecoder().decode(oggetti.contenuti.get(CHIAVE));

describe("il file di un tracciato", () => {
  it("è lo stesso, ucciso a qualunque richiesta e ripreso", async () => {
    const intero = await create();
    await intero.elabora();
    const atteso = testoDi(intero.oggetti);
    expect(atteso.split("\r\n")).toHaveLength(QUANTE + 2);
    const quante = intero.memoria.richieste.length;
    expect(quante).toBeGreaterThan(3);
    for (let morte = 1; morte <= quante; morte += 1) {
      const { memoria, oggetti, elabora, leggi } = await create();
      let fatte = 0;
      memoria.observe(() => {
        fatte += 1;
        if (fatte === morte) throw new Error("interrotta");
      });
      await elabora().catch(() => {});
      memoria.observe(() => {});
      await elabora();
      expect([testoDi(oggetti), (await leggi())?.stato, (await leggi())?.righe]).toEqual([atteso, "PRONTA", QUANTE]);
    }
  });

  it("due consumatori insieme lo fanno una volta, o due volte uguale", async () => {
    const { oggetti, elabora, leggi } = await create();
    await Promise.all([elabora(), elabora()]);
    expect([testoDi(oggetti).split("\r\n").length, (await leggi())?.stato]).toEqual([QUANTE + 2, "PRONTA"]);
  });

  it("ha solo ciò che vede chi lo ha chiesto", async () => {
    const { oggetti, elabora } = await create({ ...ESECUZIONE, mittente: buildChiamante({ tipiPendenza: ["MENSA"] }) });
    await elabora();
    expect(testoDi(oggetti).split("\r\n")).toHaveLength(2);
  });
});

const layout = TRACCIATI_PREDEFINITI[0]?.layout;
const pianificato = (nome: string, altro: Partial<TracciatoContabile> = {}): TracciatoContabile => {
  if (!layout) throw new Error("nessun tracciato predefinito");
  const pianificazione = { cadenza: "GIORNALIERA", ora: 6 } as const;
  return { ...{ versione: 0, idDominio: COMUNE, nome, abilitato: true, layout, mittente: buildChiamante() }, pianificazione, ...altro };
};

const messaggiDi = (memoria: Memoria): number => memoria.messaggi().length;

describe("i tracciati pianificati", () => {
  it("si chiedono una volta per periodo, ucciso o ripetuto che sia il giro", async () => {
    const { memoria, porte } = await create();
    await memoria.store(
      { azione: "crea", entita: "tracciatoContabile", valore: pianificato("a") },
      { azione: "crea", entita: "tracciatoContabile", valore: pianificato("b") },
      { azione: "crea", entita: "tracciatoContabile", valore: pianificato("spento", { abilitato: false }) },
    );
    const giro = () => scheduleTracciati(porte)(memoria.traccia);
    memoria.richieste.length = 0;
    let scritture = 0;
    memoria.observe(({ operazione }) => {
      scritture += operazione === "commit" ? 1 : 0;
      if (operazione === "commit" && scritture === 2) throw new Error("interrotta");
    });
    await expect(giro()).rejects.toThrow("interrotta");
    memoria.observe(() => {});
    expect(await giro()).toEqual({ pianificati: 2, richieste: 1 });
    expect(await giro()).toEqual({ pianificati: 2, richieste: 0 });
    expect(messaggiDi(memoria)).toBe(2);
    expect(await porte.tracciati.getEsecuzione(COMUNE, "a-2026-11-24-2026-11-24")).toMatchObject({
      origine: "PIANIFICATA",
      stato: "IN_ATTESA",
    });
  });
});

describe("gli accertamenti", () => {
  it("oltre il limite si rifiutano, e in un file no", async () => {
    const { porte } = await create();
    const gruppi = ["capitolo"] as const;
    const rifiutati = await sumAccertamenti(porte)({ idDominio: COMUNE, gruppi }, buildChiamante(), QUANTE - 1);
    expect(rifiutati).toMatchObject({ errore: { codice: "PARAMETRO_NON_VALIDO", dettaglio: expect.stringContaining("più di 2;") } });
    const contati = await findAccertamenti(porte)({ idDominio: COMUNE, gruppi }, buildChiamante());
    expect(contati).toMatchObject({ valore: { riscossioni: QUANTE, totale: { pagato: 3006n, rendicontato: 1001n, incassato: 0n } } });
    expect(RISCOSSIONI_MASSIME).toBeGreaterThan(QUANTE);
  });

  it("una pagina costa una richiesta, più una per IUV, più una per i flussi e le pendenze", async () => {
    const { memoria, porte } = await create();
    await memoria.store({ azione: "crea", entita: "riscossione", valore: buildRiscossione(1, { iur: "iur-bis" }) });
    memoria.richieste.length = 0;
    await findAccertamenti(porte)({ idDominio: COMUNE, gruppi: ["capitolo"] }, buildChiamante());
    expect(memoria.richieste).toHaveLength(1 + QUANTE + 1);
  });
});
