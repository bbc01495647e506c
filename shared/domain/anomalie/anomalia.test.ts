/** The evidence and the people say different things of an anomaly, and neither takes back what the other said. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { COMUNE } from "../../../tests/sostegno/anagrafica.ts";
import { type Anomalia, type AnomaliaTrovata, closeAnomalia, isInRitardo, isNascosta, openAnomalia } from "./anomalia.ts";
import { CATALOGO_ANOMALIE } from "./catalogo.ts";
import { CODICI_ANOMALIA, isCodiceAnomalia } from "./codici-anomalia.ts";
import { type Instradamento, instradamentoPredefinito, route } from "./instradamento.ts";
import { idAnomalia, type SoggettoAnomalia } from "./soggetto.ts";
import { STATI_ANOMALIA, statiAnomalia } from "./stati-anomalia.ts";
import { campiVariati, type VariazioneAnomalia, varyAnomalia } from "./variazioni-anomalia.ts";

const ADESSO = "2026-11-25T09:00:00.000Z";
const DOPO = "2026-11-26T09:00:00.000Z";
const FLUSSO: SoggettoAnomalia = { tipo: "FLUSSO", idFlusso: "2026-11-24ABI03069-1", idPsp: "ABI03069" };
const TROVATA: AnomaliaTrovata = { codice: "ACCREDITO_PARZIALE", importo: 900n, importoAtteso: 1000n, dettaglio: "mancano 1,00 euro" };
const PREDEFINITO = { idDominio: COMUNE, soggetto: FLUSSO, instradamento: instradamentoPredefinito(COMUNE) };
const MARIA = { autore: "maria", adesso: DOPO };

const apri = (trovata = TROVATA, dove = PREDEFINITO): Anomalia => {
  const aperta = openAnomalia(undefined, dove, trovata, ADESSO);
  if (!aperta) throw new Error("un'anomalia nuova si apre");
  return aperta.anomalia;
};
const vary = (anomalia: Anomalia, ...variazioni: VariazioneAnomalia[]): Anomalia => {
  const esito = varyAnomalia(anomalia, variazioni, MARIA);
  if (!esito.ok) throw new Error(esito.errore.dettaglio);
  return esito.valore;
};
const CHIUDI: VariazioneAnomalia = { path: "/stato", value: { stato: "CHIUSA", motivazione: "va bene così" } };
const RIAPRI: VariazioneAnomalia = { path: "/stato", value: { stato: "APERTA", motivazione: "ho cambiato idea" } };

describe("il ricalcolo", () => {
  it("trovata due volte è una volta sola; sparita si risolve; tornata si riapre", () => {
    const aperta = apri();
    expect(openAnomalia(aperta, PREDEFINITO, TROVATA, DOPO)).toBeUndefined();
    const risolta = closeAnomalia(aperta, DOPO)?.anomalia;
    expect(risolta).toMatchObject({ stato: "RISOLTA", evidenza: "ASSENTE" });
    expect(closeAnomalia(risolta, DOPO)).toBeUndefined();
    expect(openAnomalia(risolta, PREDEFINITO, TROVATA, DOPO)?.anomalia).toMatchObject({ stato: "APERTA", evidenza: "PRESENTE" });
  });

  it("non cancella ciò che hanno deciso le persone", () => {
    const lavorata = vary(
      apri(),
      { path: "/assegnatario", value: "maria" },
      { path: "/nota", value: "sentito il PSP" },
      { path: "/scadenza", value: "2026-12-01" },
      { path: "/nascostaFino", value: "2026-11-30" },
    );
    const risolta = closeAnomalia(lavorata, DOPO)?.anomalia;
    const tornata = risolta && openAnomalia(risolta, PREDEFINITO, { ...TROVATA, importo: 1n }, DOPO)?.anomalia;
    const decisioni = { assegnatario: "maria", nota: "sentito il PSP", scadenza: "2026-12-01", nascostaFino: "2026-11-30" };
    expect([risolta, tornata]).toMatchObject([decisioni, decisioni]);
  });

  it.each<[string, Partial<AnomaliaTrovata>, Anomalia["stato"]]>([
    ["con gli stessi fatti resta chiusa", {}, "CHIUSA"],
    ["con altre parole resta chiusa", { dettaglio: "manca 1 euro" }, "CHIUSA"],
    ["con un altro importo si riapre", { importo: 800n }, "APERTA"],
    ["con altre righe si riapre", { quante: 3 }, "APERTA"],
  ])("una chiusa da una persona, %s", (_come, altro, stato) => {
    const chiusa = vary(apri(), CHIUDI);
    const ritrovata = openAnomalia(chiusa, PREDEFINITO, { ...TROVATA, ...altro }, DOPO)?.anomalia ?? chiusa;
    expect(ritrovata).toMatchObject({ stato, chiusura: { autore: "maria", motivazione: "va bene così" } });
    // Even when the evidence goes and comes back.
    const sparita = closeAnomalia(chiusa, DOPO)?.anomalia;
    expect(sparita).toMatchObject({ stato: "CHIUSA", evidenza: "ASSENTE" });
    expect(openAnomalia(sparita, PREDEFINITO, { ...TROVATA, ...altro }, DOPO)?.anomalia.stato).toBe(stato);
  });

  it("una riaperta da una persona dopo che si era risolta non si richiude da sola", () => {
    const risolta = closeAnomalia(apri(), DOPO)?.anomalia;
    const riaperta = risolta && vary(risolta, RIAPRI);
    expect(riaperta?.stato).toBe("APERTA");
    expect(closeAnomalia(riaperta, DOPO)).toBeUndefined();
  });

  it("in qualunque ordine arrivino le prove, finisce nello stesso stato: quello dell'ultima", () => {
    const passo = fc.oneof(fc.constant(undefined), fc.bigInt({ min: 1n, max: 3n }));
    fc.assert(
      fc.property(fc.array(passo, { minLength: 1, maxLength: 12 }), (passi) => {
        let attuale: Anomalia | undefined;
        for (const importo of passi) {
          const variata =
            importo === undefined ? closeAnomalia(attuale, DOPO) : openAnomalia(attuale, PREDEFINITO, { ...TROVATA, importo }, DOPO);
          attuale = variata?.anomalia ?? attuale;
        }
        const ultimo = passi.at(-1);
        if (ultimo === undefined) expect(attuale?.stato ?? "RISOLTA").toBe("RISOLTA");
        else expect(attuale).toMatchObject({ stato: "APERTA", evidenza: "PRESENTE", fatti: { importo: ultimo } });
      }),
      { numRuns: 200 },
    );
  });

  it("ciò che può ancora arrivare aspetta il suo giorno", () => {
    expect(apri({ ...TROVATA, dal: "2026-11-28" }).dataEmersione).toBe("2026-11-27T23:00:00.000Z");
    expect(apri({ ...TROVATA, dal: "2026-11-20" }).dataEmersione).toBe(ADESSO);
  });
});

describe("le persone", () => {
  it("due che chiudono insieme trovano entrambe ciò che volevano, e chi ha chiuso è il primo", () => {
    const chiusa = vary(apri(), CHIUDI);
    const ancora = varyAnomalia(chiusa, [CHIUDI], { autore: "luca", adesso: DOPO });
    expect(ancora).toEqual({ ok: true, valore: chiusa });
  });

  it("tutte le variazioni o nessuna", () => {
    const esito = varyAnomalia(
      apri(),
      [
        { path: "/nota", value: "x" },
        { path: "/nascostaFino", value: "2026-11-26" },
      ],
      MARIA,
    );
    expect(esito).toMatchObject({ ok: false, errore: { dettaglio: expect.stringContaining("/nascostaFino") } });
  });

  it.each([
    ["2026-11-26", false],
    ["2026-11-27", true],
    ["2027-11-27", true],
    ["2027-11-28", false],
  ])("si nasconde fino al %s: %s", (fino, ammesso) => {
    expect(varyAnomalia(apri(), [{ path: "/nascostaFino", value: fino }], MARIA).ok).toBe(ammesso);
  });

  it("nascosta e in ritardo dipendono dal giorno di chi guarda", () => {
    const anomalia = vary(apri(), { path: "/nascostaFino", value: "2026-11-30" }, { path: "/scadenza", value: "2026-12-01" });
    expect(["2026-11-29", "2026-11-30"].map((oggi) => isNascosta(anomalia, oggi))).toEqual([true, false]);
    expect(["2026-12-01", "2026-12-02"].map((oggi) => isInRitardo(anomalia, oggi))).toEqual([false, true]);
    expect(isInRitardo(vary(anomalia, CHIUDI), "2026-12-02")).toBe(false);
  });

  it("la storia tiene ciò che era e ciò che è, e solo quello che cambia", () => {
    const prima = apri();
    const dopo = vary(prima, { path: "/coda", value: "TRIBUTI" }, { path: "/assegnatario", value: "maria" });
    expect(campiVariati(prima, dopo)).toEqual({ coda: { prima: "GENERALE", dopo: "TRIBUTI" }, assegnatario: { dopo: "maria" } });
  });
});

describe("l'instradamento", () => {
  const regole: Instradamento = {
    ...instradamentoPredefinito(COMUNE),
    codaPredefinita: "RAGIONERIA",
    regole: [
      { nome: "spiccioli", quando: { codici: ["DIFFERENZA_MINIMA"], importoMassimo: 50n }, coda: "RAGIONERIA", chiudiCon: "spiccioli" },
      { nome: "mensa", quando: { prefissoIuv: "09" }, coda: "SCUOLA", assegnatario: "anna", giorni: 5 },
      { nome: "tributi", quando: { tipiPendenza: ["TARI", "IMU"], unitaOperative: ["TRIBUTI"] }, coda: "TRIBUTI" },
      { nome: "grandi", quando: { importoMinimo: 100_000n }, coda: "DIRIGENTE" },
    ],
  };
  it.each<[string, Omit<Parameters<typeof route>[1], "codice"> & { codice?: "DIFFERENZA_MINIMA" }, string]>([
    ["nessuna regola", {}, "RAGIONERIA"],
    ["prefisso dello IUV", { iuv: "0900000000000" }, "SCUOLA"],
    ["la prima che vale vince", { iuv: "0900000000000", importo: 900_000n }, "SCUOLA"],
    ["tutte le condizioni", { idTipoPendenza: "TARI", idUnitaOperativa: "TRIBUTI" }, "TRIBUTI"],
    ["una condizione manca", { idTipoPendenza: "TARI" }, "RAGIONERIA"],
    ["l'importo minimo è compreso", { importo: 100_000n }, "DIRIGENTE"],
    ["sotto l'importo minimo", { importo: 99_999n }, "RAGIONERIA"],
  ])("%s", (_caso, cosa, coda) => {
    expect(route(regole, { codice: "ACCREDITO_PARZIALE", ...cosa }, "2026-11-25").coda).toBe(coda);
  });

  it("una regola può dare scadenza e assegnatario, o farla nascere chiusa", () => {
    expect(apri({ ...TROVATA, iuv: "0900000000000" }, { ...PREDEFINITO, instradamento: regole })).toMatchObject({
      ...{ coda: "SCUOLA", assegnatario: "anna", scadenza: "2026-11-30", regola: "mensa", stato: "APERTA" },
    });
    const chiusa = openAnomalia(
      undefined,
      { ...PREDEFINITO, instradamento: regole },
      { codice: "DIFFERENZA_MINIMA", importo: 50n },
      ADESSO,
    );
    expect(chiusa).toMatchObject({ autore: "regola spiccioli", anomalia: { stato: "CHIUSA", chiusura: { motivazione: "spiccioli" } } });
  });
});

describe("il catalogo", () => {
  it.each(CODICI_ANOMALIA.map((codice) => [codice] as const))("%s dice che cosa significa, da dove viene e che cosa fare", (codice) => {
    const { titolo, significato, causa, rimedio } = CATALOGO_ANOMALIE[codice];
    expect([titolo, significato, causa, rimedio].filter((testo) => testo.length < 5)).toEqual([]);
  });

  it("un codice qualunque non è dei suoi", () => {
    expect(["toString", "007101", "X"].map(isCodiceAnomalia)).toEqual([false, true, false]);
  });

  it("gli stati sono quelli della tabella", () => {
    expect([...STATI_ANOMALIA].toSorted()).toEqual([...statiAnomalia.stati].toSorted());
  });
});

describe("il nome di un'anomalia", () => {
  it("è diverso per cose diverse, e sta in un percorso", () => {
    const testo = fc.string({ minLength: 1, maxLength: 35 });
    fc.assert(
      fc.property(testo, testo, testo, testo, (a, b, c, d) => {
        const [uno, altro] = [a, c].map((idFlusso, i) =>
          idAnomalia({ tipo: "FLUSSO", idFlusso, idPsp: i === 0 ? b : d }, "FLUSSO_MANCANTE"),
        );
        expect(uno).toMatch(/^[A-Za-z0-9._~-]+$/);
        expect(uno === altro).toBe(a === c && b === d);
      }),
      { numRuns: 300 },
    );
  });
});
