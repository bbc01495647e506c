/** Debts and attempts of every kind, and the naive reading of the filters that every list must agree with. */
import fc from "fast-check";
import { toElemento } from "../../shared/adapters/archivio/mappa.ts";
import { mappaPendenza, mappaTentativo } from "../../shared/adapters/archivio/mappe-posizione.ts";
import { type Chiamante, seesPendenza } from "../../shared/domain/anagrafiche/applicazione.ts";
import { riferimentiPendenza, type Tentativo } from "../../shared/domain/pagamenti/tentativo.ts";
import type { Pendenza } from "../../shared/domain/pendenze/pendenza.ts";
import type { StatoPendenzaEsposto } from "../../shared/domain/pendenze/stati-pendenza.ts";
import type { Deposito } from "../../shared/ports/deposito.ts";
import type { FiltriRpp } from "../../shared/usecases/pagamenti/find-rpp.ts";
import type { RichiestaElenco } from "../../shared/usecases/pendenze/find-pendenze.ts";
import { ALTRA_APPLICAZIONE, APPLICAZIONE, COMUNE, STAZIONE, UNIONE } from "./anagrafica.ts";
import { buildPendenza } from "./esempi.ts";
import { GESTIONALE } from "./pendenze.ts";

const OGGI = "2026-11-25";
/** List keys of each creditor in these tests. */
export const FRAMMENTI = 3;

const STATI = ["NON_ESEGUITA", "ESEGUITA", "ESEGUITA_PARZIALE", "ANNULLATA", "INCASSATA", "ANOMALA"] as const;
const DEBITORI = ["RSSMRA85T10A562S", "VRDLGI80A01F205X", "BNCGLO90A01H501I"] as const;
const SCADENZE = [undefined, "2026-11-24", OGGI, "2026-12-31"] as const;
const DIREZIONI = [undefined, "NORD", "SUD"] as const;
const UNITA = [undefined, "TRIBUTI", "ALTRO-UFFICIO"] as const;

const pick = <T>(valori: readonly T[], n: number): T => valori[n % valori.length] as T;
const opz = <K extends string, V>(nome: K, valore: V | undefined): { [k in K]?: V } =>
  (valore === undefined ? {} : { [nome]: valore }) as { [k in K]?: V };
/** Few instants: several items of the same one, in different lists. */
const istante = (n: number): string => `2026-11-${String(10 + (n % 12)).padStart(2, "0")}T08:00:00.000Z`;

/** Strides without common factors: the fields combine instead of marching together. */
export const PENDENZE: readonly Pendenza[] = Array.from({ length: 72 }, (_, n) => {
  const iuv = `01000000000${String(n).padStart(4, "0")}33`;
  return buildPendenza({
    ...{ iuv, numeroAvviso: `3${iuv}`, idPendenza: `P${n % 41}`, idA2A: n >= 41 ? ALTRA_APPLICAZIONE : APPLICAZIONE },
    ...{ idDominio: n % 5 < 3 ? COMUNE : UNIONE, idTipoPendenza: n % 7 < 5 ? "TARI" : "MENSA", frammento: n % FRAMMENTI },
    ...{ stato: pick(STATI, n), tipo: n % 4 === 3 ? "spontaneo" : "dovuto", dataCaricamento: istante(n * 5) },
    debitore: { tipo: "F", identificativo: pick(DEBITORI, Math.floor(n / 2)), anagrafica: "Debitore" },
    ...opz("dataScadenza", pick(SCADENZE, Math.floor(n / 3))),
    ...opz("direzione", pick(DIREZIONI, Math.floor(n / 4))),
    ...opz("divisione", pick(DIREZIONI, Math.floor(n / 5))),
    // Units belong to a creditor: those of UNIONE are none.
    ...opz("idUnitaOperativa", n % 5 < 3 ? pick(UNITA, Math.floor(n / 6)) : undefined),
  });
});

const STATI_TENTATIVO = ["RPT_ACCETTATA_NODO", "RT_ACCETTATA_PA", "RPT_ACCETTATA_NODO", "RT_RIFIUTATA_PA"] as const;

export const TENTATIVI: readonly Tentativo[] = PENDENZE.flatMap((pendenza, n) =>
  Array.from({ length: n % 3 }, (_, i): Tentativo => {
    const stato = pick(STATI_TENTATIVO, n + i);
    // Some in the last half hour, some older.
    const dataRichiesta = (n + i) % 5 === 0 ? `2026-11-25T08:${40 + i}:${String(n % 60).padStart(2, "0")}.000Z` : istante(n + i);
    return {
      ...{ versione: 0, ...riferimentiPendenza(pendenza), ccp: `ccp-${n}-${i}`, stato, modello: "Modello unico", dataRichiesta },
      ...{ importo: 10_050n, idStazione: STAZIONE, rpt: { n }, tipoRpt: "ctPaymentPAV2" },
      ...(stato === "RT_ACCETTATA_PA" && { idRicevuta: `ricevuta-${n}-${i}`, dataRicevuta: istante(n + 1) }),
    };
  }),
);

export const storeElenchi = (deposito: Deposito): Promise<void> =>
  deposito.putMany("archivio", [
    ...PENDENZE.map((p) => toElemento(mappaPendenza, p, 1)),
    ...TENTATIVI.map((t) => toElemento(mappaTentativo, t, 1)),
  ]);

const { idA2A: _senza, ...OPERATORE } = { ...GESTIONALE, tipo: "operatore", principal: "operatore" } as const;

const CHIAMANTI: readonly Chiamante[] = [
  GESTIONALE,
  { ...GESTIONALE, idA2A: ALTRA_APPLICAZIONE, domini: [{ idDominio: UNIONE }] },
  { ...GESTIONALE, domini: [{ idDominio: COMUNE, unitaOperative: ["TRIBUTI"] }, { idDominio: UNIONE }] },
  { ...GESTIONALE, tipiPendenza: ["MENSA"] },
  { ...GESTIONALE, domini: [] },
  ...(
    [
      { domini: "*" },
      { domini: "*", tipiPendenza: ["MENSA"] },
      { domini: [{ idDominio: UNIONE }] },
      { domini: [{ idDominio: COMUNE }, { idDominio: UNIONE }] },
      { domini: [{ idDominio: COMUNE, unitaOperative: ["TRIBUTI"] }], tipiPendenza: ["TARI"] },
      { domini: [{ idDominio: COMUNE, unitaOperative: ["ALTRO-UFFICIO"] }, { idDominio: UNIONE }] },
      { domini: [] },
    ] as const
  ).map(({ ...ambito }): Chiamante => ({ ...OPERATORE, ...ambito })),
];

const uno = <T>(...valori: readonly T[]) => fc.constantFrom(...valori);
const ordine = uno("asc" as const, "desc" as const);
const chiavi = {
  idDominio: uno(COMUNE, UNIONE),
  idA2A: uno(APPLICAZIONE, ALTRA_APPLICAZIONE),
  idPendenza: uno("P3", "P8", "P12", "IGNOTA"),
  idDebitore: uno(...DEBITORI, "vrdlgi80a01f205x"),
  da: uno(istante(2), istante(7)),
  a: uno(istante(5), istante(10)),
};

export interface Prova<F> {
  readonly filtri: F;
  readonly chiamante: Chiamante;
  readonly limite: number;
}
const withContorno = <F>(filtri: fc.Arbitrary<F>): fc.Arbitrary<Prova<F>> =>
  fc.record({ filtri, chiamante: uno(...CHIAMANTI), limite: uno(1, 4, 25) });

export const provePendenze = withContorno(
  fc.record(
    {
      ...{ ordine, mostraSpontaneiNonPagati: fc.boolean(), ...chiavi },
      stati: uno<readonly StatoPendenzaEsposto[]>(...STATI.map((stato) => [stato]), ["SCADUTA"], ["ESEGUITA", "INCASSATA"]),
      direzione: uno("NORD", "SUD", "OVEST"),
      divisione: uno("NORD", "SUD"),
    },
    { requiredKeys: ["ordine", "mostraSpontaneiNonPagati"] },
  ) satisfies fc.Arbitrary<RichiestaElenco>,
);

export const proveRpp = withContorno(
  fc.record(
    {
      ...{ ordine, ...chiavi },
      iuv: uno(...PENDENZE.slice(1, 6).map((p) => p.iuv)),
      ccp: uno("ccp-1-0", "ccp-8-1", "ricevuta-5-0", "ricevuta"),
      esitoPagamento: uno("ESEGUITO", "IN_CORSO", "NON_ESEGUITO", "RIFIUTATO", "DECORRENZA"),
      ricevutaDa: uno(istante(3)),
      ricevutaA: uno(istante(8)),
    },
    { requiredKeys: ["ordine"] },
  ) satisfies fc.Arbitrary<FiltriRpp>,
);

type Chiavi = Pick<RichiestaElenco, "idDominio" | "idA2A" | "idPendenza" | "idDebitore" | "iuv" | "da" | "a">;

/** What debts and attempts have in common, on their own date. */
const agrees = (filtri: Chiavi, chiamante: Chiamante, p: Pendenza, data: string): boolean => {
  const senzaChiave = filtri.idDominio === undefined && filtri.idA2A === undefined && filtri.idDebitore === undefined;
  return (
    seesPendenza(chiamante, p) &&
    (!senzaChiave || chiamante.idA2A === undefined || p.idA2A === chiamante.idA2A) &&
    (["idDominio", "idA2A", "idPendenza", "iuv"] as const).every((campo) => filtri[campo] === undefined || filtri[campo] === p[campo]) &&
    (filtri.idDebitore === undefined || filtri.idDebitore.toUpperCase() === p.debitore.identificativo) &&
    (filtri.da === undefined || data >= filtri.da) &&
    (filtri.a === undefined || data <= filtri.a)
  );
};

const statoOggi = ({ stato, dataScadenza }: Pendenza): string =>
  stato === "NON_ESEGUITA" && dataScadenza !== undefined && dataScadenza < OGGI ? "SCADUTA" : stato;

const sorted = <T>(elementi: readonly T[], chiave: (elemento: T) => string, verso: "asc" | "desc"): readonly T[] =>
  elementi.toSorted((x, y) => (chiave(x) < chiave(y) ? -1 : 1) * (verso === "asc" ? 1 : -1));

/** Payment codes of the debts, in order. */
export const attesePendenze = ({ filtri, chiamante }: Prova<RichiestaElenco>): readonly string[] => {
  const mai = (p: Pendenza): boolean => p.tipo === "spontaneo" && ["NON_ESEGUITA", "ANNULLATA"].includes(p.stato);
  const scelte = PENDENZE.filter(
    (p) =>
      agrees(filtri, chiamante, p, p.dataCaricamento) &&
      (filtri.mostraSpontaneiNonPagati || !mai(p)) &&
      (filtri.stati === undefined || filtri.stati.some((stato) => stato === statoOggi(p))) &&
      (["direzione", "divisione"] as const).every((campo) => filtri[campo] === undefined || filtri[campo] === p[campo]),
  );
  return sorted(scelte, (p) => `${p.dataCaricamento}#${p.idA2A}#${p.idPendenza}`, filtri.ordine).map(({ iuv }) => iuv);
};

const MEZZORA_FA = "2026-11-25T08:30:00.000Z";
const hasEsito = (esito: string | undefined, { stato, dataRichiesta }: Tentativo): boolean => {
  if (esito === undefined) return true;
  if (stato === "RT_ACCETTATA_PA") return esito === "ESEGUITO";
  if (stato === "RT_RIFIUTATA_PA") return esito === "RIFIUTATO";
  return esito === (dataRichiesta > MEZZORA_FA ? "IN_CORSO" : "NON_ESEGUITO");
};

/** Codes of the attempts, in order. */
export const attesiRpp = ({ filtri, chiamante }: Prova<FiltriRpp>): readonly string[] => {
  const { ccp, ricevutaDa, ricevutaA, esitoPagamento } = filtri;
  const scelti = TENTATIVI.filter((t) => {
    const pendenza = PENDENZE.find(({ iuv }) => iuv === t.iuv);
    return (
      pendenza !== undefined &&
      agrees(filtri, chiamante, pendenza, t.dataRichiesta) &&
      (ccp === undefined || ccp === t.ccp || ccp === t.idRicevuta) &&
      hasEsito(esitoPagamento, t) &&
      (ricevutaDa === undefined || (t.dataRicevuta !== undefined && t.dataRicevuta >= ricevutaDa)) &&
      (ricevutaA === undefined || (t.dataRicevuta !== undefined && t.dataRicevuta <= ricevutaA))
    );
  });
  return sorted(scelti, (t) => `${t.dataRichiesta}#${t.idDominio}#${t.iuv}#${t.ccp}`, filtri.ordine).map((t) => t.ccp);
};
