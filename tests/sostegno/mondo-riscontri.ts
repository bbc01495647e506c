/** Small worlds of evidence that collide on purpose, for the properties of the matching: few flows, movements, amounts and texts, and everything that may name them. */
import fc from "fast-check";
import type {
  FlussoProva,
  MovimentoProva,
  NotificaProva,
  Regola,
  RigaProva,
  RiscossioneProva,
} from "../../shared/domain/riscontri/evidenze.ts";
import {
  buildFlussoProva,
  buildMovimentoProva,
  buildNotificaProva,
  buildRigaProva,
  buildRiscossioneProva,
  causaleFlusso,
  evidenze,
  idFlussoProva,
  iurProva,
  iuvProva,
  PSP_PROVA,
} from "./riscontri.ts";

export type Pezzo =
  | { tipo: "flusso"; valore: FlussoProva }
  | { tipo: "movimento"; valore: MovimentoProva }
  | { tipo: "riscossione"; valore: RiscossioneProva }
  | { tipo: "riga"; valore: RigaProva }
  | { tipo: "notifica"; valore: NotificaProva }
  | { tipo: "regola"; valore: Regola };

/** Few names and few amounts, so that everything collides with everything. */
export const importo = fc.constantFrom(100n, 100n, 200n, 300n, 4_100n);
export const numero = fc.integer({ min: 1, max: 3 });
export const id = fc.constantFrom("a", "b", "c", "d");

export const flusso = fc
  .record({
    n: numero,
    importo,
    revisione: fc.constantFrom(1, 2, 1_795_557_600),
    psp: fc.constantFrom(PSP_PROVA, "ALTRO001"),
    anomalo: fc.integer({ min: 0, max: 5 }),
    trn: fc.constantFrom("TRN030690001", "TRN030690002", ""),
  })
  .map(({ n, importo: totale, revisione, psp, anomalo, trn }): Pezzo => {
    const stato = anomalo === 0 ? "ANOMALO" : anomalo === 1 ? "IN_ACQUISIZIONE" : "ACQUISITO";
    return { tipo: "flusso", valore: buildFlussoProva(n, totale, { revisione, idPsp: psp, trn, stato }) };
  });

export const testo = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: numero.map(causaleFlusso) },
      numero.map((n) => causaleFlusso(n).slice(0, -3)),
      { weight: 2, arbitrary: numero.map((n) => `/RFB/${iuvProva(n)}/1.00`) },
      fc.constant("CANONE"),
    ),
    { minLength: 1, maxLength: 2 },
  )
  .map((parti) => parti.join(" "));

export const movimento = fc
  .record({
    id,
    importo,
    testo,
    stornato: fc.constantFrom(0n, 0n, 0n, 100n),
    uscita: fc.integer({ min: 0, max: 6 }),
    giorno: fc.constantFrom("2026-11-25", "2026-11-26"),
    sct: fc.constantFrom("TRN030690001", undefined),
    iur: fc.constantFrom(undefined, undefined, 1),
  })
  .map(({ id: nome, importo: cifra, testo: causale, stornato, uscita, giorno, sct, iur }): Pezzo => {
    const base = buildMovimentoProva(nome, cifra, causale);
    const valore: MovimentoProva = {
      ...base,
      importoStornato: stornato,
      stato: stornato === cifra ? "STORNATO" : "ESEGUITO",
      segno: uscita === 0 ? "USCITA" : "ENTRATA",
      dataContabile: giorno,
      ...(sct !== undefined && { sct }),
      ...(iur !== undefined && { chiavi: { ...base.chiavi, iur: [iurProva(iur)] } }),
    };
    return { tipo: "movimento", valore };
  });

export const riscossione = fc
  .record({ n: numero, importo, indice: fc.constantFrom(1, 2), bollo: fc.integer({ min: 0, max: 4 }), senzaRpt: fc.boolean() })
  .map(({ n, importo: cifra, indice, bollo, senzaRpt }): Pezzo => {
    return { tipo: "riscossione", valore: buildRiscossioneProva(n, cifra, { indice, senzaRpt, tipo: bollo === 0 ? "MBT" : "ENTRATA" }) };
  });

export const riga = fc
  .record({ f: numero, n: numero, importo, esito: fc.constantFrom(0, 0, 3, 4, 8, 9), iur: numero, revisione: fc.constantFrom(1, 2) })
  .map(({ f, n, importo: cifra, esito, iur, revisione }): Pezzo => {
    return { tipo: "riga", valore: buildRigaProva(f, n, cifra, { esito, iur: iurProva(iur), revisione, progressivo: n * 10 + iur }) };
  });

export const notifica = fc
  .record({ n: numero, importo, iud: numero })
  .map(({ n, importo: cifra, iud }): Pezzo => ({ tipo: "notifica", valore: buildNotificaProva(n, cifra, { iud: `IUD-${n}-${iud}` }) }));

export const regola = fc
  .record({ n: numero, id, importo, decisione: fc.constantFrom("CONFERMA", "RIFIUTO", "NON_PAGOPA"), accetta: fc.boolean() })
  .map(({ n, id: idMovimento, importo: cifra, decisione, accetta }): Pezzo => {
    const oggetto = { tipo: "FLUSSO" as const, idFlusso: idFlussoProva(n), idPsp: PSP_PROVA };
    const base = { id: `${decisione}-${n}-${idMovimento}`, idDominio: "12345678901", idMovimento };
    if (decisione === "NON_PAGOPA") return { tipo: "regola", valore: { ...base, decisione } };
    if (decisione === "RIFIUTO") return { tipo: "regola", valore: { ...base, decisione: "RIFIUTO", oggetti: [oggetto] } };
    return {
      tipo: "regola",
      valore: { ...base, decisione: "CONFERMA", oggetti: [{ oggetto, importo: cifra }], accettaDifferenza: accetta },
    };
  });

export const nomeDi = (pezzo: Pezzo): string => {
  const { valore } = pezzo;
  if (pezzo.tipo === "flusso") return `F${pezzo.valore.idFlusso}|${pezzo.valore.idPsp}|${pezzo.valore.revisione}`;
  if (pezzo.tipo === "riga") return `G${pezzo.valore.idFlusso}|${pezzo.valore.revisione}|${pezzo.valore.progressivo}`;
  if (pezzo.tipo === "riscossione") return `R${pezzo.valore.iuv}|${pezzo.valore.iur}|${pezzo.valore.indice}`;
  if (pezzo.tipo === "notifica") return `N${pezzo.valore.iud}`;
  return `${pezzo.tipo}${"id" in valore ? valore.id : ""}`;
};

/** Each piece once: the archive never has two versions of one. */
export const mondo = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: flusso },
      { weight: 5, arbitrary: movimento },
      { weight: 2, arbitrary: riscossione },
      riga,
      notifica,
      regola,
    ),
    {
      minLength: 2,
      maxLength: 16,
    },
  )
  .map((pezzi) => [...new Map(pezzi.map((pezzo) => [nomeDi(pezzo), pezzo])).values()]);

export const mescolato = mondo.chain((pezzi) =>
  fc.record({ pezzi: fc.constant(pezzi), ordine: fc.shuffledSubarray(pezzi, { minLength: pezzi.length }) }),
);

export const perTipo = (pezzi: readonly Pezzo[]) =>
  evidenze({
    flussi: pezzi.flatMap((p) => (p.tipo === "flusso" ? [p.valore] : [])),
    movimenti: pezzi.flatMap((p) => (p.tipo === "movimento" ? [p.valore] : [])),
    riscossioni: pezzi.flatMap((p) => (p.tipo === "riscossione" ? [p.valore] : [])),
    righe: pezzi.flatMap((p) => (p.tipo === "riga" ? [p.valore] : [])),
    notifiche: pezzi.flatMap((p) => (p.tipo === "notifica" ? [p.valore] : [])),
  });
export const regoleDi = (pezzi: readonly Pezzo[]): readonly Regola[] => pezzi.flatMap((p) => (p.tipo === "regola" ? [p.valore] : []));
