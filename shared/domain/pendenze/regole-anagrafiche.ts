/** What the registry says of a debt: creditor, unit, debt type, incomes and accounts exist, are enabled, and the caller may use them (reference 3.2). */
import { type Chiamante, seesDominio, seesTipoPendenza } from "../anagrafiche/applicazione.ts";
import type { Creditore, Entrata, TipoPendenza } from "../anagrafiche/creditore.ts";
import { type Esito, ok } from "../esito.ts";
import { type Rifiuto, rifiuto } from "../rifiuto.ts";
import { dominioDi, idTipoPendenzaDi, type NuovaPendenza, type NuovaVoce } from "./nuova-pendenza.ts";
import type { Destinazione } from "./pendenza.ts";

export type CodiceAnagrafica =
  | "DOM_000"
  | "DOM_001"
  | "UOP_000"
  | "UOP_001"
  | "TRB_000"
  | "TRB_001"
  | "TVR_000"
  | "TVR_001"
  | "TVD_000"
  | "TVD_001"
  | "VER_019"
  | "VER_020"
  | "VER_021"
  | "VER_022"
  | "VER_032"
  | "VER_033"
  | "VER_034";

type Verifica = Esito<void, Rifiuto<CodiceAnagrafica>>;

/** What has to be loaded before judging: creditor and beneficiaries by idDominio, national incomes by idEntrata, the debt type of the debt. */
export interface AnagraficaPendenza {
  readonly creditori: ReadonlyMap<string, Creditore>;
  readonly entrate: ReadonlyMap<string, Entrata>;
  readonly tipoPendenza?: TipoPendenza;
}

/** Under this income creditors may register the stamps: not needed, since their taxonomy is fixed by law, but disabling it stops them. */
const ENTRATA_BOLLO = "BOLLOT";

const checkCreditore = (idDominio: string, creditore: Creditore | undefined, idUnita: string | undefined): Verifica => {
  if (!creditore) return rifiuto("DOM_000", `idDominio ${idDominio} non registrato`);
  if (!creditore.dominio.abilitato) return rifiuto("DOM_001", `idDominio ${idDominio} disabilitato`);
  if (!creditore.dominio.intermediato) {
    return rifiuto("DOM_001", `idDominio ${idDominio} non è intermediato: può essere solo beneficiario di una voce`);
  }
  if (idUnita === undefined) return ok(undefined);
  const unita = creditore.unita.find((u) => u.idUnita === idUnita);
  if (!unita) return rifiuto("UOP_000", `idUnitaOperativa ${idUnita} non registrata per il dominio ${idDominio}`);
  if (!unita.abilitato) return rifiuto("UOP_001", `idUnitaOperativa ${idUnita} disabilitata`);
  return ok(undefined);
};

const checkTipo = (idTipo: string, tipo: TipoPendenza | undefined, creditore: Creditore, chiamante: Chiamante): Verifica => {
  if (!tipo) return rifiuto("TVR_000", `idTipoPendenza ${idTipo} non registrato`);
  if (!tipo.abilitato) return rifiuto("TVR_001", `idTipoPendenza ${idTipo} disabilitato`);
  const proprio = creditore.tipiPendenza.find((t) => t.idTipoPendenza === idTipo);
  if (!proprio) return rifiuto("TVD_000", `idTipoPendenza ${idTipo} non associato al dominio ${creditore.dominio.idDominio}`);
  if (proprio.abilitato === false)
    return rifiuto("TVD_001", `idTipoPendenza ${idTipo} disabilitato per il dominio ${creditore.dominio.idDominio}`);
  if (!seesTipoPendenza(chiamante, idTipo)) return rifiuto("VER_022", `idTipoPendenza ${idTipo} non è tra quelli dell'applicazione`);
  return ok(undefined);
};

const checkEntrata = (campo: string, codEntrata: string, creditore: Creditore): Verifica => {
  const { idDominio } = creditore.dominio;
  const entrata = creditore.entrate.find((e) => e.idEntrata === codEntrata);
  if (!entrata) return rifiuto("TRB_000", `${campo}.codEntrata: ${codEntrata} non registrata per il dominio ${idDominio}`);
  if (!entrata.abilitato) return rifiuto("TRB_001", `${campo}.codEntrata: ${codEntrata} disabilitata per il dominio ${idDominio}`);
  // Without an account the debt would be loaded and then refused to whoever comes to pay it.
  if (entrata.ibanAccredito === undefined) return rifiuto("VER_020", `${campo}.codEntrata: ${codEntrata} non ha un IBAN di accredito`);
  return ok(undefined);
};

type Conto = Extract<Destinazione, { readonly variante: "conto" }>;

const checkConto = (campo: string, conto: Conto, creditore: Creditore, chiamante: Chiamante): Verifica => {
  const { idDominio } = creditore.dominio;
  if (!chiamante.autodeterminazione) return rifiuto("VER_019", `${campo}.ibanAccredito: non ammesso, indicare codEntrata`);
  if (!seesDominio(chiamante, idDominio))
    return rifiuto("VER_021", `${campo}.ibanAccredito: il dominio ${idDominio} è fuori dall'ambito dell'applicazione`);
  const accredito = creditore.conti.find((c) => c.iban === conto.ibanAccredito);
  if (!accredito) return rifiuto("VER_020", `${campo}.ibanAccredito: ${conto.ibanAccredito} non registrato per il dominio ${idDominio}`);
  if (!accredito.abilitato) return rifiuto("VER_032", `${campo}.ibanAccredito: ${conto.ibanAccredito} disabilitato`);
  if (conto.ibanAppoggio === undefined) return ok(undefined);
  const appoggio = creditore.conti.find((c) => c.iban === conto.ibanAppoggio);
  if (!appoggio) return rifiuto("VER_033", `${campo}.ibanAppoggio: ${conto.ibanAppoggio} non registrato per il dominio ${idDominio}`);
  if (!appoggio.abilitato) return rifiuto("VER_034", `${campo}.ibanAppoggio: ${conto.ibanAppoggio} disabilitato`);
  return ok(undefined);
};

const checkVoce = (
  nuova: NuovaPendenza,
  voce: NuovaVoce,
  campo: string,
  anagrafica: AnagraficaPendenza,
  chiamante: Chiamante,
): Verifica => {
  const { destinazione } = voce;
  const idDominio = dominioDi(nuova, voce);
  const creditore = anagrafica.creditori.get(idDominio);
  if (!creditore) return rifiuto("DOM_000", `${campo}.idDominio: ${idDominio} non registrato`);
  if (!creditore.dominio.abilitato) return rifiuto("DOM_001", `${campo}.idDominio: ${idDominio} disabilitato`);
  if (creditore.dominio.inProva !== anagrafica.creditori.get(nuova.idDominio)?.dominio.inProva)
    return rifiuto("DOM_001", `${campo}.idDominio: ${idDominio} e ${nuova.idDominio} non sono entrambi in prova, o entrambi in esercizio`);
  // Whoever loads a debt for several beneficiaries must be authorised on all of them (reference 3.11).
  if (destinazione.variante !== "conto" && !seesDominio(chiamante, idDominio)) {
    return rifiuto("VER_022", `${campo}.idDominio: ${idDominio} è fuori dall'ambito dell'applicazione`);
  }
  switch (destinazione.variante) {
    case "entrata":
      return checkEntrata(campo, destinazione.codEntrata, creditore);
    case "conto":
      return checkConto(campo, destinazione, creditore, chiamante);
    case "bollo": {
      const disabilitata = creditore.entrate.some((e) => e.idEntrata === ENTRATA_BOLLO && !e.abilitato);
      return disabilitata ? rifiuto("TRB_001", `${campo}.tipoBollo: l'entrata ${ENTRATA_BOLLO} è disabilitata`) : ok(undefined);
    }
  }
};

/** All the rules that need the registry, in GovPay's order: creditor, unit, authorisation, debt type, items. */
export const checkAnagrafica = (nuova: NuovaPendenza, anagrafica: AnagraficaPendenza, chiamante: Chiamante): Verifica => {
  const { idDominio, idUnitaOperativa } = nuova;
  const creditore = anagrafica.creditori.get(idDominio);
  const registrato = checkCreditore(idDominio, creditore, idUnitaOperativa);
  if (!registrato.ok || !creditore) return registrato;
  if (!seesDominio(chiamante, idDominio, idUnitaOperativa)) {
    return rifiuto("VER_022", `idDominio: ${idDominio}, o la sua unità operativa, è fuori dall'ambito dell'applicazione`);
  }
  const tipo = checkTipo(idTipoPendenzaDi(nuova), anagrafica.tipoPendenza, creditore, chiamante);
  if (!tipo.ok) return tipo;
  for (const [i, voce] of nuova.voci.entries()) {
    const esito = checkVoce(nuova, voce, `voci.${i}`, anagrafica, chiamante);
    if (!esito.ok) return esito;
  }
  return ok(undefined);
};
