/** Anomalies on the archive: what the matching writes, what people do at the same time, and what each costs. */
import { beforeEach, describe, expect, it } from "vitest";
import { COMUNE, UNIONE } from "../../../tests/sostegno/anagrafica.ts";
import { buildChiamante } from "../../../tests/sostegno/esempi.ts";
import { createMemoria, type Memoria } from "../../../tests/sostegno/memoria.ts";
import { ArchivioAnomalie } from "../../adapters/archivio/anomalie.ts";
import type { Anomalia, AnomaliaTrovata } from "../../domain/anomalie/anomalia.ts";
import type { CodiceAnomalia } from "../../domain/anomalie/codici-anomalia.ts";
import { instradamentoPredefinito } from "../../domain/anomalie/instradamento.ts";
import { idAnomalia, type SoggettoAnomalia } from "../../domain/anomalie/soggetto.ts";
import type { VariazioneAnomalia } from "../../domain/anomalie/variazioni-anomalia.ts";
import { alignAnomalie } from "./align-anomalie.ts";
import { findAnomalie, getAnomalia } from "./find-anomalie.ts";
import { updateAnomalia, updateAnomalie } from "./update-anomalia.ts";

const soggetto = (n: number): SoggettoAnomalia => ({ tipo: "FLUSSO", idFlusso: `2026-11-24ABI03069-${n}`, idPsp: "ABI03069" });
const TROVATA: AnomaliaTrovata = { codice: "ACCREDITO_PARZIALE", importo: 900n, importoAtteso: 1000n, dettaglio: "Mancano 1,00 euro" };
const PAGINA = { limite: 25, salta: 0, totale: true };
const TUTTE = { ordine: "asc", inAttesa: false } as const;
const CHIUDI: VariazioneAnomalia = { path: "/stato", value: { stato: "CHIUSA", motivazione: "va bene così" } };

const impianto = async () => {
  const memoria = await createMemoria();
  const porte = { ...memoria, anomalie: new ArchivioAnomalie(memoria.deposito) };
  const align = alignAnomalie(porte);
  /** As the consumer of the matching does. */
  const allinea = async (n: number, ...trovate: AnomaliaTrovata[]): Promise<number> => {
    const modifiche = await align(COMUNE, soggetto(n), trovate);
    if (modifiche.length > 0 && !(await memoria.unitOfWork.commit(modifiche)).ok) throw new Error("conflitto");
    return modifiche.length;
  };
  return { memoria, porte, align, allinea };
};
const id = (n: number, codice: CodiceAnomalia = "ACCREDITO_PARZIALE") => ({ idDominio: COMUNE, id: idAnomalia(soggetto(n), codice) });
const come = (memoria: Memoria, principal: string) => ({ chiamante: buildChiamante({ principal }), traccia: memoria.traccia });

describe("il ricalcolo sull'archivio", () => {
  let i: Awaited<ReturnType<typeof impianto>>;
  beforeEach(async () => {
    i = await impianto();
  });
  const attuale = (n: number): Promise<Anomalia | undefined> => i.porte.anomalie.get(id(n));

  it("scrive solo ciò che cambia: due scritture per anomalia, una lettura per soggetto, le regole solo per una nuova", async () => {
    i.memoria.richieste.length = 0;
    expect(await i.allinea(1, TROVATA)).toBe(2);
    expect(i.memoria.richieste).toEqual(["query:archivio", "get:archivio", "commit:archivio"]);
    i.memoria.richieste.length = 0;
    expect(await i.allinea(1, TROVATA)).toBe(0);
    expect(i.memoria.richieste).toEqual(["query:archivio"]);
    expect(await i.allinea(1, TROVATA, { codice: "007106" })).toBe(2);
    expect(await i.allinea(1)).toBe(4);
    expect(await attuale(1)).toMatchObject({ stato: "RISOLTA", evidenza: "ASSENTE" });
  });

  it("un fatto da sapere, senza niente da fare, non è un lavoro", async () => {
    expect(await i.allinea(1, { codice: "FLUSSO_TARDIVO" })).toBe(0);
  });

  it("le regole dell'ente scelgono l'ufficio", async () => {
    const regola = { nome: "tutte", quando: {}, coda: "TESORERIA", giorni: 2 };
    await i.memoria.store({ azione: "crea", entita: "instradamento", valore: { ...instradamentoPredefinito(COMUNE), regole: [regola] } });
    await i.allinea(1, TROVATA);
    expect(await attuale(1)).toMatchObject({ coda: "TESORERIA", scadenza: "2026-11-27", regola: "tutte" });
  });

  it("un ricalcolo deciso prima che una persona agisca è rifiutato, e rifatto conserva la decisione", async () => {
    await i.allinea(1, TROVATA);
    const deciso = await i.align(COMUNE, soggetto(1), []);
    await updateAnomalia(i.porte)(id(1), { variazioni: [{ path: "/nota", value: "sentito il PSP" }], ...come(i.memoria, "maria") });
    expect((await i.memoria.unitOfWork.commit(deciso)).ok).toBe(false);
    await i.allinea(1);
    expect(await attuale(1)).toMatchObject({ stato: "RISOLTA", nota: "sentito il PSP" });
  });

  it("interrotto a metà lascia tutto com'era, e rifatto arriva in fondo", async () => {
    i.memoria.observe(({ operazione }) => {
      if (operazione === "commit") throw new Error("spento");
    });
    await expect(i.allinea(1, TROVATA)).rejects.toThrow("spento");
    i.memoria.observe(() => {});
    expect(await attuale(1)).toBeUndefined();
    await i.allinea(1, TROVATA);
    expect(await attuale(1)).toMatchObject({ stato: "APERTA" });
  });
});

describe("chi lavora", () => {
  let i: Awaited<ReturnType<typeof impianto>>;
  beforeEach(async () => {
    i = await impianto();
    for (const n of [1, 2, 3]) await i.allinea(n, { ...TROVATA, importo: BigInt(n) });
  });

  it("vede una pagina con una lettura e un conteggio, e il dettaglio con la storia con una lettura", async () => {
    const chiamante = buildChiamante();
    await updateAnomalia(i.porte)(id(2), { variazioni: [CHIUDI], ...come(i.memoria, "maria") });
    i.memoria.richieste.length = 0;
    const pagina = await findAnomalie(i.porte)({ ...TUTTE, idDominio: COMUNE, stato: "APERTA" }, { ...PAGINA, limite: 1 }, chiamante);
    expect([pagina.elementi.length, pagina.totale]).toEqual([1, 2]);
    expect(i.memoria.richieste).toEqual(["query:archivio", "count:archivio"]);
    i.memoria.richieste.length = 0;
    const letta = await getAnomalia(i.porte)(id(2), chiamante);
    expect(letta).toMatchObject({ ok: true, valore: { storia: [{ evento: "apri" }, { autore: "maria", motivazione: "va bene così" }] } });
    expect(i.memoria.richieste).toEqual(["query:archivio"]);
  });

  it.each<[string, Parameters<ReturnType<typeof findAnomalie>>[0], number[]]>([
    ["tutte", TUTTE, [1, 2, 3]],
    ["chiuse", { ...TUTTE, stato: "CHIUSA" }, [2]],
    ["di una coda", { ...TUTTE, idDominio: COMUNE, stato: "APERTA", coda: "TESORERIA" }, [3]],
    ["di una persona", { ...TUTTE, assegnatario: "anna" }, [3]],
    ["che scadono entro un giorno", { ...TUTTE, scadenzaEntro: "2026-11-30" }, [3]],
    ["con un testo", { ...TUTTE, testo: "abi03069-2" }, [2]],
    ["di un altro ente", { ...TUTTE, idDominio: UNIONE }, []],
    ["di un altro soggetto", { ...TUTTE, soggetto: "MOVIMENTO" }, []],
    ["prima di nascere", { ...TUTTE, a: "2026-11-01T00:00:00.000Z" }, []],
  ])("trova %s", async (_quali, filtri, attese) => {
    await updateAnomalia(i.porte)(id(2), { variazioni: [CHIUDI], ...come(i.memoria, "maria") });
    const variazioni: VariazioneAnomalia[] = [
      { path: "/assegnatario", value: "anna" },
      { path: "/coda", value: "TESORERIA" },
      { path: "/scadenza", value: "2026-11-30" },
    ];
    await updateAnomalia(i.porte)(id(3), { variazioni, ...come(i.memoria, "maria") });
    const { elementi } = await findAnomalie(i.porte)(filtri, PAGINA, buildChiamante());
    expect(elementi.map(({ fatti }) => Number(fatti.importo))).toEqual(attese);
  });

  it("non vede quelle nascoste, né quelle per cui è presto, finché non viene il giorno", async () => {
    await updateAnomalia(i.porte)(id(1), { variazioni: [{ path: "/nascostaFino", value: "2026-11-28" }], ...come(i.memoria, "maria") });
    await i.allinea(4, { ...TROVATA, importo: 4n, dal: "2026-11-28" });
    const visibili = async (inAttesa: boolean) => {
      const { elementi } = await findAnomalie(i.porte)(
        { ...TUTTE, idDominio: COMUNE, stato: "APERTA", inAttesa },
        PAGINA,
        buildChiamante(),
      );
      return elementi.map(({ fatti }) => Number(fatti.importo)).sort();
    };
    expect(await visibili(false)).toEqual([2, 3]);
    expect(await visibili(true)).toEqual([1, 2, 3, 4]);
    i.memoria.clock.set("2026-11-28T08:00:00.000Z");
    expect(await visibili(false)).toEqual([1, 2, 3, 4]);
  });

  it("di un altro ente non vede e non tocca niente, e non sa se c'è", async () => {
    const estraneo = buildChiamante({ domini: [{ idDominio: UNIONE }] });
    const { elementi, totale } = await findAnomalie(i.porte)(TUTTE, PAGINA, estraneo);
    expect([elementi, totale]).toEqual([[], 0]);
    const prova = { variazioni: [CHIUDI], chiamante: estraneo, traccia: i.memoria.traccia };
    const [letta, scritta] = [await getAnomalia(i.porte)(id(1), estraneo), await updateAnomalia(i.porte)(id(1), prova)];
    expect([letta, scritta]).toMatchObject([{ errore: { codice: "NON_TROVATO" } }, { errore: { codice: "NON_TROVATO" } }]);
    const { esiti } = await updateAnomalie(i.porte)({ filtro: { idDominio: COMUNE } }, prova);
    expect(esiti).toEqual([]);
  });

  it("due insieme: una decisione dopo l'altra, nessuna perduta; con If-Match il secondo lo sa", async () => {
    const update = updateAnomalia(i.porte);
    const esiti = await Promise.all([
      update(id(1), { variazioni: [{ path: "/nota", value: "di maria" }], ...come(i.memoria, "maria") }),
      update(id(1), { variazioni: [{ path: "/assegnatario", value: "luca" }], ...come(i.memoria, "luca") }),
    ]);
    expect(esiti.map(({ ok }) => ok)).toEqual([true, true]);
    const letta = await getAnomalia(i.porte)(id(1), buildChiamante());
    expect(letta).toMatchObject({ ok: true, valore: { anomalia: { nota: "di maria", assegnatario: "luca", versione: 3 } } });
    const tardi = await update(id(1), { variazioni: [CHIUDI], ...come(i.memoria, "luca"), versioniAttese: [1] });
    expect(tardi).toMatchObject({ ok: false, errore: { codice: "PRECONDIZIONE" } });
  });

  it("chiude a mazzi: si riprende dal cursore, si ripete senza danno, una rifiutata non ferma le altre", async () => {
    for (let n = 10; n < 130; n++) await i.allinea(n, { ...TROVATA, importo: BigInt(n) });
    const azione = { variazioni: [CHIUDI], ...come(i.memoria, "maria") };
    const update = updateAnomalie(i.porte);
    const filtro = { idDominio: COMUNE, codice: "ACCREDITO_PARZIALE" };
    const prima = await update({ filtro }, azione);
    expect([prima.esiti.length, prima.cursore !== undefined]).toEqual([100, true]);
    const seconda = await update({ filtro, ...(prima.cursore !== undefined && { cursore: prima.cursore }) }, azione);
    expect([seconda.esiti.length, seconda.cursore]).toEqual([23, undefined]);
    expect(new Set([...prima.esiti, ...seconda.esiti].map(({ esito }) => esito))).toEqual(new Set(["FATTA"]));
    const nominate = [id(1), { idDominio: COMUNE, id: "X.FLUSSO.no.no" }, id(2)];
    const { esiti } = await update({ anomalie: nominate }, azione);
    expect(esiti.map(({ esito }) => esito)).toEqual(["INVARIATA", "RIFIUTATA", "INVARIATA"]);
  });
});
