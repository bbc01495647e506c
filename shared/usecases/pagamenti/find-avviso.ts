/** What verification and activation share: the debt behind a notice, whether it is payable today, and the transfers it is made of. One read. */
import type { Creditore } from "../../domain/anagrafiche/creditore.ts";
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
import type { Pendenza } from "../../domain/pendenze/pendenza.ts";
import { giornoDi } from "../../domain/valori/date.ts";
import { numeroAvvisoToIuv } from "../../domain/valori/numero-avviso.ts";
import type { Anagrafiche } from "../../ports/anagrafiche.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Posizioni } from "../../ports/posizioni.ts";

export interface PorteAvviso {
  readonly posizioni: Posizioni;
  readonly anagrafiche: Anagrafiche;
  readonly clock: Clock;
}

export interface AvvisoPagabile {
  readonly pendenza: Pendenza;
  readonly trasferimenti: readonly Trasferimento[];
  /** Name of the operating unit of the debt. */
  readonly officeName?: string;
}

/** The refusal carries the debt when there is one: the journal wants to say whose it was. */
export type EsitoAvviso = Esito<AvvisoPagabile, { readonly fault: FaultPa; readonly pendenza?: Pendenza }>;

export async function findAvviso(porte: PorteAvviso, creditore: Creditore, qrCode: QrCode): Promise<EsitoAvviso> {
  const { idDominio } = creditore.dominio;
  const refuse = (faultCode: CodiceFaultPa, description: string, pendenza?: Pendenza): EsitoAvviso =>
    ko({ fault: { faultCode, id: idDominio, description }, ...(pendenza && { pendenza }) });

  if (qrCode.fiscalCode !== idDominio)
    return refuse("PAA_ID_DOMINIO_ERRATO", `qrCode/fiscalCode: ${qrCode.fiscalCode} è diverso da idPA ${idDominio}`);
  const pendenza = await porte.posizioni.getPendenza({ idDominio, iuv: numeroAvvisoToIuv(qrCode.noticeNumber) });
  // Two notice numbers may lead to the same IUV: only the one that was printed counts.
  if (pendenza?.numeroAvviso !== qrCode.noticeNumber) {
    return refuse(
      "PAA_PAGAMENTO_SCONOSCIUTO",
      `Il numero avviso ${qrCode.noticeNumber} non corrisponde a una pendenza del dominio ${idDominio}`,
    );
  }
  const rifiuto = findRifiutoPagamento(pendenza, giornoDi(porte.clock.now()));
  if (rifiuto) return refuse(rifiuto.faultCode, rifiuto.description, pendenza);
  const trasferimenti = resolveTrasferimenti(pendenza, await loadRegistro(porte.anagrafiche, creditore, pendenza));
  if (!trasferimenti.ok) return refuse("PAA_SEMANTICA", trasferimenti.errore, pendenza);
  const unita = creditore.unita.find(({ idUnita }) => idUnita === pendenza.idUnitaOperativa);
  return ok({ pendenza, trasferimenti: trasferimenti.valore, ...(unita && { officeName: unita.ragioneSociale }) });
}

/** Beneficiaries and incomes come from the cache of the instance: no request when warm. */
async function loadRegistro(anagrafiche: Anagrafiche, creditore: Creditore, pendenza: Pendenza): Promise<RegistroAccrediti> {
  const altri = [...new Set(pendenza.voci.map((voce) => beneficiarioDi(pendenza, voce)))].filter(
    (id) => id !== creditore.dominio.idDominio,
  );
  const [creditori, entrate] = await Promise.all([
    Promise.all(altri.map((id) => anagrafiche.getCreditore(id))),
    Promise.all(entrateDi(pendenza).map((id) => anagrafiche.getEntrata(id))),
  ]);
  return {
    creditori: new Map([creditore, ...creditori].flatMap((c) => (c ? [[c.dominio.idDominio, c] as const] : []))),
    entrate: new Map(entrate.flatMap((e) => (e ? [[e.idEntrata, e] as const] : []))),
  };
}
