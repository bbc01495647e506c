/**
 * What verification and activation share: the debt behind a notice, whether it is payable today, and the transfers it is made of. One read; the creditor's own
 * system is asked only about a notice that nobody loaded and about a debt past its dataValidita (reference 3.3, 3.4).
 */
import type { Creditore, Dominio } from "../../domain/anagrafiche/creditore.ts";
import { type Esito, ko, ok } from "../../domain/esito.ts";
import type { CodiceFaultPa, FaultPa, QrCode } from "../../domain/pagamenti/messaggi-nodo.ts";
import { findRifiutoPagamento } from "../../domain/pagamenti/pagabilita.ts";
import {
  beneficiarioDi,
  entrateDi,
  type RegistroAccrediti,
  resolveTrasferimenti,
  type Trasferimento,
} from "../../domain/pagamenti/trasferimenti.ts";
import { isDaAttualizzare, type StatoVerifica } from "../../domain/pendenze/attualizzazione.ts";
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { giornoDi, giornoItaliano } from "../../domain/valori/date.ts";
import { NUMERO_AVVISO_SONDA, numeroAvvisoToIuv } from "../../domain/valori/numero-avviso.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Posizioni } from "../../ports/posizioni.ts";
import { withNotifica } from "../pendenze/ensure-attuale.ts";
import type { Attualizza, EsitoAttualizzazione } from "../pendenze/refresh-pendenza.ts";

export interface PorteAvviso {
  readonly posizioni: Pick<Posizioni, "getPendenza">;
  readonly anagrafiche: Anagrafiche;
  readonly clock: Clock;
  readonly attualizza: Attualizza;
}

export interface AvvisoPagabile {
  readonly pendenza: Pendenza;
  readonly trasferimenti: readonly Trasferimento[];
  /** Name of the operating unit of the debt. */
  readonly officeName?: string;
}

/** The refusal carries the debt when there is one: the journal wants to say whose it was. */
export type EsitoAvviso = Esito<AvvisoPagabile, { readonly fault: FaultPa; readonly pendenza?: Pendenza }>;

export interface RichiestaAvviso {
  readonly creditore: Creditore;
  readonly qrCode: QrCode;
  /** The exchange with the Node, to tie to it the one with the creditor's system. */
  readonly transactionId: string;
  /** False when the creditor's system was already asked in this exchange: once is all that the time allows. */
  readonly attualizzabile: boolean;
}

type Rifiuto = { readonly faultCode: CodiceFaultPa; readonly description: string };

/** Faults of reference 4.3 for what the creditor's system says of its own debt. */
const FAULT_DI_VERIFICA: Readonly<Record<Exclude<StatoVerifica, "NON_ESEGUITA">, CodiceFaultPa>> = {
  ANNULLATA: "PAA_PAGAMENTO_ANNULLATO",
  SCADUTA: "PAA_PAGAMENTO_SCADUTO",
  SCONOSCIUTA: "PAA_PAGAMENTO_SCONOSCIUTO",
  DUPLICATA: "PAA_PAGAMENTO_DUPLICATO",
};

const describeSconosciuto = (numeroAvviso: string, idDominio: string): string =>
  `Il numero avviso ${numeroAvviso} non corrisponde a una pendenza del dominio ${idDominio}`;

export async function findAvviso(porte: PorteAvviso, richiesta: RichiestaAvviso): Promise<EsitoAvviso> {
  const { creditore, qrCode } = richiesta;
  const { idDominio } = creditore.dominio;
  const refuse = (faultCode: CodiceFaultPa, description: string, pendenza?: Pendenza): EsitoAvviso =>
    ko({ fault: { faultCode, id: idDominio, description }, ...(pendenza && { pendenza }) });

  if (qrCode.fiscalCode !== idDominio)
    return refuse("PAA_ID_DOMINIO_ERRATO", `qrCode/fiscalCode: ${qrCode.fiscalCode} è diverso da idPA ${idDominio}`);
  if (qrCode.noticeNumber === NUMERO_AVVISO_SONDA)
    return refuse("PAA_PAGAMENTO_SCONOSCIUTO", describeSconosciuto(qrCode.noticeNumber, idDominio));
  const registrata = await porte.posizioni.getPendenza({ idDominio, iuv: numeroAvvisoToIuv(qrCode.noticeNumber) });
  const attuale = await refresh(porte, richiesta, registrata);
  if (!attuale.ok) return refuse(attuale.errore.faultCode, attuale.errore.description, registrata);
  const pendenza = richiesta.attualizzabile
    ? await withNotifica(porte.attualizza, attuale.valore, richiesta.transactionId)
    : attuale.valore;
  const rifiuto = findRifiutoPagamento(pendenza, giornoDi(porte.clock.now()));
  if (rifiuto) return refuse(rifiuto.faultCode, rifiuto.description, pendenza);
  const trasferimenti = resolveTrasferimenti(pendenza, await loadRegistro(porte.anagrafiche, creditore, [pendenza]));
  if (!trasferimenti.ok) return refuse("PAA_SEMANTICA", trasferimenti.errore, pendenza);
  const unita = creditore.unita.find(({ idUnita }) => idUnita === pendenza.idUnitaOperativa);
  return ok({ pendenza, trasferimenti: trasferimenti.valore, ...(unita && { officeName: unita.ragioneSociale }) });
}

/** A debt born in prova is nobody's once its creditor is in service. */
const isPagabileDa = ({ inProva }: Dominio, { prova }: Pendenza): boolean => inProva === prova;

/** The debt as stored, or as the creditor's system tells it when it must be asked. */
async function refresh(
  { attualizza, clock }: PorteAvviso,
  { creditore: { dominio }, qrCode: { noticeNumber }, transactionId, attualizzabile }: RichiestaAvviso,
  registrata: Pendenza | undefined,
): Promise<Esito<Pendenza, Rifiuto>> {
  const sconosciuto = describeSconosciuto(noticeNumber, dominio.idDominio);
  if (!registrata) {
    const esito = attualizzabile ? await attualizza.ofAvviso(dominio, noticeNumber, transactionId) : undefined;
    return toPendenza(esito, ko({ faultCode: "PAA_PAGAMENTO_SCONOSCIUTO", description: sconosciuto }));
  }
  // Two notice numbers may lead to the same IUV: only the one that was printed counts.
  if (registrata.numeroAvviso !== noticeNumber || !isPagabileDa(dominio, registrata))
    return ko({ faultCode: "PAA_PAGAMENTO_SCONOSCIUTO", description: sconosciuto });
  if (!attualizzabile || !isDaAttualizzare(registrata, giornoDi(clock.now()))) return ok(registrata);
  const esito = await attualizza.ofPendenza(registrata, transactionId);
  const mancata = esito.esito === "fallita" || esito.esito === "non-prevista";
  // Whoever cannot be asked leaves the debt as it is stored, unless the application wants it confirmed.
  if (mancata && !esito.mandatoria) return ok(registrata);
  const scaduta = `La validità della pendenza è trascorsa il ${giornoItaliano(registrata.dataValidita ?? "")} e l'ente non può confermarla`;
  return toPendenza(esito, ko({ faultCode: "PAA_PAGAMENTO_SCADUTO", description: scaduta }));
}

function toPendenza(esito: EsitoAttualizzazione | undefined, nonPrevista: Esito<Pendenza, Rifiuto>): Esito<Pendenza, Rifiuto> {
  switch (esito?.esito) {
    case "aggiornata":
      return ok(esito.pendenza);
    case "rifiutata":
      return ko({ faultCode: FAULT_DI_VERIFICA[esito.stato], description: esito.dettaglio });
    case "fallita":
      return ko({ faultCode: "PAA_SYSTEM_ERROR", description: `Verifica all'ente creditore non riuscita: ${esito.dettaglio}` });
    case "non-prevista":
    case undefined:
      return nonPrevista;
  }
}

/** Beneficiaries and incomes of some debts of a creditor, from the cache of the instance: no request when warm. */
export async function loadRegistro(
  anagrafiche: Pick<Anagrafiche, "getCreditore" | "getEntrata">,
  creditore: Creditore,
  pendenze: readonly Pendenza[],
): Promise<RegistroAccrediti> {
  const beneficiari = pendenze.flatMap((pendenza) => pendenza.voci.map((voce) => beneficiarioDi(pendenza, voce)));
  const altri = [...new Set(beneficiari)].filter((id) => id !== creditore.dominio.idDominio);
  const codici = [...new Set(pendenze.flatMap(entrateDi))];
  const [creditori, entrate] = await Promise.all([
    Promise.all(altri.map((id) => anagrafiche.getCreditore(id))),
    Promise.all(codici.map((id) => anagrafiche.getEntrata(id))),
  ]);
  return {
    creditori: new Map([creditore, ...creditori].flatMap((c) => (c ? [[c.dominio.idDominio, c] as const] : []))),
    entrate: new Map(entrate.flatMap((e) => (e ? [[e.idEntrata, e] as const] : []))),
  };
}
