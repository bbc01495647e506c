/** The payments inside the flows and the collected amounts found, with their debts: some thousands of rows at a time, in batches. */
import { type Chiamante, hasServizio, seesPendenza } from "../../../domain/anagrafiche/applicazione.ts";
import type { Pendenza } from "../../../domain/pendenze/pendenza.ts";
import type { Flusso, Rendicontazione } from "../../../domain/rendicontazioni/flusso.ts";
import { type Attribuzione, createClassificatore, isEsterna } from "../../../domain/rendicontazioni/pagamenti-esterni.ts";
import type { Riscossione } from "../../../domain/ricevute/ricevuta.ts";
import type { Contenuto } from "../../../domain/tesoreria/analisi/analisi.ts";
import { describePagamento, maskDebitore, type PagamentoContenuto, sumPagamenti } from "../../../domain/tesoreria/analisi/contenuto.ts";
import { type Spiegazione, spiega } from "../../../domain/tesoreria/analisi/spiegazioni.ts";
import { giornoDi } from "../../../domain/valori/date.ts";
import { sumImporti } from "../../../domain/valori/importo.ts";
import type { PorteAnalisi } from "./porte.ts";

/** Rows whose debts are read for one answer: twenty batches of a hundred collected amounts and as many of debts. */
export const RIGHE_ESAMINATE = 2000;

/** Who may read the debts, or the receipts, reads who pays them. */
const SERVIZI_DEBITORI = ["Pendenze", "Pagamenti", "API Pendenze", "API Ragioneria"];

type Porte = Pick<PorteAnalisi, "posizioni" | "rendicontazioni" | "esterni">;

/** Rows of the flows one after the other, from `daRiga` of them all. */
async function readRighe({ rendicontazioni }: Porte, flussi: readonly Flusso[], daRiga: number): Promise<readonly Rendicontazione[]> {
  const righe: Rendicontazione[] = [];
  let saltate = 0;
  for (const flusso of flussi) {
    const da = Math.max(1, daRiga - saltate);
    const quante = Math.min(RIGHE_ESAMINATE - righe.length, flusso.righeAcquisite - da + 1);
    if (quante > 0) righe.push(...(await rendicontazioni.findRighe(flusso, da, quante)));
    saltate += flusso.righeAcquisite;
  }
  return righe;
}

const nomeDi = ({ iuv, iur, indice }: { readonly iuv: string; readonly iur: string; readonly indice: number }): string =>
  `${iuv}#${iur}#${indice}`;

async function readPendenze(
  { posizioni }: Porte,
  idDominio: string,
  righe: readonly Rendicontazione[],
  riscossioni: readonly Riscossione[],
): Promise<ReadonlyMap<string, Pendenza>> {
  const chiavi = new Map(righe.map(({ iuv }) => [`${idDominio}#${iuv}`, { idDominio, iuv }]));
  for (const { idDominioTitolare, iuv } of riscossioni) {
    if (idDominioTitolare !== idDominio) chiavi.delete(`${idDominio}#${iuv}`);
    chiavi.set(`${idDominioTitolare}#${iuv}`, { idDominio: idDominioTitolare, iuv });
  }
  const pendenze = chiavi.size === 0 ? [] : await posizioni.getPendenze([...chiavi.values()]);
  return new Map(pendenze.map((pendenza) => [pendenza.iuv, pendenza]));
}

const explain = (
  visti: number,
  daRiga: number,
  righeTotali: number,
  nascosti: readonly { importo: bigint }[],
  pagamenti: readonly PagamentoContenuto[],
): readonly Spiegazione[] => {
  const ignoti = pagamenti.filter(({ pendenza }) => pendenza === undefined);
  const attribuiti = ignoti.filter(({ attribuzione }) => attribuzione !== undefined);
  return [
    ...(daRiga - 1 + visti < righeTotali ? [spiega("ESAME_PARZIALE", visti, righeTotali, daRiga + visti)] : []),
    ...(nascosti.length > 0 ? [spiega("NON_VISIBILI", nascosti.length, sumImporti(nascosti.map(({ importo }) => importo)))] : []),
    ...(ignoti.length > 0 ? [spiega("SENZA_PENDENZA", ignoti.length, sumImporti(ignoti.map(({ importo }) => importo)))] : []),
    ...(attribuiti.length > 0 ? [spiega("ATTRIBUITI", attribuiti.length, sumImporti(attribuiti.map(({ importo }) => importo)))] : []),
  ];
};

interface Voce {
  readonly fonte: Pick<Rendicontazione, "iuv" | "iur" | "indice" | "importo" | "data"> &
    Partial<Pick<Rendicontazione, "idPsp">> & { readonly stato?: string };
  readonly riscossione: Riscossione | undefined;
  readonly pendenza: Pendenza | undefined;
}

/** Of what has no debt here, a row without receipt included: one batch, none when there is nothing of the kind. */
async function readAttribuzioni(
  { esterni }: Porte,
  idDominio: string,
  voci: readonly Voce[],
): Promise<(voce: Voce) => Attribuzione | undefined> {
  const ignote = voci.filter(({ pendenza }) => pendenza === undefined);
  if (ignote.length === 0) return () => undefined;
  const classify = createClassificatore(
    await esterni.getContesto(
      ignote.flatMap(({ riscossione }) => riscossione ?? []),
      [idDominio],
    ),
  );
  return ({ fonte, riscossione, pendenza }) => {
    const esterna = riscossione ? isEsterna(riscossione) : fonte.stato === "ALTRO_INTERMEDIARIO";
    if (pendenza !== undefined || !esterna) return undefined;
    const { iuv, indice, data, idPsp } = fonte;
    return classify(riscossione ?? { idDominio, idDominioTitolare: idDominio, iuv, indice, data }, idPsp).attribuzione;
  };
}

/** @param daRiga first row, from 1, of the rows of all the flows. */
export async function readContenuto(
  porte: Porte,
  idDominio: string,
  { flussi, riscossioni }: { readonly flussi: readonly Flusso[]; readonly riscossioni: readonly Riscossione[] },
  daRiga: number,
  chiamante: Chiamante,
): Promise<Contenuto> {
  const righe = await readRighe(porte, flussi, daRiga);
  const chiavi = [...new Map(righe.map((riga) => [nomeDi(riga), riga])).values()];
  const diRighe = chiavi.length === 0 ? [] : await porte.posizioni.getRiscossioni(chiavi);
  const perRiga = new Map(diRighe.map((r) => [nomeDi(r), r]));
  const sole = daRiga === 1 ? riscossioni.filter((r) => !righe.some((riga) => nomeDi(riga) === nomeDi(r))) : [];
  const pendenze = await readPendenze(porte, idDominio, righe, [...diRighe, ...sole]);
  const tutti = [
    ...righe.map((riga) => ({ fonte: riga, riscossione: perRiga.get(nomeDi(riga)) })),
    ...sole.map((riscossione) => ({ fonte: { ...riscossione, data: giornoDi(riscossione.data) }, riscossione })),
  ].map((voce) => ({ ...voce, importo: voce.fonte.importo, pendenza: pendenze.get(voce.fonte.iuv) }));
  // What no debt explains is for who sees every type of the creditor.
  const isVisibile = (pendenza: Pendenza | undefined): boolean =>
    pendenza === undefined ? chiamante.tipiPendenza === "*" : seesPendenza(chiamante, pendenza);
  const visibili = tutti.filter(({ pendenza }) => isVisibile(pendenza));
  const attribuzioneDi = await readAttribuzioni(porte, idDominio, visibili);
  const chiari = hasServizio(chiamante, SERVIZI_DEBITORI, "R");
  const pagamenti = visibili
    .map((voce) => describePagamento(voce.fonte, voce.riscossione, voce.pendenza, attribuzioneDi(voce)))
    .map((pagamento) =>
      chiari || pagamento.debitore === undefined ? pagamento : { ...pagamento, debitore: maskDebitore(pagamento.debitore) },
    );
  const righeTotali = flussi.reduce((somma, { righeAcquisite }) => somma + righeAcquisite, 0);
  const nascosti = tutti.filter(({ pendenza }) => !isVisibile(pendenza));
  return {
    pagamenti,
    totali: sumPagamenti(pagamenti),
    datiMascherati: !chiari,
    righeTotali,
    ...(daRiga - 1 + righe.length < righeTotali && righe.length > 0 && { prossimaRiga: daRiga + righe.length }),
    spiegazioni: explain(righe.length, daRiga, righeTotali, nascosti, pagamenti),
  };
}
