import fc from "fast-check";
import { beforeEach, describe, expect, it } from "vitest";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { createMemoria, type Memoria } from "../../../tests/sostegno/memoria.ts";
import { digestElemento } from "../../adapters/archivio/impronta-evento.ts";
import { ArchivioRegistro } from "../../adapters/archivio/registro.ts";
import { SigilliArchivio } from "../../adapters/archivio/sigilli.ts";
import { DocumentiInMemoria } from "../../adapters/memory/documenti.ts";
import type { Chiamante } from "../../domain/anagrafiche/applicazione.ts";
import { type Alterazione, chainSegmenti, type VoceSegmento } from "../../domain/giornale/sigilli.ts";
import type { Elemento } from "../../ports/deposito.ts";
import { closeGiorni } from "./close-giorni.ts";
import { sealEventi } from "./seal-eventi.ts";
import { verifyGiorno } from "./verify-giorno.ts";

const GIORNO = "2026-11-25";
const CHI: Chiamante = {
  ...{ tipo: "operatore", principal: "op", nome: "Operatore", autodeterminazione: true },
  ...{ domini: "*", tipiPendenza: "*", acl: [] },
};

const toVoce = (elemento: Elemento, alterazione?: Alterazione): VoceSegmento => ({
  ...{ pk: elemento.pk, sk: elemento.sk, elenco: String(elemento["elenco"]), digest: digestElemento(elemento) },
  scadeAlle: Number(elemento["scadeAlle"]),
  ...(alterazione !== undefined && { alterazione }),
});

describe("il sigillo del giornale", () => {
  let memoria: Memoria;
  let bucket: DocumentiInMemoria;
  let sigilli: SigilliArchivio;
  let sequenza = 0;

  const eventi = (): readonly Elemento[] => memoria.deposito.all("eventi").filter(({ pk }) => /^(POS|GIORNO)#/.test(pk));
  const seal = (elementi: readonly Elemento[], alterazione?: Alterazione) => {
    sequenza += 1;
    return sealEventi({ sigilli, clock: memoria.clock })({
      id: String(sequenza).padStart(40, "0"),
      voci: elementi.map((e) => toVoce(e, alterazione)),
    });
  };
  const write = async (quanti: number, campi: { readonly idDominio?: string; readonly dataEvento?: string } = {}) => {
    const prima = new Set(eventi().map(({ sk }) => sk));
    await memoria.unitOfWork.putEventi(
      Array.from({ length: quanti }, (_, i) =>
        memoria.traccia.evento({
          tipoEvento: `prova${i}`,
          parametriRichiesta: { data: GIORNO, payload: `corpo ${i}` },
          ...campi,
          ...{ id: memoria.ids.next() },
        }),
      ),
    );
    return eventi().filter(({ sk }) => !prima.has(sk));
  };
  const close = () => closeGiorni({ sigilli, clock: memoria.clock })();
  const verify = async (giorno = GIORNO) => {
    const porte = { sigilli, registro: new ArchivioRegistro(memoria.deposito), clock: memoria.clock };
    const prima = await verifyGiorno(porte)(giorno, 0, CHI);
    if (!prima.ok) throw new Error(JSON.stringify(prima.errore));
    const esiti = [prima.valore];
    for (let parte = 1; parte < prima.valore.parti; parte += 1) {
      const esito = await verifyGiorno(porte)(giorno, parte, CHI);
      if (esito.ok) esiti.push(esito.valore);
    }
    const sum = (campo: "verificati" | "scaduti" | "tardivi") => esiti.reduce((somma, esito) => somma + esito[campo], 0);
    return {
      ...{ verificati: sum("verificati"), scaduti: sum("scaduti"), tardivi: sum("tardivi") },
      tipi: esiti.flatMap(({ anomalie }) => anomalie.map(({ tipo }) => tipo)),
    };
  };
  const domani = () => memoria.clock.set("2026-11-26T02:10:00.000Z");
  const replace = async (elemento: Elemento) =>
    memoria.deposito.commit([{ azione: "sostituisci", tabella: "eventi", elemento, versione: Number(elemento["versione"]) }]);
  const remove = async ({ pk, sk, versione }: Elemento) =>
    memoria.deposito.commit([{ azione: "elimina", tabella: "eventi", chiave: { pk, sk }, versione: Number(versione) }]);

  /** A closed day: two segments, three entries of a creditor and two of nobody. */
  beforeEach(async () => {
    memoria = await createMemoria();
    bucket = new DocumentiInMemoria();
    sigilli = new SigilliArchivio(memoria.deposito, bucket);
    sequenza = 0;
    await seal(await write(3, { idDominio: COMUNE }));
    await seal(await write(2));
  });

  it("chiude il giorno con la catena dei segmenti, e la verifica lo trova integro", async () => {
    domani();
    expect(await close()).toEqual({ chiusi: 1, eventi: 5, alterazioni: 0 });
    expect(await verify()).toEqual({ verificati: 5, scaduti: 0, tardivi: 0, tipi: [] });
    expect(await close()).toEqual({ chiusi: 0, eventi: 0, alterazioni: 0 });
  });

  it("concatena i giorni, anche quelli senza eventi e quelli arretrati", async () => {
    memoria.clock.set("2026-11-28T02:10:00.000Z");
    expect(await close()).toMatchObject({ chiusi: 3, eventi: 5 });
    const [uno, due, tre] = await Promise.all([GIORNO, "2026-11-26", "2026-11-27"].map((giorno) => sigilli.getSigillo(giorno)));
    expect(uno?.precedente).toBe("0".repeat(64));
    expect([due?.precedente, tre?.precedente]).toEqual([uno?.impronta, due?.impronta]);
    expect(new Set([uno, due, tre].map((s) => s?.impronta)).size).toBe(3);
    expect((await verify("2026-11-26")).tipi).toEqual([]);
  });

  it("due chiusure insieme scrivono lo stesso sigillo", async () => {
    domani();
    await Promise.all([close(), close()]);
    expect((await verify()).tipi).toEqual([]);
  });

  it("un lotto riconsegnato non raddoppia nulla", async () => {
    sequenza = 1;
    await seal(eventi().filter((e) => e["idDominio"] === undefined));
    domani();
    expect(await close()).toMatchObject({ eventi: 5 });
    expect((await verify()).tipi).toEqual([]);
  });

  it("un lotto riconsegnato con altri confini non inganna i conteggi", async () => {
    await seal(eventi());
    domani();
    await close();
    expect((await verify()).tipi).toEqual([]);
  });

  it("un evento arrivato dopo, nel giorno in cui è scritto, è tardivo e non aggiunto", async () => {
    domani();
    await close();
    await seal(await write(1, { idDominio: COMUNE, dataEvento: "2026-11-25T22:59:59.000Z" }));
    memoria.clock.set("2026-11-27T02:10:00.000Z");
    await close();
    expect(await verify()).toEqual({ verificati: 5, scaduti: 0, tardivi: 1, tipi: [] });
    expect(await verify("2026-11-26")).toMatchObject({ verificati: 1, tipi: [] });
  });

  it("un evento uscito alla fine della conservazione è scaduto, prima è cancellato", async () => {
    domani();
    await close();
    const [primo] = eventi();
    if (!primo) throw new Error("nessun evento");
    await remove(primo);
    expect(await verify()).toMatchObject({ scaduti: 0, tipi: ["EVENTO_CANCELLATO"] });
    memoria.clock.set("2029-11-26T02:10:00.000Z");
    expect(await verify()).toMatchObject({ scaduti: 1, tipi: [] });
  });

  describe("scopre", () => {
    const segmenti = () => memoria.deposito.all("eventi").filter(({ pk }) => pk.startsWith("SEGMENTI#"));
    const sigillo = () => memoria.deposito.all("eventi").find(({ pk }) => pk === "SIGILLI") ?? { pk: "", sk: "" };
    const uno = <T>([primo]: readonly T[]): T => {
      if (primo === undefined) throw new Error("manca");
      return primo;
    };
    const manometti = async (change: (testo: string) => string) => {
      const { giorno, sk } = uno(segmenti()) as { giorno?: unknown; sk: string };
      const chiave = `segmenti/${String(giorno)}/${sk}.json.gz`;
      const { gunzipSync, gzipSync } = await import("node:zlib");
      const testo = gunzipSync((await bucket.get(chiave)) ?? new Uint8Array()).toString("utf8");
      await bucket.put(chiave, gzipSync(change(testo)));
    };
    const swap = (testo: string): string => {
      const manifesto: { voci: unknown[] } = JSON.parse(testo);
      return JSON.stringify({ ...manifesto, voci: manifesto.voci.toReversed() });
    };

    it.each<[string, () => Promise<unknown>, readonly string[]]>([
      ["un evento cambiato", () => replace({ ...uno(eventi()), esito: "KO" }), ["EVENTO_MODIFICATO"]],
      ["un messaggio cambiato", () => replace({ ...uno(eventi()), parametriRichiesta: { data: GIORNO } }), ["EVENTO_MODIFICATO"]],
      ["un evento cancellato", () => remove(uno(eventi())), ["EVENTO_CANCELLATO"]],
      [
        "un evento aggiunto a un creditore",
        () => write(1, { idDominio: COMUNE, dataEvento: "2026-11-25T08:00:00.000Z" }),
        ["EVENTI_AGGIUNTI"],
      ],
      ["un evento aggiunto senza creditore", () => write(2, { dataEvento: "2026-11-25T08:00:00.000Z" }), ["EVENTI_AGGIUNTI"]],
      ["un segmento tolto", () => remove(uno(segmenti())), ["SEGMENTI_ALTERATI", "EVENTI_AGGIUNTI"]],
      ["un segmento aggiunto", async () => seal(await write(1)), ["SEGMENTI_ALTERATI"]],
      ["un segmento cambiato", () => replace({ ...uno(segmenti()), digest: "f".repeat(64) }), ["SEGMENTI_ALTERATI", "SEGMENTO_ALTERATO"]],
      ["l'ordine degli eventi di un segmento", () => manometti(swap), ["SEGMENTO_ALTERATO"]],
      ["un manifesto illeggibile", () => manometti(() => "{"), ["SEGMENTO_MANCANTE"]],
      ["un sigillo cambiato", () => replace({ ...sigillo(), impronta: "0".repeat(64) }), ["SIGILLO_ALTERATO", "SEGMENTI_ALTERATI"]],
    ])("%s", async (_caso, tamper, attese) => {
      domani();
      await close();
      if (_caso === "un segmento aggiunto") memoria.clock.set("2026-11-25T21:00:00.000Z");
      await tamper();
      domani();
      expect((await verify()).tipi).toEqual(attese);
    });

    it("una modifica vista accadere, anche se l'evento torna com'era", async () => {
      await seal([uno(eventi())], "MODIFICATO");
      domani();
      expect(await close()).toMatchObject({ alterazioni: 1 });
      expect((await verify()).tipi).toEqual(["ALTERAZIONE_REGISTRATA"]);
    });

    it("un giorno che non segue quello prima", async () => {
      memoria.clock.set("2026-11-27T02:10:00.000Z");
      await close();
      await replace({ ...sigillo(), impronta: "a".repeat(64) });
      expect((await verify("2026-11-26")).tipi).toEqual(["CATENA_INTERROTTA"]);
    });
  });

  it("non si mostra a chi non vede tutti i creditori, e non ha parti oltre le sue", async () => {
    domani();
    await close();
    const porte = { sigilli, registro: new ArchivioRegistro(memoria.deposito), clock: memoria.clock };
    expect(await verifyGiorno(porte)(GIORNO, 0, { ...CHI, domini: [{ idDominio: COMUNE }] })).toMatchObject({
      errore: { codice: "NON_AUTORIZZATO" },
    });
    expect(await verifyGiorno(porte)(GIORNO, 9, CHI)).toMatchObject({ errore: { codice: "PARAMETRO_NON_VALIDO" } });
    expect(await verifyGiorno(porte)("2026-11-26", 0, CHI)).toMatchObject({ errore: { codice: "NON_TROVATO" } });
  });
});

describe("la catena", () => {
  it("cambia con qualunque segmento cambiato, tolto, aggiunto o spostato", () => {
    const impronta = (testo: string) => digestElemento({ testo });
    const chain = (digest: readonly string[]) =>
      chainSegmenti(
        GIORNO,
        "0",
        digest.map((d) => ({ digest: d })),
        impronta,
      );
    const elenco = fc.uniqueArray(
      fc.string({ minLength: 1, maxLength: 4 }).filter((s) => !s.includes("|")),
      { minLength: 2, maxLength: 8 },
    );
    fc.assert(
      fc.property(elenco, fc.nat(), fc.nat(), (digest, i, j) => {
        const a = i % digest.length;
        const b = j % digest.length;
        const scambiati = digest.with(a, digest[b] ?? "").with(b, digest[a] ?? "");
        const altri = [
          digest.toSpliced(a, 1),
          digest.toSpliced(a, 0, "nuovo"),
          digest.with(a, "cambiato"),
          ...(a === b ? [] : [scambiati]),
        ];
        for (const altro of altri) expect(chain(altro)).not.toBe(chain(digest));
      }),
      { numRuns: 50 },
    );
  });
});
